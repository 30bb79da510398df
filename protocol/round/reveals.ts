/** What members revealed, held against the hashes that they signed before the load began: a lie has an author. */
import { pairHash, selfHash } from '../../aggregation/index.ts';
import { hex, sameBytes } from '../digest.ts';
import type { StatementOf } from '../agreement.ts';
import type { SumPlan, Terms } from '../terms.ts';
import type { ByOrg, CertifiedSet, SumState } from './state.ts';

export interface RevealCheck {
  /** the first org whose reveal contradicts its own deal */
  readonly blame: string | null;
  /** members of the set whose reveal, or the very contribution that the set names, is not here yet */
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
  const waiting = agreed.set
    .filter((member) => !sum.reveals.has(member.org) || !isHere(sum, member))
    .map(({ org }) => org);
  const liar = members.find((org) => {
    const reveal = sum.reveals.get(org);
    const deal = deals.get(org);
    return reveal && deal && !holds(terms, plan, agreed, deal, reveal);
  });
  return { blame: liar ?? null, waiting };
}

/** A certificate may be here before what it is about, and an org may have signed two contributions. */
export function isHere(sum: SumState, { org, contribution }: CertifiedSet['set'][number]): boolean {
  return sum.contributions.get(org)?.id === hex(contribution);
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
