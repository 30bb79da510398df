/** How many members a set needs, and what becomes of a round that lacks them: n >= 3f + 1 of Bonawitz et al. 2017. */
import { expect } from 'chai';
import { quorum } from '../../../aggregation/index.ts';
import { consortiumOf } from '../consortium.ts';
import { expectSameReport, ran } from './faults.ts';
import { lanesOf } from './lanes.ts';

/** As many members as may fail say nothing once the load is over. */
function silentAfterLoad(n: number, f: number) {
  const world = consortiumOf(n, { toleratedFaulty: f });
  const silent = world.orgs.slice(-f);
  const room = ran(world, {
    lanes: (org, input) => (silent.includes(org) ? null : lanesOf(org, input)),
    way: (delivery) =>
      silent.includes(delivery.message.signer) && 'sum' in delivery.message.message
        ? []
        : [delivery],
  });
  return { room, honest: world.orgs.slice(0, -f) };
}

describe('a set of contributors', () => {
  it('needs no more members than are left when f are gone, just where n is 3f + 1 or more', () => {
    for (let n = 3; n <= 256; n++)
      for (let f = 1; f <= n - 2; f++)
        expect(n - f >= quorum(n, f), `n = ${n}, f = ${f}`).to.equal(n >= 3 * f + 1);
  });

  for (const [n, f] of [
    [4, 1],
    [7, 2],
  ] as const)
    it(`is certified without ${f} of ${n}`, () => {
      const { room, honest } = silentAfterLoad(n, f);
      expectSameReport(room, honest);
    });

  for (const [n, f] of [
    [3, 1],
    [5, 2],
    [6, 2],
  ] as const)
    it(`is not certified without ${f} of ${n}, and nothing is opened`, () => {
      const { room, honest } = silentAfterLoad(n, f);
      for (const org of honest) expect(room.state(org).end?.code, org).to.equal('undecided');
      const opened = room.sent.filter(({ type }) => type === 'reveal' || type === 'shareReveal');
      expect(opened).to.deep.equal([]);
    });
});
