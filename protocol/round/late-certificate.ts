/**
 * A certificate that is shown shortly before the closing instant. Whoever opens its seeds then may be too late for a
 * result, while who held the certificate back has the sum. So from a certain instant on a certificate is obeyed only when
 * others are seen to have opened under it: one at first, one more in each of f+1 steps. One of f+1 openers is honest, and
 * what it saw and opened itself is enough for everybody in the next step: all honest members open, or too few for anybody
 * to add up (after Dolev and Strong 1983, SIAM J. Comput. 12(4), where each step asks for one more signature).
 */
import { sameBytes } from '../digest.ts';
import { firstViewMs, type SumPlan, type Terms } from '../terms.ts';
import { allOf, type CertifiedSet, type RoundState, type SumState } from './state.ts';

/** Two views before the closing instant, ms since 1970: no voting deadline is later. */
export function lateMs(terms: Terms, plan: SumPlan): number {
  return terms.schedule.closingMs - 2 * firstViewMs(terms, plan);
}

/** How many others must have opened under a certificate that is complete now; in the last view no number is enough. */
export function openersNeeded(terms: Terms, plan: SumPlan, nowMs: number): number {
  const lateForMs = nowMs - lateMs(terms, plan);
  // after the closing instant nothing is opened, whatever is certified
  if (lateForMs < 0 || nowMs >= terms.schedule.closingMs) return 0;
  const step = Math.floor((lateForMs * (terms.f + 1)) / firstViewMs(terms, plan));
  return step > terms.f ? Infinity : step + 1;
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
