/** The `ledger` section of a network file. */
import { z } from 'zod';
import { parseSection } from '../network-file.ts';

const schema = z.strictObject({
  /** The org's own peer, `host:port`. */
  endpoint: z.string().regex(/^.+:\d{1,5}$/, 'must be host:port of your own peer'),
  contracts: z
    .array(
      z.strictObject({
        /** Known to the org's own workload; choose one that tells nothing. */
        id: z.string().min(1).max(128),
        /** Of the contract's source, from the workspace. */
        path: z.string().min(1),
        initArguments: z.array(z.unknown()).default([]),
      }),
    )
    .default([]),
  /** A transaction that is not final by then counts as failed (milliseconds). */
  timeoutMs: z.number().int().min(1).max(3_600_000).default(30_000),
});

export type LedgerSettings = z.output<typeof schema>;

/** @throws ConnectorError E_NETWORK_FILE naming the key. */
export function parseLedgerSettings(network: unknown): LedgerSettings {
  return parseSection('ledger', schema as z.ZodType<LedgerSettings>, network);
}
