/** Faults on demand: which transactions are lost, and which the ledger fails. The same seed strikes the same ones. */
import { drawUniform } from './seeded-draw.ts';

export interface FaultPlan {
  /** Share of the transactions that are in a block and invalid, whatever they say, 0 to 1. */
  failShare: number;
  /** Share of the transactions that are taken and never heard of again, 0 to 1; the two shares add up to 1 at most. */
  dropShare: number;
  /** The first so many transactions of each org are spared, for what a workload sets up. */
  faultsAfter: number;
  seed: number;
}

export type Fate = 'ordered' | 'failed' | 'dropped';

/** What becomes of an org's `nth` call, counted from 1 as its peer takes them. */
export function fateOf(
  { failShare, dropShare, faultsAfter, seed }: FaultPlan,
  org: string,
  nth: number,
): Fate {
  if (nth <= faultsAfter || failShare + dropShare === 0) return 'ordered';
  const drawn = drawUniform(seed, `fate/${org}/${nth}`);
  if (drawn < dropShare) return 'dropped';
  return drawn < dropShare + failShare ? 'failed' : 'ordered';
}
