/** `bench-node demo`: starts scenarios/demo, a program of its own that drives nodes as a user would. */
import { spawn } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { NodeError } from '../errors.ts';
import type { ExitCode } from '../exit-codes.ts';
import { entryPath } from '../package-paths.ts';
import type { GlobalOptions } from './command.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export async function run(flags: readonly string[], { json }: GlobalOptions): Promise<ExitCode> {
  const program = entryPath('../../scenarios/demo/main', import.meta.url);
  if (!existsSync(program))
    throw new NodeError('E_NO_FILE', `the demo is missing from this package: ${program}`);
  const args = [program, ...flags, ...(json ? ['--json'] : [])];
  const child = spawn(process.execPath, args, { stdio: 'inherit', env: compiledOnce() });
  // The demo ends its own nodes: it must hear what we hear, and we must outlive it.
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
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

/** All programs of the demo share the compiled code that this one uses, so that only the first has to compile. */
function compiledOnce(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir?.();
  return folder === undefined
    ? process.env
    : { ...process.env, NODE_COMPILE_CACHE: dirname(folder) };
}
