/** Two loads at once would each measure the other: an org takes part in one at a time. */
import { hasEnded, windowOf, type RoundState, type Terms } from '../../protocol/index.ts';

/** The id of an open round that this org accepted and whose load overlaps that of these terms; null when there is none. */
export function overlapping(
  terms: Pick<Terms, 'round' | 'schedule'>,
  others: readonly Pick<RoundState, 'phase' | 'end' | 'terms' | 'acceptances'>[],
  self: string,
): string | null {
  const own = windowOf(terms.schedule);
  const taken = others.find((other) => {
    if (other.terms.round === terms.round || hasEnded(other as RoundState)) return false;
    const { schedule } = other.terms;
    const apart =
      own.drainedMs <= schedule.startMs || windowOf(schedule).drainedMs <= terms.schedule.startMs;
    return other.acceptances.has(self) && !apart;
  });
  return taken?.terms.round ?? null;
}
