/** Starts the embedded ledger in a process of its own: one peer per org on a random loopback port. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ControlAnswer, PeerCommand, PeerState } from '../../connectors/ledger/control.ts';

export interface LedgerNetworkOptions {
  orgs: readonly string[];
  /** Of the first org's peer, the others' follow it (default: each takes one that is free). */
  port?: number;
  /** Transactions per block (default 50). */
  blockSize?: number;
  /** Longest wait of a block's first transaction (default 250). */
  blockTimeoutMs?: number;
  /** Mean commit delay of each org's peer; absent: 0. */
  delaysMs?: Readonly<Record<string, number>>;
  /** Half width of the delays' jitter, as a share of the mean (default 0.2). */
  jitter?: number;
  seed?: number;
  /** Conflicting transactions come out invalid, as on Fabric (default false: they run one after the other). */
  versionedReads?: boolean;
  /** Share of the transactions that the ledger fails, 0 to 1 (default 0). */
  failShare?: number;
  /** Share of the transactions that are never heard of again, 0 to 1 (default 0). */
  dropShare?: number;
  /** The first so many transactions of each org are spared from both (default 0). */
  faultsAfter?: number;
  /** Writes the truth there: one JSON line per block and peer. */
  logFile?: string;
}

export interface LedgerNetwork {
  /** Org → `127.0.0.1:port` of its own peer. */
  peers: Record<string, string>;
  pid: number;
  /** Makes a peer lag, stop or come back; resolves when it has. @throws Error with what the ledger said. */
  control(command: PeerCommand): Promise<PeerState>;
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
  child.stdin.on('error', () => {});
  const said = createInterface(child.stdout);
  const gone = new Promise<undefined>((resolve) => {
    child.once('error', () => resolve(undefined));
    void ended.then(() => resolve(undefined));
  });
  const nextLine = (): Promise<string | undefined> =>
    Promise.race([new Promise<string>((resolve) => said.once('line', resolve)), gone]);
  const firstLine = await nextLine();
  if (firstLine === undefined) throw new Error(`the ledger did not start: ${complaint.trim()}`);
  const { peers } = JSON.parse(firstLine) as { peers: Record<string, string> };
  return {
    peers,
    pid: child.pid as number,
    control: inTurn(async (command: PeerCommand) => {
      const answer = nextLine();
      child.stdin.write(`${JSON.stringify(command)}\n`);
      const line = await answer;
      if (line === undefined) throw new Error('the ledger has ended');
      const state = JSON.parse(line) as ControlAnswer;
      if ('error' in state) throw new Error(`${state.error.code}: ${state.error.message}`);
      return state;
    }),
    async stop() {
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
      await ended;
      clearTimeout(kill);
    },
  };
}

/** One call after the other: each line is answered by the next. */
function inTurn<Given, Got>(work: (given: Given) => Promise<Got>): (given: Given) => Promise<Got> {
  let last: Promise<unknown> = Promise.resolve();
  return (given) => {
    const got = last.then(() => work(given));
    last = got.catch(() => {});
    return got;
  };
}

function flags(options: LedgerNetworkOptions): string[] {
  const delays = Object.entries(options.delaysMs ?? {}).map(([org, ms]) => `${org}=${ms}`);
  const given: [string, string | number | undefined][] = [
    ['--orgs', options.orgs.join(',')],
    ['--port', options.port],
    ['--block-size', options.blockSize],
    ['--block-timeout-ms', options.blockTimeoutMs],
    ['--delays', delays.length > 0 ? delays.join(',') : undefined],
    ['--jitter', options.jitter],
    ['--seed', options.seed],
    ['--fail-share', options.failShare],
    ['--drop-share', options.dropShare],
    ['--faults-after', options.faultsAfter],
    ['--log', options.logFile],
  ];
  const versioned = options.versionedReads ? ['--versioned-reads'] : [];
  return versioned.concat(
    given.flatMap(([flag, value]) => (value === undefined ? [] : [`${flag}=${value}`])),
  );
}
