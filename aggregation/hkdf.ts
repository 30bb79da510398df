/** HKDF with SHA-256 (RFC 5869): the one function that keys and seeds are derived with. */
import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

export const NO_SALT = new Uint8Array(0);

/** Extracts with `salt`, expands with `info` (at most 1,024 bytes) to `length` bytes: at most 8,160, else a RangeError. */
export function hkdfSha256(
  secret: Uint8Array | KeyObject,
  salt: Uint8Array,
  info: Uint8Array,
  length: number,
): Uint8Array {
  // a KeyObject: hkdfSync spends more on making one of raw bytes
  const key = secret instanceof Uint8Array ? createSecretKey(secret) : secret;
  return new Uint8Array(hkdfSync('sha256', key, salt, info, length));
}
