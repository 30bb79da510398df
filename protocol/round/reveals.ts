/** What members revealed, held against the hashes that they signed before the load began: a lie has an author. */
import { pairHash, selfHash } from '../../aggregation/index.ts';
import { sameBytes } from '../digest.ts';
import { type StatementOf } from '../agreement.ts';
import { type SumPlan, type Terms } from '../terms.ts';
import { type ByOrg, type CertifiedSet, type SumState } from './state.ts';

export interface RevealCheck {
  /** the first org whose reveal contradicts its own deal */
  readonly blame: string | null;
  /** members of the set whose reveal is not here yet */
  readonly waiting: readonly string[];
}

export function checkReveals(
  terms: Terms,
  plan: SumPlan,
  sum: SumState,
  agreed: CertifiedSet,
  deals: ByOrg<'deal'>,
): RevealCheck {
  const members = agreed.set.map(({ org }) => org);
  const waiting = members.filter((org) => !sum.reveals.has(org));
  const liar = members.find((org) => {
    const reveal = sum.reveals.get(org);
    const deal = deals.get(org);
    return reveal && deal && !holds(terms, plan, agreed, deal, reveal);
  });
  return { blame: liar ?? null, waiting };
}

/** Own self seed, and the pair seed with each member outside the set, no more and no less. */
function holds(
  terms: Terms,
  plan: SumPlan,
  agreed: CertifiedSet,
  { message: deal, signer }: StatementOf<'deal'>,
  { message: reveal }: StatementOf<'reveal'>,
): boolean {
  const dealt = deal.sums.find(({ sum }) => sum === plan.id);
  const self = terms.roster.indexOf(signer);
  const inside = new Set(agreed.set.map(({ org }) => org));
  const outside = terms.roster.filter((org) => !inside.has(org));
  if (!dealt || !sameBytes(reveal.set, agreed.hash)) return false;
  if (!sameBytes(selfHash(plan.setup, self, reveal.selfSeed), dealt.selfHash)) return false;
  if (reveal.pairs.map(({ org }) => org).join() !== outside.join()) return false;
  return reveal.pairs.every(({ org, seed }) => {
    const peer = terms.roster.indexOf(org);
    return sameBytes(pairHash(plan.setup, self, peer, seed), dealt.pairHashes[peer] as Uint8Array);
  });
}
