/** Starts a program of scenarios/: worlds to run are programs of their own, and this floor knows nothing of them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { NodeError } from '../errors.ts';
import type { ExitCode } from '../exit-codes.ts';
import { entryPath } from '../package-paths.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One Ctrl-C can come twice: from the terminal, and from the program that started this one. */
const SAME_SIGNAL_MS = 500;

export interface ScenarioRun {
  readonly code: ExitCode;
  /** what it said; empty where it said it itself */
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs it to its end.
 * @param entry - from scenarios/, without extension
 * @param held - keep what it says, instead of letting it through
 * @throws NodeError E_NO_FILE
 */
export async function runScenario(
  entry: string,
  flags: readonly string[],
  held = false,
): Promise<ScenarioRun> {
  const program = entryPath(`../../scenarios/${entry}`, import.meta.url);
  if (!existsSync(program))
    throw new NodeError('E_NO_FILE', `${entry} is missing from this package: ${program}`);
  // In a group of its own, so that a Ctrl-C of the terminal ends what it started through it alone, and in order.
  const child = spawn(process.execPath, [program, ...flags], {
    stdio: held ? ['inherit', 'pipe', 'pipe'] : 'inherit',
    detached: true,
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => (said[name] += text));
  const forward = forwarder(child);
  for (const signal of SIGNALS) process.on(signal, forward);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  child.once('error', reject);
  child.once('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  try {
    return { code: (await promise) as ExitCode, ...said };
  } finally {
    for (const signal of SIGNALS) process.off(signal, forward);
  }
}

/** The first signal asks the program to end all that it started; the second one ends the whole group at once. */
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
