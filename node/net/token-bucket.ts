/**
 * How much one author may send: a bucket of tokens that fills at a steady rate. Pure but for its own count.
 */
export interface TokenBucket {
  /** Takes so many tokens, one by default, or none when there are fewer. */
  take(nowMs: number, wanted?: number): boolean;
}

/** @param burst the most that may be taken at once. @param perSecond the rate at which it fills */
export function createTokenBucket(burst: number, perSecond: number): TokenBucket {
  let tokens = burst;
  let filledMs: number | undefined;
  return {
    take(nowMs, wanted = 1) {
      const passedMs = filledMs === undefined ? 0 : Math.max(0, nowMs - filledMs);
      tokens = Math.min(burst, tokens + (passedMs * perSecond) / 1000);
      filledMs = nowMs;
      if (tokens < wanted) return false;
      tokens -= wanted;
      return true;
    },
  };
}
