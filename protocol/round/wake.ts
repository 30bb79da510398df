/** When the machine wants to be woken by a tick: the next instant of the proposal that matters in this phase. */
import { windowOf } from '../terms.ts';
import { hasEnded, type RoundState } from './state.ts';

/** ms since 1970; null when nothing is left to wait for. */
export function wakeAt(state: RoundState): number | null {
  const { schedule, sums } = state.terms;
  if (hasEnded(state))
    return state.asked.has('wipe') || state.self === null ? null : schedule.closingMs;
  const plan = sums[state.current];
  const window = windowOf(schedule);
  switch (state.phase) {
    case 'proposed':
      return schedule.acceptByMs;
    case 'accepted':
      return schedule.commitByMs;
    case 'committed':
    case 'preparing':
      return state.self === null ? schedule.startMs : schedule.readyByMs;
    case 'ready':
      return schedule.startMs;
    case 'warmUp':
      return window.fromMs;
    case 'running':
      return state.nowMs < window.drainedMs ? window.drainedMs : (plan?.cutMs ?? null);
    case 'observed':
    case 'contributing':
      return plan && state.nowMs < plan.cutMs ? plan.cutMs : (plan?.voteByMs ?? null);
    default:
      return schedule.closingMs;
  }
}
