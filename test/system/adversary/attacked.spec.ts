/** One member, and strangers, attack three honest peers on the network while these are in a round, and in the next one. */
import { expect } from 'chai';
import type { Peer } from '../../../scenarios/demo/bench-node.ts';
import { mustRun } from '../../../scenarios/demo/bench-node.ts';
import { acceptAll, viewWhen } from '../one-round.ts';
import { attackedWorld, type AttackedWorld } from './attacked-world.ts';
import { connections } from './connections.ts';
import { floods } from './floods.ts';
import { sizes } from './sizes.ts';
import { keepTaken, slowStreams } from './slow-streams.ts';

describe('peers that are attacked', function () {
  this.timeout(240_000);
  let attacked: AttackedWorld;
  const world = () => attacked;

  before(async () => {
    attacked = await attackedWorld({ runSeconds: 12, leadSeconds: 20 });
  });
  after(() => attacked?.stop());

  async function expectPublished(round: string): Promise<void> {
    for (const peer of attacked.honest) {
      const view = await viewWhen(peer, round, ({ end, files }) => end !== null || files !== null);
      expect(view.end, view.end?.message).to.equal(null);
      expect(view.contributors).to.deep.equal(['Org1', 'Org2', 'Org3']);
    }
  }

  describe('by a flood, answer in time, in bounded memory, with a bounded log:', () => {
    floods(world);
    it('and publish the round that goes on meanwhile, without the attacker', () =>
      expectPublished(attacked.round));
  });

  describe('with messages of the greatest size, and larger ones,', () => {
    sizes(world);
  });

  describe('with connections', () => {
    connections(world);
  });

  describe('with streams and connections on which little is said', () => {
    slowStreams(world);
    it('publish the next round without the attacker, all its places for requests taken', async () => {
      const { honest, liar, round } = attacked;
      const taken = new AbortController();
      const taking = honest.map(async ({ org }) =>
        keepTaken(await liar.connect(org), taken.signal),
      );
      const [first, ...others] = honest as readonly [Peer, Peer, Peer];
      const said = await mustRun([
        ...['propose', '--again', round, '--without', liar.org, '--run-seconds', '3'],
        ...['--org', first.org, '--home', first.home],
      ]);
      const [again = ''] = said.split('\n');
      await acceptAll(others, again);
      await expectPublished(again);
      taken.abort();
      await Promise.all(taking);
    });
  });
});
