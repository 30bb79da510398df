/**
 * Who dealt shares that rebuild something else than it had hashed. The pieces need nobody's word: each is what the dealer
 * hashed itself, and any q of an honest dealer's rebuild its secret (Shamir 1979).
 */
import {
  interpolate,
  lagrangeAtZero,
  maskKeysOf,
  pairSeed,
  type KeyPair,
} from '../../aggregation/index.ts';
import type { StatementOf } from '../agreement.ts';
import { sameBytes } from '../digest.ts';
import { isTrueShare } from '../round/recovery.ts';
import { isPairSeed, isSelfSeed } from '../round/reveals.ts';
import type { Payload } from '../statement.ts';
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

type Piece = Payload<'shareReveal'>['pieces'][number];

const SELF = 1;

/**
 * Proposal, the dealer's deal, and q members' reveals of its shares. For a self seed that is all. For a mask key, the
 * dealer's Keys, which must hold its public half; and where it does, but a pair hash is wrong, the Keys of the other one,
 * the dealer's Ready and all ids of the set-up that it was for.
 */
export function badDealer(held: Held): Proof {
  const terms = termsIn(held);
  const deal = only(held, 'deal', held.org);
  const { plan, kind, secret } = rebuilt(held, terms, deal);
  const about = `${terms.round}/${plan.id}/${kind === SELF ? 'self' : 'sigma'}`;
  const what =
    kind === SELF
      ? wrongSelf(held, terms, plan, deal, secret)
      : wrongKey(held, terms, plan, deal, secret);
  const means = `${held.org} dealt shares for ${plan.id} that rebuild another ${what} than it had signed`;
  return { round: terms.round, about, means };
}

/** What q true pieces of one kind rebuild. */
function rebuilt(held: Held, terms: Terms, deal: StatementOf<'deal'>) {
  const releases = held.statements.filter((one) => one.type === 'shareReveal');
  const [first] = releases;
  if (!first || releases.length !== terms.q)
    return flaw(`it holds ${releases.length} reveals of shares, ${terms.q} are needed`);
  if (new Set(releases.map(({ signer }) => signer)).size !== terms.q)
    flaw('it holds two reveals of shares of one holder');
  const plan = planIn(terms, first.message.sum);
  dealtIn(terms, plan, deal);
  const pieces = releases.map((release) => pieceOf(terms, plan, deal, release));
  const kind = pieces[0]?.kind as number;
  if (pieces.some((piece) => piece.kind !== kind)) flaw('its shares are not of one kind');
  const xs = releases.map(({ signer }) => terms.roster.indexOf(signer) + 1);
  const secret = interpolate(
    lagrangeAtZero(xs),
    pieces.map(({ share }) => share),
  );
  return { plan, kind, secret };
}

function pieceOf(
  terms: Terms,
  plan: SumPlan,
  deal: StatementOf<'deal'>,
  { signer, message }: StatementOf<'shareReveal'>,
): Piece {
  const [piece, ...more] = message.pieces.filter(({ dealer }) => dealer === deal.signer);
  if (message.sum !== plan.id || !piece || more.length > 0)
    return flaw(`${signer} has not opened one share of ${deal.signer} for ${plan.id}`);
  if (!isTrueShare(terms, plan, deal, signer, piece))
    flaw(`the share that ${signer} opened is not the one that ${deal.signer} had hashed`);
  return piece;
}

function wrongSelf(
  held: Held,
  terms: Terms,
  plan: SumPlan,
  deal: StatementOf<'deal'>,
  seed: Uint8Array,
): string {
  exactly(held, 2 + terms.q);
  checkNotPinned(held);
  if (isSelfSeed(terms, plan, deal, seed)) flaw(`the shares of ${held.org} rebuild its self seed`);
  return 'self seed';
}

function wrongKey(
  held: Held,
  terms: Terms,
  plan: SumPlan,
  deal: StatementOf<'deal'>,
  sigma: Uint8Array,
): string {
  const keys = only(held, 'keys', held.org);
  const maskKeys = maskKeysOf(sigma, plan.setup);
  if (sameBytes(maskKeys.publicKey, publicIn(keys, plan)))
    return wrongPair(held, terms, plan, deal, keys, maskKeys);
  exactly(held, 3 + terms.q);
  checkNotPinned(held);
  return 'mask key';
}

/** The key is right; but of a seed that comes from it and from another's key the dealer had hashed something else. */
function wrongPair(
  held: Held,
  terms: Terms,
  plan: SumPlan,
  deal: StatementOf<'deal'>,
  keys: StatementOf<'keys'>,
  maskKeys: KeyPair,
): string {
  const { org } = held;
  const other = held.statements.find((one) => one.type === 'keys' && one.signer !== org);
  if (other?.type !== 'keys') return flaw(`the shares of ${org} rebuild its mask key`);
  exactly(held, 5 + terms.q);
  checkPinned(held, terms, only(held, 'ready', org), [keys, other, deal]);
  const [from, to] = [terms.roster.indexOf(org), terms.roster.indexOf(other.signer)];
  const seed = pairSeed({ maskKeys }, plan.setup, from, to, publicIn(other, plan));
  if (isPairSeed(terms, plan, deal, { member: org, outsider: other.signer, seed }))
    flaw(`${org} had hashed the seed that it shares with ${other.signer}`);
  return `seed with ${other.signer}`;
}

function publicIn({ signer, message }: StatementOf<'keys'>, { id }: SumPlan): Uint8Array {
  const [found, ...more] = message.sums.filter(({ sum }) => sum === id);
  if (!found || more.length > 0) return flaw(`the Keys of ${signer} have not one entry for ${id}`);
  return found.maskPublic;
}
