/**
 * `bench-node demo`: several organisations as processes of their own on this machine, a whole round, a verified report.
 * It drives the nodes as users do: through the command line and the control API.
 */
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type RoundView, type ScenarioInput } from '../../node/control/api.ts';
import { errorShape, exitCodeOf } from '../../node/errors.ts';
import { EXIT, type ExitCode } from '../../node/exit-codes.ts';
import { checkScenario } from '../../node/scenario-file.ts';
import { mustRun, type Peer } from './bench-node.ts';
import { readFlags, type DemoFlags } from './flags.ts';
import { showProgress } from './progress.ts';
import { auditBundle, sameBytes, tamper } from './verdict.ts';
import { startWorld, type World } from './world.ts';

/** Seconds from the proposal to the start of the load; a slow machine gets twice as much the second time. */
const LEAD_SECONDS = { ledger: 4.5, ethereum: 9 } as const;
const TRIES = 2;
const POLL_MS = 50;

async function main(argv: readonly string[]): Promise<ExitCode> {
  const flags = readFlags(argv);
  const startedMs = performance.now();
  const say = (line: string) => {
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1).padStart(5);
    process.stderr.write(
      line.startsWith(' ') || line === '' ? `${line}\n` : `${seconds} s  ${line}\n`,
    );
  };
  const dir = await folderFor(flags);
  const orgs = Array.from({ length: flags.orgs }, (_, i) => `Org${i + 1}`);
  say(`${flags.orgs} organisations, ${flags.sut}, ${flags.seconds} s of load, in ${dir}\n`);
  let world: World | undefined;
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => reject(new Error(`interrupted by ${signal}`)));
  });
  try {
    const starting = startWorld({ ...flags, dir, orgs, say, truthFile: join(dir, 'ledger.jsonl') });
    // an interrupted start still has to end what it started
    world = await Promise.race([starting, interrupted]).catch(async (error: unknown) => {
      await starting.then((late) => late.stop()).catch(() => {});
      throw error;
    });
    const views = await Promise.race([runRound(world.peers, flags, say), interrupted]);
    const secondsToReport = (performance.now() - startedMs) / 1000;
    return await conclude(world, views, flags, dir, secondsToReport, say);
  } finally {
    await world?.stop();
    if (!flags.keep) await forget(dir);
  }
}

async function folderFor({ keep }: DemoFlags): Promise<string> {
  if (typeof keep !== 'string') return mkdtemp(join(tmpdir(), 'hushmark-demo-'));
  await mkdir(resolve(keep), { recursive: true });
  return mkdtemp(join(resolve(keep), 'demo-'));
}

/** Keys, passphrases and private logs go; what was published stays. */
async function forget(dir: string): Promise<void> {
  for (const name of ['homes', 'workspaces', 'passphrases'])
    await rm(join(dir, name), { recursive: true, force: true });
}

/** Proposes, accepts, waits. A set-up that came too late is tried again as a new round, with more time. */
async function runRound(
  peers: readonly Peer[],
  flags: DemoFlags,
  say: (line: string) => void,
): Promise<RoundView[]> {
  const [proposer, ...others] = peers as [Peer, ...Peer[]];
  for (let attempt = 1; ; attempt++) {
    const lead = LEAD_SECONDS[flags.sut] * attempt * Math.max(1, flags.orgs / 4);
    const scenario = await scenarioFor(flags, lead);
    const { round } = await proposer.control.propose(scenario);
    say(`proposed     round ${round.slice(0, 12)} by ${proposer.org}`);
    const progress = await showProgress(peers, round, flags.seconds, say);
    try {
      await Promise.all(others.map((peer) => acceptWhenThere(peer, round)));
      const views = await Promise.all(peers.map((peer) => overAt(peer, round, flags.orgs)));
      const [view] = views as [RoundView, ...RoundView[]];
      const late = view.phase === 'notReady' || view.phase === 'expired';
      if (!late || attempt === TRIES) return views;
      say(`${view.phase.padEnd(12)} ${view.end?.message ?? ''}: once more, with more time`);
    } finally {
      progress.stop();
    }
  }
}

