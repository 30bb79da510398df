/** What the org itself intends or reports: its decisions, and answers to what the machine asked for. */
import type { Refusal } from '../errors.ts';
import type { Statement } from '../statement.ts';
import type { Event } from './event.ts';
import { giveUp, isStoppable } from './failing.ts';
import { ask, type Move } from './move.ts';
import type { SumPlan } from '../terms.ts';
import { stoodAtClosing } from './ended.ts';
import { isRecovered } from './recovery.ts';
import {
  allOf,
  hasEnded,
  LIVE_PHASES,
  withSum,
  currentSum,
  type Phase,
  type Recovered,
  type RoundState,
} from './state.ts';

export type Intent = Exclude<Event, { kind: 'tick' | 'message' | 'keysId' }>;

/** The phases in which each intent is legal. */
const LEGAL: Record<Intent['kind'], readonly Phase[]> = {
  accept: ['proposed'],
  decline: ['proposed'],
  // what was contributed cannot be taken back
  abort: LIVE_PHASES.slice(0, LIVE_PHASES.indexOf('observed')),
  prepared: ['preparing'],
  checked: ['preparing'],
  measured: ['running', 'contributing'],
  recovered: ['certified'],
  summed: ['revealed'],
  failed: LIVE_PHASES,
};

/** What was asked for right before the closing instant is answered after it. */
const ANSWERED_LATE: Partial<Record<Intent['kind'], ReturnType<typeof stoodAtClosing>>> = {
  recovered: 'certified',
  summed: 'revealed',
};

function isLegal(state: RoundState, kind: Intent['kind']): boolean {
  const stood = stoodAtClosing(state);
  return LEGAL[kind].includes(state.phase) || (stood !== null && stood === ANSWERED_LATE[kind]);
}

/** What anybody can compute who follows the round. */
const RESULTS: readonly Intent['kind'][] = ['recovered', 'summed', 'failed'];

export function intend(state: RoundState, event: Intent): Move {
  if (state.self === null && !RESULTS.includes(event.kind))
    return refuse(state, 'E_OBSERVER', 'who is not in the roster only follows this round');
  if (event.kind === 'accept' && state.phase === 'expired')
    return refuse(state, 'E_TOO_LATE', 'the time to accept is over: ask for a new proposal');
  if (!isLegal(state, event.kind))
    return refuse(
      state,
      'E_ILLEGAL_EVENT',
      hasEnded(state)
        ? `this round is over (${state.phase}): nothing was changed`
        : `not while the round is ${state.phase}: nothing was changed`,
    );
  switch (event.kind) {
    case 'accept':
      return accept(state, event);
    case 'decline':
    case 'abort':
      return say(state, event.kind, event);
    case 'prepared':
      return { state: { ...state, prepared: { clockBoundUs: event.clockBoundUs } }, effects: [] };
    case 'checked':
      return { state: { ...state, checked: event.setupDigest }, effects: [] };
    case 'measured':
      return { state: { ...state, measured: true }, effects: [] };
    case 'recovered':
      return recovered(state, event);
    case 'summed':
      return summed(state, event);
    case 'failed':
      return failed(state, event);
  }
}

function accept(
  state: RoundState,
  { packageVersion, lockfileDigest }: Extract<Event, { kind: 'accept' }>,
): Move {
  const message = { round: state.terms.roundId, packageVersion, lockfileDigest };
  return decide(state, { type: 'acceptance', message });
}

function say(
  state: RoundState,
  type: 'decline' | 'abort',
  { code, reason }: { code: string; reason: string },
): Move {
  const message = { round: state.terms.roundId, code, reason };
  if (type === 'decline') return decide(state, { type, message });
  if (!isStoppable(state))
    return refuse(state, 'E_ILLEGAL_EVENT', 'the window is closed: what was measured is added up');
  return (
    ask(state, 'abort', { kind: 'sign', statement: { type, message } }) ??
    refuse(state, 'E_ALREADY_ABORTED', 'this org has aborted the round already')
  );
}

function decide(state: RoundState, statement: Statement): Move {
  return (
    ask(state, 'decision', { kind: 'sign', statement }) ??
    refuse(state, 'E_ALREADY_DECIDED', 'this org has decided already, and a decision stands')
  );
}

function recovered(
  state: RoundState,
  { recovered: rebuilt, badDealers }: Extract<Event, { kind: 'recovered' }>,
): Move {
  if (!isRecovered(state, rebuilt))
    return refuse(state, 'E_MALFORMED', 'a rebuilt seed is not the one that was hashed');
  const { id } = state.terms.sums[state.current] as SumPlan;
  const before = currentSum(state);
  const next = withSum(state, {
    recovered: merged(before.recovered, rebuilt),
    badDealers: [...new Set([...before.badDealers, ...badDealers])],
  });
  const ids = allOf(currentSum(state), 'shareReveal').map((statement) => statement.id);
  return badDealers.reduce<Move>(
    ({ state: before, effects }, org) => {
      const accusing = { kind: 'accuse', lie: 'badDealer', org, ids } as const;
      const asked = ask(before, `accuse/${id}/badDealer/${org}`, accusing);
      return asked
        ? { state: asked.state, effects: [...effects, ...asked.effects] }
        : { state: before, effects };
    },
    { state: next, effects: [] },
  );
}

/** What was rebuilt stays so, whatever is missing later. */
function merged(before: Recovered | null, { selves, pairs }: Recovered): Recovered {
  const known = new Map(
    [...(before?.pairs ?? []), ...pairs].map((pair) => [`${pair.member}/${pair.outsider}`, pair]),
  );
  return { selves: new Map([...(before?.selves ?? []), ...selves]), pairs: [...known.values()] };
}

function summed(
  state: RoundState,
  { lanes, reportDigest }: Extract<Event, { kind: 'summed' }>,
): Move {
  if (currentSum(state).lanes)
    return refuse(state, 'E_ILLEGAL_EVENT', 'this sum is added up already');
  return { state: withSum(state, { lanes, reportDigest }), effects: [] };
}

/** What can not be done ends the round; but a decision that could not be signed was never said. */
function failed(state: RoundState, { end }: Extract<Event, { kind: 'failed' }>): Move {
  return state.phase === 'proposed' ? takeBack(state) : giveUp(state, end);
}

/** It can be made again while there is time. */
function takeBack(state: RoundState): Move {
  const { self, acceptances } = state;
  const said = self !== null && acceptances.has(self) ? ['decision'] : [];
  return { state: { ...state, asked: new Set(said) }, effects: [] };
}

function refuse(state: RoundState, code: string, message: string): Move {
  const error: Refusal = {
    code,
    message,
    details: { phase: state.phase, round: state.terms.round },
  };
  return { state, effects: [{ kind: 'refuse', error }] };
}
