/** `bench-node demo`: starts scenarios/demo, a program of its own that drives nodes as a user would. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { NodeError } from '../errors.ts';
import type { ExitCode } from '../exit-codes.ts';
import { entryPath } from '../package-paths.ts';
import type { GlobalOptions } from './command.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One Ctrl-C can come twice: from the terminal, and from the program that started this one. */
const SAME_SIGNAL_MS = 500;

export async function run(flags: readonly string[], { json }: GlobalOptions): Promise<ExitCode> {
  const program = entryPath('../../scenarios/demo/main', import.meta.url);
  if (!existsSync(program))
    throw new NodeError('E_NO_FILE', `the demo is missing from this package: ${program}`);
  const args = [program, ...flags, ...(json ? ['--json'] : [])];
  // In a group of its own, so that a Ctrl-C of the terminal ends its nodes through it alone, and in order.
  const child = spawn(process.execPath, args, { stdio: 'inherit', detached: true });
  const forward = forwarder(child);
  for (const signal of SIGNALS) process.on(signal, forward);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  child.once('error', reject);
  child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  try {
    return (await promise) as ExitCode;
  } finally {
    for (const signal of SIGNALS) process.off(signal, forward);
  }
}

/** The first signal asks the demo to end all that it started; the second one ends the whole group at once. */
function forwarder(child: ChildProcess): (signal: NodeJS.Signals) => void {
  let firstMs: number | undefined;
  return (signal) => {
    if (firstMs === undefined) {
      firstMs = performance.now();
      child.kill(signal);
    } else if (performance.now() - firstMs > SAME_SIGNAL_MS && child.pid !== undefined) {
      process.kill(-child.pid, 'SIGKILL');
    }
  };
}
