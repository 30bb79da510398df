/** One round over a running world, proposed by the first org and accepted by all others. */
import { setTimeout as delay } from 'node:timers/promises';
import type { RoundView } from '../../node/control/api.ts';
import { checkScenario } from '../../node/scenario-file.ts';
import type { Peer } from '../../scenarios/demo/bench-node.ts';
import type { World } from '../../scenarios/demo/world.ts';

export interface Lengths {
  readonly warmUpSeconds: number;
  readonly runSeconds: number;
  readonly leadSeconds?: number;
  /** what the proposal says of the work, to everybody */
  readonly description?: string;
  /** why contributors may differ from those of the rounds before */
  readonly exception?: string;
  readonly drainSeconds?: number;
  readonly voteSeconds?: number;
}

export async function propose(world: World, lengths: Lengths): Promise<string> {
  const { warmUpSeconds, runSeconds, drainSeconds = 2, voteSeconds = 4 } = lengths;
  const { description = 'transfers', exception } = lengths;
  // a machine that is busy with other things needs longer to set a round up, and may be busier by now
  const leadSeconds = Math.max(lengths.leadSeconds ?? 8, Math.ceil(1.5 * world.startSeconds));
  const scenario = checkScenario({
    name: 'asset-transfer',
    sut: { type: 'ledger', version: '1' },
    workload: { class: 'asset-transfer', description },
    ...(exception !== undefined && { exception }),
    warmUpSeconds,
    runSeconds,
    drainSeconds,
    deadlines: {
      acceptSeconds: leadSeconds * 0.4,
      commitSeconds: leadSeconds * 0.6,
      readySeconds: leadSeconds * 0.9,
      startSeconds: leadSeconds,
      contributeSeconds: 5,
      voteSeconds,
      closeSeconds: 6,
    },
  });
  const [proposer] = world.peers as [Peer];
  return (await proposer.control.propose(scenario)).round;
}

export async function acceptAll(peers: readonly Peer[], round: string): Promise<void> {
  await Promise.all(
    peers.map(async ({ control }) => {
      await until(async () => (await control.rounds()).some((known) => known.round === round));
      await control.accept(round);
    }),
  );
}

/** Waits until this holds; a test's own time-out ends it. */
export async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await delay(50);
}

export async function viewWhen(
  { control }: Peer,
  round: string,
  holds: (view: RoundView) => boolean,
): Promise<RoundView> {
  let view = await control.round(round);
  await until(async () => holds((view = await control.round(round))));
  return view;
}

const TRIES = 3;

/** A whole round; once more, as a new one, when a busy machine did not get it ready. @throws Error when not all publish it */
export async function publish(world: World, lengths: Lengths): Promise<RoundView[]> {
  for (let attempt = 1; ; attempt++) {
    const views = await wholeRound(world, lengths);
    const failed = views.find(({ phase }) => phase !== 'published');
    if (!failed) return views;
    if (!cameTooLate(failed) || attempt === TRIES)
      throw new Error(`the round ended ${failed.phase}: ${failed.end?.message}`);
  }
}

/** A busy machine: not ready in time, or the last Ready was heard after the start, and too few had a load. */
const cameTooLate = ({ phase, end }: RoundView) =>
  phase === 'notReady' || end?.code === 'undecided';

/** The end of a round at each peer. */
async function wholeRound(world: World, lengths: Lengths): Promise<RoundView[]> {
  const round = await propose(world, lengths);
  await acceptAll(world.peers.slice(1), round);
  const all = world.peers.length;
  return Promise.all(
    world.peers.map((peer) =>
      viewWhen(
        peer,
        round,
        (v) => v.end !== null || (v.files !== null && v.verifiedBy.length === all),
      ),
    ),
  );
}
