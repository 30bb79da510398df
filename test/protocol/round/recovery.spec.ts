/**
 * Members that stall after they contributed (Bonawitz et al., CCS 2017, §6.2): the others open their shares of what is
 * missing, never both kinds of one member, and everybody publishes the same report.
 */
import { expect } from 'chai';
import { currentSum } from '../../../protocol/round/state.ts';
import { STATEMENTS, type Payload, type StatementType } from '../../../protocol/statement.ts';
import { firstViewMs } from '../../../protocol/terms.ts';
import { consortiumOf, type TestConsortium } from '../consortium.ts';
import { both, but, coordinators, dying, expectOneKind, expectSameReport, ran } from './faults.ts';
import { createRoom, type Delivery, type Room } from './room.ts';

const four = consortiumOf(4);
const seven = consortiumOf(7, { toleratedFaulty: 2 });

/** What is said of a sum, from the contribution on. */
const inSums = (Object.keys(STATEMENTS) as StatementType[]).filter(
  (type) => STATEMENTS[type].code >= STATEMENTS.contribution.code,
);

const setIn = (room: Room, org: string) =>
  room.state(org).sums[0]!.certified!.set.map((member) => member.org);
const sharesIn = (room: Room) => room.sent.filter(({ type }) => type === 'shareReveal');

describe('a member that dies', () => {
  const [first, second] = coordinators(four) as [string, string];
  const summed = inSums.filter((type) => type !== 'shareReveal');

  for (const [who, org] of [
    ['the first coordinator', first],
    ['another', second],
  ] as const)
    for (const type of summed.filter((t) => org === first || t !== 'candidate'))
      for (const told of [0, 1, 2])
        it(`lets the others publish: ${who}, when ${told} of them have its ${type}`, () => {
          const room = ran(four, dying(org, type, told));
          expect(room.isDead(org)).to.equal(true);
          const others = but(room, org);
          expectSameReport(room, others);
          const isIn = setIn(room, others[0]!).includes(org);
          expect(isIn, 'it counts once anybody has what it said').to.equal(
            type !== 'contribution' || told > 0,
          );
          expectOneKind(room, setIn(room, others[0]!));
        });

  it('is out of the sum when nobody has its contribution, and no share is opened', () => {
    const room = ran(four, dying(second, 'contribution'));
    expect(setIn(room, first)).to.deep.equal(but(room, second));
    expect(sharesIn(room)).to.deep.equal([]);
  });

  it('is waited for as long as the first view lasts, and not longer', () => {
    const room = ran(four, dying(second, 'reveal'));
    for (const org of but(room, second)) {
      const log = room.log.get(org)!;
      const released = log.find(({ effects }) => effects.some(({ kind }) => kind === 'release'))!;
      const { terms } = room;
      const sinceMs = released.after.nowMs - currentSum(released.after).certifiedMs;
      expect(sinceMs, org).to.equal(firstViewMs(terms, terms.sums[0]!));
    }
    expect(sharesIn(room).map(({ signer }) => signer)).to.have.members(but(room, second));
    for (const { message } of sharesIn(room))
      expect(
        (message as Payload<'shareReveal'>).pieces.map((p) => [p.dealer, p.kind]),
      ).to.deep.equal([[second, 1]]);
  });

  it('takes the certificate along: the next view gets another, of the same set', () => {
    const room = ran(four, dying(first, 'candidate'));
    const [other] = but(room, first) as [string];
    expect(room.state(other).sums[0]!.certified?.view).to.be.above(0);
    expect(setIn(room, other)).to.deep.equal([...room.terms.roster]);
  });

  it('may come back with its own reveal: a bundle that holds both verifies', () => {
    const kept: Delivery[] = [];
    const way = (delivery: Delivery) => {
      const { signer, type } = delivery.message;
      if (signer === second && type === 'reveal') kept.push(delivery);
      return type === 'result' || kept.includes(delivery) ? [] : [delivery];
    };
    const room = createRoom(four, { way });
    room.load();
    const { certifiedMs } = currentSum(room.state(first));
    room.tick(certifiedMs + firstViewMs(room.terms, room.terms.sums[0]!));
    for (const { to, message } of kept)
      room.give(to, { kind: 'message', nowMs: room.state(to).nowMs, message });
    for (const org of but(room, second)) {
      const { reveals, recovered } = room.state(org).sums[0]!;
      expect(reveals.has(second)).to.equal(true);
      expect([...recovered!.selves.keys()]).to.deep.equal([second]);
    }
    room.repair();
    expectSameReport(room, room.terms.roster);
  });
});

/** A point at which a member dies: before what it says, when so many others have it. */
type Point = readonly [type: StatementType, told: number];

