/**
 * A member that can not go on ends the round for all. While the others can still be spared the load they are told the code;
 * the message may quote what is private to the org, so it stays at home.
 */
import { windowOf } from '../terms.ts';
import { ask, end, type Move } from './move.ts';
import type { End, EndPhase, Phase, RoundState } from './state.ts';

/** @param why - what failed: of the machine's own codes, or the code of an error */
export function giveUp(state: RoundState, why: End): Move {
  const phase = endAfter(state.phase);
  const code = why.code === 'E_CLOCK_APART' ? 'clock' : why.code;
  const ended = end(state, phase, code, why.message, why.details);
  const isDriving = state.phase === 'warmUp' || state.phase === 'running';
  const useful = phase !== 'aborted' || (isDriving && isStoppable(state));
  const message = { round: state.terms.roundId, code, reason: reasonOf(state, { ...why, code }) };
  const asked = useful
    ? ask(ended.state, 'abort', { kind: 'sign', statement: { type: 'abort', message } })
    : null;
  return {
    state: asked?.state ?? ended.state,
    effects: [...(asked?.effects ?? []), ...ended.effects],
  };
}

/** Until the window closes: later an abort that is shown to some would only keep them from contributing. */
export function isStoppable({ nowMs, terms }: RoundState): boolean {
  return nowMs < windowOf(terms.schedule).toMs;
}

function endAfter(phase: Phase): EndPhase {
  if (phase === 'accepted') return 'cancelled';
  return phase === 'committed' || phase === 'preparing' || phase === 'ready'
    ? 'notReady'
    : 'aborted';
}

/** The names of the roster that a failure is about, and nothing else of it: who proposes again must know whom to leave out. */
function reasonOf({ terms }: RoundState, { code, details }: End): string {
  const { org, orgs } = details ?? {};
  const named = terms.roster.filter((one) => [org, orgs].flat().includes(one));
  if (named.length === 0) return '';
  switch (code) {
    case 'clock':
      return `its clock can not be held against ${listed(named)}: too far away, or no answer`;
    case 'E_BAD_DEAL':
    case 'E_BAD_KEYS': {
      const flaw = named.length === 1 ? 'does not hold' : 'can not both be true';
      return `what ${named.join(' and ')} sent for the set-up ${flaw}`;
    }
    default:
      return '';
  }
}

/** A reason has at most 1000 characters (well-formed.ts), a name 32. */
const MOST_NAMED = 10;

function listed(named: readonly string[]): string {
  const more = named.length - MOST_NAMED;
  return named.slice(0, MOST_NAMED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
