/**
 * Who opens something else than was hashed. A seed is held against the liar's own deal; a share, which another org dealt,
 * against the deal in the set-up that its holder signed Ready for, after its vault had held the share against it: with a
 * deal made up later nobody can frame the holder.
 */
import { setHash, type StatementOf } from '../agreement.ts';
import { sameBytes } from '../digest.ts';
import { isTrueShare } from '../round/recovery.ts';
import { isPairSeed, isSelfSeed } from '../round/reveals.ts';
import type { SumPlan, Terms } from '../terms.ts';
import {
  checkNotPinned,
  checkPinned,
  dealtIn,
  exactly,
  flaw,
  only,
  planIn,
  termsIn,
  type Held,
  type Proof,
} from './held.ts';

/** Proposal, the liar's deal and its reveal; and where the seeds are true but not those of its set, that set's candidate. */
export function falseSeed(held: Held): Proof {
  const { org } = held;
  const terms = termsIn(held);
  checkNotPinned(held);
  const reveal = only(held, 'reveal', org);
  const plan = planIn(terms, reveal.message.sum);
  const deal = only(held, 'deal', org);
  dealtIn(terms, plan, deal);
  const wrong = wrongSeed(terms, plan, deal, reveal);
  const about = `${terms.round}/${plan.id}/reveal`;
  if (wrong) {
    exactly(held, 3);
    const means = `${org} revealed another ${wrong} for ${plan.id} than the one that it had hashed`;
    return { round: terms.round, about, means };
  }
  if (held.statements.length === 3)
    flaw(`every seed that ${org} revealed is the one it had hashed`);
  checkWrongPairs(held, terms, reveal);
  exactly(held, 4);
  const means = `${org} revealed for ${plan.id} other pair seeds than those that its set asks for`;
  return { round: terms.round, about, means };
}

/** What is not as hashed; null when all is. */
function wrongSeed(
  terms: Terms,
  plan: SumPlan,
  deal: StatementOf<'deal'>,
  { message, signer }: StatementOf<'reveal'>,
): string | null {
  if (!isSelfSeed(terms, plan, deal, message.selfSeed)) return 'self seed';
  const pair = message.pairs.find(
    ({ org, seed }) => !isPairSeed(terms, plan, deal, { member: signer, outsider: org, seed }),
  );
  return pair ? `pair seed with ${pair.org}` : null;
}

/**
 * The reveal names a set by its hash, and whoever lists that set shows what it had to open. That the set is the certified
 * one does not matter: an honest vault opens what its own set asks for, or nothing.
 */
function checkWrongPairs(
  held: Held,
  { roster }: Terms,
  { message, signer }: StatementOf<'reveal'>,
) {
  const { message: candidate } = only(held, 'candidate');
  if (!sameBytes(setHash(message.context, candidate.set), message.set))
    flaw(`${signer} revealed for another set than the one that is listed`);
  const inside = new Set(candidate.set.map(({ org }) => org));
  const asked = roster.filter((org) => !inside.has(org));
  if (message.pairs.map(({ org }) => org).join() === asked.join())
    flaw(`${signer} revealed what it had to`);
}

/** Proposal, the dealer's deal, the liar's Ready for it and its reveal of shares, and all ids of that set-up. */
export function falseShare(held: Held): Proof {
  const { org } = held;
  const terms = termsIn(held);
  const release = only(held, 'shareReveal', org);
  const plan = planIn(terms, release.message.sum);
  const deal = only(held, 'deal');
  dealtIn(terms, plan, deal);
  checkPinned(held, terms, only(held, 'ready', org), [deal]);
  exactly(held, 4);
  const pieces = release.message.pieces.filter(({ dealer }) => dealer === deal.signer);
  const lie = pieces.find((piece) => !isTrueShare(terms, plan, deal, org, piece));
  if (!lie) return flaw(`${org} opened no other share of ${deal.signer} than the one it was dealt`);
  return {
    round: terms.round,
    about: `${terms.round}/${plan.id}/shareReveal`,
    means: `${org} opened another share of ${deal.signer} for ${plan.id} than the one that it was dealt`,
  };
}
