/** X25519 (RFC 7748) with raw 32-byte keys over node:crypto's KeyObjects, which hold private keys outside of the heap. */
import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  type KeyObject,
} from 'node:crypto';
import { AggregationError } from './errors.ts';
import { publicKeyOf } from './raw-keys.ts';

// RFC 8410: everything in PKCS#8 that stands before the 32 bytes
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

export interface KeyPair {
  readonly privateKey: KeyObject;
  /** raw, 32 bytes */
  readonly publicKey: Uint8Array;
  /** what agreedSecret found, by the others' public keys in hex */
  readonly agreed: Map<string, KeyObject>;
}

/** The key pair of 32 secret bytes; clamping is the primitive's. */
export function keyPairOf(secret: Uint8Array): KeyPair {
  const der = Buffer.concat([PKCS8, secret]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return {
    privateKey,
    publicKey: new Uint8Array(Buffer.from(x as string, 'base64url')),
    agreed: new Map(),
  };
}

/** 32 bytes. Throws E_BAD_KEY for a key of another length, or of small order (all-zero secret, RFC 7748 §6.1). */
export function sharedSecret(privateKey: KeyObject, peerPublic: Uint8Array): Buffer {
  if (peerPublic.length === 32) {
    const secret = agree(privateKey, publicKeyOf('X25519', peerPublic));
    if (secret?.some((byte) => byte !== 0)) return secret;
  }
  throw new AggregationError(
    'E_BAD_KEY',
    'this public key gives no secret: ask its org for another',
  );
}

/** The secret with that public key, kept for the next time outside of the heap. @throws AggregationError E_BAD_KEY */
export function agreedSecret({ privateKey, agreed }: KeyPair, peerPublic: Uint8Array): KeyObject {
  const peer = Buffer.from(peerPublic).toString('hex');
  const known = agreed.get(peer);
  if (known) return known;
  const bytes = sharedSecret(privateKey, peerPublic);
  const secret = createSecretKey(bytes);
  bytes.fill(0);
  agreed.set(peer, secret);
  return secret;
}

/** Null where OpenSSL itself refuses a point of small order. */
function agree(privateKey: KeyObject, publicKey: KeyObject): Buffer | null {
  try {
    return diffieHellman({ privateKey, publicKey });
  } catch {
    return null;
  }
}
