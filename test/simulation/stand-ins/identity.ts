/**
 * Signatures for the simulator, in place of protocol/identity.ts: a nonce of the signer's and a hash. Nobody forges one,
 * because only the simulator calls `signAs`, for the org whose turn it is; a liar may sign one text in several ways, as
 * with Ed25519 it could.
 */
import { hash } from 'node:crypto';

const NO_NONCE = Buffer.alloc(32);

/** 64 bytes. */
export function signAs(key: Uint8Array, bytes: Uint8Array, nonce: Uint8Array = NO_NONCE): Buffer {
  return Buffer.concat([nonce, tag(key, bytes, nonce)]);
}

export function identityKey(raw: Uint8Array): Uint8Array {
  return raw;
}

export function verifySignature(key: Uint8Array, bytes: Uint8Array, signature: Uint8Array) {
  return (
    signature.length === 64 &&
    tag(key, bytes, signature.subarray(0, 32)).equals(signature.subarray(32))
  );
}

const tag = (key: Uint8Array, bytes: Uint8Array, nonce: Uint8Array) =>
  hash('sha256', Buffer.concat([key, nonce, bytes]), 'buffer');
