/** Chance that is the same on each run: one number per seed and name, whatever was drawn before. */
import { createHash } from 'node:crypto';

/** Uniform in 0 ≤ u < 1. */
export function drawUniform(seed: number, name: string): number {
  return createHash('sha256').update(`${seed}/${name}`).digest().readUInt32BE(0) / 2 ** 32;
}
