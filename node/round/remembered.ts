/** Earlier rounds of the same work, of which the vault has seen the certificate: what a proposal lists, and what it leaves out. */
import { GRID_ID } from '../../aggregation/index.ts';
import {
  leftOut,
  sameBytes,
  workloadDigest,
  type ComparableRound,
  type Consortium,
  type Terms,
} from '../../protocol/index.ts';
import type { ScenarioInput } from '../control/api.ts';
import type { Vault } from '../vault/vault.ts';
import { earlierSums } from './earlier-sums.ts';
import type { TranscriptStore } from './transcript-store.ts';

export interface Remembered {
  /** For a new proposal. Every vault holds the list of an exception against what it remembers, be it not what this one does. */
  toList(scenario: ScenarioInput, nowMs: number): Promise<readonly ComparableRound[]>;
  leftOutOf(terms: Terms): Promise<readonly ComparableRound[]>;
}

export function createRemembered(
  vault: Pick<Vault, 'comparable'>,
  store: TranscriptStore,
  { manifest }: Consortium,
): Remembered {
  return {
    async toList({ sut, workload, exception }, nowMs) {
      const work = { sutType: sut.type, workload: workload.class, grid: GRID_ID };
      const digest = workloadDigest(work);
      const own = await vault.comparable(digest);
      return exception
        ? earlierSums(store, digest, own, nowMs, manifest.policy.comparableDays)
        : own;
    },
    async leftOutOf({ proposal, roundId }) {
      const known = await vault.comparable(workloadDigest(proposal));
      return leftOut(
        proposal,
        known.filter(({ round }) => !sameBytes(round, roundId)),
      );
    },
  };
}
