/**
 * RFC 8032, §7.1: Ed25519 as the vault signs and as everybody verifies. §5.1.7 leaves points of small order open; here they
 * are refused, and so no signature holds for two messages.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js';
import { expect } from 'chai';
import { identityOf } from '../../node/vault/identity-key.ts';
import { identityKey, verifySignature } from '../../protocol/identity.ts';
import { refusalBy } from '../protocol/refusal.ts';
import { hex, raw } from './vectors.ts';

interface Vector {
  readonly name: string;
  readonly secret: string;
  readonly public: string;
  readonly message: string;
  readonly signature: string;
}

const vectors = JSON.parse(
  readFileSync(new URL('rfc8032.json', import.meta.url), 'utf8'),
) as readonly Vector[];

describe('RFC 8032: Ed25519', () => {
  it('has the five vectors of §7.1', () => {
    const names = ['TEST 1', 'TEST 2', 'TEST 3', 'TEST 1024', 'TEST SHA(abc)'];
    expect(vectors.map(({ name }) => name)).to.deep.equal(names);
    expect(vectors.map(({ message }) => message.length / 2)).to.deep.equal([0, 1, 2, 1023, 64]);
  });

  for (const vector of vectors) {
    const [message, signature] = [raw(vector.message), raw(vector.signature)];
    it(`signs and verifies ${vector.name}`, () => {
      const identity = identityOf(raw(vector.secret));
      expect(hex(identity.publicKey)).to.equal(vector.public);
      expect(hex(identity.sign(message))).to.equal(vector.signature);
      expect(verifySignature(identityKey(raw(vector.public)), message, signature)).to.equal(true);
    });

    it(`refuses ${vector.name} with any one byte of its signature changed`, () => {
      const key = identityKey(raw(vector.public));
      for (let place = 0; place < 64; place++) {
        const other = Buffer.from(signature);
        other[place] = (other[place] as number) ^ 1;
        expect(verifySignature(key, message, other), `byte ${place}`).to.equal(false);
      }
    });
  }
});

describe('a point of small order', () => {
  const { Point } = ed25519;
  const order = Point.Fn.ORDER;
  const little = (n: bigint) => raw(n.toString(16).padStart(64, '0')).reverse();
  const messages = Array.from({ length: 16 }, (_, i) => Buffer.from(`message ${i}`));
  // with the sign of x set where x is zero, or y not below the field's prime
  const otherEncodings = [
    `01${'00'.repeat(30)}80`,
    `ec${'ff'.repeat(31)}`,
    `ed${'ff'.repeat(30)}7f`,
    `ed${'ff'.repeat(31)}`,
    `ee${'ff'.repeat(30)}7f`,
    `ee${'ff'.repeat(31)}`,
  ];

  it('is no identity key, however it is written', () => {
    for (const point of [...ED25519_TORSION_SUBGROUP, ...otherEncodings])
      expect(refusalBy(() => identityKey(raw(point))).code, point).to.equal('E_BAD_KEY');
  });

  it('would let one signature hold for every message, by the equation that noble checks', () => {
    // s = 1 and R = the base point: 8·s·B = 8·R + 8·h·A, because 8·A is nothing
    const forged = Buffer.concat([Point.BASE.toBytes(), little(1n)]);
    for (const key of ED25519_TORSION_SUBGROUP)
      for (const message of messages)
        expect(ed25519.verify(forged, message, raw(key))).to.equal(true);
  });

  it('is no R of a signature, though it fits the equation', () => {
    const secret = 12_345_678_901_234_567_890n;
    const publicKey = Buffer.from(Point.BASE.multiply(secret).toBytes());
    const key = identityKey(publicKey);
    const zero = Buffer.from(Point.ZERO.toBytes());
    for (const message of messages) {
      // s = h·a, with r = 0
      const h = createHash('sha512')
        .update(Buffer.concat([zero, publicKey, message]))
        .digest();
      const s = (BigInt(`0x${hex(h.reverse())}`) * secret) % order;
      const signature = Buffer.concat([zero, little(s)]);
      expect(ed25519.verify(signature, message, publicKey)).to.equal(true);
      expect(verifySignature(key, message, signature)).to.equal(false);
    }
  });

  it('and anything of another length is no key, and no signature', () => {
    for (const length of [0, 31, 33])
      expect(refusalBy(() => identityKey(new Uint8Array(length).fill(9))).code).to.equal('E_BAD_KEY'); // prettier-ignore
    const [{ public: point, signature }] = vectors as [Vector];
    for (const text of ['', signature.slice(2), `${signature}00`])
      expect(verifySignature(identityKey(raw(point)), Buffer.of(), raw(text))).to.equal(false);
  });
});
