/** Warm-up → Running → Observed: everybody drives its own load at the agreed instants. */
import { contributeAtMs, windowOf } from '../terms.ts';
import { contribute, enterSum } from './entering.ts';
import { isStoppable } from './failing.ts';
import { end, move, type Move } from './move.ts';
import { currentSum, type RoundState } from './state.ts';

export function warmUp(state: RoundState): Move | null {
  return (
    stopped(state) ??
    (state.nowMs >= windowOf(state.terms.schedule).fromMs ? move(state, 'running') : null)
  );
}

/**
 * Everybody contributes at one instant, a moment after the drain: when an org's own last transaction was answered would tell
 * its tail, and how long it counted would tell how many had no answer.
 */
export function running(state: RoundState): Move | null {
  const aborted = isStoppable(state) ? stopped(state) : null;
  if (aborted) return aborted;
  if (state.nowMs < contributeAtMs(state.terms)) return null;
  const entered = enterSum(state);
  if (state.measured || hasContributed(state)) return move(entered, 'observed');
  const [first] = state.terms.sums;
  const late = state.self === null || (first && state.nowMs >= first.cutMs);
  return late ? move(entered, 'contributing', { kind: 'stopLoad' }) : null;
}

/** Own load is counted: the vault masks it, and sending it is consent. */
export function observed(state: RoundState): Move | null {
  const asked = contribute(state);
  if (asked) return asked;
  const sent = hasContributed(state);
  const late = state.nowMs >= (state.terms.sums[0]?.cutMs ?? 0);
  return sent || late ? move(state, 'contributing') : null;
}

/** Also what a member that starts again has of its earlier life: the measurement itself is in no transcript. */
const hasContributed = (state: RoundState) => currentSum(state).contributions.has(state.self ?? '');

/** Any member's abort stops the load everywhere. */
function stopped(state: RoundState): Move | null {
  const [abort] = state.aborts.values();
  if (!abort) return null;
  const { code, reason } = abort.message;
  return end(state, 'aborted', code, `${abort.signer} aborted: ${reason || code}`, {
    org: abort.signer,
  });
}
