/**
 * How far this clock may be from the others' of a round. A liar can tell one member a false time, late, or none: a member may
 * leave out as many clocks as may lie, and still counts a quorum's, its own among them. Two quorums share an honest member, so
 * two members that left each other out are no further apart than both measured together: who leaves a clock out signs twice
 * what it measured of the rest, and what honest members sign holds for any two of them.
 */
import { clockLimitUs, type Terms } from '../../protocol/index.ts';
import type { Clock } from '../clock.ts';
import { NodeError } from '../errors.ts';
import type { PeerClock } from '../net/clock-sync.ts';
import type { Log } from './round-parts.ts';

/** For a clock that can be left out: a whole comparison over a slow network, and one more try. */
export const CLOCK_WAIT_MS = 5_000;
/** Before the Ready deadline: what ends the round for want of clocks is told to the others in time. */
export const CLOCK_TELL_MS = 1_000;
const POLL_MS = 100;

export type Measured = Pick<PeerClock, 'org' | 'boundUs'>;

export interface ClockBoundOptions {
  readonly terms: Pick<Terms, 'round' | 'roster' | 'n' | 'f' | 'q' | 'schedule'>;
  readonly self: string;
  readonly clock: Clock;
  /** what is fresh */
  offsets(): readonly Measured[];
  /** whether every deal is here: a set-up that lacks one ends for that reason, at its deadline */
  isDealt(): boolean;
  readonly log: Log;
}

/**
 * In µs, once enough clocks are known. Settles before the Ready deadline, or at once after it.
 * @throws NodeError E_CLOCK_APART (details.orgs: whose clocks are too far away or did not answer, if more than can be left out)
 */
export async function clockBoundUs(
  options: ClockBoundOptions,
  signal: AbortSignal,
): Promise<number> {
  const { terms, clock, isDealt } = options;
  const { readyByMs } = terms.schedule;
  const begunMs = clock.nowMs();
  const leaveOutMs = Math.min(begunMs + CLOCK_WAIT_MS, (begunMs + readyByMs) / 2);
  const tellMs = Math.max(leaveOutMs, readyByMs - CLOCK_TELL_MS);
  for (;;) {
    const seen = compared(options);
    const nowMs = clock.nowMs();
    const { boundUs, silent, far } = seen;
    // whoever still has time to answer is neither left out nor accused
    if (silent.length === 0 || nowMs >= leaveOutMs) {
      if (boundUs !== null) {
        if (silent.length + far.length > 0) tellLeftOut(seen, options);
        return Math.ceil(boundUs);
      }
      const isLast = nowMs >= (isDealt() ? tellMs : readyByMs);
      if (seen.isHopeless || isLast) throw apart(seen, terms);
    }
    await clock.sleepUntil(nowMs + POLL_MS, signal);
  }
}

interface Compared {
  /** null: more are silent or far than can be left out */
  readonly boundUs: number | null;
  readonly silent: readonly string[];
  readonly far: readonly Measured[];
  /** however near they are that did not answer yet */
  readonly isHopeless: boolean;
}

function compared({ terms, self, offsets }: ClockBoundOptions): Compared {
  const limitUs = clockLimitUs(terms.schedule);
  const others = terms.roster.filter((org) => org !== self);
  const clocks = offsets().filter(({ org }) => others.includes(org));
  const silent = others.filter((other) => !clocks.some(({ org }) => org === other));
  const beyond = (mostUs: number) => clocks.filter(({ boundUs }) => boundUs > mostUs);
  if (silent.length === 0 && beyond(limitUs).length === 0)
    return { boundUs: worstUs(clocks), silent, far: [], isHopeless: false };
  const spare = Math.min(terms.f, terms.n - terms.q);
  const far = beyond(spare > 0 ? limitUs / 2 : limitUs);
  const rest = clocks.filter((one) => !far.includes(one));
  return {
    boundUs: silent.length + far.length <= spare ? 2 * worstUs(rest) : null,
    silent,
    far,
    isHopeless: silent.length === 0 || beyond(limitUs).length > spare,
  };
}

const worstUs = (clocks: readonly Measured[]) => Math.max(...clocks.map(({ boundUs }) => boundUs));

function tellLeftOut({ silent, far }: Compared, { terms, log }: ClockBoundOptions): void {
  const orgs = namesOf(silent, far, terms);
  const what = `${listed(orgs)} ${orgs.length === 1 ? 'is' : 'are'} left out of this round's comparison of clocks`;
  const { code, message } = new NodeError('E_CLOCK_APART', `${what}: ${why(silent, far)}`);
  log.warn({ code, round: terms.round, orgs }, message);
}

function apart({ silent, far }: Compared, terms: ClockBoundOptions['terms']): NodeError {
  const limitUs = clockLimitUs(terms.schedule);
  const most = `${limitUs / 1000} ms are allowed`;
  return new NodeError('E_CLOCK_APART', `${why(silent, far)}; ${most}`, {
    orgs: namesOf(silent, far, terms),
    silent,
    ...(far.length > 0 && { clockBoundUs: Math.ceil(worstUs(far)) }),
    limitUs,
  });
}

function why(silent: readonly string[], far: readonly Measured[]): string {
  const names = listed(far.map(({ org }) => org));
  return [
    far.length > 0 && `this clock may be ${Math.ceil(worstUs(far)) / 1000} ms from ${names}'s`,
    silent.length > 0 && `${listed(silent)} did not answer when clocks were compared`,
  ]
    .filter(Boolean)
    .join(', and ');
}

const namesOf = (
  silent: readonly string[],
  far: readonly Measured[],
  { roster }: Pick<Terms, 'roster'>,
) => roster.filter((one) => silent.includes(one) || far.some(({ org }) => org === one));

const listed = (orgs: readonly string[]) =>
  orgs.length > 1 ? `${orgs.slice(0, -1).join(', ')} and ${orgs.at(-1)}` : orgs.join();
