/**
 * When a member of the set stalls: the others open their shares of what is missing, and everybody rebuilds it (Bonawitz et
 * al., CCS 2017, §6.2). Of a contributor its self seed is rebuilt, of who is outside the set its mask key: never both.
 */
import {
  interpolate,
  isElement,
  lagrangeAtZero,
  maskKeysOf,
  pairSeed,
  shareHash,
  type Point,
  type ShareKind,
} from '../../aggregation/index.ts';
import type { StatementOf } from '../agreement.ts';
import { sameBytes } from '../digest.ts';
import type { Payload } from '../statement.ts';
import type { SumPlan, Terms } from '../terms.ts';
import { checkedOnce } from './checked-once.ts';
import { isPairSeed, isSelfSeed, openedOf, outsideOf } from './reveals.ts';
import {
  allOf,
  currentSum,
  type PairOfOrgs,
  type Recovered,
  type RoundState,
  type SumState,
} from './state.ts';

/** Of whom which secret is missing, in roster order. */
export interface Missing {
  /** contributors whose self seed is missing */
  readonly self: readonly string[];
  /** orgs outside the set with whom some contributor's pair seed is missing */
  readonly sigma: readonly string[];
}

type Piece = Payload<'shareReveal'>['pieces'][number];
const KINDS: Record<ShareKind, number> = { self: 1, sigma: 2 };

/** What the stalled members of a certified sum leave to be rebuilt; null when nothing is missing. */
export function missingOf(state: RoundState): Missing | null {
  const { plan, sum, opened } = openedNow(state);
  if (!plan || !opened || !sum.certified || opened.stalled.length === 0) return null;
  const self = opened.stalled.filter((org) => !opened.selves.has(org));
  const outside = outsideOf(state.terms, sum.certified);
  const sigma = outside.filter((outsider) =>
    opened.stalled.some(
      (member) => !opened.pairs.some((p) => p.member === member && p.outsider === outsider),
    ),
  );
  return self.length + sigma.length > 0 ? { self, sigma } : null;
}

/** Statements with pieces that are not what their dealer had hashed: their author lies. */
export function falseShares(state: RoundState): StatementOf<'shareReveal'>[] {
  return allOf(currentSum(state), 'shareReveal').filter(
    (statement) => truePieces(state, statement).length < statement.message.pieces.length,
  );
}

/** Whether q members opened a true share of everything that is missing. */
export function canRecover(state: RoundState, missing: Missing): boolean {
  const shares = sharesHere(state);
  const enough = (kind: ShareKind) => (dealer: string) =>
    (shares.get(keyOf(dealer, kind))?.length ?? 0) >= state.terms.q;
  return missing.self.every(enough('self')) && missing.sigma.every(enough('sigma'));
}

/**
 * Rebuilds what is missing, from the first q true shares of each secret.
 * @param maskPublics everybody's public mask key of this sum, 32 bytes each
 */
export function recover(
  state: RoundState,
  missing: Missing,
  maskPublics: ReadonlyMap<string, Uint8Array>,
): { recovered: Recovered; badDealers: string[] } {
  const { terms, deals } = state;
  const { plan, opened } = openedNow(state);
  if (!plan || !opened) throw new TypeError('nothing is certified');
  const coefficients = coefficientsOnce();
  const shares = sharesHere(state);
  const rebuilt = (dealer: string, kind: ShareKind) => {
    const points = (shares.get(keyOf(dealer, kind)) ?? []).slice(0, terms.q);
    const xs = points.map(({ x }) => x);
    return interpolate(
      coefficients(xs),
      points.map(({ share }) => share),
    );
  };
  const badDealers: string[] = [];
  const selves = new Map<string, Uint8Array>();
  for (const org of missing.self) {
    const seed = rebuilt(org, 'self');
    const deal = deals.get(org);
    if (deal && isSelfSeed(terms, plan, deal, seed)) selves.set(org, seed);
    else badDealers.push(org);
  }
  const pairs = missing.sigma.flatMap((outsider) => {
    const keys = maskKeysOf(rebuilt(outsider, 'sigma'), plan.setup);
    const found = opened.stalled.map((member): PairOfOrgs => {
      const [self, peer] = [terms.roster.indexOf(outsider), terms.roster.indexOf(member)];
      const theirs = maskPublics.get(member) ?? new Uint8Array(0);
      return {
        member,
        outsider,
        seed: pairSeed({ maskKeys: keys }, plan.setup, self, peer, theirs),
      };
    });
    if (found.every((pair) => isPair(state, plan, pair))) return found;
    badDealers.push(outsider);
    return [];
  });
  return { recovered: { selves, pairs }, badDealers };
}

