/**
 * Ed25519 identity keys (RFC 8032) as 32 raw bytes, through node:crypto: cofactorless, s below the group's order.
 *
 * What RFC 8032 leaves open, OpenSSL 3.0 and 3.5 decide differently: points of small order. Under such a key anybody's
 * signature can hold for any message. They are refused here, as keys and as the R of a signature, so that every member and
 * every auditor gives the same verdict, whatever Node runs them.
 */
import { verify, type KeyObject } from 'node:crypto';
import { publicKeyOf } from '../aggregation/raw-keys.ts';
import { ProtocolError } from './errors.ts';

/** A public key object for 32 raw bytes. @throws ProtocolError E_BAD_KEY */
export function identityKey(raw: Uint8Array): KeyObject {
  const y = yOf(raw);
  if (raw.length === 32 && isCanonical(y) && !hasSmallOrder(y)) return publicKeyOf('Ed25519', raw);
  throw new ProtocolError(
    'E_BAD_KEY',
    'an identity key is 32 bytes of an Ed25519 public key: ask its org for its card again',
  );
}

export function verifySignature(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  return (
    signature.length === 64 &&
    !hasSmallOrder(yOf(signature.subarray(0, 32))) &&
    verify(null, bytes, key, signature)
  );
}

/** The y of an encoded point: all but the sign of x, the last byte first. */
function yOf(point: Uint8Array): Buffer {
  const y = Buffer.from(point).reverse();
  if (y.length > 0) y[0] = (y[0] as number) & 0x7f;
  return y;
}

const FIELD_PRIME = Buffer.from('7f'.padEnd(62, 'f') + 'ed', 'hex');

const isCanonical = (y: Buffer) => y.compare(FIELD_PRIME) < 0;

/** y of the eight points whose order divides 8: orders 4, 1, 2, and twice 8. */
const SMALL_ORDER_Y = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000001',
  '7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec',
  '7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7',
  '05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826',
].map((y) => Buffer.from(y, 'hex'));

const hasSmallOrder = (y: Buffer) => SMALL_ORDER_Y.some((small) => small.equals(y));
