/**
 * The network file: what Caliper calls the SUT's description. Only `caliper.blockchain` is common to all
 * connectors; `bench.connector` is our own name for it. Everything else belongs to the connector named there.
 */
import { z } from 'zod';
import { ConnectorError } from './errors.ts';

const name = z.string().min(1);
const schema = z.union([
  z.looseObject({ caliper: z.looseObject({ blockchain: name }) }),
  z.looseObject({ bench: z.looseObject({ connector: name }) }),
]);

export interface NetworkFile {
  /** Built-in name, path from the workspace, or npm package: what `loadConnector` takes. */
  connector: string;
  /** The whole file, for the connector to read its own section. */
  network: Readonly<Record<string, unknown>>;
}

/** @param value the file, parsed from YAML or JSON. @throws ConnectorError E_NETWORK_FILE naming the key. */
export function parseNetworkFile(value: unknown): NetworkFile {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw networkFileError(
      'caliper.blockchain',
      'must name a connector, for example "ledger" ("null" in quotes: without them it is no name)',
    );
  }
  const network = parsed.data as Record<string, Record<string, string> | undefined>;
  const connector = network['bench']?.['connector'] ?? network['caliper']?.['blockchain'];
  return { connector: connector as string, network };
}

/** Reads one connector's section. @throws ConnectorError E_NETWORK_FILE naming the first key that is wrong. */
export function parseSection<T>(section: string, shape: z.ZodType<T>, network: unknown): T {
  const value =
    network !== null && typeof network === 'object'
      ? (network as Record<string, unknown>)[section]
      : undefined;
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const key = [section, ...(issue?.path ?? []), ...unknownKey].join('.');
  throw networkFileError(key, issue?.message ?? 'is wrong');
}

export function networkFileError(key: string, rule: string): ConnectorError {
  return new ConnectorError('E_NETWORK_FILE', `network file, ${key}: ${rule}`, { key });
}
