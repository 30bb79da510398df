/**
 * The node's clock: wall time in microseconds that never runs backwards, and exact waiting.
 *
 * Trap: `performance.timeOrigin + performance.now()` is monotonic and fine-grained, but its origin is read once, when
 * the process starts. It differs by up to 0.8 ms between processes of one machine, and it does not follow later steps
 * of the system clock. net/clock-sync.ts therefore measures this clock, not `Date.now()`, against the other peers'.
 */
import { setImmediate as immediate, setTimeout as delay } from 'node:timers/promises';

export interface Clock {
  /** Microseconds since 1970, an integer, monotonic. */
  nowUs(): number;
  /** Milliseconds since 1970, an integer, monotonic. */
  nowMs(): number;
  /** Resolves at `atMs` (since 1970) or up to 1 ms later, at once when it has passed. @throws AbortError */
  sleepUntil(atMs: number, signal?: AbortSignal): Promise<void>;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** a timer may fire this late, so the last stretch is waited out turn by turn of the event loop */
const LAST_STRETCH_MS = 2;

export function createClock(): Clock {
  const nowUs = () => Math.floor((performance.timeOrigin + performance.now()) * 1000);
  return {
    nowUs,
    nowMs: () => Math.floor(nowUs() / 1000),
    async sleepUntil(atMs, signal) {
      for (;;) {
        const leftMs = atMs - nowUs() / 1000;
        if (leftMs <= 0) break;
        if (leftMs > LAST_STRETCH_MS) {
          const waitMs = Math.min(leftMs - LAST_STRETCH_MS, LONGEST_TIMER_MS);
          await delay(waitMs, undefined, signal ? { signal } : {});
        } else await immediate(undefined, signal ? { signal } : {});
      }
      signal?.throwIfAborted();
    },
  };
}
