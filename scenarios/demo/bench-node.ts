/** `bench-node` as a user runs it: commands, and peers that stay. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openControl, type ControlClient } from '../../node/control/client.ts';

const PROGRAM = fileURLToPath(new URL('../../node/bench-node.js', import.meta.url));

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end. */
export function benchNode(args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 70, ...output }));
  });
}

/** The same, for commands that must succeed. @throws Error with what the command printed */
export async function mustRun(args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await benchNode(args);
  if (code !== 0)
    throw new Error(`bench-node ${args.join(' ')} ended with ${code}: ${stderr || stdout}`);
  return stdout;
}

export interface Peer {
  readonly org: string;
  readonly home: string;
  readonly pid: number;
  readonly control: ControlClient;
  /** the end of its output, once it is gone; undefined while it runs */
  lastWords(): string | undefined;
  /** Ends it as Ctrl-C does; resolves when it is gone. */
  stop(): Promise<void>;
  /** Ends it as a power cut does; resolves when it is gone. */
  kill(): Promise<void>;
}

const START_MS = 60_000;
const STOP_MS = 5_000;
const POLL_MS = 100;

/**
 * Starts a peer and waits until its control API answers. `program` is what it runs instead of this one's bench-node.
 * @throws Error with the end of its output
 */
export async function startPeer(
  org: string,
  home: string,
  passphrase: string,
  program = PROGRAM,
): Promise<Peer> {
  const args = ['--org', org, '--home', home, '--passphrase-file', passphrase];
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let tail = '';
  const log = createWriteStream(join(home, 'peer.out'), { mode: 0o600 });
  for (const output of [child.stdout, child.stderr])
    output.setEncoding('utf8').on('data', (text: string) => {
      log.write(text);
      tail = (tail + text).slice(-2_000);
    });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const control = await answering(child, org, home, () => tail);
  return {
    org,
    home,
    pid: child.pid as number,
    control,
    lastWords: () => ((child.exitCode ?? child.signalCode) === null ? undefined : tail.trim()),
    async stop() {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(force);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function answering(
  child: ChildProcess,
  org: string,
  home: string,
  tail: () => string,
): Promise<ControlClient> {
  const lastMs = performance.now() + START_MS;
  while (child.exitCode === null && performance.now() < lastMs) {
    await delay(POLL_MS);
    try {
      const control = openControl(join(home, 'node', 'control.json'), org);
      await control.status();
      return control;
    } catch {
      continue;
    }
  }
  child.kill('SIGKILL');
  throw new Error(`the peer of ${org} did not start: ${tail().trim()}`);
}

/** Systems give connections that go out ports above these: a port from here is still free when its peer starts. */
const PORTS = [10_000, 32_000] as const;

/** As many loopback ports that are free now. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = randomInt(...PORTS);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
