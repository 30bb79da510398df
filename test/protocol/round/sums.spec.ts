/** Whole rounds in one process, with real masks: the sum is the plain sum, whoever stays away, and a lie has its author. */
import { expect } from 'chai';
import { decodeLanes, fromBytes, mainLayout, laneIndex } from '../../../aggregation/index.ts';
import { contextFor, coordinatorOf } from '../../../protocol/agreement.ts';
import { hex } from '../../../protocol/digest.ts';
import { publishedReport } from '../../../protocol/publish.ts';
import { reportText } from '../../../protocol/report.ts';
import { addUp } from '../../../protocol/round/add-up.ts';
import { setupDigest } from '../../../protocol/round/preparing.ts';
import type { RoundState } from '../../../protocol/round/state.ts';
import { type Payload, STATEMENTS, type StatementType } from '../../../protocol/statement.ts';
import { consortiumOf } from '../consortium.ts';
import { lanesOf, plainSum } from './lanes.ts';
import { contextIn, createRoom, type Delivery, type Room, type RoomOptions } from './room.ts';

const layout = mainLayout();
const worlds = new Map([3, 4, 7].map((n) => [n, consortiumOf(n)]));

function ran(n: number, options: RoomOptions = {}): Room {
  const room = createRoom(worlds.get(n)!, options);
  room.load();
  room.finish();
  return room;
}

const ends = (room: Room) => room.terms.roster.map((org) => room.state(org).end?.code ?? null);
const summed = (state: RoundState, index = 0): Float64Array => {
  const { lanes, certified } = state.sums[index]!;
  return decodeLanes(fromBytes(lanes!, layout.lanes), layout, certified!.set.length);
};
const setIn = (state: RoundState) => state.sums[0]!.certified!.set.map(({ org }) => org);
const reports = (room: Room, orgs: readonly string[]) =>
  new Set(orgs.map((o) => reportText(publishedReport(room.world.consortium, room.state(o)))));

/** Who has no counts at all. */
const without =
  (...away: string[]) =>
  (org: string, input: string) =>
    away.includes(org) ? null : lanesOf(org, input);

describe('a sum', () => {
  for (const n of [3, 4, 7])
    it(`of ${n} is the plain sum of what all of them counted, at every org`, () => {
      const room = ran(n);
      const plain = plainSum(room.terms.roster.map((org) => lanesOf(org, 'input-of-main')));
      for (const org of room.terms.roster) {
        expect(room.state(org).phase).to.equal('published');
        expect(summed(room.state(org))).to.deep.equal(plain);
      }
      expect(plain[laneIndex(layout, 'contributors')]).to.equal(n);
      expect(reports(room, room.terms.roster).size).to.equal(1);
    });

  it('is not to be seen in any one contribution', () => {
    const room = ran(4);
    const plain = lanesOf('A', 'input-of-main');
    const sent = room.sent.find((s) => s.type === 'contribution' && s.signer === 'A');
    const masked = (sent?.message as Payload<'contribution'>).lanes;
    const zeros = masked.filter((byte) => byte === 0).length;
    expect(plain.filter((count) => count === 0).length).to.be.above(1000);
    expect(zeros / masked.length).to.be.below(0.02);
  });

  it('of a list has its own context, and the second holds the result of the first', () => {
    const room = ran(4, { sums: ['main', 'second'] });
    const { terms } = room;
    for (const org of terms.roster) {
      const state = room.state(org);
      expect(state.phase).to.equal('published');
      for (const [i, { input }] of terms.sums.entries())
        expect(summed(state, i)).to.deep.equal(
          plainSum(terms.roster.map((member) => lanesOf(member, input))),
        );
      const [first, second] = state.sums;
      const setup = setupDigest(state)!;
      const earlier = { set: first!.certified!.hash, lanes: first!.lanes! };
      expect(hex(first!.context!)).to.equal(hex(contextFor(terms.sums[0]!, setup, [])));
      expect(hex(second!.context!)).to.equal(hex(contextFor(terms.sums[1]!, setup, [earlier])));
      expect(hex(second!.context!)).to.not.equal(hex(contextFor(terms.sums[1]!, setup, [])));
    }
    expect(summed(room.state('A'), 0)).to.not.deep.equal(summed(room.state('A'), 1));
  });

  it('of a list begins once the one before has q equal results, not earlier', () => {
    const room = createRoom(worlds.get(4)!, {
      sums: ['main', 'second'],
      way: (d) => (d.message.type === 'result' && d.message.message.sum === 'main' ? [] : [d]),
    });
    room.load();
    for (const org of room.terms.roster) {
      expect(room.state(org).phase).to.equal('revealed');
      expect(room.state(org).sums[1]!.context).to.equal(null);
    }
    expect(room.sent.some((s) => 'sum' in s.message && s.message.sum === 'second')).to.equal(false);
    room.finish();
    expect(new Set(ends(room))).to.deep.equal(new Set(['unpublished']));
  });

  it('has another context in every round of the same orgs', () => {
    const contexts = [0, 1].map((nonce) => hex(contextIn(ran(3, { nonce }).state('A'))));
    expect(contexts[0]).to.not.equal(contexts[1]);
  });
});

