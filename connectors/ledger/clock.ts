/** The ledger's time, passed in: real in its process, turned by hand in tests. */
export interface LedgerClock {
  /** Monotonic microseconds. */
  nowUs(): number;
  /** Runs once after `delayUs`; returns a function that cancels it. */
  after(delayUs: number, run: () => void): () => void;
}

export const systemClock: LedgerClock = {
  nowUs: () => performance.now() * 1000,
  after(delayUs, run) {
    const timer = setTimeout(run, delayUs / 1000);
    return () => clearTimeout(timer);
  },
};

/** Integer microseconds since the epoch of a monotonic instant of this process. */
export function epochUs(monotonicUs: number): number {
  return Math.round(performance.timeOrigin * 1000 + monotonicUs);
}
