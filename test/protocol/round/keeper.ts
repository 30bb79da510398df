/**
 * A vault without a memory: makes what one org says of its secrets, from seeds that grow from round, sum and org. Masks,
 * seeds and hashes are the real ones; shares are not dealt, because the machine never looks into them.
 */
import { createHash } from 'node:crypto';
import {
  encodeLanes,
  maskVector,
  openSecrets,
  pairHash,
  pairSeed,
  SEALED_BYTES,
  selfHash,
  toBytes,
  type OwnSecrets,
} from '../../../aggregation/index.ts';
import type { StatementOf } from '../../../protocol/agreement.ts';
import type { Effect } from '../../../protocol/round/event.ts';
import type { CertifiedSet } from '../../../protocol/round/state.ts';
import type { Payload } from '../../../protocol/statement.ts';
import type { SumPlan, Terms } from '../../../protocol/terms.ts';

export interface Keeper {
  keys(): Payload<'keys'>;
  /** @param keys of the whole roster */
  deal(keys: ReadonlyMap<string, StatementOf<'keys'>>): Payload<'deal'>;
  shares(holder: string): Payload<'shares'>;
  contribution(
    asked: Extract<Effect, { kind: 'mask' }>,
    lanes: Float64Array,
  ): Payload<'contribution'>;
  /** own self seed, and the pair seeds with who is not in the set */
  reveal(sum: string, context: Uint8Array, certified: CertifiedSet): Payload<'reveal'>;
}

export function createKeeper(terms: Terms, org: string): Keeper {
  const { roster, roundId: round } = terms;
  const self = roster.indexOf(org);
  const own = new Map<string, OwnSecrets>();
  for (const { id, setup } of terms.sums) own.set(id, openSecrets(seedOf(terms, id, org), setup));
  const pairs = new Map<string, ReadonlyMap<number, Uint8Array>>();
  const ownOf = (sum: string) => own.get(sum) as OwnSecrets;
  const pairsOf = (sum: string) => pairs.get(sum) as ReadonlyMap<number, Uint8Array>;

  function meet(plan: SumPlan, keys: ReadonlyMap<string, StatementOf<'keys'>>): void {
    const seeds = roster.flatMap((peer, at): [number, Uint8Array][] => {
      const theirs = keys.get(peer)?.message.sums.find(({ sum }) => sum === plan.id);
      if (!theirs || at === self) return [];
      return [[at, pairSeed(ownOf(plan.id), plan.setup, self, at, theirs.maskPublic)]];
    });
    pairs.set(plan.id, new Map(seeds));
  }

  return {
    keys: () => ({
      round,
      sums: terms.sums.map(({ id }) => {
        const { maskPublic, sealPublic } = ownOf(id);
        return { sum: id, maskPublic, sealPublic };
      }),
    }),
    deal: (keys) => ({
      round,
      sums: terms.sums.map((plan) => {
        meet(plan, keys);
        const { id, setup } = plan;
        return {
          sum: id,
          selfHash: selfHash(setup, self, ownOf(id).selfSeed),
          pairHashes: roster.map((_, at) => {
            const seed = pairsOf(id).get(at);
            return seed ? pairHash(setup, self, at, seed) : new Uint8Array(0);
          }),
          selfShareHashes: roster.map((holder) => hash('self share', id, org, holder)),
          sigmaShareHashes: roster.map((holder) => hash('sigma share', id, org, holder)),
        };
      }),
    }),
    shares: (holder) => ({
      round,
      holder,
      sums: terms.sums.map(({ id }) => ({
        sum: id,
        sealed: Buffer.alloc(SEALED_BYTES, hash('sealed', id, org, holder)),
      })),
    }),
    contribution: ({ sum, context }, lanes) => ({
      round,
      sum,
      context,
      lanes: toBytes(
        maskVector(context, encodeLanes(lanes), self, ownOf(sum).selfSeed, pairsOf(sum)),
      ),
    }),
    reveal: (sum, context, { set, hash: setHash }) => ({
      round,
      sum,
      context,
      set: setHash,
      selfSeed: ownOf(sum).selfSeed,
      pairs: roster
        .filter((peer) => !set.some((member) => member.org === peer))
        .map((peer) => ({
          org: peer,
          seed: pairsOf(sum).get(roster.indexOf(peer)) as Uint8Array,
        })),
    }),
  };
}

function seedOf({ round }: Terms, sum: string, org: string): Uint8Array {
  return hash('seed', round, sum, org);
}

function hash(...parts: string[]): Buffer {
  return createHash('sha256').update(parts.join('/')).digest();
}
