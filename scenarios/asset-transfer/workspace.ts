/** Fills a folder with one org's private part of the scenario: its own contract id, arguments, rate and accounts. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hex } from 'viem';
import { parse, stringify } from 'yaml';

export interface WorkspaceOptions {
  sut: 'ledger' | 'ethereum';
  org: string;
  /** Ledger: `host:port` of the org's own peer. Ethereum: URL of its own node. */
  endpoint: string;
  /** Intended requests per second, reads and transactions together. */
  tps: number;
  seed: number;
  /** Ethereum: private keys (default: eight new ones). */
  accounts?: readonly Hex[];
  /** Share of the transfers that the contract refuses, 0 to 1 (default 0). */
  overdraftShare?: number;
}

export interface Workspace {
  dir: string;
  /** What was written there. */
  files: string[];
  contractId: string;
  /** Ethereum: the accounts that somebody has to fund. */
  addresses: string[];
}

const TEMPLATE = fileURLToPath(new URL('./private', import.meta.url));
const COMMON = ['workload.js', 'package.json'] as const;
const FILES = {
  ledger: ['contract.js'],
  ethereum: ['AssetTransfer.sol', 'AssetTransfer.json'],
} as const;
const ACCOUNTS = 8;

/** Writes into `dir`, which is made if need be; files that are there are replaced. */
export async function writeWorkspace(dir: string, options: WorkspaceOptions): Promise<Workspace> {
  const { sut, org, seed } = options;
  const contractId = `at-${createHash('sha256').update(`${org}/${seed}`).digest('hex').slice(0, 12)}`;
  await mkdir(dir, { recursive: true });
  for (const file of COMMON) await copyFile(join(TEMPLATE, file), join(dir, file));
  for (const file of FILES[sut]) await copyFile(join(TEMPLATE, sut, file), join(dir, file));
  await rewrite('benchmark.yaml', dir, (file) => fillBenchmark(file, options, contractId));
  await rewrite(join(sut, 'network.yaml'), dir, (file) => fillNetwork(file, options, contractId));
  const addresses = sut === 'ethereum' ? await writeAccounts(dir, options.accounts) : [];
  const accounts = sut === 'ethereum' ? ['accounts.json'] : [];
  const files = ['network.yaml', 'benchmark.yaml', ...COMMON, ...FILES[sut], ...accounts];
  return { dir, files, contractId, addresses };
}

interface Benchmark {
  test: {
    rounds: [
      {
        rateControl: { opts: { tps: number } };
        workload: { arguments: Record<string, unknown> };
      },
    ];
  };
}

function fillBenchmark(file: unknown, options: WorkspaceOptions, contractId: string): void {
  const [round] = (file as Benchmark).test.rounds;
  round.rateControl.opts.tps = options.tps;
  Object.assign(round.workload.arguments, {
    contractId,
    seed: options.seed,
    overdraftShare: options.overdraftShare ?? 0,
  });
}

function fillNetwork(file: unknown, options: WorkspaceOptions, contractId: string): void {
  type Section = { endpoint?: string; url?: string; contracts: [{ id: string }] };
  const section = (file as Record<string, Section>)[options.sut] as Section;
  section[options.sut === 'ledger' ? 'endpoint' : 'url'] = options.endpoint;
  section.contracts[0].id = contractId;
}

/** Reads a template, lets `fill` change it, writes it under its last name. */
async function rewrite(path: string, dir: string, fill: (file: unknown) => void): Promise<void> {
  const file: unknown = parse(await readFile(join(TEMPLATE, path), 'utf8'));
  fill(file);
  await writeFile(join(dir, path.replace(/^.*[\\/]/, '')), stringify(file));
}

/** The keys stay in a file that only its owner reads. */
async function writeAccounts(dir: string, given?: readonly Hex[]): Promise<string[]> {
  // a library that takes long to load, and that only chains need
  const { generatePrivateKey, privateKeyToAccount } = await import('viem/accounts');
  const keys = given ?? Array.from({ length: ACCOUNTS }, () => generatePrivateKey());
  const file = join(dir, 'accounts.json');
  await writeFile(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return keys.map((key) => privateKeyToAccount(key).address);
}
