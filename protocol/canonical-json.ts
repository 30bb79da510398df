/**
 * Canonical JSON, the subset of RFC 8785 that we need: keys sorted by UTF-16 code units, no white space, integers only.
 * One value has one text, so that manifests can be signed and reports compared byte by byte.
 */
import { ProtocolError } from './errors.ts';

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** @throws ProtocolError E_NOT_CANONICAL for a number that is no integer of at most 2^53-1 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new ProtocolError('E_NOT_CANONICAL', `${value} is not an integer of at most 2^53-1`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const object = value as { readonly [key: string]: Json };
  const members = Object.keys(object)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key] as Json)}`);
  return `{${members.join(',')}}`;
}
