/** Entering a sum: its context is fixed by the set-up and by every earlier result. */
import { contextFor, coordinatorOf, type StatementOf } from '../agreement.ts';
import { sameBytes } from '../digest.ts';
import { setupDigest } from './preparing.ts';
import { ask, type Move } from './move.ts';
import { currentSum, earlierResults, withSum, type RoundState, type SumType } from './state.ts';

/** Fixes the current sum's context; statements heard early under another context are dropped. */
export function enterSum(state: RoundState): RoundState {
  const plan = state.terms.sums[state.current];
  const setup = currentSum(state).context ? null : setupDigest(state);
  if (!plan || !setup) return state;
  const context = contextFor(plan, setup, earlierResults(state));
  const mine = <S extends { readonly message: { readonly context: Uint8Array } }>(
    heard: ReadonlyMap<string, S>,
  ) => new Map([...heard].filter(([, { message }]) => sameBytes(message.context, context)));
  const isMisplaced = ({ type, signer, message }: StatementOf<SumType>) =>
    type === 'candidate' && signer !== coordinatorOf(state.terms, context, message.view);
  const placed = <S extends StatementOf<SumType>>(heard: ReadonlyMap<string, S>) =>
    new Map([...mine(heard)].filter(([, statement]) => !isMisplaced(statement)));
  const sum = currentSum(state);
  return withSum(state, {
    context,
    contributions: mine(sum.contributions),
    candidates: placed(sum.candidates),
    prevotes: mine(sum.prevotes),
    precommits: mine(sum.precommits),
    reveals: mine(sum.reveals),
    shareReveals: mine(sum.shareReveals),
    results: mine(sum.results),
    seconds: placed(sum.seconds),
  });
}

/** Own contribution, asked for once for each sum: sending it is consent. */
export function contribute(state: RoundState): Move | null {
  const plan = state.terms.sums[state.current];
  const { context } = currentSum(state);
  if (!plan || !context || !state.measured || state.nowMs >= plan.cutMs) return null;
  // an own abort that its vault signed too late to stop anything stands: with it nobody takes the contribution
  if (state.asked.has('abort') || state.aborts.has(state.self ?? '')) return null;
  // as own Ready said, which a restarted peer still has; never 0, which would take no room in a message of fixed length
  const clockBoundUs = Math.max(1, state.readies.get(state.self ?? '')?.message.clockBoundUs ?? 1);
  const asking = { sum: plan.id, input: plan.input, context, clockBoundUs };
  return ask(state, `mask/${plan.id}`, { kind: 'mask', ...asking });
}
