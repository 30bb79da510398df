/**
 * The arithmetic of the clock comparison: four timestamps per sample, as in NTP (RFC 5905 §8), and the median over the
 * samples. An asymmetric way is invisible, so the error is half of the round trip. All times in microseconds.
 */

/** Sent and received by one's own clock, received and sent by the other's. */
export interface ClockSample {
  readonly sentUs: number;
  readonly theirReceivedUs: number;
  readonly theirSentUs: number;
  readonly receivedUs: number;
}

export interface ClockOffset {
  /** the other's clock minus one's own */
  readonly offsetUs: number;
  /** half of the median round trip */
  readonly errorUs: number;
  /** |offset| + error: the clocks are at most this far apart */
  readonly boundUs: number;
}

/** @throws RangeError without samples */
export function clockOffset(samples: readonly ClockSample[]): ClockOffset {
  if (samples.length === 0) throw new RangeError('a clock offset needs at least one sample');
  const offsetUs = Math.round(
    median(samples.map((s) => (s.theirReceivedUs - s.sentUs + (s.theirSentUs - s.receivedUs)) / 2)),
  );
  const roundTripUs = median(
    samples.map((s) => s.receivedUs - s.sentUs - (s.theirSentUs - s.theirReceivedUs)),
  );
  const errorUs = Math.ceil(Math.max(0, roundTripUs) / 2);
  return { offsetUs, errorUs, boundUs: Math.abs(offsetUs) + errorUs };
}

/** The middle one, or the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}
