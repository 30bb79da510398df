/**
 * The ends of a round. Until the closing instant a valid certificate supersedes whatever a member gave up before it had
 * one, and a set-up that was signed by all supersedes `notReady`; at the closing instant the round's secrets are erased.
 */
import { certifiedSet } from './certificate.ts';
import { enterSum } from './entering.ts';
import { ask, move, type Move } from './move.ts';
import { currentSum, hasAll, withSum, type RoundState } from './state.ts';
import { readyOf } from './preparing.ts';

export function ended(state: RoundState): Move | null {
  if (state.nowMs >= state.terms.schedule.closingMs) return ask(state, 'wipe', { kind: 'wipe' });
  if (!canBeSuperseded(state)) return null;
  const entered = enterSum(state);
  const certified = certifiedSet(entered, currentSum(entered));
  if (certified)
    return move(
      { ...withSum(entered, { certified, certifiedMs: state.nowMs }), end: null },
      'certified',
    );
  return allSigned(state) ? move({ ...state, end: null }, 'ready') : null;
}

/** What a member gave up after it had signed the set-up, and before it had a certificate. */
export function canBeSuperseded(state: RoundState): boolean {
  const gaveUp = state.phase === 'notReady' || state.phase === 'aborted';
  return gaveUp && state.readies.has(state.self ?? '') && !currentSum(state).certified;
}

/** A signature that came after the start: the others have begun. */
function allSigned(state: RoundState): boolean {
  const late =
    state.phase === 'notReady' && ['deadline', 'otherSetup'].includes(state.end?.code ?? '');
  return (
    late && hasAll(state, state.keys) && state.terms.roster.every((org) => readyOf(state, org))
  );
}
