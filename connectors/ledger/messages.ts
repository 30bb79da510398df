/**
 * What clients and a peer of the ledger say to each other: one JSON object per line.
 * A client asks, each ask is answered once under its `re` (a transaction that is to be lost: never); block events come
 * unasked after `hello`.
 */
import { z } from 'zod';
import type { FailureClass } from '../contract/tx-status.ts';

const text = z.string().min(1).max(128);
const args = z.array(z.unknown()).max(64);

const transaction = z.union([
  z.strictObject({ id: text, contract: text, verb: text, args }),
  z.strictObject({ id: text, contract: text, source: z.string().max(1_000_000), args }),
]);

export const askSchema = z.discriminatedUnion('op', [
  /** Asks for block events: those to come, and with `from` first those since that height. */
  z.strictObject({ op: z.literal('hello'), re: text, from: z.number().int().min(1).optional() }),
  z.strictObject({ op: z.literal('submit'), re: text, tx: transaction }),
  z.strictObject({ op: z.literal('read'), re: text, contract: text, verb: text, args }),
]);

export type Ask = z.infer<typeof askSchema>;
/** With `source` it installs that contract, and calls its `init(ctx, ...args)` if it has one. */
export type LedgerTx = z.infer<typeof transaction>;
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
