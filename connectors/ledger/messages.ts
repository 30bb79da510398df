/**
 * What clients and a peer of the ledger say to each other: one JSON object per line.
 * A client asks, each ask is answered once under its `re`; block events come unasked after `hello`.
 */
import { z } from 'zod';
import { type FailureClass } from '../contract/tx-status.ts';

const text = z.string().min(1).max(128);
const args = z.array(z.unknown()).max(64);

const transaction = z.union([
  z.strictObject({ id: text, contract: text, verb: text, args }),
  z.strictObject({ id: text, contract: text, source: z.string().max(1_000_000), args }),
]);

export const askSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('hello'), re: text }),
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

/** One transaction of a block event; `why` is told by the peer that took the transaction only. */
export interface TxOutcome {
  id: string;
  valid: boolean;
  why?: string;
}

export interface BlockEvent {
  block: { height: number; txs: TxOutcome[] };
}
