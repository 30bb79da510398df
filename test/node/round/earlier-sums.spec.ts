/** What a proposer under an exception can list: also certified sums that only its transcripts tell of. */
import { expect } from 'chai';
import { earlierSums } from '../../../node/round/earlier-sums.ts';
import { workloadDigest, type ComparableRound } from '../../../protocol/differencing.ts';
import { consortiumOf } from '../../protocol/consortium.ts';
import { createRoom, type Room } from '../../protocol/round/room.ts';
import { memoryStore } from './memory-store.ts';

const world = consortiumOf(4);
const DAY_MS = 86_400_000;

describe('the earlier sums that a proposer can list', () => {
  const play = (nonce: number) => {
    const room = createRoom(world, { nonce });
    room.load();
    room.finish();
    return room;
  };
  let whole: Room;
  let other: Room;
  before(() => {
    whole = play(1);
    other = play(2);
  });

  /** A transcript of all that was said in these rounds. */
  function heard(...rooms: readonly Room[]) {
    const store = memoryStore();
    for (const { terms, proposal, sent } of rooms)
      for (const { id, signer, bytes } of [proposal, ...sent])
        store.add({ id, round: terms.round, signer, bytes, addressee: null, receivedMs: 0 });
    return store;
  }
  const workload = () => workloadDigest(whole.terms.proposal);
  const atMs = () => whole.terms.schedule.closingMs;
  const certified = (room: Room): ComparableRound => {
    const { set, hash } = room.state('A').sums[0]!.certified!;
    return {
      round: room.terms.roundId,
      contributors: set.map(({ org }) => org),
      set: hash,
    };
  };

  it('are those of its transcripts, of the same work, with contributors and set as they were certified', () => {
    const store = heard(whole, other);
    const both = [certified(whole), certified(other)];
    expect(earlierSums(store, workload(), [], atMs())).to.deep.equal(both);
    expect(earlierSums(store, new Uint8Array(32), [], atMs())).to.deep.equal([]);
  });

  it('are those that its vault remembers, each once, in the order of the rounds', () => {
    const forgotten = { ...certified(whole), round: new Uint8Array(32) };
    const own = { ...certified(other), contributors: ['as', 'the vault', 'has it'] };
    const found = earlierSums(heard(whole, other), workload(), [own, forgotten], atMs());
    expect(found).to.deep.equal([forgotten, certified(whole), own]);
  });

  it('are none that is past the days of the policy', () => {
    const store = heard(whole);
    expect(earlierSums(store, workload(), [], atMs() + DAY_MS, 1)).to.have.length(1);
    expect(earlierSums(store, workload(), [], atMs() + DAY_MS + 1, 1)).to.deep.equal([]);
    expect(earlierSums(store, workload(), [], atMs() + 30 * DAY_MS + 1)).to.deep.equal([]);
  });

  it('are none of a round whose proposal this release does not read, and that one stops nobody', () => {
    const store = memoryStore();
    const bytes = Buffer.from('of another release');
    store.add({ id: 'x', round: 'ab', signer: 'A', bytes, addressee: null, receivedMs: 0 });
    for (const one of heard(whole).of(whole.terms.round)) store.add(one);
    expect(earlierSums(store, workload(), [], atMs())).to.deep.equal([certified(whole)]);
  });

  it('are none that q members did not sign', () => {
    const store = heard(whole);
    const few = memoryStore();
    const isVoteOf = (org: string, id: string) =>
      whole.sent.some((one) => one.id === id && one.type === 'precommit' && one.signer === org);
    for (const one of store.of(whole.terms.round))
      if (!isVoteOf('A', one.id) && !isVoteOf('B', one.id)) few.add(one);
    expect(earlierSums(few, workload(), [], atMs())).to.deep.equal([]);
  });
});
