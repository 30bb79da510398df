/** The `ethereum` section of a network file, and the files that it names. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Abi, Hex } from 'viem';
import * as v from 'valibot';
import { reasonOf } from '../errors.ts';
import { networkFileError, parseSection } from '../network-file.ts';
import { checkShape, plainObject } from '../shape.ts';

const text = v.pipe(v.string(), v.minLength(1));
const matching = (pattern: RegExp, rule: string) => v.pipe(v.string(), v.regex(pattern, rule));
const whole = (least: number, most = Number.MAX_SAFE_INTEGER) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));
const wei = v.pipe(
  v.union([whole(0), matching(/^\d+$/, 'must be a whole number')]),
  v.transform((value) => BigInt(value)),
);
const gas = whole(21_000);
const address = matching(/^0x[0-9a-fA-F]{40}$/, 'must be an address (0x and 40 digits)');

const schema = v.strictObject({
  /** JSON-RPC of the org's own node: `ws:` or `wss:` (block events are pushed), `http:` or `https:` (asked for). */
  url: matching(/^(ws|http)s?:\/\//, 'must start with ws://, wss://, http:// or https://'),
  /** JSON file from the workspace: a list of private keys of the org's own accounts. */
  accounts: text,
  contracts: v.optional(
    v.array(
      v.strictObject({
        id: v.pipe(text, v.maxLength(128)),
        /** JSON file from the workspace: `{abi, bytecode}`. */
        path: text,
        constructorArguments: v.optional(v.array(v.unknown()), []),
        /** Of a contract that is on the chain already: nothing is deployed. */
        address: v.optional(address),
        deployGas: v.optional(gas, 3_000_000),
        /** Gas limit by function, computed beforehand; nothing is estimated per transaction. */
        gas: v.optional(v.pipe(plainObject, v.record(v.string(), gas)), {}),
      }),
    ),
    [],
  ),
  /** Gas limit of functions that `contracts[].gas` does not name. */
  defaultGas: v.optional(gas, 300_000),
  /** Wei per gas. Absent: ten times the base fee at the round's start. 0 on free chains. */
  maxFeePerGas: v.optional(wei),
  /** How often an `http:` endpoint is asked for new blocks. */
  pollMs: v.optional(whole(5, 1_000), 50),
  /** A transaction that is not in a block by then counts as failed (milliseconds). */
  timeoutMs: v.optional(whole(1, 3_600_000), 60_000),
});

export type EthereumSettings = v.InferOutput<typeof schema>;
export type ContractSettings = EthereumSettings['contracts'][number];

/** @throws ConnectorError E_NETWORK_FILE naming the key. */
export function parseEthereumSettings(network: unknown): EthereumSettings {
  return parseSection('ethereum', schema, network);
}

const hex = matching(/^0x([0-9a-fA-F]{2})+$/, 'must be hex with 0x');
const artifact = v.object({ abi: v.array(v.unknown()), bytecode: hex });
const keys = v.pipe(
  v.array(matching(/^0x[0-9a-fA-F]{64}$/, 'must be a private key (0x and 64 digits)')),
  v.minLength(1),
);

export interface Artifact {
  abi: Abi;
  bytecode: Hex;
}

/** @throws ConnectorError E_NETWORK_FILE */
export async function readArtifact(path: string, workspace: string): Promise<Artifact> {
  return (await readJson('ethereum.contracts', path, workspace, artifact)) as Artifact;
}

/** @throws ConnectorError E_NETWORK_FILE; the message never holds what stands in the file. */
export async function readKeys(path: string, workspace: string): Promise<Hex[]> {
  return (await readJson('ethereum.accounts', path, workspace, keys)) as Hex[];
}

async function readJson<S extends v.GenericSchema>(
  key: string,
  path: string,
  workspace: string,
  schema: S,
): Promise<v.InferOutput<S>> {
  const text = await readFile(resolve(workspace, path), 'utf8').catch((error: unknown) => {
    throw networkFileError(key, reasonOf(error));
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw networkFileError(key, `"${path}" is not JSON`);
  }
  const { value, flaw } = checkShape(schema, json);
  if (flaw) throw networkFileError(key, `"${path}", ${flaw.text}`);
  return value;
}
