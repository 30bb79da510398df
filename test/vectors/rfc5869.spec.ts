/** RFC 5869, appendix A: HKDF with SHA-256 as seeds, keys and masks are derived with. Cases 4 to 7 are for SHA-1. */
import { expect } from 'chai';
import { hkdfSha256 } from '../../aggregation/hkdf.ts';
import { hex, raw } from './vectors.ts';

/** Hex of so many bytes that count up from `first`. */
const counting = (first: number, bytes: number) =>
  hex(Uint8Array.from({ length: bytes }, (_, i) => first + i));

describe('RFC 5869: HKDF-SHA256', () => {
  const cases = [
    {
      name: 'A.1, basic',
      ikm: '0b'.repeat(22),
      salt: counting(0x00, 13),
      info: counting(0xf0, 10),
      okm: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    },
    {
      name: 'A.2, longer inputs and outputs',
      ikm: counting(0x00, 80),
      salt: counting(0x60, 80),
      info: counting(0xb0, 80),
      okm:
        'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c' +
        '59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
    },
    {
      name: 'A.3, no salt and no info',
      ikm: '0b'.repeat(22),
      salt: '',
      info: '',
      okm: '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    },
  ];
  for (const { name, ikm, salt, info, okm } of cases)
    it(`gives ${name}`, () => {
      expect(hex(hkdfSha256(raw(ikm), raw(salt), raw(info), okm.length / 2))).to.equal(okm);
    });
});
