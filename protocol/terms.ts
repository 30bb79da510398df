/**
 * The terms of a round: what a valid proposal fixes for its whole life. Everything that later code needs to know about
 * a round and that nobody may change stands here, computed once from the proposal as it was signed.
 */
import {
  assertSize,
  GRID_ID,
  LEAST_ORGS,
  MOST_ORGS,
  SUITE,
  layoutById,
  layoutDigest,
  quorum,
  setupOf,
  type Layout,
} from '../aggregation/index.ts';
import { comparablesFlaw, hasFixedSet } from './differencing.ts';
import { digest, hex, PROTOCOL_VERSION, sameBytes } from './digest.ts';
import { ProtocolError, refusalOf } from './errors.ts';
import { isPlain } from './plain-text.ts';
import type { Consortium } from './manifest.ts';
import { type Payload, roundIdOf } from './statement.ts';

/** Two message delays: the least time between the Ready deadline and the start. */
export const TWO_DELAYS_MS = 200;

/** The least time to vote: of a few milliseconds no view would last one, and they would never end. */
const LEAST_VOTING_MS = 100;

export interface SumPlan {
  readonly id: string;
  readonly layout: Layout;
  readonly input: string;
  readonly cutMs: number;
  readonly voteByMs: number;
  /** 32 bytes: what keys, seeds and shares of this sum are bound to */
  readonly setup: Uint8Array;
}

export interface Terms {
  /** 32 bytes, and the same in hex */
  readonly roundId: Buffer;
  readonly round: string;
  readonly consortium: Buffer;
  readonly proposal: Payload<'proposal'>;
  readonly roster: readonly string[];
  /** comparable rounds had this very roster: nobody may be missing */
  readonly fixedSet: boolean;
  readonly n: number;
  readonly f: number;
  readonly q: number;
  readonly schedule: Payload<'proposal'>['schedule'];
  readonly sums: readonly SumPlan[];
}

/**
 * The terms of a proposal.
 * @throws ProtocolError E_PROPOSAL (details.field) when it breaks a rule of this protocol or the consortium's policy
 */
export function termsOf(
  consortium: Pick<Consortium, 'digest' | 'manifest' | 'orgs'>,
  proposal: Payload<'proposal'>,
): Terms {
  checkRoster(consortium, proposal);
  checkSchedule(proposal, consortium.manifest.policy.longestRoundSeconds * 1000);
  checkSums(proposal.sums);
  const flaw = comparablesFlaw(proposal);
  if (flaw) refuse('comparables', flaw);
  const roundId = roundIdOf(consortium.digest, proposal);
  const { roster, f, q, schedule } = proposal;
  const common = {
    suite: SUITE,
    consortium: consortium.digest,
    round: roundId,
    grid: proposal.grid,
    rosterDigest: digest('roster', ...roster),
    n: roster.length,
    f,
    q,
  };
  const sums = proposal.sums.map((sum) => {
    const layout = checkedLayout(sum);
    const setup = setupOf({ ...common, sum: sum.id, layoutDigest: sum.layoutDigest });
    return { ...sum, layout, setup };
  });
  return {
    roundId,
    round: hex(roundId),
    consortium: consortium.digest,
    proposal,
    roster,
    fixedSet: hasFixedSet(proposal),
    n: roster.length,
    f,
    q,
    schedule,
    sums,
  };
}

/** When the observation window opens and closes, and when late commits are waited for no more: ms since 1970. */
export function windowOf(schedule: Terms['schedule']): {
  fromMs: number;
  toMs: number;
  drainedMs: number;
} {
  const fromMs = schedule.startMs + schedule.warmUpMs;
  const toMs = fromMs + schedule.runMs;
  return { fromMs, toMs, drainedMs: toMs + schedule.drainMs };
}

/** How long after the closing instant a member hears what others signed before it: of a slow repair the most part. */
const HEARD_AFTER_CLOSING_MS = 4 * 60_000;

/**
 * When a round is over for good (ms since 1970): until then a member that lacks a statement at the closing instant may
 * still hear it, and all offer what they hold.
 */
