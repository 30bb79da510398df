/**
 * What a member knows of a round. Plain data, never changed in place: step() makes the next one.
 */
import type { Payload, Verified } from '../statement.ts';
import type { Terms } from '../terms.ts';
import type { Earlier, StatementOf } from '../agreement.ts';

/** The phases that a round passes, in order; each has a deadline (wakeAt). */
export const LIVE_PHASES = [
  'proposed',
  'accepted',
  'committed',
  'preparing',
  'ready',
  'warmUp',
  'running',
  'observed',
  'contributing',
  'certified',
  'revealed',
] as const;

/** How a round ends. */
export const END_PHASES = [
  'published',
  'rejected',
  'cancelled',
  'expired',
  'notReady',
  'aborted',
] as const;

export type LivePhase = (typeof LIVE_PHASES)[number];
export type EndPhase = (typeof END_PHASES)[number];
export type Phase = LivePhase | EndPhase;

/** Why a round ended; for `published` it is absent. `code` is typed and documented, lower camel case. */
export interface End {
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** One statement of a type from each org. */
export type ByOrg<T extends Verified['type']> = ReadonlyMap<string, StatementOf<T>>;

/** The certified set of a sum. */
export interface CertifiedSet {
  readonly set: Payload<'candidate'>['set'];
  readonly hash: Uint8Array;
  readonly view: number;
}

/** The statements about a sum, and where their first ones stand. */
const HEARD = {
  contribution: 'contributions',
  candidate: 'candidates',
  prevote: 'prevotes',
  precommit: 'precommits',
  reveal: 'reveals',
  shareReveal: 'shareReveals',
  result: 'results',
} as const;
export type SumType = keyof typeof HEARD;

/** Seeds that stalled members did not reveal, rebuilt from shares and held against their hashes. */
export interface Recovered {
  /** self seeds of contributors */
  readonly selves: ReadonlyMap<string, Uint8Array>;
  /** seeds of a contributor with who is outside the set */
  readonly pairs: readonly PairOfOrgs[];
}

export interface PairOfOrgs {
  readonly member: string;
  readonly outsider: string;
  /** 32 bytes */
  readonly seed: Uint8Array;
}

/** One sum of the round's agreed list. */
export interface SumState {
  /** 32 bytes, once the set-up and all earlier sums are known */
  readonly context: Uint8Array | null;
  readonly contributions: ByOrg<'contribution'>;
  /** these three by view and org: `0/Org1` */
  readonly candidates: ByOrg<'candidate'>;
  readonly prevotes: ByOrg<'prevote'>;
  readonly precommits: ByOrg<'precommit'>;
  readonly reveals: ByOrg<'reveal'>;
  readonly shareReveals: ByOrg<'shareReveal'>;
  readonly results: ByOrg<'result'>;
  /** liars' further statements for a slot, by id: others may build on them */
  readonly seconds: ReadonlyMap<string, StatementOf<SumType>>;
  /** orgs whose contribution was here at the cut; null before it */
  readonly heldAtCut: readonly string[] | null;
  readonly certified: CertifiedSet | null;
  /** when the certificate was complete here */
  readonly certifiedMs: number;
  readonly recovered: Recovered | null;
  /** who dealt shares that rebuild something else than it had hashed */
  readonly badDealers: readonly string[];
  /** the summed lanes, 8 bytes each, little-endian */
  readonly lanes: Uint8Array | null;
  /** of report.json, with the last sum; else empty */
  readonly reportDigest: Uint8Array;
}

export interface RoundState {
  readonly phase: Phase;
  readonly terms: Terms;
  /** the org that this state belongs to; null for an auditor, who only follows */
  readonly self: string | null;
  /** the latest instant that an event brought, ms since 1970 */
  readonly nowMs: number;
  readonly proposal: StatementOf<'proposal'>;
  readonly acceptances: ByOrg<'acceptance'>;
  readonly declines: ByOrg<'decline'>;
  readonly commits: ByOrg<'commit'>;
  readonly aborts: ByOrg<'abort'>;
  /** ids only: the keys themselves are the vault's business, and no auditor's */
  readonly keys: ReadonlyMap<string, string>;
  readonly deals: ByOrg<'deal'>;
  /** orgs whose shares for us are here */
  readonly shares: ByOrg<'shares'>;
  /** own shares for others, by their holder */
  readonly dealtShares: ByOrg<'shares'>;
  readonly readies: ByOrg<'ready'>;
  /** liars' second statements for a slot outside of the sums, by slot */
  readonly seconds: ReadonlyMap<string, Verified>;
  readonly sums: readonly SumState[];
  /** index of the sum being added up */
  readonly current: number;
  /** own artefacts are ready, and how far the clock may be off, in µs */
  readonly prepared: { readonly clockBoundUs: number } | null;
  /** the vault checked every deal and found this set-up digest */
  readonly checked: Uint8Array | null;
  /** own load is measured, its lanes are with the node */
  readonly measured: boolean;
  /** what was asked for once and must not be asked again */
  readonly asked: ReadonlySet<string>;
  readonly end: End | null;
}

/** A member's state after it heard a valid proposal. */
export function begin(
  terms: Terms,
  proposal: StatementOf<'proposal'>,
  self: string | null,
  nowMs: number,
): RoundState {
  return {
    phase: 'proposed',
    terms,
    self: self !== null && terms.roster.includes(self) ? self : null,
    nowMs,
    proposal,
    acceptances: new Map(),
    declines: new Map(),
    commits: new Map(),
    aborts: new Map(),
    keys: new Map(),
    deals: new Map(),
    shares: new Map(),
    dealtShares: new Map(),
    readies: new Map(),
    seconds: new Map(),
    sums: terms.sums.map(() => EMPTY_SUM),
    current: 0,
    prepared: null,
    checked: null,
    measured: false,
    asked: new Set(),
    end: null,
  };
}

const EMPTY_SUM: SumState = {
  context: null,
  contributions: new Map(),
  candidates: new Map(),
  prevotes: new Map(),
  precommits: new Map(),
  reveals: new Map(),
  shareReveals: new Map(),
  results: new Map(),
  seconds: new Map(),
  heldAtCut: null,
  certified: null,
  certifiedMs: 0,
  recovered: null,
  badDealers: [],
  lanes: null,
  reportDigest: new Uint8Array(0),
};

export function hasEnded(state: RoundState): boolean {
  return (END_PHASES as readonly string[]).includes(state.phase);
}

export function currentSum(state: RoundState): SumState {
  return state.sums[state.current] as SumState;
}

/** The results of all sums before the current one, which its context binds. */
export function earlierResults({ sums, current }: RoundState): Earlier[] {
  return sums.slice(0, current).map(({ certified, lanes }) => ({
    set: certified?.hash as Uint8Array,
    lanes: lanes as Uint8Array,
  }));
}

/** All statements of a type that were heard about a sum, liars' further ones among them. */
export function allOf<T extends SumType>(sum: SumState, type: T): StatementOf<T>[] {
  const first = [...sum[HEARD[type]].values()] as StatementOf<T>[];
  if (sum.seconds.size === 0) return first;
  return [...first, ...([...sum.seconds.values()].filter((s) => s.type === type) as typeof first)];
}

/** Where a sum keeps the first statements of a type. */
export function placeOf<T extends SumType>(type: T): (typeof HEARD)[T] {
  return HEARD[type];
}

/** The contribution with this id, whether or not it is its signer's first one. */
export function contributionOf(
  sum: SumState,
  org: string,
  id: string,
): StatementOf<'contribution'> | undefined {
  const first = sum.contributions.get(org);
  if (first?.id === id) return first;
  const second = sum.seconds.get(id);
  return second?.type === 'contribution' && second.signer === org ? second : undefined;
}

/** The state with its current sum changed. */
export function withSum(state: RoundState, patch: Partial<SumState>): RoundState {
  const sums = state.sums.map((sum, i) => (i === state.current ? { ...sum, ...patch } : sum));
  return { ...state, sums };
}

/** Whether every org of the roster is in this map: nobody else is heard. */
export function hasAll({ terms }: RoundState, heard: ReadonlyMap<string, unknown>): boolean {
  return heard.size === terms.n;
}

/** The roster's orgs that are not in this map, in order. */
export function missing(state: RoundState, heard: ReadonlyMap<string, unknown>): string[] {
  return state.terms.roster.filter((org) => !heard.has(org));
}
