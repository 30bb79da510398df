/** Several byte strings as one, each behind its length (u32, big-endian): how the journal keeps what came together. */
import { VaultError } from './errors.ts';

export function joinParts(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, part];
    }),
  );
}

/** @throws VaultError E_MALFORMED */
export function splitParts(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const start = at + 4;
    const end = start <= bytes.length ? start + view.getUint32(at) : Infinity;
    if (end > bytes.length) throw new VaultError('E_MALFORMED', 'this record is cut short');
    parts.push(bytes.subarray(start, end));
    at = end;
  }
  return parts;
}
