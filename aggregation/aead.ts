/**
 * AES-256-GCM (NIST SP 800-38D) with nonces of 12 bytes and whole tags: the one function that seals shares on their way
 * and keys at rest. One nonce under one key belongs to one text; the caller sees to that.
 */
import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto';
import { AggregationError } from './errors.ts';

export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** 32 bytes. */
export type SealingKey = KeyObject | Uint8Array;

/** text ‖ tag. @throws AggregationError E_LENGTH for a nonce of another length */
export function sealText(
  key: SealingKey,
  nonce: Uint8Array,
  header: Uint8Array,
  text: Uint8Array,
): Buffer {
  if (nonce.length !== NONCE_BYTES)
    throw new AggregationError('E_LENGTH', `a nonce is 12 bytes, not ${nonce.length}`);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(header);
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

/** The text, in a buffer that the caller may zero; null for anything that this key did not seal under this header. */
export function openText(
  key: SealingKey,
  nonce: Uint8Array,
  header: Uint8Array,
  sealed: Uint8Array,
): Buffer | null {
  const end = sealed.length - TAG_BYTES;
  if (end < 0 || nonce.length !== NONCE_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(header)
    .setAuthTag(sealed.subarray(end));
  const text = decipher.update(sealed.subarray(0, end));
  try {
    // GCM holds nothing back: all that is left is whether the tag fits
    decipher.final();
    return text;
  } catch {
    text.fill(0);
    return null;
  }
}
