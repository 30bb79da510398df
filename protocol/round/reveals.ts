/**
 * What members revealed, held against the hashes that they signed before the load began: a lie has an author, and counts
 * as if nothing had been said.
 */
import { pairHash, selfHash } from '../../aggregation/index.ts';
import { hex, sameBytes } from '../digest.ts';
import type { StatementOf } from '../agreement.ts';
import type { SumPlan, Terms } from '../terms.ts';
import { checkedOnce } from './checked-once.ts';
import {
  allOf,
  contributionOf,
  type ByOrg,
  type CertifiedSet,
  type PairOfOrgs,
  type SumState,
} from './state.ts';

/** What is known of a certified sum's seeds. */
export interface Opened {
  /** of each member of the set whose self seed is here */
  readonly selves: ReadonlyMap<string, Uint8Array>;
  /** by member of the set and org outside it */
  readonly pairs: readonly PairOfOrgs[];
  /** members of the set whose own reveal is not here, or does not hold */
  readonly stalled: readonly string[];
}

export function openedOf(
  terms: Terms,
  plan: SumPlan,
  sum: SumState,
  agreed: CertifiedSet,
  deals: ByOrg<'deal'>,
): Opened {
  const members = membersOf(agreed);
  const truths = saidBy(members, sum).filter((one) =>
    isTrueReveal(terms, plan, agreed, deals, one),
  );
  const held = new Map(truths.map((reveal) => [reveal.signer, reveal]));
  const selves = new Map(sum.recovered?.selves);
  for (const [org, { message }] of held) selves.set(org, message.selfSeed);
  const own = [...held].flatMap(([member, { message }]) =>
    message.pairs.map(({ org, seed }): PairOfOrgs => ({ member, outsider: org, seed })),
  );
  return {
    selves,
    pairs: [...own, ...(sum.recovered?.pairs ?? []).filter(({ member }) => !held.has(member))],
    stalled: [...members].filter((org) => !held.has(org)),
  };
}

/** Reveals of members of the set that contradict what their signer had hashed. */
export function falseReveals(
  terms: Terms,
  plan: SumPlan,
  sum: SumState,
  agreed: CertifiedSet,
  deals: ByOrg<'deal'>,
): StatementOf<'reveal'>[] {
  const said = saidBy(membersOf(agreed), sum);
  return said.filter((one) => !isTrueReveal(terms, plan, agreed, deals, one));
}

const saidBy = (members: ReadonlySet<string>, sum: SumState) =>
  allOf(sum, 'reveal').filter(({ signer }) => members.has(signer));

/** Whether a member of the set opened what it had hashed, and what the set asks for. */
export function isTrueReveal(
  terms: Terms,
  plan: SumPlan,
  agreed: CertifiedSet,
  deals: ByOrg<'deal'>,
  reveal: StatementOf<'reveal'>,
): boolean {
  const deal = deals.get(reveal.signer);
  if (!deal || !membersOf(agreed).has(reveal.signer)) return false;
  return checkedOnce(reveal, agreed, () => holds(terms, plan, agreed, deal, reveal));
}

/** Whether so much is here that the sum may be open: asked with each reveal, so it only counts. */
export function mayBeOpen({ reveals, recovered }: SumState, { set }: CertifiedSet): boolean {
  return reveals.size + (recovered?.selves.size ?? 0) >= set.length;
}

/** Whether everything is here that the sum is made of. */
export function isOpen(
  { n }: Terms,
  sum: SumState,
  { set }: CertifiedSet,
  opened: Opened,
): boolean {
  return (
    opened.selves.size === set.length &&
    opened.pairs.length === set.length * (n - set.length) &&
    set.every((member) => isHere(sum, member))
  );
}

/** Stalled members of which a seed is not rebuilt either. */
export function closedOf(terms: Terms, agreed: CertifiedSet, opened: Opened): string[] {
  const isHere = (member: string, outsider: string) =>
    opened.pairs.some((pair) => pair.member === member && pair.outsider === outsider);
  const outside = outsideOf(terms, agreed);
  return opened.stalled.filter(
    (member) =>
      !opened.selves.has(member) || !outside.every((outsider) => isHere(member, outsider)),
  );
}

/** Contributors whose contribution is not here. */
export function lackingOf(sum: SumState, { set }: CertifiedSet): string[] {
  return set.filter((member) => !isHere(sum, member)).map(({ org }) => org);
}

/** A certificate may be here before what it is about. */
function isHere(sum: SumState, { org, contribution }: CertifiedSet['set'][number]): boolean {
  return contributionOf(sum, org, hex(contribution)) !== undefined;
}

/** Own self seed, and the pair seed with each member outside the set, no more and no less. */
function holds(
  terms: Terms,
  plan: SumPlan,
  agreed: CertifiedSet,
  deal: StatementOf<'deal'>,
  { message: reveal, signer }: StatementOf<'reveal'>,
): boolean {
  const outside = outsideOf(terms, agreed);
  if (!sameBytes(reveal.set, agreed.hash)) return false;
  if (!isSelfSeed(terms, plan, deal, reveal.selfSeed)) return false;
  if (reveal.pairs.map(({ org }) => org).join() !== outside.join()) return false;
  return reveal.pairs.every(({ org, seed }) =>
    isPairSeed(terms, plan, deal, { member: signer, outsider: org, seed }),
  );
}

/** The roster's orgs that are not in the set. */
export function outsideOf({ roster }: Terms, agreed: CertifiedSet): string[] {
  const inside = membersOf(agreed);
  return roster.filter((org) => !inside.has(org));
}

function membersOf(agreed: CertifiedSet): ReadonlySet<string> {
  return checkedOnce(agreed, agreed.set, () => new Set(agreed.set.map(({ org }) => org)));
}

/** Whether this is what the dealer had hashed as its self seed. */
export function isSelfSeed(
  terms: Terms,
  plan: SumPlan,
  { signer, message }: StatementOf<'deal'>,
  seed: Uint8Array,
): boolean {
  const dealt = message.sums.find(({ sum }) => sum === plan.id);
  const hash = selfHash(plan.setup, terms.roster.indexOf(signer), seed);
  return dealt !== undefined && sameBytes(hash, dealt.selfHash);
}

/** Whether this is what the member of the set had hashed as its seed with the other one. */
export function isPairSeed(
  terms: Terms,
  plan: SumPlan,
  { message }: StatementOf<'deal'>,
  { member, outsider, seed }: PairOfOrgs,
): boolean {
  const dealt = message.sums.find(({ sum }) => sum === plan.id);
  const [self, peer] = [terms.roster.indexOf(member), terms.roster.indexOf(outsider)];
  const hash = dealt?.pairHashes[peer];
  return hash !== undefined && sameBytes(pairHash(plan.setup, self, peer, seed), hash);
}
