/** `bench-node doctor`: is this installation ready for a round, and if not, what to do. */
import type { Status } from '../control/api.ts';
import { diagnose, type Check } from '../doctor/doctor.ts';
import { NodeError } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readSettings } from '../home/settings.ts';
import { columnsOf, wrapped } from '../terminal/width.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';
import { existingHome, reachPeer } from './reach-peer.ts';

const STYLES = { ok: 'green', warn: 'yellow', fail: 'red' } as const;
const WIDTH = { state: 6, name: 16 };
/** Below this the findings stand under the names. */
const NARROW = 60;

export async function run(
  _args: readonly string[],
  options: GlobalOptions,
  output: Output,
): Promise<ExitCode> {
  const home = existingHome(options);
  const { config } = await readSettings(home, options);
  const checks = await diagnose(home, config, await statusOf(options), Date.now());
  const failures = checks.filter(({ state }) => state === 'fail').length;
  const warnings = checks.filter(({ state }) => state === 'warn').length;
  const text = [
    ...checks.flatMap((check) => checkLines(check, columnsOf(), output)),
    '',
    `${checks.length} checks: ${failures} failed, ${warnings} to look at`,
  ].join('\n');
  output.result({ ok: failures === 0, checks }, text);
  return failures === 0 ? EXIT.ok : EXIT.checkFailed;
}

/** @param columns - of the terminal */
export function checkLines(
  { state, name, finding, fix }: Check,
  columns: number,
  output: Pick<Output, 'paint'>,
): string[] {
  const narrow = columns < NARROW;
  const indent = narrow ? WIDTH.state : WIDTH.state + WIDTH.name;
  const title = `${state.padEnd(WIDTH.state)}${narrow ? name : name.padEnd(WIDTH.name)}`;
  const [first = '', ...rest] = narrow
    ? [title, ...wrapped(' '.repeat(indent) + finding, columns, indent)]
    : wrapped(title + finding, columns, indent);
  const painted = output.paint(STYLES[state], state) + first.slice(state.length);
  const next = fix === undefined ? [] : wrapped(`${' '.repeat(indent)}${fix}`, columns, indent);
  return [painted, ...rest, ...next];
}

async function statusOf(options: GlobalOptions): Promise<Status | null> {
  try {
    return await reachPeer(options).status();
  } catch (error) {
    if (error instanceof NodeError && error.code === 'E_PEER_NOT_RUNNING') return null;
    throw error;
  }
}
