/** An abort that a liar shows to one member, while it contributes itself: nobody is left out of what is published. */
import { expect } from 'chai';
import { contributeAtMs, windowOf } from '../../../protocol/terms.ts';
import { consortiumOf, said } from '../consortium.ts';
import { BUILD } from '../proposal.ts';
import { coordinators } from './faults.ts';
import { createRoom, type RoomOptions } from './room.ts';

describe('an abort that only one member is shown, by who contributes all the same', () => {
  const world = consortiumOf(4);

  function shownAt(
    atMs: (room: ReturnType<typeof createRoom>) => number,
    to = 'A',
    lie?: (sent: () => ReturnType<typeof createRoom>['sent']) => NonNullable<RoomOptions['lie']>,
  ) {
    const room: ReturnType<typeof createRoom> = createRoom(world, {
      repairs: true,
      ...(lie && { lie: lie(() => room.sent) }),
    });
    const { terms } = room;
    const { schedule, roster, roundId } = terms;
    for (const org of roster)
      room.give(org, { kind: 'accept', nowMs: room.state(org).nowMs, ...BUILD });
    room.drain();
    for (const instant of [schedule.startMs, windowOf(schedule).fromMs]) room.tick(instant);
    const abort = said(world, 'D', 'abort', { round: roundId, code: 'operator', reason: '' });
    room.tick(atMs(room) - 1);
    for (const org of to) room.give(org, { kind: 'message', nowMs: atMs(room), message: abort });
    // repair has not come round yet when all others contribute
    for (const org of roster) {
      const nowMs = contributeAtMs(terms);
      room.give(org, { kind: 'tick', nowMs });
      if (room.state(org).phase === 'running') room.give(org, { kind: 'measured', nowMs });
    }
    room.drain();
    room.repair();
    room.finish();
    return room;
  }

  it('changes nothing for it once the window is closed', () => {
    for (const room of [
      shownAt(({ terms }) => windowOf(terms.schedule).toMs),
      shownAt(({ terms }) => contributeAtMs(terms) - 1),
    ])
      for (const org of room.terms.roster) {
        const { phase, sums } = room.state(org);
        expect(phase).to.equal('published');
        expect(sums[0]!.certified!.set.map((one) => one.org)).to.include.members(['A', 'B', 'C']);
      }
  });

  it('leaves the liar out of every fresh set, once it is known to all', () => {
    const room = shownAt(({ terms }) => windowOf(terms.schedule).toMs, 'ABCD');
    for (const org of room.terms.roster) {
      const { phase, sums } = room.state(org);
      expect(phase).to.equal('published');
      expect(sums[0]!.certified!.set.map((one) => one.org)).to.deep.equal(['A', 'B', 'C']);
    }
  });

  it('gets no vote for a list with the liar on it, whoever of the coordinators lies too', () => {
    const [first = ''] = coordinators(world);
    const room = shownAt(
      ({ terms }) => windowOf(terms.schedule).toMs,
      // who does not hear its own abort contributes
      'ABC',
      (sent) => (org, statement) => {
        if (org !== first || statement.type !== 'candidate') return statement;
        const set = sent()
          .filter(({ type }) => type === 'contribution')
          .map(({ signer, id }) => ({ org: signer, contribution: Buffer.from(id, 'hex') }))
          .sort((a, b) => (a.org < b.org ? -1 : 1));
        return { ...statement, message: { ...statement.message, set } };
      },
    );
    const lists = room.sent.filter((one) => one.type === 'candidate');
    expect(lists[0]?.message.set.map(({ org }) => org)).to.deep.equal([...room.terms.roster]);
    const votes = room.sent.filter((one) => one.type === 'prevote');
    expect(votes.filter(({ message }) => message.view === 0)).to.deep.equal([]);
    for (const org of room.terms.roster) {
      const { certified } = room.state(org).sums[0]!;
      expect(room.state(org).phase).to.equal('published');
      expect(certified?.set.map((one) => one.org)).to.deep.equal(['A', 'B', 'C']);
      expect(certified?.view).to.equal(1);
    }
  });

  it('leads to no sum without it when it came in time, and the others name the liar', () => {
    const room = shownAt(({ terms }) => windowOf(terms.schedule).toMs - 1);
    expect(room.state('A').end?.message).to.equal('D aborted: operator');
    for (const org of ['B', 'C']) {
      const { phase, end } = room.state(org);
      expect([phase, end?.code]).to.deep.equal(['aborted', 'undecided']);
      expect(end?.details?.['calledOff']).to.deep.equal(['D']);
      expect(end?.message).to.contain('D called the round off, and contributed');
    }
  });
});
