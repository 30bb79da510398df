/** When the machine wants to be woken by a tick: the next instant of the proposal that matters in this phase. */
import { contributeAtMs, windowOf, type SumPlan } from '../terms.ts';
import { currentSum, hasEnded, type RoundState } from './state.ts';
import { releaseMs } from './summing.ts';
import { clockView, viewStartMs } from './views.ts';
import { namingMs } from './voting.ts';

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
      return plan ? nextVote(state, plan) : null;
    case 'certified': {
      const release = plan ? releaseMs(state, plan, currentSum(state)) : 0;
      return state.nowMs < release && release < schedule.closingMs ? release : schedule.closingMs;
    }
    default:
      return schedule.closingMs;
  }
}

/** The cut, the instant at which the first coordinator names who is here, the next view, or the end of voting. */
function nextVote(state: RoundState, plan: SumPlan): number {
  const { terms, nowMs } = state;
  const view = clockView(terms, plan, nowMs);
  const instants = [plan.cutMs, namingMs(state, plan), viewStartMs(terms, plan, view + 1)];
  const next = instants.find((atMs) => atMs > nowMs) ?? plan.voteByMs;
  return Math.min(next, plan.voteByMs);
}
