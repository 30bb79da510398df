/** Primitives as this floor frames them; the standards' own vectors, and noble, stand in test/vectors. */
import { createCipheriv, createHash, createSecretKey } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { derive, digest, frame } from '../../aggregation/digest.ts';
import { FIELD_ORDER } from '../../aggregation/index.ts';
import { keystream } from '../../aggregation/mask.ts';
import { keyPairOf, sharedSecret } from '../../aggregation/x25519.ts';
import { toBytes } from '../../aggregation/vector.ts';
import { expectCode } from './expect-code.ts';
import { bytes32 } from './room.ts';

const hex = (bytes: Uint8Array | ArrayBuffer) => Buffer.from(bytes as Uint8Array).toString('hex');
const raw = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('X25519', () => {
  const alice = keyPairOf(raw('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a'));

  it('refuses points of small order and keys of another length', () => {
    // RFC 7748 §6.1; the points of https://cr.yp.to/ecdh.html#validate
    const small = [
      '00'.repeat(32),
      '01' + '00'.repeat(31),
      'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
      '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
      'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
      'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
      'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    ];
    for (const point of small)
      expectCode('E_BAD_KEY', () => sharedSecret(alice.privateKey, raw(point)));
    for (const length of [0, 31, 33])
      expectCode('E_BAD_KEY', () => sharedSecret(alice.privateKey, new Uint8Array(length).fill(9)));
  });
});

describe('HKDF-SHA256 and SHA-256', () => {
  it('agree with noble under the framing of this floor', () => {
    fc.assert(
      fc.property(
        seed,
        fc.string(),
        fc.nat(),
        fc.integer({ min: 1, max: 200 }),
        (secret, text, number, length) => {
          const info = frame('name', [text, number]);
          expect(hex(derive(secret, length, 'name', text, number))).to.equal(
            hex(hkdf(sha256, secret, undefined, info, length)),
          );
          expect(hex(digest('name', text, number))).to.equal(hex(sha256(info)));
        },
      ),
    );
    expect(hex(createHash('sha256').update('abc').digest())).to.equal(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', // FIPS 180-4
    );
  });

  it('never frame two different inputs alike', () => {
    const part = fc.oneof(fc.uint8Array({ maxLength: 4 }), fc.constant(new Uint8Array(0)));
    const parts = fc.array(part, { maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const same = JSON.stringify(a.map(hex)) === JSON.stringify(b.map(hex));
        expect(frame('x', a).equals(frame('x', b))).to.equal(same);
      }),
      { numRuns: 500 },
    );
    expect(hex(frame('x', ['ab', 'c']))).not.to.equal(hex(frame('x', ['a', 'bc'])));
  });
});

describe('AES-256-CTR', () => {
  it('gives F.5.5 of NIST SP 800-38A', () => {
    const key = raw('603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4');
    const counter = raw('f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff');
    const text = raw(
      '6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51' +
        '30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710',
    );
    expect(hex(createCipheriv('aes-256-ctr', createSecretKey(key), counter).update(text))).to.equal(
      '601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c5' +
        '2b0930daa23de94ce87017ba2d84988ddfc9c58db67aada613c2dd08457941a6',
    );
  });

  it('makes a mask of blocks 0, 1, 2 ... under the derived key', () => {
    const key = derive(bytes32('seed'), 32, 'self mask', bytes32('context'), 3);
    const blocks = Buffer.alloc(16 * 20);
    for (let block = 0; block < 20; block++) blocks.writeUInt32BE(block, 16 * block + 12);
    const stream = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(blocks);
    const mask = keystream(bytes32('context'), bytes32('seed'), 39, 'self mask', 3);
    expect(hex(toBytes(mask))).to.equal(hex(stream.subarray(0, 8 * 39)));
  });
});

describe("Shamir's field", () => {
  it("has the order of ed25519's group (RFC 8032 §5.1)", () => {
    expect(FIELD_ORDER).to.equal(ed25519.Point.CURVE().n);
  });
});
