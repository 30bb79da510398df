/**
 * A sum's seed at rest: AES-256-GCM (NIST SP 800-38D) under a key that the passphrase guards. The place of the seed is
 * authenticated, so that two of them cannot be exchanged.
 */
import { randomBytes } from 'node:crypto';
import { NONCE_BYTES, openText, sealText } from '../../aggregation/aead.ts';
import { VaultError } from './errors.ts';

/** nonce ‖ ciphertext ‖ tag. The nonce is random: a vault seals far fewer than 2^32 seeds. */
export function sealSeed(key: Uint8Array, place: string, seed: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  return Buffer.concat([nonce, sealText(key, nonce, Buffer.from(place), seed)]);
}

/** 32 bytes, to be zeroed after use. @throws VaultError E_JOURNAL_DAMAGED */
export function openSeed(key: Uint8Array, place: string, sealed: Uint8Array): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const seed = openText(key, nonce, Buffer.from(place), sealed.subarray(NONCE_BYTES));
  if (seed) return seed;
  throw new VaultError(
    'E_JOURNAL_DAMAGED',
    `the seed of ${place} was changed on disk: this round cannot be finished. Wipe it.`,
    { place },
  );
}
