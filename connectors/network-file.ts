/**
 * The network file: what Caliper calls the SUT's description. Only `caliper.blockchain` is common to all
 * connectors; `bench.connector` is our own name for it. Everything else belongs to the connector named there.
 */
import * as v from 'valibot';
import { ConnectorError } from './errors.ts';
import { checkShape } from './shape.ts';

const name = v.pipe(v.string(), v.minLength(1));
const schema = v.union([
  v.object({ caliper: v.object({ blockchain: name }) }),
  v.object({ bench: v.object({ connector: name }) }),
]);

export interface NetworkFile {
  /** Built-in name, path from the workspace, or npm package: what `loadConnector` takes. */
  connector: string;
  /** The whole file, for the connector to read its own section. */
  network: Readonly<Record<string, unknown>>;
}

/** @param value the file, parsed from YAML or JSON. @throws ConnectorError E_NETWORK_FILE naming the key. */
export function parseNetworkFile(value: unknown): NetworkFile {
  if (!v.is(schema, value)) {
    throw networkFileError(
      'caliper.blockchain',
      'must name a connector, for example "ledger" ("null" in quotes: without them it is no name)',
    );
  }
  const network = value as Record<string, Record<string, string> | undefined>;
  const connector = network['bench']?.['connector'] ?? network['caliper']?.['blockchain'];
  return { connector: connector as string, network };
}

/** Reads one connector's section. @throws ConnectorError E_NETWORK_FILE naming the first key that is wrong. */
export function parseSection<S extends v.GenericSchema>(
  section: string,
  schema: S,
  network: unknown,
): v.InferOutput<S> {
  const given =
    network !== null && typeof network === 'object'
      ? (network as Record<string, unknown>)[section]
      : undefined;
  const { value, flaw } = checkShape(schema, given, [section]);
  if (!flaw) return value;
  throw new ConnectorError('E_NETWORK_FILE', `network file, ${flaw.text}`, { key: flaw.key });
}

export function networkFileError(key: string, rule: string): ConnectorError {
  return new ConnectorError('E_NETWORK_FILE', `network file, ${key}: ${rule}`, { key });
}
