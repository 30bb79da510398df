/**
 * Inputs that the specs try again, one a file: `<target>-<code>.bin` is refused with that code, the shortest one that was
 * seen; `<target>-<hash>.bin` once brought out what no input may.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { randomOf } from '../simulation/random.ts';
import { NOT_KEPT } from './receive-path.ts';
import { tryOne, type Target } from './target.ts';

export const CORPUS = fileURLToPath(new URL('./corpus', import.meta.url));

export interface Kept {
  readonly name: string;
  readonly target: string;
  /** how it is refused; null when that does not matter, as long as it is */
  readonly code: string | null;
  readonly bytes: Uint8Array;
}

export const corpusFiles = (): Kept[] =>
  readdirSync(CORPUS)
    .filter((name) => name.endsWith('.bin'))
    .sort()
    .map((name) => {
      const [target, what] = name.slice(0, -'.bin'.length).split('-') as [string, string];
      const code = what.startsWith('E_') ? what : null;
      return { name, target, code, bytes: readFileSync(join(CORPUS, name)) };
    });

/** Of so many inputs the shortest that is refused with each code, by the name of the file that keeps it. @throws Found */
export function shortestOf(target: Target, seed: number, inputs: number): Map<string, Uint8Array> {
  const random = randomOf(seed);
  const shortest = new Map<string, Uint8Array>();
  for (let i = 0; i < inputs; i++) {
    const input = target.make(random);
    const outcome = tryOne(target, input);
    if (outcome === 'taken' || outcome === NOT_KEPT) continue;
    const name = `${target.name}-${outcome}.bin`;
    const bytes = serialize(input);
    if (bytes.length < (shortest.get(name)?.length ?? Infinity)) shortest.set(name, bytes);
  }
  return shortest;
}
