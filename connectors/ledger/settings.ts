/** The `ledger` section of a network file. */
import * as v from 'valibot';
import { parseSection } from '../network-file.ts';

const schema = v.strictObject({
  /** The org's own peer, `host:port`. */
  endpoint: v.pipe(v.string(), v.regex(/^.+:\d{1,5}$/, 'must be host:port of your own peer')),
  contracts: v.optional(
    v.array(
      v.strictObject({
        /** Known to the org's own workload; choose one that tells nothing. */
        id: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
        /** Of the contract's source, from the workspace. */
        path: v.pipe(v.string(), v.minLength(1)),
        initArguments: v.optional(v.array(v.unknown()), []),
      }),
    ),
    [],
  ),
  /** A transaction that is not final by then counts as failed (milliseconds). */
  timeoutMs: v.optional(
    v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(3_600_000)),
    30_000,
  ),
});

export type LedgerSettings = v.InferOutput<typeof schema>;

/** @throws ConnectorError E_NETWORK_FILE naming the key. */
export function parseLedgerSettings(network: unknown): LedgerSettings {
  return parseSection('ledger', schema, network);
}