describe('a sum without everybody', () => {
  const cases: [number, string[]][] = [
    [4, ['D']],
    [4, ['A']],
    [7, ['B', 'F']],
    [7, ['A', 'G']],
  ];
  for (const [n, away] of cases)
    it(`of ${n} without ${away.join(' and ')} is the plain sum of the others`, () => {
      const room = ran(n, { lanes: without(...away) });
      const stayed = room.terms.roster.filter((org) => !away.includes(org));
      const plain = plainSum(stayed.map((org) => lanesOf(org, 'input-of-main')));
      for (const org of room.terms.roster) {
        expect(room.state(org).phase, org).to.equal('published');
        expect(setIn(room.state(org))).to.deep.equal(stayed);
        expect(summed(room.state(org))).to.deep.equal(plain);
      }
      expect(reports(room, room.terms.roster).size).to.equal(1);
    });

  it('opens the pair seeds with who is missing, by the members of the set alone', () => {
    const room = ran(7, { lanes: without('B', 'F') });
    const reveals = room.sent.filter((s) => s.type === 'reveal');
    expect(reveals.map(({ signer }) => signer).sort()).to.deep.equal(['A', 'C', 'D', 'E', 'G']);
    for (const { message } of reveals)
      expect(message.pairs.map(({ org }) => org)).to.deep.equal(['B', 'F']);
  });

  it('stands when who is missing says nothing at all, not even a vote', () => {
    const first = ran(4);
    const coordinator = coordinatorOf(first.terms, contextIn(first.state('A')), 0);
    const silent = first.terms.roster.find((org) => org !== coordinator) as string;
    const late = (type: StatementType) => STATEMENTS[type].code >= STATEMENTS.contribution.code;
    const room = ran(4, {
      way: (d) => (d.message.signer === silent && late(d.message.type) ? [] : [d]),
    });
    const stayed = room.terms.roster.filter((org) => org !== silent);
    const plain = plainSum(stayed.map((org) => lanesOf(org, 'input-of-main')));
    for (const org of stayed) {
      expect(setIn(room.state(org))).to.deep.equal(stayed);
      expect(summed(room.state(org))).to.deep.equal(plain);
    }
    expect(reports(room, stayed).size).to.equal(1);
  });

  it('waits for a contribution that comes after its certificate and its reveals', () => {
    const { deaf, unheard, others } = oneUnheard();
    const held: Delivery[] = [];
    const room = createRoom(worlds.get(4)!, {
      way: (d) => (isLost(d, deaf, unheard) && held.push(d) ? [] : [d]),
    });
    room.load();
    for (const org of others) expect(room.state(org).phase).to.equal('published');
    const waiting = room.state(deaf);
    expect(waiting.phase).to.equal('certified');
    expect(waiting.sums[0]!.reveals.size).to.equal(4);
    expect(() => addUp(waiting)).to.throw(/not revealed/);
    const [{ message }] = held as [Delivery];
    room.give(deaf, { kind: 'message', nowMs: waiting.nowMs, message });
    expect(reports(room, room.terms.roster).size).to.equal(1);
  });

  it('ends at the closing instant for who never gets a contribution, and says whose', () => {
    const { deaf, unheard, others } = oneUnheard();
    const room = ran(4, { way: (d) => (isLost(d, deaf, unheard) ? [] : [d]) });
    expect(room.state(deaf).end?.code).to.equal('unrevealed');
    expect(room.state(deaf).end?.details).to.deep.equal({ missing: [unheard] });
    expect(room.state(deaf).nowMs).to.equal(room.terms.schedule.closingMs);
    for (const org of others) expect(room.state(org).phase).to.equal('published');
  });

  it('of 3 is undecided when one is missing: q is 3', () => {
    const room = ran(3, { lanes: without('C') });
    expect(ends(room)).to.deep.equal(['undecided', 'undecided', 'undecided']);
    expect(room.sent.some(({ type }) => type === 'reveal')).to.equal(false);
  });

  it('of 7 is undecided when three are missing: q is 5', () => {
    expect(new Set(ends(ran(7, { lanes: without('A', 'B', 'C') })))).to.deep.equal(
      new Set(['undecided']),
    );
  });

  it('has whoever was here in time, though its first coordinator leaves one out', () => {
    const first = ran(4);
    const coordinator = coordinatorOf(first.terms, contextIn(first.state('A')), 0);
    const victim = first.terms.roster.find((org) => org !== coordinator) as string;
    const room = ran(4, {
      lie: (org, statement) =>
        org === coordinator && statement.type === 'candidate' && statement.message.view === 0
          ? {
              ...statement,
              message: {
                ...statement.message,
                set: statement.message.set.filter((member) => member.org !== victim),
              },
            }
          : statement,
    });
    const votes = room.sent.filter(({ type }) => type === 'prevote');
    expect(new Set(votes.map(({ message }) => (message as Payload<'prevote'>).view))).to.deep.equal(
      new Set([1]),
    );
    for (const org of room.terms.roster) {
      expect(setIn(room.state(org))).to.deep.equal([...room.terms.roster]);
      expect(room.state(org).phase).to.equal('published');
    }
    expect(reports(room, room.terms.roster).size).to.equal(1);
  });
});

/** Two orgs that do not coordinate the first view: one never hears the other's contribution. */
function oneUnheard() {
  const { terms, state } = ran(4);
  const coordinator = coordinatorOf(terms, contextIn(state('A')), 0);
  const [deaf, unheard] = terms.roster.filter((org) => org !== coordinator) as [string, string];
  return { deaf, unheard, others: terms.roster.filter((org) => org !== deaf) };
}

function isLost({ to, message }: Delivery, deaf: string, unheard: string): boolean {
  return to === deaf && message.signer === unheard && message.type === 'contribution';
}
