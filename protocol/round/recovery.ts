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

/** How many true shares are here: with each further one a bad dealer's secret may be rebuilt after all. */
export function sharesCount(state: RoundState): number {
  return [...sharesHere(state).values()].reduce((sum, { length }) => sum + length, 0);
}

/** Everybody's public mask key of one sum, 32 bytes each, as the Keys of the set-up say. */
export function maskPublicsOf(
  sumId: string,
  keys: readonly StatementOf<'keys'>[],
): Map<string, Uint8Array> {
  return new Map(
    keys.flatMap(({ signer, message }) => {
      const own = message.sums.find(({ sum }) => sum === sumId);
      return own ? [[signer, own.maskPublic] as const] : [];
    }),
  );
}

/**
 * Rebuilds what is missing, each secret from q of its true shares. All q of an honest dealer do; of a liar's some may and
 * others not, so all are tried, for who holds the right ones must not be the only one to get the sum.
 * @param maskPublics of the current sum (maskPublicsOf)
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
  const badDealers: string[] = [];

  /** What the first q shares rebuild that give what was hashed; null, and a bad dealer, where none do. */
  function rebuilt<T>(
    dealer: string,
    kind: ShareKind,
    most: number,
    hashed: (secret: Uint8Array) => T | null,
  ): T | null {
    for (const points of choices(shares.get(keyOf(dealer, kind)) ?? [], terms.q, most)) {
      const xs = points.map(({ x }) => x);
      const secret = interpolate(
        coefficients(xs),
        points.map(({ share }) => share),
      );
      const found = hashed(secret);
      if (found !== null) return found;
      if (!badDealers.includes(dealer)) badDealers.push(dealer);
    }
    return null;
  }

  const selves = new Map<string, Uint8Array>();
  const selfOf = (org: string) => (most: number) => {
    const deal = deals.get(org);
    const seed = rebuilt(org, 'self', most, (secret) =>
      deal && isSelfSeed(terms, plan, deal, secret) ? secret : null,
    );
    if (seed) selves.set(org, seed);
    return seed !== null;
  };
  const pairs: PairOfOrgs[] = [];
  const pairsOf = (outsider: string) => (most: number) => {
    const self = terms.roster.indexOf(outsider);
    const found = rebuilt(outsider, 'sigma', most, (sigma) => {
      const maskKeys = maskKeysOf(sigma, plan.setup);
      const seeds = opened.stalled.map((member): PairOfOrgs => {
        const theirs = maskPublics.get(member) ?? new Uint8Array(0);
        const peer = terms.roster.indexOf(member);
        const seed = pairSeed({ maskKeys }, plan.setup, self, peer, theirs);
        return { member, outsider, seed };
      });
      return seeds.every((pair) => isPair(state, plan, pair)) ? seeds : null;
    });
    pairs.push(...(found ?? []));
    return found !== null;
  };
  const secrets = [...missing.self.map(selfOf), ...missing.sigma.map(pairsOf)];
  // an honest dealer's is the first choice, and takes nothing from what may be tried of the others
  const bad = secrets.filter((isRebuilt) => !isRebuilt(1));
  for (const isRebuilt of bad) isRebuilt(mostChoices(terms, bad.length));
  return { recovered: { selves, pairs }, badDealers };
}

/** So many choices times q² take about a second: of up to 14 members, all choices of the shares of f bad dealers. */
const MOST_WORK = 600_000;

/** How many choices are tried for each of so many secrets, all of them together about a second. */
export function mostChoices({ q }: Pick<Terms, 'q'>, secrets: number): number {
  return Math.max(1, Math.floor(MOST_WORK / secrets / q ** 2));
}

/** Every choice of so many of these, the first ones first, and no more than `most`. */
export function* choices<T>(from: readonly T[], count: number, most: number): Iterable<T[]> {
  const at = Array.from({ length: count }, (_, i) => i);
  for (let tried = 0; from.length >= count && tried < most; tried++) {
    yield at.map((i) => from[i] as T);
    let last = count - 1;
    while (last >= 0 && at[last] === from.length - count + last) last--;
    if (last < 0) return;
    const next = (at[last] as number) + 1;
    for (let i = last; i < count; i++) at[i] = next + i - last;
  }
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
export function truePieces(state: RoundState, statement: StatementOf<'shareReveal'>): Piece[] {
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
