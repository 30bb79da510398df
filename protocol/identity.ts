/** Ed25519 identity keys (RFC 8032) as 32 raw bytes, through node:crypto. */
import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { ProtocolError } from './errors.ts';

/** A public key object for 32 raw bytes. @throws ProtocolError E_BAD_KEY */
export function identityKey(raw: Uint8Array): KeyObject {
  try {
    const x = Buffer.from(raw).toString('base64url');
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  } catch {
    throw new ProtocolError('E_BAD_KEY', 'an identity key is 32 bytes of an Ed25519 public key');
  }
}

export function verifySignature(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  return signature.length === 64 && verify(null, bytes, key, signature);
}
