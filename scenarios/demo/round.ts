/** The demo's round: proposed by the first org, accepted by the others, followed until it is over everywhere. */
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'yaml';
import type { RoundView, ScenarioInput } from '../../node/control/api.ts';
import { checkScenario } from '../../node/scenario-file.ts';
import type { Peer } from './bench-node.ts';
import { faultOf } from './faults/faults.ts';
import type { DemoFlags } from './flags.ts';
import { showProgress } from './progress.ts';
import type { World } from './world.ts';

/**
 * Seconds from the proposal to the start of the load: a share of what the peers took to start, for each has a worker to
 * start and contracts to install, which a chain takes longer for. The second time it is twice as much.
 */
const LEAST_LEAD_SECONDS = { ledger: 3, ethereum: 7 } as const;
const SHARE_OF_START = 0.8;
/** From the last Ready to the start: whoever hears of all of them later has no load. */
const SPREAD_SECONDS = 0.7;
const TRIES = 2;
const POLL_MS = 100;
const RARELY_MS = 500;

/** Proposes, accepts, waits. What came too late is tried again as a new round, with more time. */
export async function runRound(
  world: World,
  flags: DemoFlags,
  say: (line: string) => void,
): Promise<RoundView[]> {
  const { peers, startSeconds } = world;
  const [proposer, ...others] = peers as [Peer, ...Peer[]];
  for (let attempt = 1; ; attempt++) {
    const scenario = await scenarioFor(flags, leadSeconds(flags.sut, startSeconds) * attempt);
    const { round } = await proposer.control.propose(scenario);
    say(`proposed     round ${round.slice(0, 12)} by ${proposer.org}`);
    const progress = await showProgress(peers, round, flags.seconds, say);
    const fault = flags.fault && faultOf(flags.fault);
    try {
      await Promise.all(others.map((peer) => acceptWhenThere(peer, round)));
      const view = await proposer.control.round(round);
      const publishers = fault && !fault.expects.lastPublishes ? peers.slice(0, -1) : peers;
      const over = Promise.all(
        publishers.map((_, i) => overAt(() => world.peers[i] as Peer, view, publishers.length)),
      );
      const [views] = await Promise.all([over, fault?.act?.(world, round, say)]);
      const [first] = views as [RoundView, ...RoundView[]];
      if (!cameTooLate(first) || attempt === TRIES) return views;
      say(`${first.phase.padEnd(12)} ${first.end?.message ?? ''}: once more, with more time`);
    } finally {
      progress.stop();
    }
  }
}

/** The set-up, or the last signature of it: who hears of that after the start has no load to contribute. */
export function cameTooLate({ phase, end }: RoundView): boolean {
  return phase === 'notReady' || phase === 'expired' || end?.code === 'undecided';
}

export function leadSeconds(sut: DemoFlags['sut'], startSeconds: number): number {
  return Math.max(LEAST_LEAD_SECONDS[sut], SHARE_OF_START * startSeconds);
}

/** What the first org proposes: `seconds` of load, a part of it warm-up. */
export async function scenarioFor(
  flags: Pick<DemoFlags, 'sut' | 'seconds'>,
  lead: number,
): Promise<ScenarioInput> {
  const file = new URL('../asset-transfer/scenario.yaml', import.meta.url);
  const scenario = parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  const warmUpSeconds = Math.min(3, Math.floor(flags.seconds / 4));
  return checkScenario({
    ...scenario,
    sut: { type: flags.sut, version: flags.sut === 'ledger' ? '1' : 'anvil' },
    warmUpSeconds,
    runSeconds: flags.seconds - warmUpSeconds,
    drainSeconds: flags.sut === 'ledger' ? 0.5 : 3,
    deadlines: {
      acceptSeconds: lead * 0.4,
      commitSeconds: lead * 0.5,
      readySeconds: lead - SPREAD_SECONDS,
      startSeconds: lead,
      contributeSeconds: 5,
      voteSeconds: 20,
      closeSeconds: 20,
    },
  });
}

async function acceptWhenThere({ control }: Peer, round: string): Promise<void> {
  await until(async () => (await control.rounds()).some((known) => known.round === round));
  await control.accept(round);
}

/**
 * How the round ended at this peer; for a published one, once every signature is in its files.
 * @throws Error when the peer is gone and did not come back before the round was over
 */
async function overAt(peer: () => Peer, proposed: RoundView, orgs: number): Promise<RoundView> {
  for (;;) {
    const view = await peer()
      .control.round(proposed.round)
      .catch(() => undefined);
    if (!view) {
      const { org, lastWords } = peer();
      if (late(proposed) && lastWords() !== undefined)
        throw new Error(`the peer of ${org} ended in the midst of the round: ${lastWords()}`);
      await delay(POLL_MS);
      continue;
    }
    const complete = view.files !== null && (view.verifiedBy.length >= orgs || late(view));
    const final = view.end !== null && (view.phase !== 'aborted' || late(view));
    if (view.phase === 'published' ? complete : final) return view;
    // asking costs the very cores that the load runs on
    await delay(view.phase === 'warmUp' || view.phase === 'running' ? RARELY_MS : POLL_MS);
  }
}

function late({ deadlines }: RoundView): boolean {
  return Date.now() >= deadlines.closingMs;
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await delay(POLL_MS);
}
