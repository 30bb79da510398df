/** Which of a liar's further statements is kept, kind by kind: the one that others build on, and no other. */
import { expect } from 'chai';
import type { StatementOf } from '../../../protocol/agreement.ts';
import { isNeeded, isReadyNeeded, type SumStatement } from '../../../protocol/round/needed.ts';
import { currentSum, type RoundState } from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import type { Verified } from '../../../protocol/statement.ts';
import { consortiumOf } from '../consortium.ts';
import { ballotsOf, on } from './ballots.ts';
import { coordinators, flip } from './faults.ts';
import { lanesOf } from './lanes.ts';
import { createRoom } from './room.ts';
import { hearing, transcriptOf } from './transcript.ts';

const script = transcriptOf();
const ballots = ballotsOf(script);
const { terms, states, peer, others } = script;
const [, liar] = others as [string, string];
const asks = (
  state: RoundState,
  one: Verified,
  kept: readonly Verified[],
  sum = currentSum(state),
) => isNeeded(state, sum, one as SumStatement, kept as readonly SumStatement[]);

describe('a further vote of a liar', () => {
  const list = ballots.candidate(0, ballots.all);
  const state = on(states.contributing, list);
  for (const type of ['prevote', 'precommit'] as const) {
    const vote = (fill: number) =>
      script.sayAs(liar, {
        type,
        message: { ...script.said(liar, type).message, set: new Uint8Array(32).fill(fill) },
      } as never);
    const named = ballots.vote(type, liar, 0, ballots.all);

    it(`is needed when it is for a list that is here, and no kept one is: ${type}`, () => {
      expect(asks(state, named, [vote(1), vote(2)])).to.equal(true);
      expect(asks(states.contributing, named, [vote(1), vote(2)])).to.equal(false);
      expect(asks(state, vote(3), [vote(1), vote(2)])).to.equal(false);
      for (const kept of [
        [named, vote(1)],
        [vote(1), named],
      ])
        expect(asks(state, named, kept)).to.equal(false);
    });
  }
});

describe('a further list of a liar', () => {
  const list = ballots.candidate(0, ballots.all);
  const without = (org: string) => ballots.candidate(0, ballots.without(org));
  const votedBy = (count: number) =>
    on(states.contributing, ...ballots.votes('prevote', others.slice(0, count), 0, ballots.all));

  it('is needed when more than f members voted for it, and no kept one is the same', () => {
    const two = [without('A'), without('B')];
    expect(asks(votedBy(terms.f), list, two)).to.equal(false);
    expect(asks(votedBy(terms.f + 1), list, two)).to.equal(true);
    for (const kept of [
      [list, two[0]!],
      [two[0]!, list],
    ])
      expect(asks(votedBy(terms.f + 1), list, kept)).to.equal(false);
  });
});

describe('a further reveal of a liar', () => {
  const reveal = script.said(liar, 'reveal');
  const [one, two] = [1, 2].map((way) => script.other(liar, 'reveal', way)) as [Verified, Verified];
  const state = states.certified;

  it('is needed when it is true, and no kept one is', () => {
    expect(asks(state, reveal, [one, two])).to.equal(true);
    expect(asks(state, script.other(liar, 'reveal', 3), [one, two])).to.equal(false);
    for (const kept of [
      [reveal, one],
      [one, reveal],
    ])
      expect(asks(state, reveal, kept)).to.equal(false);
  });

  it('is not needed while another sum is added up', () => {
    const sum = currentSum(state);
    expect(
      asks({ ...state, sums: [{ ...sum }, sum], current: 0 }, reveal, [one, two], sum),
    ).to.equal(false);
  });
});

describe('further shares of a liar', () => {
  const seven = consortiumOf(7, { toleratedFaulty: 2 });
  const [, stalled, absent] = coordinators(seven) as [string, string, string];
  const room = createRoom(seven, {
    lanes: (org, input) => (org === absent ? null : lanesOf(org, input)),
    way: (delivery) =>
      delivery.message.type === 'reveal' && delivery.message.signer === stalled ? [] : [delivery],
  });
  room.load();
  room.finish();
  const log = room.log.get(coordinators(seven)[0]!)!;
  const state = log.find(({ event }) => event.kind === 'recovered')!.before;
  const [release] = [...currentSum(state).shareReveals.values()] as [StatementOf<'shareReveal'>];
  const { pieces } = release.message;
  const saying = (change: (typeof pieces)[number][]) =>
    ({ ...release, message: { ...release.message, pieces: change } }) as Verified;
  const wrong = saying(pieces.map((piece) => ({ ...piece, share: flip(piece.share) })));

  it('are needed when a true one is among them that no kept statement has', () => {
    expect(pieces).to.have.length(2);
    const [one, two] = pieces.map((piece) => saying([piece])) as [Verified, Verified];
    expect(asks(state, release, [wrong, wrong])).to.equal(true);
    expect(asks(state, one, [two, wrong])).to.equal(true);
    expect(asks(state, release, [one, wrong])).to.equal(true);
    expect(asks(state, one, [wrong, release])).to.equal(false);
    expect(asks(state, release, [one, two])).to.equal(false);
    expect(asks(state, wrong, [wrong, wrong])).to.equal(false);
  });
});

describe('a further Ready of a liar', () => {
  const ready = script.said(peer, 'ready');
  const [one, two] = [1, 2].map((fill) =>
    script.sayAs(peer, {
      type: 'ready',
      message: { ...ready.message, setupDigest: new Uint8Array(32).fill(fill) },
    } as never),
  ) as [Verified, Verified];

  it('is needed when it is for the set-up that is here, and no kept one is', () => {
    expect(isReadyNeeded(states.ready, ready, [one, two])).to.equal(true);
    expect(isReadyNeeded(states.ready, ready, [one, ready])).to.equal(false);
    expect(isReadyNeeded(states.ready, one, [two, undefined])).to.equal(false);
  });

  it('is not needed while the set-up is not here', () => {
    expect(isReadyNeeded(states.accepted, ready, [one, two])).to.equal(false);
  });

  it('is kept once, however often it comes', () => {
    const kept = on(states.ready, one, two, ready);
    expect([...kept.seconds.values()].map(({ id }) => id)).to.include(ready.id);
    expect(step(kept, hearing(kept, ready)).effects).to.deep.equal([]);
  });
});
