/**
 * The frames of the exchange: ids of 32 bytes, and envelopes each after its length (4 bytes, big-endian).
 * A request starts with one byte for its kind.
 */
import { createHash } from 'node:crypto';
import { NodeError } from '../errors.ts';
import { MAX_ENVELOPE_BYTES } from './limits.ts';

/** sha256 of an envelope's bytes, 64 hex digits. */
export type EnvelopeId = string;

/** The most ids in one frame, and the most envelope bytes (unless a single envelope is larger). */
export const MAX_IDS = 2_048;
export const MAX_PAGE_BYTES = MAX_ENVELOPE_BYTES;

export type ExchangeRequest =
  /** "here is the digest of what I would offer you; is yours the same?" */
  | { kind: 'compare'; digest: EnvelopeId }
  /** "which ids after this one would you offer me?" */
  | { kind: 'list'; after: EnvelopeId }
  | { kind: 'get'; ids: EnvelopeId[] }
  | { kind: 'put'; envelopes: Uint8Array[] };

const KINDS = ['compare', 'list', 'get', 'put'] as const;
const ID_BYTES = 32;
export const FIRST_ID: EnvelopeId = '00'.repeat(ID_BYTES);

export function envelopeId(envelope: Uint8Array): EnvelopeId {
  return createHash('sha256').update(envelope).digest('hex');
}

/** The digest of a set of ids, given in order. */
export function digestOf(ids: readonly EnvelopeId[]): EnvelopeId {
  return envelopeId(encodeIds(ids));
}

export function encodeRequest(request: ExchangeRequest): Uint8Array {
  return Buffer.concat([Uint8Array.of(KINDS.indexOf(request.kind)), encodeBody(request)]);
}

function encodeBody(request: ExchangeRequest): Uint8Array {
  switch (request.kind) {
    case 'compare':
      return encodeIds([request.digest]);
    case 'list':
      return encodeIds([request.after]);
    case 'get':
      return encodeIds(request.ids);
    case 'put':
      return encodeEnvelopes(request.envelopes);
  }
}

/** @throws NodeError E_BAD_FRAME */
export function decodeRequest(frame: Uint8Array): ExchangeRequest {
  const kind: (typeof KINDS)[number] | undefined = KINDS[frame[0] ?? KINDS.length];
  const rest = frame.subarray(1);
  switch (kind) {
    case 'compare':
      return { kind, digest: oneId(rest) };
    case 'list':
      return { kind, after: oneId(rest) };
    case 'get':
      return { kind, ids: decodeIds(rest) };
    case 'put':
      return { kind, envelopes: decodeEnvelopes(rest) };
    default:
      throw bad('has no known kind');
  }
}

export function encodeIds(ids: readonly EnvelopeId[]): Uint8Array {
  return Buffer.from(ids.join(''), 'hex');
}

/** @throws NodeError E_BAD_FRAME */
export function decodeIds(bytes: Uint8Array): EnvelopeId[] {
  if (bytes.length % ID_BYTES !== 0 || bytes.length > MAX_IDS * ID_BYTES)
    throw bad(`holds ${bytes.length} bytes of ids`);
  const hex = Buffer.from(bytes).toString('hex');
  return Array.from({ length: bytes.length / ID_BYTES }, (_, i) => hex.slice(i * 64, i * 64 + 64));
}

export function encodeEnvelopes(envelopes: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    envelopes.flatMap((envelope) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(envelope.length);
      return [length, envelope];
    }),
  );
}

/** @throws NodeError E_BAD_FRAME */
export function decodeEnvelopes(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const envelopes: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + 4 > bytes.length) throw bad('ends within a length');
    const length = view.getUint32(at);
    const end = at + 4 + length;
    if (length === 0 || length > MAX_ENVELOPE_BYTES || end > bytes.length)
      throw bad(`holds an envelope of ${length} bytes`);
    // copied: what is kept must not keep the whole frame
    envelopes.push(bytes.slice(at + 4, end));
    at = end;
  }
  return envelopes;
}

/** As many envelopes from the start as fit one frame; at least one, if there is any. */
export function firstPage(envelopes: Iterable<Uint8Array>): Uint8Array[] {
  const page: Uint8Array[] = [];
  let bytes = 0;
  for (const envelope of envelopes) {
    bytes += envelope.length + 4;
    if (page.length > 0 && bytes > MAX_PAGE_BYTES) break;
    page.push(envelope);
  }
  return page;
}

function oneId(bytes: Uint8Array): EnvelopeId {
  const [id, ...others] = decodeIds(bytes);
  if (id === undefined || others.length > 0) throw bad('needs one id');
  return id;
}

const bad = (why: string) => new NodeError('E_BAD_FRAME', `a frame of the exchange ${why}`);
