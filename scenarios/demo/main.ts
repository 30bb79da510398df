/**
 * `bench-node demo`: several organisations as processes of their own on this machine, a whole round, a verified report.
 * It drives the nodes as users do: through the command line and the control API.
 */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { errorShape, exitCodeOf } from '../../node/errors.ts';
import { EXIT, type ExitCode } from '../../node/exit-codes.ts';
import { columnsOf, wrapped } from '../../node/terminal/width.ts';
import { conclusionText, concludeRound, failureOf, PUBLISHED } from './conclusion.ts';
import { faultOf, programsFor } from './faults/faults.ts';
import { whatFollowed } from './faults/what-followed.ts';
import { readFlags, type DemoFlags } from './flags.ts';
import { runRound } from './round.ts';
import { startWorld, type World } from './world.ts';

/** where the text of a progress line begins, after its time and its phase */
const TEXT_COLUMN = 22;
/** what shells use for Ctrl-C */
const INTERRUPTED = 130;

async function main(argv: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(argv);
  if (!flags) return EXIT.ok;
  const startedMs = performance.now();
  const seconds = () => (performance.now() - startedMs) / 1000;
  const print = (text: string) => void process.stderr.write(`${text}\n`);
  const say = (line: string) => {
    const text = `${seconds().toFixed(1).padStart(5)} s  ${line}`;
    print(wrapped(text, columnsOf(process.stderr), TEXT_COLUMN).join('\n'));
  };
  const dir = await folderFor(flags);
  const orgs = Array.from({ length: flags.orgs }, (_, i) => `Org${i + 1}`);
  print(`${flags.orgs} organisations, ${flags.sut}, ${flags.seconds} s of load, in ${dir}`);
  if (flags.fault) print(`fault of ${orgs.at(-1)}: ${faultOf(flags.fault).tells}`);
  print('');
  const interrupted = interruption();
  let world: World | undefined;
  try {
    const programs = flags.fault && (await programsFor(flags.fault, dir, orgs));
    const truthFile = join(dir, 'ledger.jsonl');
    const starting = startWorld({
      ...flags,
      dir,
      orgs,
      say,
      truthFile,
      ...(programs && { programs }),
    });
    // an interrupted start still has to end what it started
    world = await Promise.race([starting, interrupted]).catch(async (error: unknown) => {
      await starting.then((late) => late.stop()).catch(() => {});
      throw error;
    });
    const views = await Promise.race([runRound(world, flags, say), interrupted]);
    const failed = failureOf(views);
    if (failed) {
      print(`\nno report: ${failed.why}`);
      if (!flags.keep) print('with --keep, each peer leaves its log in homes/<org>/node/node.log');
      if (flags.json)
        print(JSON.stringify({ error: { code: failed.reason, message: failed.why } }));
      return failed.code;
    }
    const conclusion = await concludeRound(views, world.consortium, dir);
    const lessons = flags.fault && (await whatFollowed(flags.fault, orgs, views, world.consortium));
    const secondsToVerified = Number(seconds().toFixed(1));
    print(await conclusionText(conclusion));
    print(`in           ${secondsToVerified} s from the start, ${flags.seconds} s of them load`);
    if (lessons) print(lessons.text);
    if (flags.json)
      process.stdout.write(
        `${JSON.stringify({ ...conclusion, fault: lessons, secondsToVerified })}\n`,
      );
    if (!conclusion.ok) return EXIT.auditFailed;
    return lessons?.code ?? EXIT.ok;
  } finally {
    await world?.stop();
    if (!flags.keep) await forget(dir);
  }
}

/** Somebody's wish, not a failure. */
class Interruption extends Error {}

/** Rejects at the first Ctrl-C, so that whatever runs is ended in order. */
function interruption(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => reject(new Interruption(signal)));
  });
}

async function folderFor({ keep }: DemoFlags): Promise<string> {
  if (typeof keep !== 'string') return mkdtemp(join(tmpdir(), 'hushmark-demo-'));
  await mkdir(resolve(keep), { recursive: true });
  return mkdtemp(join(resolve(keep), 'demo-'));
}

/** Keys, passphrases and private logs go; what was published stays. */
async function forget(dir: string): Promise<void> {
  const names = await readdir(dir);
  const rest = names.filter((name) => name !== PUBLISHED);
  for (const name of rest) await rm(join(dir, name), { recursive: true, force: true });
  if (rest.length === names.length) await rm(dir, { recursive: true, force: true });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { code, message } = errorShape(error);
  const interrupted = error instanceof Interruption;
  const text = interrupted
    ? `\ninterrupted by ${message}: everything that the demo started has ended`
    : process.argv.includes('--json')
      ? JSON.stringify({ error: { code, message } })
      : `${code}: ${message}`;
  process.stderr.write(`${text}\n`);
  process.exitCode = interrupted ? INTERRUPTED : exitCodeOf(error);
}
