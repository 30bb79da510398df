/**
 * Wycheproof's vectors against the very functions that agree on keys, verify, derive and seal. Where those are stricter than
 * a vector's verdict, or narrower than its input:
 *
 * - X25519: the 31 tests with the flag ZeroSharedSecret are `acceptable`, and refused (RFC 7748 §6.1). All other
 *   `acceptable` ones (twist, non-canonical coordinates) give the standard's secret.
 * - Ed25519: no deviation. s must be below the group's order, and points of small order are refused, which no vector asks
 *   about (rfc8032.spec.ts does).
 * - HKDF-SHA256: no deviation; more than 8,160 bytes throw.
 * - AES-GCM: keys of 256 bits only, since no others exist here. Nonces of any length but 12 bytes are refused, which makes
 *   39 tests that the standard allows refused ones.
 */
import { expect } from 'chai';
import { openText, sealText, NONCE_BYTES } from '../../aggregation/aead.ts';
import { hkdfSha256 } from '../../aggregation/hkdf.ts';
import { keyPairOf, sharedSecret } from '../../aggregation/x25519.ts';
import { identityKey, verifySignature } from '../../protocol/identity.ts';
import { expectCode } from '../aggregation/expect-code.ts';
import { hex, raw, wycheproof, type Wycheproof } from './vectors.ts';

type Fields<Names extends string> = Wycheproof & Readonly<Record<Names, string>>;

/** Which test a failure is about. */
const told = ({ tcId, comment, flags }: Wycheproof) => `${tcId}: ${comment} (${flags.join(' ')})`;

describe('Wycheproof: X25519', () => {
  const tests = wycheproof<Fields<'public' | 'private' | 'shared'>>('x25519');
  const zero = tests.filter(({ flags }) => flags.includes('ZeroSharedSecret'));
  const others = tests.filter((test) => !zero.includes(test));
  const secretOf = (test: (typeof tests)[number]) =>
    sharedSecret(keyPairOf(raw(test.private)).privateKey, raw(test.public));

  it(`gives the secret of ${others.length} tests`, () => {
    for (const test of others) expect(hex(secretOf(test)), told(test)).to.equal(test.shared);
  });

  it(`refuses the ${zero.length} public keys that give an all-zero secret`, () => {
    for (const test of zero) {
      expect(test.shared, told(test)).to.match(/^0+$/);
      expectCode('E_BAD_KEY', () => secretOf(test));
    }
  });
});

describe('Wycheproof: Ed25519', () => {
  const tests = wycheproof<Fields<'pk' | 'msg' | 'sig'>>('ed25519');

  it(`gives the verdict of ${tests.length} tests`, () => {
    for (const test of tests) {
      const holds = verifySignature(identityKey(raw(test.pk)), raw(test.msg), raw(test.sig));
      expect(holds, told(test)).to.equal(test.result === 'valid');
    }
  });
});

describe('Wycheproof: HKDF-SHA256', () => {
  type Test = Fields<'ikm' | 'salt' | 'info' | 'okm'> & { readonly size: number };
  const tests = wycheproof<Test>('hkdf-sha256');

  it(`gives the output of ${tests.length} tests, or throws where there is none`, () => {
    for (const test of tests) {
      const derive = () => hkdfSha256(raw(test.ikm), raw(test.salt), raw(test.info), test.size);
      if (test.result === 'valid') expect(hex(derive()), told(test)).to.equal(test.okm);
      else expect(derive, told(test)).to.throw(RangeError);
    }
  });
});

describe('Wycheproof: AES-256-GCM', () => {
  const tests = wycheproof<Fields<'key' | 'iv' | 'aad' | 'msg' | 'ct' | 'tag'>>('aes-256-gcm');
  const fits = ({ iv }: (typeof tests)[number]) => iv.length / 2 === NONCE_BYTES;
  const parts = (test: (typeof tests)[number]) =>
    [raw(test.key), raw(test.iv), raw(test.aad)] as const;

  it(`seals and opens ${tests.filter(fits).length} tests, and opens nothing with a changed tag`, () => {
    for (const test of tests.filter(fits)) {
      const sealed = raw(test.ct + test.tag);
      const text = openText(...parts(test), sealed);
      expect(text && hex(text), told(test)).to.equal(test.result === 'valid' ? test.msg : null);
      const own = hex(sealText(...parts(test), raw(test.msg)));
      expect(own === hex(sealed), told(test)).to.equal(test.result === 'valid');
    }
  });

  it(`refuses the nonces of ${tests.filter((test) => !fits(test)).length} tests`, () => {
    for (const test of tests.filter((one) => !fits(one))) {
      expect(openText(...parts(test), raw(test.ct + test.tag)), told(test)).to.equal(null);
      expectCode('E_LENGTH', () => sealText(...parts(test), raw(test.msg)));
    }
  });
});
