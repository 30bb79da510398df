/** Entropy of the simulator, in place of node:crypto's: a failing seed replays with the same secrets. */
import { createHash } from 'node:crypto';

let drawn = 0;
let source = '';

/** Begins the stream of a name anew. */
export function drawFrom(name: string): void {
  source = name;
  drawn = 0;
}

export function randomBytes(size: number): Buffer {
  drawn += 1;
  return createHash('sha256').update(`${source}/${drawn}`).digest().subarray(0, size);
}
