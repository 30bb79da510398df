/** How long a peer takes to commit a block: its mean delay with a jitter drawn from the seed, the same on each run. */
import { drawUniform } from './seeded-draw.ts';

export interface DelayProfile {
  org: string;
  /** Mean commit delay in microseconds, 0 or more. */
  meanUs: number;
  /** Half width of the jitter as a share of the mean, 0 to 1: delays are uniform in mean * (1 - j) .. mean * (1 + j). */
  jitter: number;
  seed: number;
}

/** Delay of one block at one peer in integer microseconds: a pure function of seed, org and height. */
export function commitDelayUs({ org, meanUs, jitter, seed }: DelayProfile, height: number): number {
  if (jitter === 0 || meanUs === 0) return Math.round(meanUs);
  const uniform = drawUniform(seed, `${org}/${height}`) * 2 - 1;
  return Math.round(meanUs * (1 + jitter * uniform));
}