export function closedForGoodMs({ closingMs }: Pick<Terms['schedule'], 'closingMs'>): number {
  return closingMs + HEARD_AFTER_CLOSING_MS;
}

/** Of the first view, if the time to vote lets it: three message delays over a slow network. */
const LONG_ENOUGH_MS = 600;

/**
 * Milliseconds that the first view lasts; view v lasts (1 + v/6) times that. The n+f+1 coordinators after the first one
 * have their turns in a third of the time to vote, so that two thirds of it may be lost to an outage; where this would
 * leave less than 0.6 s for a view, fewer turns are better than none that can succeed.
 */
export function firstViewMs(
  { n, f }: Pick<Terms, 'n' | 'f'>,
  { cutMs, voteByMs }: Pick<SumPlan, 'cutMs' | 'voteByMs'>,
): number {
  const span = voteByMs - cutMs;
  const views = n + f + 2;
  const third = span / 3 / (views + (views * (views - 1)) / 12);
  return Math.floor(Math.max(third, Math.min(LONG_ENOUGH_MS, span / 8)));
}

/** What counting may take after the drain, in ms: longer for who has more in flight. */
const COUNTING_MS = 500;

/**
 * When every member contributes, whatever its load was: some time after the drain, so that the instant tells nothing of how
 * much there was to count (ms since 1970).
 */
export function contributeAtMs({ schedule, sums }: Pick<Terms, 'schedule' | 'sums'>): number {
  const { drainedMs } = windowOf(schedule);
  const leftMs = (sums[0]?.cutMs ?? drainedMs) - drainedMs;
  return drainedMs + Math.min(COUNTING_MS, Math.floor(leftMs / 2));
}

/**
 * How far a member's clock may be from any other's, in µs: a tenth of the load's shortest phase, and half of the time
 * between the Ready deadline and the start, so that nobody starts before another's deadline.
 */
export function clockLimitUs(schedule: Terms['schedule']): number {
  const shortestMs = Math.min(schedule.runMs, schedule.warmUpMs || schedule.runMs);
  return Math.min(shortestMs * 100, (schedule.startMs - schedule.readyByMs) * 500);
}

function refuse(field: string, message: string): never {
  throw new ProtocolError('E_PROPOSAL', `${field}: ${message}`, { field });
}

function checkRoster(
  { orgs, manifest }: Pick<Consortium, 'orgs' | 'manifest'>,
  p: Payload<'proposal'>,
): void {
  if (p.version !== PROTOCOL_VERSION)
    refuse(
      'version',
      `this peer speaks ${PROTOCOL_VERSION}, the proposal ${p.version}: update one of them`,
    );
  checkTexts(p);
  if (p.nonce.length !== 16) refuse('nonce', 'is 16 bytes');
  if (p.grid !== GRID_ID) refuse('grid', `this peer knows ${GRID_ID}, not ${p.grid}`);
  const { roster, f, q } = p;
  if (roster.some((org, i) => i > 0 && (roster[i - 1] as string) >= org))
    refuse('roster', 'stands sorted, each org once');
  const stranger = roster.find((org) => !orgs.includes(org));
  if (stranger !== undefined) refuse('roster', `${stranger} is no member of the consortium`);
  if (!roster.includes(p.proposer)) refuse('proposer', 'is in the roster');
  if (f !== manifest.policy.toleratedFaulty)
    refuse('f', `the policy says ${manifest.policy.toleratedFaulty}`);
  checkSize(roster.length, f);
  if (q !== quorum(roster.length, f)) refuse('q', `is ${quorum(roster.length, f)} for this roster`);
  if (q < manifest.policy.minimumContributors)
    refuse(
      'roster',
      `the policy wants at least ${manifest.policy.minimumContributors} contributors`,
    );
}

/** What people will read on their terminals, before they accept. */
function checkTexts(p: Payload<'proposal'>): void {
  const texts = [
    ['scenario', p.scenario, 64],
    ['sutType', p.sutType, 32],
    ['sutVersion', p.sutVersion, 32],
    ['workload', p.workload, 64],
    ['description', p.description, 1000],
    ['packageVersion', p.packageVersion, 64],
    ['exception', p.exception, 500],
  ] as const;
  for (const [field, text, most] of texts)
    if (!isPlain(text, most))
      refuse(field, `is at most ${most} characters, none of them for control`);
}