/** Whether all that was rebuilt is what had been hashed. */
export function isRecovered(state: RoundState, { selves, pairs }: Recovered): boolean {
  const plan = state.terms.sums[state.current] as SumPlan;
  const isSelf = ([org, seed]: [string, Uint8Array]) => {
    const deal = state.deals.get(org);
    return deal !== undefined && isSelfSeed(state.terms, plan, deal, seed);
  };
  return [...selves].every(isSelf) && pairs.every((pair) => isPair(state, plan, pair));
}

function isPair({ terms, deals }: RoundState, plan: SumPlan, pair: PairOfOrgs): boolean {
  const deal = deals.get(pair.member);
  return deal !== undefined && isPairSeed(terms, plan, deal, pair);
}

function openedNow(state: RoundState) {
  const plan = state.terms.sums[state.current];
  const sum: SumState = currentSum(state);
  const { certified } = sum;
  const opened =
    plan && certified ? openedOf(state.terms, plan, sum, certified, state.deals) : null;
  return { plan, sum, opened };
}

const keyOf = (dealer: string, kind: ShareKind) => `${kind}/${dealer}`;

/** All true shares, by their secret, in the order of their holders. */
function sharesHere(state: RoundState): Map<string, Point[]> {
  const { roster } = state.terms;
  const said = allOf(currentSum(state), 'shareReveal');
  const shares = new Map<string, Point[]>();
  roster.forEach((holder, place) => {
    // what a liar says beside its true shares takes nothing from them
    const pieces = said
      .filter(({ signer }) => signer === holder)
      .flatMap((statement) => truePieces(state, statement));
    const own = new Map(
      pieces.map(({ dealer, kind, share }) => [
        keyOf(dealer, kind === KINDS.self ? 'self' : 'sigma'),
        share,
      ]),
    );
    for (const [key, share] of own)
      shares.set(key, [...(shares.get(key) ?? []), { x: place + 1, share }]);
  });
  return shares;
}

/** The pieces that are what their dealers had hashed. */
function truePieces(state: RoundState, statement: StatementOf<'shareReveal'>): Piece[] {
  const plan = state.terms.sums[state.current] as SumPlan;
  return checkedOnce(statement, state.deals, () =>
    statement.message.pieces.filter((piece) => isTrue(state, plan, statement.signer, piece)),
  );
}

function isTrue({ terms, deals }: RoundState, plan: SumPlan, holder: string, piece: Piece) {
  const deal = deals.get(piece.dealer);
  return deal !== undefined && isTrueShare(terms, plan, deal, holder, piece);
}

/** Whether this is what the dealer had hashed as its share for that holder. */
export function isTrueShare(
  { roster }: Terms,
  plan: SumPlan,
  { signer: dealer, message }: StatementOf<'deal'>,
  holder: string,
  piece: Piece,
): boolean {
  const kind: ShareKind = piece.kind === KINDS.self ? 'self' : 'sigma';
  const dealt = message.sums.find(({ sum }) => sum === plan.id);
  const [from, to] = [roster.indexOf(dealer), roster.indexOf(holder)];
  const hashes = kind === 'self' ? dealt?.selfShareHashes : dealt?.sigmaShareHashes;
  const hash = hashes?.[to];
  if (!hash || !isElement(piece.share)) return false;
  return sameBytes(shareHash(plan.setup, kind, from, to, piece.share), hash);
}

/** Lagrange's coefficients, once for each set of holders. */
function coefficientsOnce() {
  const known = new Map<string, bigint[]>();
  return (xs: readonly number[]) => {
    const key = xs.join();
    const found = known.get(key) ?? lagrangeAtZero(xs);
    known.set(key, found);
    return found;
  };
}
