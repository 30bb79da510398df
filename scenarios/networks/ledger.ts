/** Starts the embedded ledger in a process of its own: one peer per org on a random loopback port. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface LedgerNetworkOptions {
  orgs: readonly string[];
  /** Transactions per block (default 50). */
  blockSize?: number;
  /** Longest wait of a block's first transaction (default 250). */
  blockTimeoutMs?: number;
  /** Mean commit delay of each org's peer; absent: 0. */
  delaysMs?: Readonly<Record<string, number>>;
  /** Half width of the delays' jitter, as a share of the mean (default 0.2). */
  jitter?: number;
  seed?: number;
  /** Writes the truth there: one JSON line per block and peer. */
  logFile?: string;
}

export interface LedgerNetwork {
  /** Org → `127.0.0.1:port` of its own peer. */
  peers: Record<string, string>;
  pid: number;
  /** Resolves when the process has ended and its log is written. */
  stop(): Promise<void>;
}

const KILL_AFTER_MS = 3000;
const EXTENSION = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const ENTRY = fileURLToPath(
  new URL(`../../connectors/ledger/process${EXTENSION}`, import.meta.url),
);

/** @throws Error with what the process said when it does not start. */
export async function startLedger(options: LedgerNetworkOptions): Promise<LedgerNetwork> {
  const child = spawn(process.execPath, [ENTRY, '--parent', ...flags(options)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {},
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const firstLine = await new Promise<string | undefined>((resolve) => {
    createInterface(child.stdout).once('line', resolve);
    child.once('error', () => resolve(undefined));
    void ended.then(() => resolve(undefined));
  });
  if (firstLine === undefined) throw new Error(`the ledger did not start: ${complaint.trim()}`);
  const { peers } = JSON.parse(firstLine) as { peers: Record<string, string> };
  return {
    peers,
    pid: child.pid as number,
    async stop() {
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
      await ended;
      clearTimeout(kill);
    },
  };
}

function flags(options: LedgerNetworkOptions): string[] {
  const delays = Object.entries(options.delaysMs ?? {}).map(([org, ms]) => `${org}=${ms}`);
  const given: [string, string | number | undefined][] = [
    ['--orgs', options.orgs.join(',')],
    ['--block-size', options.blockSize],
    ['--block-timeout-ms', options.blockTimeoutMs],
    ['--delays', delays.length > 0 ? delays.join(',') : undefined],
    ['--jitter', options.jitter],
    ['--seed', options.seed],
    ['--log', options.logFile],
  ];
  return given.flatMap(([flag, value]) => (value === undefined ? [] : [`${flag}=${value}`]));
}