/** Two honest members at least stand in every sum, whatever the quorum. */
function checkSize(n: number, f: number): void {
  try {
    assertSize(n, f);
  } catch (error) {
    refuse(n < LEAST_ORGS || n > MOST_ORGS ? 'roster' : 'f', refusalOf(error).message);
  }
}

function checkSchedule(p: Payload<'proposal'>, longestMs: number): void {
  const s = p.schedule;
  if (!s) refuse('schedule', 'is missing');
  const loadEndMs = s.startMs + s.warmUpMs + s.runMs;
  const instants: [string, number][] = [
    ['acceptByMs', s.acceptByMs],
    ['commitByMs', s.commitByMs],
    ['readyByMs', s.readyByMs],
    ['startMs', s.startMs],
    ['runMs', loadEndMs],
    ...p.sums.flatMap((sum): [string, number][] => [
      [`sums.${sum.id}.cutMs`, sum.cutMs],
      [`sums.${sum.id}.voteByMs`, sum.voteByMs],
    ]),
    ['closingMs', s.closingMs],
  ];
  instants.forEach(([name, ms], i) => {
    const before = instants[i - 1];
    if (before && ms <= before[1]) refuse(name, `is later than ${before[0]}`);
  });
  if (s.startMs < s.readyByMs + TWO_DELAYS_MS)
    refuse(
      'startMs',
      `is at least ${TWO_DELAYS_MS} ms after readyByMs, so that the last signature arrives`,
    );
  if (s.runMs < 1000) refuse('runMs', 'is at least a second');
  for (const { id, cutMs, voteByMs } of p.sums)
    if (voteByMs - cutMs < LEAST_VOTING_MS)
      refuse(`sums.${id}.voteByMs`, `is at least ${LEAST_VOTING_MS} ms after its cut`);
  const cutMs = p.sums[0]?.cutMs ?? 0;
  if (cutMs < loadEndMs + s.drainMs) refuse('sums.0.cutMs', 'leaves time for the drain');
  checkClosing(p);
  if (s.closingMs - s.acceptByMs > longestMs)
    refuse('closingMs', `the policy wants rounds of at most ${longestMs / 1000} s`);
}

/**
 * A set that is certified at the last instant must still be added up: for as long as a view lasts its members may take to
 * reveal, then the others release their shares, and everybody signs. Else a member could wait for the others' reveals, and
 * be the only one to get the sum.
 */
function checkClosing({ sums, schedule: s, roster, f }: Payload<'proposal'>): void {
  const last = sums.at(-1);
  if (!s || !last) return;
  const leastMs = last.voteByMs + 2 * firstViewMs({ n: roster.length, f }, last);
  if (s.closingMs < leastMs)
    refuse(
      'closingMs',
      `is at least ${leastMs - last.voteByMs} ms after the last voting deadline, two views, so that what a member does not reveal is released`,
    );
}

/**
 * Keys, seeds and masks belong to one id: two sums of one id would share them. And data is spent once: two sums over the
 * same input, with a member in one of them only, would differ by that member's vector.
 */
function checkSums(sums: readonly { readonly id: string; readonly input: string }[]): void {
  sums.forEach(({ id, input }, i) => {
    if (!/^[a-z][a-z0-9]{0,15}$/.test(id)) refuse('sums', `${id} is no id of a sum`);
    if (sums.findIndex((other) => other.id === id) !== i)
      refuse('sums', `${id} stands there twice`);
    if (sums.findIndex((other) => other.input === input) !== i)
      refuse('sums', `${input} is counted twice: what counts the same data is one sum`);
  });
}

function checkedLayout(sum: Payload<'proposal'>['sums'][number]): Layout {
  const layout = layoutById(sum.layout);
  if (!layout) refuse(`sums.${sum.id}.layout`, `this peer does not know ${sum.layout}`);
  if (!sameBytes(layoutDigest(layout), sum.layoutDigest))
    refuse(`sums.${sum.id}.layoutDigest`, `is not that of ${sum.layout}`);
  return layout;
}
