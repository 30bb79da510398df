/**
 * A sum's seed at rest: AES-256-GCM (NIST SP 800-38D) under a key that the passphrase guards. The place of the seed is
 * authenticated, so that two of them cannot be exchanged.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { VaultError } from './errors.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** nonce ‖ ciphertext ‖ tag. The nonce is random: a vault seals far fewer than 2^32 seeds. */
export function sealSeed(key: Uint8Array, place: string, seed: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  return Buffer.concat([nonce, cipher.update(seed), cipher.final(), cipher.getAuthTag()]);
}

/** 32 bytes, to be zeroed after use. @throws VaultError E_JOURNAL_DAMAGED */
export function openSeed(key: Uint8Array, place: string, sealed: Uint8Array): Buffer {
  try {
    const end = sealed.length - TAG_BYTES;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(place))
      .setAuthTag(sealed.subarray(end));
    const seed = decipher.update(sealed.subarray(NONCE_BYTES, end));
    decipher.final();
    return seed;
  } catch (cause) {
    throw new VaultError(
      'E_JOURNAL_DAMAGED',
      `the seed of ${place} was changed on disk: this round cannot be finished, wipe it`,
      { place },
      cause,
    );
  }
}
