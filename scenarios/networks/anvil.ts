/**
 * Starts Anvil, a real EVM chain of one node, on a random loopback port. Its program comes with the npm package of
 * this platform, else from PATH; where there is none, `findAnvil` says so.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

export interface AnvilOptions {
  /** Default: one that is free. */
  port?: number;
  /** Default 1000. */
  blockTimeMs?: number;
  /** Gas per block (default 300 million: the network should not be what limits a small machine). */
  gasLimit?: number;
}

export interface AnvilNetwork {
  /** `ws://127.0.0.1:port`; the same port speaks `http:`. */
  url: string;
  pid: number;
  stop(): Promise<void>;
}

const KILL_AFTER_MS = 3000;

/** Path of the program, or undefined where it is not installed. */
export function findAnvil(): string | undefined {
  const { resolve } = createRequire(import.meta.url);
  try {
    const manifest = resolve(`@foundry-rs/anvil-${process.platform}-${archName()}/package.json`);
    return join(dirname(manifest), 'bin', 'anvil');
  } catch {
    return spawnSync('anvil', ['--version']).status === 0 ? 'anvil' : undefined;
  }
}

function archName(): string {
  return process.arch === 'x64' ? 'amd64' : process.arch;
}

/** @throws Error when Anvil is not installed or does not start. */
export async function startAnvil(options: AnvilOptions = {}): Promise<AnvilNetwork> {
  const program = findAnvil();
  if (program === undefined) {
    throw new Error('no Anvil: run "npm ci" without --omit=optional, or put anvil on PATH');
  }
  const { port = 0, blockTimeMs = 1000, gasLimit = 300_000_000 } = options;
  const args = [
    ...['--host', '127.0.0.1', '--port', String(port), '--accounts', '1', '--order', 'fifo'],
    ...['--block-time', String(blockTimeMs / 1000), '--gas-limit', String(gasLimit)],
    // The last states stay in memory and none goes to a file; with none kept, reads fail while a block is made.
    ...['--prune-history', '64'],
  ];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  // Its standard error is read so that the pipe never fills.
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  const address = await new Promise<string | undefined>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      const listening = /^Listening on (127\.0\.0\.1:\d+)/.exec(line);
      if (listening) resolve(listening[1]);
    });
    child.once('error', () => resolve(undefined));
    void ended.then(() => resolve(undefined));
  });
  if (address === undefined) throw new Error(`Anvil did not start: ${complaint.trim()}`);
  return {
    url: `ws://${address}`,
    pid: child.pid as number,
    async stop() {
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
      await ended;
      clearTimeout(kill);
    },
  };
}

const THOUSAND_ETHER = `0x${(10n ** 21n).toString(16)}`;

/** Gives each account 1,000 ether. Only a test chain does that: it is Anvil's own method. */
export async function fundAccounts(url: string, addresses: readonly string[]): Promise<void> {
  const body = addresses.map((address, id) => ({
    jsonrpc: '2.0',
    id,
    method: 'anvil_setBalance',
    params: [address, THOUSAND_ETHER],
  }));
  const response = await fetch(url.replace(/^ws/, 'http'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answers = (await response.json()) as { error?: { message: string } }[];
  const failed = answers.find(({ error }) => error !== undefined);
  if (failed?.error) throw new Error(`could not fund the accounts: ${failed.error.message}`);
}
