/** Cuts transactions into blocks, in the order of their coming: by count, or by time since the first (as in Fabric). */
import type { LedgerClock } from './clock.ts';

export interface CutRule {
  /** Transactions per block, 1 or more. */
  blockSize: number;
  /** Longest wait of a block's first transaction, in microseconds. */
  blockTimeoutUs: number;
}

export class Orderer<Tx> {
  readonly #rule: CutRule;
  readonly #clock: LedgerClock;
  readonly #onBlock: (txs: Tx[]) => void;
  #waiting: Tx[] = [];
  #cancelTimeout: (() => void) | undefined;

  constructor(rule: CutRule, clock: LedgerClock, onBlock: (txs: Tx[]) => void) {
    this.#rule = rule;
    this.#clock = clock;
    this.#onBlock = onBlock;
  }

  submit(tx: Tx): void {
    this.#waiting.push(tx);
    if (this.#waiting.length >= this.#rule.blockSize) this.#cut();
    else this.#cancelTimeout ??= this.#clock.after(this.#rule.blockTimeoutUs, () => this.#cut());
  }

  stop(): void {
    this.#cancelTimeout?.();
    this.#cancelTimeout = undefined;
  }

  #cut(): void {
    this.stop();
    const txs = this.#waiting;
    this.#waiting = [];
    this.#onBlock(txs);
  }
}
