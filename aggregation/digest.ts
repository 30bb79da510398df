/**
 * How this floor hashes and derives: SHA-256 (FIPS 180-4) and HKDF-SHA256 (RFC 5869) over a domain and length-prefixed
 * parts, so that no two different inputs have the same bytes. Numbers are u32, big-endian.
 */
import { hash, type KeyObject } from 'node:crypto';
import { AggregationError } from './errors.ts';
import { hkdfSha256, NO_SALT } from './hkdf.ts';

export type Part = Uint8Array | string | number;

/** `hushmark/aggregation/1/<name>`, zero byte, then each part behind its length. */
export function frame(name: string, parts: readonly Part[]): Buffer {
  return framed(Buffer.from(`hushmark/aggregation/1/${name}\0`), parts);
}

/** A domain, then each part behind its length. */
export function framed(domain: Uint8Array, parts: readonly Part[]): Buffer {
  const pieces = parts.map(bytesOf);
  const length = pieces.reduce((sum, piece) => sum + 4 + piece.length, domain.length);
  const frame = Buffer.allocUnsafe(length);
  frame.set(domain);
  let at = domain.length;
  for (const piece of pieces) {
    frame.set(piece, frame.writeUInt32BE(piece.length, at));
    at += 4 + piece.length;
  }
  return frame;
}

function bytesOf(part: Part): Uint8Array {
  if (typeof part === 'number') return u32(part);
  return typeof part === 'string' ? Buffer.from(part) : part;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** 32 bytes. By way of a string: the memory of a buffer from OpenSSL costs more than the hash of something short. */
export function sha256(bytes: Uint8Array): Buffer {
  return Buffer.from(hash('sha256', bytes, 'binary'), 'binary');
}

/** 32 bytes. */
export function digest(name: string, ...parts: readonly Part[]): Uint8Array {
  return sha256(frame(name, parts));
}

/** HKDF without salt: the secrets are uniform, or Diffie-Hellman outputs bound to their keys by the parts. */
export function derive(
  secret: Uint8Array | KeyObject,
  length: number,
  name: string,
  ...parts: readonly Part[]
): Uint8Array {
  return hkdfSha256(secret, NO_SALT, frame(name, parts), length);
}

/** Throws E_LENGTH unless these are 32 bytes. */
export function need32(bytes: Uint8Array, what: string): Uint8Array {
  if (bytes.length !== 32)
    throw new AggregationError('E_LENGTH', `${what} is 32 bytes, not ${bytes.length}`);
  return bytes;
}
