/**
 * Two unrelated implementations of one primitive: node:crypto (OpenSSL), which the product calls, and noble, on random input.
 * fast-check prints the seed of a failure. AES has no second one among the dependencies: its vectors stand in
 * wycheproof.spec.ts, and in the NIST ones of test/aggregation.
 */
import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { openText } from '../../aggregation/aead.ts';
import { hkdfSha256 } from '../../aggregation/hkdf.ts';
import { keyPairOf, sharedSecret } from '../../aggregation/x25519.ts';
import { open, seal } from '../../node/home/keystore.ts';
import { identityOf } from '../../node/vault/identity-key.ts';
import { sha256 } from '../../protocol/digest.ts';
import { identityKey, verifySignature } from '../../protocol/identity.ts';
import { hex } from './vectors.ts';

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
const message = fc.uint8Array({ maxLength: 300 });

describe('node:crypto and noble', () => {
  it('have the same X25519 keys and secrets', () => {
    fc.assert(
      fc.property(bytes32, bytes32, (a, b) => {
        const [mine, theirs] = [keyPairOf(a), x25519.getPublicKey(b)];
        expect(hex(mine.publicKey)).to.equal(hex(x25519.getPublicKey(a)));
        const secret = hex(sharedSecret(mine.privateKey, theirs));
        expect(secret).to.equal(hex(x25519.getSharedSecret(a, theirs)));
      }),
      { numRuns: 50 },
    );
  });

  it('have the same X25519 secrets for public keys that nobody made: half of them lie on the twist', () => {
    fc.assert(
      fc.property(bytes32, bytes32, (a, point) => {
        const secret = hex(sharedSecret(keyPairOf(a).privateKey, point));
        expect(secret).to.equal(hex(x25519.getSharedSecret(a, point)));
      }),
      { numRuns: 50 },
    );
  });

  it('have the same Ed25519 keys and signatures, and each verifies what the other signed', () => {
    fc.assert(
      fc.property(bytes32, message, (seed, text) => {
        const identity = identityOf(seed);
        expect(hex(identity.publicKey)).to.equal(hex(ed25519.getPublicKey(seed)));
        const signature = identity.sign(text);
        expect(hex(signature)).to.equal(hex(ed25519.sign(text, seed)));
        expect(ed25519.verify(signature, text, identity.publicKey)).to.equal(true);
        expect(verifySignature(identityKey(identity.publicKey), text, signature)).to.equal(true);
      }),
      { numRuns: 50 },
    );
  });

  it('refuse the same changed signatures, keys and messages', () => {
    const flip = (bytes: Uint8Array, bit: number) =>
      bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    fc.assert(
      fc.property(bytes32, bytes32, fc.nat(511), fc.nat(2), (seed, text, bit, part) => {
        const { publicKey, sign } = identityOf(seed);
        const good = { signature: sign(text), text, key: publicKey };
        const bad = [
          { ...good, signature: flip(good.signature, bit) },
          { ...good, text: flip(text, bit & 255) },
          { ...good, key: flip(publicKey, bit & 255) },
        ][part] as typeof good;
        expect(verifySignature(identityKey(bad.key), bad.text, bad.signature)).to.equal(false);
        expect(ed25519.verify(bad.signature, bad.text, bad.key)).to.equal(false);
      }),
      { numRuns: 60 },
    );
  });

  it('have the same SHA-256, and the same HKDF-SHA256 for every length of secret, salt, info and output', () => {
    const some = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(
        some,
        some,
        some,
        fc.integer({ min: 1, max: 8160 }),
        (key, salt, info, length) => {
          expect(hex(sha256(key))).to.equal(hex(nobleSha256(key)));
          const derived = hex(hkdfSha256(key, salt, info, length));
          expect(derived).to.equal(hex(hkdf(nobleSha256, key, salt, info, length)));
        },
      ),
    );
  });

  it('have the same scrypt: what seals a key file is what noble derives from the passphrase', async () => {
    const secret = Uint8Array.from({ length: 32 }, (_, i) => i);
    const file = await seal(secret, 'correct horse', 'identity');
    const { kdf, cipher, version, purpose } = file;
    const { N, r, p, salt } = kdf;
    const key = scrypt('correct horse', Buffer.from(salt, 'base64'), { N, r, p, dkLen: 32 });
    const header = JSON.stringify(['hushmark/key', version, purpose, kdf.name, N, r, p, salt]);
    const sealed = Buffer.concat(
      [file.sealed, cipher.tag].map((text) => Buffer.from(text, 'base64')),
    );
    const text = openText(key, Buffer.from(cipher.nonce, 'base64'), Buffer.from(header), sealed);
    expect(text && hex(text)).to.equal(hex(secret));
    expect(hex(await open(file, 'correct horse', 'identity'))).to.equal(hex(secret));
  });
});
