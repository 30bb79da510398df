/** The `ethereum` section of a network file, and the files that it names. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Abi, Hex } from 'viem';
import { z } from 'zod';
import { reasonOf } from '../errors.ts';
import { networkFileError, parseSection } from '../network-file.ts';

const wei = z.union([z.number().int().min(0), z.string().regex(/^\d+$/)]).transform(BigInt);
const gas = z.number().int().min(21_000);
const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/, 'must be an address (0x and 40 digits)');

const schema = z.strictObject({
  /** JSON-RPC of the org's own node: `ws:` or `wss:` (block events are pushed), `http:` or `https:` (asked for). */
  url: z.string().regex(/^(ws|http)s?:\/\//, 'must start with ws://, wss://, http:// or https://'),
  /** JSON file from the workspace: a list of private keys of the org's own accounts. */
  accounts: z.string().min(1),
  contracts: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(128),
        /** JSON file from the workspace: `{abi, bytecode}`. */
        path: z.string().min(1),
        constructorArguments: z.array(z.unknown()).default([]),
        /** Of a contract that is on the chain already: nothing is deployed. */
        address: address.optional(),
        deployGas: gas.default(3_000_000),
        /** Gas limit by function, computed beforehand; nothing is estimated per transaction. */
        gas: z.record(z.string(), gas).default({}),
      }),
    )
    .default([]),
  /** Gas limit of functions that `contracts[].gas` does not name. */
  defaultGas: gas.default(300_000),
  /** Wei per gas. Absent: ten times the base fee at the round's start. 0 on free chains. */
  maxFeePerGas: wei.optional(),
  /** How often an `http:` endpoint is asked for new blocks. */
  pollMs: z.number().int().min(5).max(1000).default(50),
  /** A transaction that is not in a block by then counts as failed (milliseconds). */
  timeoutMs: z.number().int().min(1).max(3_600_000).default(60_000),
});

export type EthereumSettings = z.output<typeof schema>;
export type ContractSettings = EthereumSettings['contracts'][number];

/** @throws ConnectorError E_NETWORK_FILE naming the key. */
export function parseEthereumSettings(network: unknown): EthereumSettings {
  return parseSection('ethereum', schema as unknown as z.ZodType<EthereumSettings>, network);
}

const hex = z.string().regex(/^0x([0-9a-fA-F]{2})+$/, 'must be hex with 0x');
const artifact = z.object({ abi: z.array(z.unknown()), bytecode: hex });
const keys = z.array(z.string().regex(/^0x[0-9a-fA-F]{64}$/, 'not a private key')).min(1);

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

async function readJson<T>(
  key: string,
  path: string,
  workspace: string,
  shape: z.ZodType<T>,
): Promise<T> {
  const text = await readFile(resolve(workspace, path), 'utf8').catch((error: unknown) => {
    throw networkFileError(key, reasonOf(error));
  });
  try {
    return shape.parse(JSON.parse(text));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    const where = issue ? `${issue.path.join('.')}: ${issue.message}` : 'is not JSON';
    throw networkFileError(key, `"${path}" ${where}`);
  }
}
