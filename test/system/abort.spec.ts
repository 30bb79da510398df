import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Peer } from '../../scenarios/demo/bench-node.ts';
import { homeOf, startWorld, type World } from '../../scenarios/demo/world.ts';
import { acceptAll, propose, viewWhen } from './one-round.ts';

describe('an abort by one org while all loads run', function () {
  this.timeout(240_000);
  let dir: string;
  let world: World;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-abort-'));
    const orgs = ['Org1', 'Org2', 'Org3', 'Org4'];
    world = await startWorld({ dir, sut: 'ledger', orgs, tps: 50, seed: 6, say: () => {} });
  });
  after(async () => {
    await world?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('stops every load within a second of the command, at every org, for the same reason', async () => {
    const round = await propose(world, { warmUpSeconds: 1, runSeconds: 30 });
    await acceptAll(world.peers.slice(1), round);
    const running = await Promise.all(
      world.peers.map((peer) => viewWhen(peer, round, ({ load }) => (load?.committed ?? 0) > 50)),
    );
    const commandMs = Date.now();
    await (world.peers[2] as Peer).control.abort(round, 'our disk is full');
    for (const peer of world.peers) {
      const view = await viewWhen(peer, round, ({ end }) => end !== null);
      expect(view.phase).to.equal('aborted');
      expect(view.end?.code).to.equal('operator');
      expect(view.end?.message).to.contain('Org3');
      const { memory } = await peer.control.status();
      expect(memory.workerBytes, `workers of ${peer.org}`).to.deep.equal([]);
    }
    // what a peer has logged is on disk when it is gone
    await world.stop();
    for (const [i, { org }] of world.peers.entries()) {
      const sentMs = sends(join(homeOf(dir, org), 'own', round));
      // the log lacks nothing that was sent until then
      expect(sentMs.length, `sends of ${org}`).to.be.at.least(running[i]?.load?.submitted ?? NaN);
      expect(Math.max(...sentMs) - commandMs, org).to.be.below(1000);
    }
  });
});

/** When each transaction of an org was sent, epoch ms, from its private logs. */
function sends(ownDir: string): number[] {
  const logs = readdirSync(ownDir).filter((name) => name.startsWith('transactions-'));
  return logs.flatMap((name) => {
    const [header = '', , ...rows] = readFileSync(join(ownDir, name), 'utf8').trimEnd().split('\n');
    const offsetUs = Number(/epochOffsetUs=(-?\d+)/.exec(header)?.[1]);
    return rows
      .map((row) => row.split(',')[3] ?? '')
      .filter((sentUs) => sentUs !== '')
      .map((sentUs) => (Number(sentUs) + offsetUs) / 1000);
  });
}
