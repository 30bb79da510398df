/**
 * The ends of a round. Until the closing instant a valid certificate supersedes `undecided`; at the closing instant the
 * round's secrets are erased.
 */
import { ask, move, type Move } from './move.ts';
import { currentSum, withSum, type RoundState } from './state.ts';
import { certifiedSet } from './voting.ts';

export function ended(state: RoundState): Move | null {
  if (state.nowMs >= state.terms.schedule.closingMs) return ask(state, 'wipe', { kind: 'wipe' });
  if (state.phase !== 'aborted' || state.end?.code !== 'undecided') return null;
  const certified = certifiedSet(state, currentSum(state));
  return certified ? move({ ...withSum(state, { certified }), end: null }, 'certified') : null;
}
