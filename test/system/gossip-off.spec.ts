import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { patchedCopy, type Patch } from '../../scenarios/demo/faults/patched-copy.ts';
import { startWorld, type World } from '../../scenarios/demo/world.ts';
import { endsOf, expectAlike, expectWholeReports, leadOf } from './one-end.ts';
import { acceptAll, propose } from './one-round.ts';

const ORGS = ['Org1', 'Org2', 'Org3', 'Org4'];

/** What is gossiped goes nowhere. */
const NO_GOSSIP: readonly Patch[] = [
  {
    file: 'node/net/host',
    find: 'const peers = await publish(node.services.pubsub, topic, bytes);',
    put: 'const peers: string[] = [];',
  },
];

describe('a round without gossip', function () {
  this.timeout(240_000);
  let dir: string;
  let world: World;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-no-gossip-'));
    const program = await patchedCopy(join(dir, 'patched'), NO_GOSSIP);
    world = await startWorld({
      ...{ dir, sut: 'ledger', orgs: ORGS, tps: 20, seed: 9, say: () => {} },
      programs: new Map(ORGS.map((org) => [org, program])),
    });
  });
  after(async () => {
    await world?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('is published by all: what gossip loses, repair brings', async () => {
    const leadSeconds = leadOf(world);
    const round = await propose(world, { warmUpSeconds: 1, runSeconds: 3, leadSeconds });
    await acceptAll(world.peers.slice(1), round);
    const views = await endsOf(world.peers, round);
    for (const { traffic } of await Promise.all(world.peers.map(({ control }) => control.status())))
      expect(traffic['gossip']?.out, 'no more than who listens to what').to.be.below(1_000);
    expect(expectAlike(views, 'without gossip')).to.equal('published');
    expect(views[0]?.contributors).to.deep.equal(ORGS);
    expect(await expectWholeReports(world, round)).to.equal(ORGS.length);
  });
});