describe('two members of seven that die, with f = 2', () => {
  const [first, second] = coordinators(seven) as [string, string];
  const firsts = inSums.filter((type) => type !== 'shareReveal');
  const seconds = inSums.filter((type) => type !== 'candidate');

  function expectPublished(one: Point, two: Point): void {
    const room = ran(seven, { way: both(dying(first, ...one), dying(second, ...two)) });
    const dead = [first, second];
    const at = `${one.join(' ')}, ${two.join(' ')}`;
    for (const org of dead) expect(room.isDead(org), `${at}: ${org} is dead`).to.equal(true);
    expectSameReport(room, but(room, ...dead));
    const [other = ''] = but(room, ...dead);
    const inSet = setIn(room, other);
    for (const [org, [type, told]] of [[first, one] as const, [second, two] as const])
      expect(inSet.includes(org), `${at}: ${org} counts`).to.equal(
        type !== 'contribution' || told > 0,
      );
    expectOneKind(room, inSet);
  }

  // all 1,300 pairs would take minutes: here is each point of either once, each pair of types, each pair of numbers
  firsts.forEach((type, t) =>
    it(`lets the others publish: the first coordinator at each point of its ${type}, another at one of a fixed fair spread`, () => {
      for (let told = 0; told < 6; told++) {
        const other = seconds[(t + told) % seconds.length] as StatementType;
        // nobody asks for shares of who has revealed
        if (type !== 'result' || other !== 'shareReveal') expectPublished([type, told], [other, t]);
      }
    }),
  );

  it('lets the others publish: the first coordinator before its view is won, the second at each point of its candidate', () => {
    const before: readonly Point[] = [
      ['contribution', 1],
      ['candidate', 0],
    ];
    for (let told = 0; told < 6; told++)
      expectPublished(before[told % 2] as Point, ['candidate', told]);
  });
});

describe('several members that die', () => {
  const [one, two, three] = coordinators(seven) as [string, string, string];
  const pairs = [
    ['both before they reveal', dying(one, 'reveal'), dying(three, 'reveal', 2)],
    ['the coordinator early, another late', dying(one, 'candidate', 1), dying(two, 'reveal')],
    ['one without a contribution', dying(two, 'contribution'), dying(three, 'reveal')],
    ['the first two coordinators', dying(one, 'candidate'), dying(two, 'candidate', 2)],
  ] as const;
  for (const [who, first, second] of pairs)
    it(`are rebuilt, two of seven with f = 2: ${who}`, () => {
      const room = ran(seven, { way: both(first, second) });
      const dead = room.terms.roster.filter((org) => room.isDead(org));
      expect(dead).to.have.length(2);
      const others = but(room, ...dead);
      expectSameReport(room, others);
      expectOneKind(room, setIn(room, others[0]!));
    });

  it('leave a sum of four unrevealed, and are named', () => {
    const [first, second] = coordinators(four) as [string, string];
    const room = ran(four, { way: both(dying(first, 'reveal'), dying(second, 'reveal')) });
    for (const org of but(room, first, second)) {
      expect(room.state(org).end?.code).to.equal('unrevealed');
      expect(room.state(org).end?.details).to.deep.equal({ missing: [first, second].sort() });
    }
  });

  it('need be one only where three must stay: of three none may go', () => {
    const trio = consortiumOf(3);
    const [first] = coordinators(trio) as [string];
    const early = ran(trio, dying(first, 'precommit'));
    for (const org of but(early, first)) expect(early.state(org).end?.code).to.equal('undecided');
    const late = ran(trio, dying(first, 'reveal'));
    for (const org of but(late, first)) {
      expect(late.state(org).end?.code).to.equal('unrevealed');
      expect(late.state(org).end?.details).to.deep.equal({ missing: [first] });
    }
  });
});

describe('who is outside the set', () => {
  /** It contributes, but nobody hears of it in time; and a member of the set stalls. */
  function lateAndStalled(world: TestConsortium) {
    const [first, , stalled, late] = coordinators(world) as [string, string, string, string];
    const tooLate = (delivery: Delivery) => {
      const { signer, type } = delivery.message;
      return signer === late && type === 'contribution' ? [] : [delivery];
    };
    const way = both({ way: tooLate }, dying(stalled, 'reveal'));
    return { first, stalled, late, room: ran(world, { repairs: false, way }) };
  }

  for (const world of [four, seven])
    it(`has its mask key rebuilt, for the seed that the stalled member shared with it: of ${world.orgs.length}`, () => {
      const { first, stalled, late, room } = lateAndStalled(world);
      expect(setIn(room, first)).to.deep.equal(but(room, late));
      expectSameReport(room, but(room, stalled, late));
      expectOneKind(room, setIn(room, first));
      const released = sharesIn(room);
      expect(released.map(({ signer }) => signer)).to.have.members(but(room, stalled));
      for (const { message } of released)
        expect(
          (message as Payload<'shareReveal'>).pieces.map(({ dealer, kind }) => [dealer, kind]),
        ).to.have.deep.members([
          [stalled, 1],
          [late, 2],
        ]);
      const { recovered } = room.state(first).sums[0]!;
      expect(recovered?.pairs.map(({ member, outsider }) => [member, outsider])).to.deep.equal([
        [stalled, late],
      ]);
    });

  it('opens none of its seeds, and ends with the others once it hears what they heard', () => {
    const { late, stalled, room } = lateAndStalled(four);
    expect(room.sent.some((s) => s.signer === late && s.type === 'reveal')).to.equal(false);
    expectSameReport(room, but(room, stalled));
  });
});
