/**
 * A certificate that is shown shortly before the closing instant. Whoever opens its seeds then may be too late for a
 * result, while who held the certificate back has the sum. So from a certain instant on a certificate is obeyed only when
 * others are seen to have opened under it: one at first, one more in each of f+1 steps. One of f+1 openers is honest, and
 * what it saw and opened itself is enough for everybody in the next step: all honest members open, or too few for anybody
 * to add up (after Dolev and Strong 1983, SIAM J. Comput. 12(4), where each step asks for one more signature).
 *
 * That holds when a step is longer than two honest clocks may be apart and what one opened takes to the other.
 */
import { sameBytes } from '../digest.ts';
import { clockLimitUs, firstViewMs, type SumPlan, type Terms } from '../terms.ts';
import { allOf, type CertifiedSet, type RoundState, type SumState } from './state.ts';

/** What was opened, and why, to a vault and over a slow network. */
const HEARD_MS = 600;

interface Late {
  /** ms since 1970: no voting deadline is later */
  readonly fromMs: number;
  /** from then on nothing is obeyed until the closing instant; at least a view, and a clock's difference, before it */
  readonly toMs: number;
}

/** The steps: as long as they need, where there is so much time after the voting deadline; in all at least a view. */
export function lateSteps(terms: Terms, plan: SumPlan): Late {
  const { closingMs } = terms.schedule;
  const viewMs = firstViewMs(terms, plan);
  const apartMs = Math.ceil(clockLimitUs(terms.schedule) / 1000);
  const mostMs = closingMs - plan.voteByMs;
  const lastMs = Math.min(viewMs + apartMs, mostMs - viewMs);
  const stepsMs = Math.min(Math.max(viewMs, (terms.f + 1) * (apartMs + HEARD_MS)), mostMs - lastMs);
  return { fromMs: closingMs - lastMs - stepsMs, toMs: closingMs - lastMs };
}

/** How many others must have opened under a certificate that is complete now; after the steps no number is enough. */
export function openersNeeded(terms: Terms, plan: SumPlan, nowMs: number): number {
  const { fromMs, toMs } = lateSteps(terms, plan);
  // after the closing instant nothing is opened, whatever is certified
  if (nowMs < fromMs || nowMs >= terms.schedule.closingMs) return 0;
  if (nowMs >= toMs) return Infinity;
  return Math.floor(((nowMs - fromMs) * (terms.f + 1)) / (toMs - fromMs)) + 1;
}

/** Whether this member obeys a certificate that it holds now. An auditor opens nothing, and follows. */
export function isObeyed(
  { terms, nowMs, self }: RoundState,
  plan: SumPlan,
  sum: SumState,
  { hash }: CertifiedSet,
): boolean {
  if (self === null) return true;
  const openings = [...allOf(sum, 'reveal'), ...allOf(sum, 'shareReveal')];
  const openers = openings.filter(({ message }) => sameBytes(message.set, hash));
  const others = new Set(openers.map(({ signer }) => signer));
  others.delete(self);
  return others.size >= openersNeeded(terms, plan, nowMs);
}
