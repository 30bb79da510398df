/** Public keys of 32 raw bytes, X25519 and Ed25519 (RFC 8410), as node:crypto's KeyObjects. */
import { createPublicKey, type KeyObject } from 'node:crypto';

/** Everything that stands before the 32 bytes, in base64: 12 bytes of DER, so the key's own base64 follows. */
const SPKI = { X25519: 'MCowBQYDK2VuAyEA', Ed25519: 'MCowBQYDK2VwAyEA' } as const;

/**
 * The key object of 32 raw bytes.
 * As PEM, which is text: of an object Node finds out by two inner exceptions that it is no KeyObject, and takes three
 * times as long.
 */
export function publicKeyOf(curve: keyof typeof SPKI, raw: Uint8Array): KeyObject {
  const base64 = SPKI[curve] + Buffer.from(raw).toString('base64');
  return createPublicKey(`-----BEGIN PUBLIC KEY-----\n${base64}\n-----END PUBLIC KEY-----\n`);
}
