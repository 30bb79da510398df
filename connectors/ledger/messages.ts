/**
 * What clients and a peer of the ledger say to each other: one JSON object per line.
 * A client asks, each ask is answered once under its `re` (a transaction that is to be lost: never); block events come
 * unasked after `hello`.
 */
import * as v from 'valibot';
import type { FailureClass } from '../contract/tx-status.ts';

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
const args = v.pipe(v.array(v.unknown()), v.maxLength(64));

const transaction = v.union([
  v.strictObject({ id: text, contract: text, verb: text, args }),
  v.strictObject({
    id: text,
    contract: text,
    source: v.pipe(v.string(), v.maxLength(1_000_000)),
    args,
  }),
]);

const height = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

export const askSchema = v.variant('op', [
  /** Asks for block events: those to come, and with `from` first those since that height. */
  v.strictObject({ op: v.literal('hello'), re: text, from: v.optional(height) }),
  v.strictObject({ op: v.literal('submit'), re: text, tx: transaction }),
  v.strictObject({ op: v.literal('read'), re: text, contract: text, verb: text, args }),
]);

export type Ask = v.InferOutput<typeof askSchema>;
/** With `source` it installs that contract, and calls its `init(ctx, ...args)` if it has one. */
export type LedgerTx = v.InferOutput<typeof transaction>;
export type InstallTx = Extract<LedgerTx, { source: string }>;
export type CallTx = Extract<LedgerTx, { verb: string }>;

export type Answer =
  | { re: string; ok: true; result?: unknown }
  | { re: string; ok: false; failureClass: FailureClass; message: string };

/** One transaction of a block; of an invalid one class and reason are told by the peer that took it only. */
export interface TxOutcome {
  id: string;
  valid: boolean;
  failureClass?: Extract<FailureClass, 'consensus' | 'version'>;
  why?: string;
}

export interface BlockEvent {
  block: { height: number; txs: TxOutcome[] };
}
