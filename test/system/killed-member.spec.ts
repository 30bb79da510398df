import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RoundView } from '../../node/control/api.ts';
import type { Peer } from '../../scenarios/demo/bench-node.ts';
import { startWorld, type World } from '../../scenarios/demo/world.ts';
import { endsOf, expectAlike, expectWholeReports, leadOf, startAgain } from './one-end.ts';
import { acceptAll, propose, viewWhen } from './one-round.ts';

const ORGS = ['Org1', 'Org2', 'Org3', 'Org4'];

interface Point {
  readonly when: string;
  /** seen at the first org, or at the victim itself */
  readonly at: 'first' | 'victim';
  readonly holds: (view: RoundView, victim: string) => boolean;
  /** from the proposal to the start: long enough to come back, or to be ready once */
  readonly lead: 'long' | 'short';
  readonly outcome: readonly string[];
}

const hasLeft = (phase: string, ...before: string[]) => !before.includes(phase);
const POINTS: readonly Point[] = [
  {
    when: 'it has accepted',
    at: 'first',
    holds: ({ accepted }, org) => accepted.includes(org),
    lead: 'long',
    outcome: ['published', 'expired', 'notReady'],
  },
  {
    when: 'it prepares',
    at: 'victim',
    holds: ({ phase }) => hasLeft(phase, 'proposed', 'accepted', 'committed'),
    lead: 'long',
    outcome: ['published', 'notReady'],
  },
  {
    when: 'it has signed the set-up',
    at: 'first',
    holds: ({ ready }, org) => ready.includes(org),
    lead: 'short',
    outcome: ['published'],
  },
  {
    when: 'its load runs',
    at: 'victim',
    holds: ({ phase }) => phase === 'running',
    lead: 'short',
    outcome: ['published'],
  },
  {
    when: 'it has contributed',
    at: 'first',
    holds: ({ contributed }, org) => contributed.includes(org),
    lead: 'short',
    outcome: ['published'],
  },
  {
    when: 'a set is certified',
    at: 'victim',
    holds: ({ contributors }) => contributors.length > 0,
    lead: 'short',
    outcome: ['published'],
  },
];

describe('a member that is killed, and started again', function () {
  this.timeout(240_000);
  let dir: string;
  let world: World;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-killed-'));
    world = await startWorld({ dir, sut: 'ledger', orgs: ORGS, tps: 20, seed: 8, say: () => {} });
  });
  after(async () => {
    await world?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  /** A round in which this holds now; another one, with more time, when a busy machine did not get it ready. */
  async function roundUntil(
    watched: Peer,
    lead: Point['lead'],
    holds: (view: RoundView) => boolean,
  ): Promise<string> {
    for (let times = lead === 'long' ? 3 : 1; ; times *= 2) {
      const round = await propose(world, {
        ...{ warmUpSeconds: 0, runSeconds: 2, drainSeconds: 0.5, voteSeconds: 8 },
        leadSeconds: leadOf(world) * times,
        exception: 'a member was killed before',
      });
      await acceptAll(world.peers.slice(1), round);
      const view = await viewWhen(watched, round, (seen) => seen.end !== null || holds(seen));
      if (holds(view) || times > 4) return round;
    }
  }

  for (const { when, at, holds, lead, outcome } of POINTS)
    it(`while ${when}: ends as all others do`, async () => {
      const victim = world.peers.at(-1) as Peer;
      const watched = at === 'first' ? (world.peers[0] as Peer) : victim;
      const round = await roundUntil(watched, lead, (view) => holds(view, victim.org));
      await victim.kill();
      await startAgain(world, victim.org);
      const views = await endsOf(world.peers, round);
      expect(expectAlike(views, when).split(' ')[0]).to.be.oneOf(outcome);
      const published = views[0]?.phase === 'published';
      expect(await expectWholeReports(world, round)).to.equal(published ? ORGS.length : 0);
    });
});
