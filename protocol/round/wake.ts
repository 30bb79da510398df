/** When the machine wants to be woken by a tick: the next instant of the proposal that matters in this phase. */
import { contributeAtMs, windowOf } from '../terms.ts';
import { hasEnded, type RoundState } from './state.ts';

/** ms since 1970; null when nothing is left to wait for. */
export function wakeAt(state: RoundState): number | null {
  const { schedule, sums } = state.terms;
  if (hasEnded(state))
    return state.asked.has('wipe') || state.self === null ? null : schedule.closingMs;
  const plan = sums[state.current];
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
      return windowOf(schedule).fromMs;
    case 'running': {
      const contributeMs = contributeAtMs(state.terms);
      return state.nowMs < contributeMs ? contributeMs : (plan?.cutMs ?? null);
    }
    case 'observed':
    case 'contributing':
      return plan && state.nowMs < plan.cutMs ? plan.cutMs : (plan?.voteByMs ?? null);
    default:
      return schedule.closingMs;
  }
}
