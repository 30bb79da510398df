/**
 * The views of an agreement. Each lasts a little longer than the one before, and the clock alone begins it: all instants
 * of a round stand in its proposal, and clocks were held against each other before Ready. Who is behind follows the votes
 * of f+1 members, for at least one honest clock is where they are (Buchman, Kwon, Milosevic 2018, arXiv:1807.04938, l. 55).
 */
import { firstViewMs, type SumPlan, type Terms } from '../terms.ts';
import { allOf, type RoundState, type SumState } from './state.ts';

/** When a view begins: ms since 1970. */
export function viewStartMs(terms: Terms, plan: SumPlan, view: number): number {
  return plan.cutMs + firstViewMs(terms, plan) * (view + (view * (view - 1)) / 12);
}

/** The view that the clock is in; the first one also before the cut. */
export function clockView(terms: Terms, plan: SumPlan, nowMs: number): number {
  let view = 0;
  while (viewStartMs(terms, plan, view + 1) <= nowMs) view++;
  return view;
}

/** The last view that begins before the voting deadline: nobody votes in a later one. */
export function lastView(terms: Terms, plan: SumPlan): number {
  return clockView(terms, plan, plan.voteByMs - 1);
}

/** The view that this member votes in: never an earlier one than it has voted in. */
export function currentView(state: RoundState, plan: SumPlan, sum: SumState): number {
  const { terms, self, nowMs } = state;
  const view = clockView(terms, plan, nowMs);
  const latest = new Map<string, number>();
  for (const type of ['prevote', 'precommit'] as const)
    for (const { signer, message } of allOf(sum, type))
      if (message.view > view) latest.set(signer, Math.max(latest.get(signer) ?? 0, message.view));
  const views = [...latest.values()].sort((a, b) => b - a);
  return Math.max(view, views[terms.f] ?? 0, latest.get(self ?? '') ?? 0);
}
