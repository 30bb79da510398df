/**
 * The round as one total function. Every pair of phase and event is decided: an event is either taken in, changes
 * nothing, or is refused with a typed error and changes nothing (test/protocol/round/step.spec.ts walks every pair).
 *
 * A statement is first heard, whatever the order in which the network brings things; then the machine moves on for as long as what it
 * knows lets it. The same function runs in the node, in the simulator and in the auditor's verifier.
 */
import { accepted, proposed } from './agreeing.ts';
import { ended, stillHears } from './ended.ts';
import { observed, running, warmUp } from './driving.ts';
import type { Effect, Event } from './event.ts';
import { contradicted, hear, hearKeys, isRefusal } from './hear.ts';
import { intend } from './intend.ts';
import type { Move } from './move.ts';
import { committed, preparing, ready } from './preparing.ts';
import { hasEnded, type Phase, type RoundState } from './state.ts';
import { certified, revealed } from './summing.ts';
import { contributing } from './voting.ts';

const ADVANCE: Record<Phase, (state: RoundState) => Move | null> = {
  proposed,
  accepted,
  committed,
  preparing,
  ready,
  warmUp,
  running,
  observed,
  contributing,
  certified,
  revealed,
  published: ended,
  rejected: ended,
  cancelled: ended,
  expired: ended,
  notReady: ended,
  aborted: ended,
};

/**
 * The next state, and what the member does, in order. Time passes first, then the event is taken: what came after a
 * deadline never counts as having come before it. Never throws for what a peer or the time may bring.
 */
export function step(state: RoundState, event: Event): Move {
  const timed = event.nowMs > state.nowMs ? settle({ ...state, nowMs: event.nowMs }) : still(state);
  const taken = take(timed.state, event);
  if (taken.effects.some(({ kind }) => kind === 'refuse'))
    return { state: timed.state, effects: [...timed.effects, ...taken.effects] };
  const settled = settle(taken.state);
  return {
    state: settled.state,
    effects: [...timed.effects, ...taken.effects, ...settled.effects],
  };
}

const still = (state: RoundState): Move => ({ state, effects: [] });

/** Moves on until nothing follows from what is known. */
function settle(state: RoundState): Move {
  const all: Effect[] = [];
  for (let current = state; ;) {
    const next = ADVANCE[current.phase](current);
    if (!next) return { state: current, effects: all };
    all.push(...next.effects);
    current = next.state;
  }
}

function take(state: RoundState, event: Event): Move {
  switch (event.kind) {
    case 'tick':
      return { state, effects: [] };
    case 'message':
      return takeMessage(state, event);
    case 'keysId': {
      const heard = hasEnded(state) ? state : hearKeys(state, event.org, event.id);
      return isRefusal(heard)
        ? { state, effects: [{ kind: 'refuse', error: heard }] }
        : { state: heard, effects: [] };
    }
    default:
      return intend(state, event);
  }
}

function takeMessage(state: RoundState, { message }: Extract<Event, { kind: 'message' }>): Move {
  if (message.signer !== state.self && !stillHears(state, message)) return { state, effects: [] };
  const heard = hear(state, message);
  if (isRefusal(heard)) return { state, effects: [{ kind: 'refuse', error: heard }] };
  if (heard === state) return { state, effects: [] };
  const effects: Effect[] = [{ kind: 'persist', message }];
  if (message.signer === state.self) effects.push({ kind: 'send', message });
  const first = contradicted(state, message);
  if (first !== null) {
    const ids = [first, message.id];
    effects.push({ kind: 'accuse', lie: 'equivocation', org: message.signer, ids });
  }
  return { state: heard, effects };
}
