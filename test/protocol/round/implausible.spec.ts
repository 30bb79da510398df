/** A sum that can not be true is never published, and one lying result changes nothing. */
import { expect } from 'chai';
import { laneIndex, mainLayout } from '../../../aggregation/index.ts';
import { consortiumOf } from '../consortium.ts';
import { flip, lyingIn, ran } from './faults.ts';
import { lanesOf } from './lanes.ts';
import { createRoom, type Room, type RoomOptions } from './room.ts';

const world = consortiumOf(4);
const layout = mainLayout();
const honest = ['A', 'C', 'D'];
const endsOf = (room: Room) => honest.map((org) => room.state(org).end);

describe('a sum that can not be true', () => {
  const lanes = (change: (own: Float64Array) => void) => (org: string, input: string) => {
    const own = lanesOf(org, input);
    if (org === 'B') change(own);
    return own;
  };
  const at = (segment: string) => laneIndex(layout, segment);
  const wrongs: [string, RoomOptions][] = [
    ['an org that counts as two', { lanes: lanes((own) => (own[at('contributors')] = 2)) }],
    ['an org that counts as none', { lanes: lanes((own) => (own[at('contributors')] = 0)) }],
    [
      'more commits than latencies',
      { lanes: lanes((own) => (own[at('transaction.committed')] = 5000)) },
    ],
    [
      'more failures than were sent',
      { lanes: lanes((own) => (own[at('transaction.failed.other')] = 5000)) },
    ],
    [
      'a latency that nobody committed',
      { lanes: lanes((own) => (own[at('read.latency') + 3] = 5000)) },
    ],
    [
      'masked lanes that are noise',
      { lie: lyingIn('B', 'contribution', ({ lanes: y }) => ({ lanes: y.map((b, i) => b ^ (i % 251)) })) }, // prettier-ignore
    ],
    [
      'a lane with its highest bit set',
      { lie: lyingIn('B', 'contribution', ({ lanes: y }) => ({ lanes: y.map((b, i) => (i === 7 ? b ^ 128 : b)) })) }, // prettier-ignore
    ],
  ];
  for (const [what, options] of wrongs)
    it(`ends the round as implausible: ${what}`, () => {
      const room = ran(world, options);
      for (const end of endsOf(room)) expect(end?.code).to.equal('implausible');
      expect(room.sent.some(({ type }) => type === 'result')).to.equal(false);
    });

  it('is a copy of what another contributed, because the masks do not cancel', () => {
    let copied: Uint8Array | undefined;
    const room = ran(world, {
      lie(org, statement) {
        if (statement.type !== 'contribution') return statement;
        if (org === 'A') copied = statement.message.lanes;
        if (org !== 'B') return statement;
        return { ...statement, message: { ...statement.message, lanes: copied! } };
      },
    });
    expect(copied).to.have.length(8 * layout.lanes);
    for (const end of endsOf(room)) expect(end?.code).to.equal('implausible');
  });
});

describe('a lying result', () => {
  it('changes nothing while q others agree', () => {
    const room = ran(world, { lie: lyingIn('B', 'result', ({ lanesDigest }) => ({ lanesDigest: flip(lanesDigest) })) }); // prettier-ignore
    expect(honest.map((org) => room.state(org).phase)).to.deep.equal(Array(3).fill('published'));
  });

  it('leaves a round of three unpublished, and tells who signed', () => {
    const room = createRoom(consortiumOf(3), {
      lie: lyingIn('B', 'result', ({ reportDigest }) => ({ reportDigest: flip(reportDigest) })),
    });
    room.load();
    room.finish();
    expect(room.state('A').end).to.deep.include({ code: 'unpublished' });
    expect(room.state('A').end?.details).to.deep.equal({ signed: ['A', 'B', 'C'] });
  });
});
