/**
 * Four orgs in the middle of a round, of which the last one turns hostile: its peer is gone, and a program with its keys takes
 * its place on the network. With f = 1 the round of the others is to be published.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Peer } from '../../../scenarios/demo/bench-node.ts';
import { patchedCopy, type Patch } from '../../../scenarios/demo/faults/patched-copy.ts';
import { homeOf, passphraseOf, startWorld, type World } from '../../../scenarios/demo/world.ts';
import { acceptAll, propose, viewWhen } from '../one-round.ts';
import { withEnv } from '../with-env.ts';
import { hostilePeer, type HostilePeer } from './hostile-peer.ts';

export interface AttackedWorld {
  readonly world: World;
  readonly round: string;
  /** the first one is attacked the most */
  readonly honest: readonly [Peer, Peer, Peer];
  readonly liar: HostilePeer;
  stop(): Promise<void>;
}

/**
 * V8 collects late where it may: on a heap as large as it likes, peers under a flood grow by what they do not need any more,
 * the slower the machine the longer. On a small one, what grows is needed, and what leaks ends the peer.
 */
const SMALL_HEAP = '--max-old-space-size=96 --max-semi-space-size=8';

/**
 * Who sends a hundred requests per second keeps the connection, and a busy machine may serve no more. So the one that is
 * attacked lets fewer come per second, and more at once: it is flooded for as long.
 */
const LIMITS = 'node/net/limits';
const FEWER_PER_SECOND: readonly Patch[] = [
  { file: LIMITS, find: 'REQUESTS_BURST = 1_000;', put: 'REQUESTS_BURST = 2_000;' },
  { file: LIMITS, find: 'REQUESTS_PER_SECOND = 100;', put: 'REQUESTS_PER_SECOND = 40;' },
];

const ORGS = ['Org1', 'Org2', 'Org3', 'Org4'];

export async function attackedWorld(lengths: {
  readonly runSeconds: number;
  readonly leadSeconds: number;
}): Promise<AttackedWorld> {
  const dir = mkdtempSync(join(tmpdir(), 'hushmark-attacked-'));
  const program = await patchedCopy(join(dir, 'patched'), FEWER_PER_SECOND);
  const world = await withEnv({ NODE_OPTIONS: SMALL_HEAP }, () =>
    startWorld({
      ...{ dir, sut: 'ledger', orgs: ORGS, tps: 5, seed: 6, say() {} },
      programs: new Map([['Org1', program]]),
    }),
  );
  let liar: HostilePeer | undefined;
  const stop = async () => {
    await liar?.stop();
    await world.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const [first, second, third, last] = world.peers as [Peer, Peer, Peer, Peer];
    const voteSeconds = Math.max(8, Math.ceil(2 * world.startSeconds));
    const round = await propose(world, { warmUpSeconds: 0, voteSeconds, ...lengths });
    await acceptAll([second, third, last], round);
    const { phase, end } = await viewWhen(
      first,
      round,
      (view) => view.phase === 'running' || view.end !== null,
    );
    if (phase !== 'running') throw new Error(`the round ended ${phase}: ${end?.message}`);
    await last.kill();
    liar = await hostilePeer({
      org: last.org,
      home: homeOf(dir, last.org),
      passphraseFile: passphraseOf(dir, last.org),
      consortiumFile: world.consortium,
    });
    return { world, round, honest: [first, second, third], liar, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
