/** Bytes as standards write them, and the files of vectors. */
import { readFileSync } from 'node:fs';

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const raw = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');

/** What every Wycheproof test has; fields with bytes are hex. */
export interface Wycheproof {
  readonly tcId: number;
  readonly comment: string;
  readonly flags: readonly string[];
  /** `acceptable`: the standard leaves it open */
  readonly result: 'valid' | 'invalid' | 'acceptable';
}

/** The tests of a file in wycheproof/, all of them. */
export function wycheproof<Test extends Wycheproof>(name: string): readonly Test[] {
  const url = new URL(`wycheproof/${name}.json`, import.meta.url);
  const file = JSON.parse(readFileSync(url, 'utf8')) as { numberOfTests: number; tests: Test[] };
  if (file.tests.length !== file.numberOfTests) throw new Error(`${name}.json is cut off`);
  return file.tests;
}
