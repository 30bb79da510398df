/** Inputs that once found something, each in a file that begins with its target's name. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CORPUS = fileURLToPath(new URL('./corpus', import.meta.url));

export const corpusFiles = (): { name: string; target: string; bytes: Uint8Array }[] =>
  readdirSync(CORPUS)
    .filter((name) => name.endsWith('.bin'))
    .map((name) => ({
      name,
      target: name.split('-')[0] as string,
      bytes: readFileSync(join(CORPUS, name)),
    }));
