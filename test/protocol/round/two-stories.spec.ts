/**
 * A proposer that tells two stories: two proposals with one nonce, each to some of the members. Each is a round of its own,
 * and a round that not everybody accepts opens nothing.
 */
import { expect } from 'chai';
import { evidence } from '../evidence/pieces.ts';
import { verifyEvidence } from '../../../protocol/evidence/verify.ts';
import { consortiumOf } from '../consortium.ts';
import { BUILD, proposed, T0 } from '../proposal.ts';
import { refusalBy } from '../refusal.ts';
import { createRoom, type Room } from './room.ts';

const world = consortiumOf(4);
const STORIES = ['', 'nothing to compare with'];

/** The round of one story, whose proposer is A; the others never hear it, or hear it and do not accept. */
function roundOf(story: string, accepting: readonly string[], others: 'deaf' | 'unwilling'): Room {
  const room = createRoom(world, { nonce: 7, exception: story });
  if (others === 'deaf') for (const org of world.orgs) if (!accepting.includes(org)) room.kill(org);
  for (const org of accepting) room.give(org, { kind: 'accept', nowMs: T0, ...BUILD });
  room.drain();
  room.finish();
  return room;
}

const SPLITS: readonly (readonly [string, string])[] = [
  ['B', 'CD'],
  ['C', 'BD'],
  ['BC', 'D'],
];

describe('two proposals with one nonce', () => {
  const proposals = STORIES.map((exception) => proposed(world, { nonce: 7, exception }));

  it('are two rounds', () => {
    const [one, two] = STORIES.map((story) => roundOf(story, ['A'], 'deaf').terms);
    expect(proposals[0]!.message.nonce).to.deep.equal(proposals[1]!.message.nonce);
    expect(one!.round).to.not.equal(two!.round);
    expect(one!.sums[0]!.setup).to.not.deep.equal(two!.sums[0]!.setup);
  });

  for (const split of SPLITS)
    for (const others of ['deaf', 'unwilling'] as const)
      it(`of which neither is committed to by all, and nothing is opened: ${split.join(' and ')}, the others ${others}`, () => {
        for (const [i, told] of split.entries()) {
          const accepting = ['A', ...told];
          const room = roundOf(STORIES[i]!, accepting, others);
          const missing = world.orgs.filter((org) => !accepting.includes(org));
          for (const org of others === 'deaf' ? accepting : world.orgs) {
            expect(room.state(org).phase, org).to.equal('expired');
            expect(room.state(org).end, org).to.deep.include({ code: 'deadline' });
            expect(room.state(org).end?.details?.['missing'], org).to.deep.equal(missing);
          }
          const types = new Set(room.sent.map(({ type }) => type));
          expect([...types]).to.deep.equal(['acceptance']);
        }
      });

  it('leave a round that all accept as it is, beside one that nobody does', () => {
    const room = createRoom(world, { nonce: 7 });
    room.load();
    room.finish();
    for (const org of world.orgs) expect(room.state(org).phase, org).to.equal('published');
    const other = roundOf(STORIES[1]!, ['A'], 'unwilling');
    for (const org of world.orgs) expect(other.state(org).phase, org).to.equal('expired');
  });

  it('are no evidence: a proposer may propose as often as it likes', () => {
    const file = evidence({ lie: 'equivocation', org: 'A' }, proposals);
    const { code, message } = refusalBy(() => verifyEvidence(file, world.consortium));
    expect(code).to.equal('E_EVIDENCE');
    expect(message).to.contain('different things');
  });
});