async function scenarioFor(flags: DemoFlags, lead: number): Promise<ScenarioInput> {
  const file = new URL('../asset-transfer/scenario.yaml', import.meta.url);
  const scenario = parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  const warmUpSeconds = Math.min(3, Math.floor(flags.seconds / 4));
  return checkScenario({
    ...scenario,
    sut: { type: flags.sut, version: flags.sut === 'ledger' ? '1' : 'anvil' },
    warmUpSeconds,
    runSeconds: flags.seconds - warmUpSeconds,
    drainSeconds: 3,
    deadlines: {
      acceptSeconds: lead * 0.4,
      commitSeconds: lead * 0.55,
      readySeconds: lead * 0.9,
      startSeconds: lead,
      contributeSeconds: 2,
      voteSeconds: 5,
      closeSeconds: 10,
    },
  });
}

async function acceptWhenThere({ control }: Peer, round: string): Promise<void> {
  await until(async () => (await control.rounds()).some((known) => known.round === round));
  await control.accept(round);
}

/** How the round ended at this peer; for a published one, once every signature is in its files. */
async function overAt({ control }: Peer, round: string, orgs: number): Promise<RoundView> {
  let view = await control.round(round);
  await until(async () => {
    view = await control.round(round);
    if (view.phase === 'published')
      return view.files !== null && (view.verifiedBy.length === orgs || late(view));
    return view.end !== null;
  });
  return view;
}

function late({ deadlines }: RoundView): boolean {
  return Date.now() >= deadlines.closingMs;
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((next) => setTimeout(next, POLL_MS));
}

const END_CODES: Readonly<Record<string, ExitCode>> = {
  rejected: EXIT.rejected,
  cancelled: EXIT.rejected,
  expired: EXIT.expired,
  notReady: EXIT.notReady,
  aborted: EXIT.aborted,
};

/** The table, the files, the verification by everybody, and a lie that is found. */
async function conclude(
  world: World,
  views: readonly RoundView[],
  flags: DemoFlags,
  dir: string,
  secondsToReport: number,
  say: (line: string) => void,
): Promise<ExitCode> {
  const failed = views.find(({ phase }) => phase !== 'published');
  if (failed) {
    say(`\nno report: the round ended ${failed.phase}: ${failed.end?.message ?? ''}`);
    return END_CODES[failed.phase] ?? EXIT.software;
  }
  const files = views.map((view) => view.files as NonNullable<RoundView['files']>);
  const [own] = files as [(typeof files)[number]];
  const [peer] = world.peers as [Peer];
  const published = await keepPublished(own, world.consortium, dir);
  const table = await mustRun([
    'report',
    views[0]?.round ?? '',
    '--org',
    peer.org,
    '--home',
    peer.home,
  ]);
  say(`\n${table.trimEnd()}\n`);
  const audits = await Promise.all(
    files.map(({ bundle }) => auditBundle(bundle, world.consortium)),
  );
  const verified = audits.filter(({ ok }) => ok).length;
  const identical = await sameBytes(files.map(({ report }) => report));
  const lie = await auditBundle(await tamper(published.bundle, dir), world.consortium);
  const holds = verified === flags.orgs && identical && !lie.ok;
  say(
    `files        ${published.report}\n             ${published.html}\n             ${published.bundle}`,
  );
  say(`             ${published.consortium}`);
  say(
    `reports      ${identical ? 'byte-identical' : 'DIFFERENT'} at ${flags.orgs} of ${flags.orgs}`,
  );
  say(`verified by  ${verified} of ${flags.orgs}`);
  say(`tampered     ${lie.ok ? 'NOT FOUND' : `copy rejected: ${lie.reason}`}`);
  say(`report after ${secondsToReport.toFixed(1)} s, ${flags.seconds} s of them load`);
  if (flags.json) {
    const summary = { ok: holds, round: views[0]?.round, verified, identical, lie, published };
    process.stdout.write(`${JSON.stringify({ ...summary, secondsToReport })}\n`);
  }
  return holds ? EXIT.ok : EXIT.auditFailed;
}

type Published = NonNullable<RoundView['files']> & { readonly consortium: string };

async function keepPublished(
  files: NonNullable<RoundView['files']>,
  consortium: string,
  dir: string,
): Promise<Published> {
  const to = join(dir, 'published');
  await mkdir(to, { recursive: true });
  const names = { ...files, consortium };
  const copies = Object.entries(names).map(async ([key, from]) => {
    const copy = join(to, from.slice(from.lastIndexOf('/') + 1));
    await cp(from, copy);
    return [key, copy];
  });
  return Object.fromEntries(await Promise.all(copies)) as Published;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { code, message } = errorShape(error);
  process.stderr.write(`\nthe demo failed: ${message} (${code})\n`);
  process.exitCode = exitCodeOf(error);
}
