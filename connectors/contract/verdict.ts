/** How a request ended, and the requests that still wait for their end: shared by connectors that see block events. */
import type { FailureClass, TxStatus } from './tx-status.ts';

/** `finalUs`: monotonic microseconds (`performance.now() * 1000`). */
export type Verdict =
  | { valid: true; finalUs: number; height?: number; result?: unknown }
  | {
      valid: false;
      finalUs: number;
      height?: number;
      failureClass: FailureClass;
      message: string;
    };

export function nowUs(): number {
  return performance.now() * 1000;
}

export function failure(failureClass: FailureClass, message: string): Verdict {
  return { valid: false, finalUs: nowUs(), failureClass, message };
}

/** Writes the verdict into the status and returns it. */
export function conclude(status: TxStatus, verdict: Verdict): TxStatus {
  status.finalUs = verdict.finalUs;
  if (verdict.height !== undefined) status.Set('block_height', verdict.height);
  if (verdict.valid) {
    status.SetResult(verdict.result ?? null);
    status.SetVerification(true);
    status.SetStatusSuccess(Math.round(performance.timeOrigin + verdict.finalUs / 1000));
  } else {
    status.failureClass = verdict.failureClass;
    status.SetErrMsg(0, verdict.message);
    status.SetStatusFail();
  }
  return status;
}

interface Waiting {
  settle(verdict: Verdict): void;
  timer: NodeJS.Timeout;
}

/** Transactions in flight, by id. None waits for ever: each ends by a verdict, its time-out, or `settleAll`. */
export class InFlight {
  readonly #timeoutMs: number;
  readonly #waiting = new Map<string, Waiting>();

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  get size(): number {
    return this.#waiting.size;
  }

  has(id: string): boolean {
    return this.#waiting.has(id);
  }

  /** To be called before the transaction leaves, as its block may come before the answer. */
  wait(id: string): Promise<Verdict> {
    return new Promise((settle) => {
      const timer = setTimeout(() => {
        this.settle(id, failure('other', `not final within ${this.#timeoutMs} ms`));
      }, this.#timeoutMs);
      this.#waiting.set(id, { settle, timer });
    });
  }

  /** Returns false for an id that nobody waits for, such as another org's. */
  settle(id: string, verdict: Verdict): boolean {
    const waiting = this.#waiting.get(id);
    if (!waiting) return false;
    this.#waiting.delete(id);
    clearTimeout(waiting.timer);
    waiting.settle(verdict);
    return true;
  }

  settleAll(verdict: Verdict): void {
    for (const id of [...this.#waiting.keys()]) this.settle(id, verdict);
  }
}
