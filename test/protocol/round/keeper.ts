/**
 * A vault without a memory: makes what one org says of its secrets, from seeds that grow from round, sum and org. Masks,
 * seeds, hashes and shares are the real ones; only that shares are not sealed on their way.
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
  shareHash,
  split,
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
  /** @param shares that came for this org; of its own mask key it gives its own one */
  release(
    asked: Extract<Effect, { kind: 'release' }>,
    certified: CertifiedSet,
    shares: ReadonlyMap<string, StatementOf<'shares'>>,
  ): Payload<'shareReveal'>;
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

  const shared = new Map<string, { self: Uint8Array[]; sigma: Uint8Array[] }>();
  function sharesOf(sum: string) {
    const { selfSeed, sigma, selfCoefficients, sigmaCoefficients } = ownOf(sum);
    const { n, q } = terms;
    const found = shared.get(sum) ?? {
      self: split(selfSeed, q, n, selfCoefficients),
      sigma: split(sigma, q, n, sigmaCoefficients),
    };
    shared.set(sum, found);
    return found;
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
          selfShareHashes: roster.map((_, to) =>
            shareHash(setup, 'self', self, to, sharesOf(id).self[to] as Uint8Array),
          ),
          sigmaShareHashes: roster.map((_, to) =>
            shareHash(setup, 'sigma', self, to, sharesOf(id).sigma[to] as Uint8Array),
          ),
        };
      }),
    }),
    shares: (holder) => ({
      round,
      holder,
      sums: terms.sums.map(({ id }) => ({
        sum: id,
        sealed: Buffer.concat(
          [sharesOf(id).self, sharesOf(id).sigma].map(
            (shares) => shares[roster.indexOf(holder)] as Uint8Array,
          ),
          SEALED_BYTES,
        ),
      })),
    }),
    contribution: ({ sum, context, clockBoundUs }, lanes) => ({
      round,
      sum,
      context,
      clockBoundUs,
      lanes: toBytes(
        maskVector(context, encodeLanes(lanes), self, ownOf(sum).selfSeed, pairsOf(sum)),
      ),
    }),
    release: ({ sum, context, missing }, { hash: setHash }, shares) => ({
      round,
      sum,
      context,
      set: setHash,
      pieces: roster.flatMap((dealer) => {
        const own = dealer === org && missing.sigma.includes(org);
        if (own) return [{ dealer, kind: 2, share: sharesOf(sum).sigma[self] as Uint8Array }];
        const sealed = shares.get(dealer)?.message.sums.find((one) => one.sum === sum)?.sealed;
        if (!sealed) return [];
        if (missing.self.includes(dealer))
          return [{ dealer, kind: 1, share: sealed.subarray(0, 32) }];
        if (missing.sigma.includes(dealer))
          return [{ dealer, kind: 2, share: sealed.subarray(32, 64) }];
        return [];
      }),
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
