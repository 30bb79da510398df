/** What members can work out from a sum by taking their own counts off, and what they can not. */
import { expect } from 'chai';
import { decodeLanes, fromBytes, mainLayout } from '../../../aggregation/index.ts';
import { consortiumOf } from '../consortium.ts';
import { lanesOf, plainSum } from './lanes.ts';
import { createRoom } from './room.ts';

const layout = mainLayout();
const countsOf = (org: string) => lanesOf(org, 'input-of-main');

/** What is left of the published sum of `n` when these take off what they had counted. */
function leftBy(n: number, ...orgs: readonly string[]): Float64Array {
  const room = createRoom(consortiumOf(n));
  room.load();
  room.finish();
  const { lanes } = room.state('A').sums[0]!;
  const sum = decodeLanes(fromBytes(lanes!, layout.lanes), layout, n);
  const own = plainSum(orgs.map(countsOf));
  return sum.map((count, lane) => count - own[lane]!);
}

describe('what a sum shows', () => {
  it('is to one of three the sum of the other two, and neither of them', () => {
    const left = leftBy(3, 'A');
    expect(left).to.deep.equal(plainSum(['B', 'C'].map(countsOf)));
    for (const other of ['B', 'C']) expect(left).to.not.deep.equal(countsOf(other));
  });

  it('is to n - 1 members together all that the last one counted', () => {
    expect(leftBy(4, 'A', 'B', 'C')).to.deep.equal(countsOf('D'));
  });

  it('is to n - 2 members together the sum of the last two', () => {
    expect(leftBy(4, 'A', 'B')).to.deep.equal(plainSum(['C', 'D'].map(countsOf)));
  });
});
