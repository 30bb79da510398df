import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorld, type World } from '../../scenarios/demo/world.ts';
import { acceptAll, propose, viewWhen } from './one-round.ts';

describe('a proposer that is killed right after the commit', function () {
  this.timeout(90_000);
  let dir: string;
  let world: World;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-killed-'));
    const orgs = ['Org1', 'Org2', 'Org3', 'Org4'];
    world = await startWorld({ dir, sut: 'ledger', orgs, tps: 20, seed: 5, say: () => {} });
  });
  after(async () => {
    await world?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('hangs nobody: the others end alike, with a typed reason, by the deadline', async () => {
    const [proposer, ...others] = world.peers as [World['peers'][number], ...World['peers']];
    const round = await propose(world, { warmUpSeconds: 1, runSeconds: 3 });
    await acceptAll(others, round);
    // all four commits are out: from here the round needs no owner
    await viewWhen(proposer, round, ({ committed }) => committed.length === 4);
    process.kill(proposer.pid, 'SIGKILL');
    const views = await Promise.all(
      others.map((peer) =>
        viewWhen(peer, round, ({ end, phase }) => !!end || phase === 'published'),
      ),
    );
    const nowMs = Date.now();
    for (const view of views) {
      expect(nowMs).to.be.below(view.deadlines.closingMs);
      if (view.phase === 'published') expect(view.verifiedBy).to.have.length.at.least(3);
      else {
        expect(view.phase).to.equal('notReady');
        expect(view.end?.details?.['missing']).to.deep.equal(['Org1']);
      }
    }
    expect(new Set(views.map(({ phase }) => phase)).size, 'one outcome').to.equal(1);
  });
});
