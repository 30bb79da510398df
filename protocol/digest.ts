/** Domain-separated SHA-256 (FIPS 180-4) over length-prefixed parts, and the hex that ids are written in. */
import { hash } from 'node:crypto';
import { framed, sha256 as hashOf } from '../aggregation/digest.ts';

/** The version of everything that is signed or hashed here; it stands in every domain. */
export const PROTOCOL_VERSION = 1;

/** `hushmark/<version>/<name>`, ended by a zero byte: no domain is a prefix of another. */
export function domain(name: string): Buffer {
  return Buffer.from(`hushmark/${PROTOCOL_VERSION}/${name}\0`);
}

/** SHA-256 of a domain and parts, each part behind its length (u32, big-endian): 32 bytes. */
export function digest(name: string, ...parts: readonly (Uint8Array | string)[]): Buffer {
  return sha256(framed(domain(name), parts));
}

/** Plain SHA-256, 32 bytes: digests of files, lanes, certificates. */
export const sha256 = hashOf;

/** The id of an envelope: SHA-256 of its bytes, in hex. */
export function idOf(envelope: Uint8Array): string {
  return hash('sha256', envelope, 'hex');
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

export function fromHex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
