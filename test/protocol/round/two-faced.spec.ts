/**
 * A liar that tells different members different things: whatever it says to whom, nobody is cut off from the certificate
 * that the others obey, all publish one report, and everybody who heard both holds the evidence.
 */
import { expect } from 'chai';
import { setHash } from '../../../protocol/agreement.ts';
import { currentSum } from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import type { Payload, StatementType, Verified } from '../../../protocol/statement.ts';
import { consortiumOf, said } from '../consortium.ts';
import {
  accusationsIn,
  both,
  but,
  coordinators,
  dying,
  expectSameReport,
  flip,
  ran,
} from './faults.ts';
import { createRoom, type Delivery, type RoomOptions } from './room.ts';

const world = consortiumOf(4);
/** By the order in which they coordinate: the liar is the first coordinator or the second. */
const [first, second, deaf, last] = coordinators(world) as [string, string, string, string];

const honest = [first, deaf, last];

/** This org says these to one member instead of what it says to all. */
function telling<T extends StatementType>(
  liar: string,
  type: T,
  to: readonly string[],
  ...others: ((message: Payload<T>) => object)[]
): Pick<RoomOptions, 'way'> {
  return {
    way(delivery) {
      const { message } = delivery;
      if (message.signer !== liar || message.type !== type || !to.includes(delivery.to))
        return [delivery];
      return others.map((change) => ({
        to: delivery.to,
        message: said(world, liar, type, {
          ...message.message,
          ...change(message.message as Payload<T>),
        } as Payload<T>),
      }));
    },
  };
}

const clock = (byUs: number) => (message: { clockBoundUs: number }) => ({
  clockBoundUs: message.clockBoundUs + byUs,
});
const leavingOut = (org: string) => (message: Payload<'candidate'>) => ({
  set: message.set.filter((member) => member.org !== org),
});
const forAnother = (by: number) => (message: { set: Uint8Array }) => ({
  set: message.set.map((byte, i) => (i === 0 ? byte ^ by : byte)),
});

const ofAnother = (at: number) => (message: { selfSeed: Uint8Array }) => ({
  selfSeed: flip(message.selfSeed, at),
});
const another = (at: number) => (message: { lanesDigest: Uint8Array }) => ({
  lanesDigest: flip(message.lanesDigest, at),
});
const forSetup = (at: number) => (message: { setupDigest: Uint8Array }) => ({
  setupDigest: flip(message.setupDigest, at),
});

describe('a liar that tells one member another thing than the others', () => {
  const cases: [string, string, Pick<RoomOptions, 'way'>][] = [
    ['contribution', second, telling(second, 'contribution', [deaf], clock(1))],
    ['contribution, to two', second, telling(second, 'contribution', [deaf, first], clock(1))],
    ['candidate', first, telling(first, 'candidate', [deaf], leavingOut(last))],
    ['candidate, to two', first, telling(first, 'candidate', [deaf, last], leavingOut(second))],
    ['prevote', second, telling(second, 'prevote', [deaf], forAnother(1))],
    ['precommit', second, telling(second, 'precommit', [deaf], forAnother(1))],
    ['reveal', second, telling(second, 'reveal', [deaf, last], (m) => ({ selfSeed: flip(m.selfSeed) }))], // prettier-ignore
    ['result', second, telling(second, 'result', [deaf], (m) => ({ lanesDigest: flip(m.lanesDigest) }))], // prettier-ignore
    ['Ready for the same set-up', second, telling(second, 'ready', [deaf], clock(1))],
    ['Ready for another set-up', second, telling(second, 'ready', [deaf], (m) => ({ setupDigest: flip(m.setupDigest) }))], // prettier-ignore
  ];
  for (const [what, liar, fault] of cases)
    it(`splits nothing: ${what}`, () => {
      const room = ran(world, fault);
      expectSameReport(room, but(room, liar));
      expect(accusationsIn(room)).to.include(`${liar}: equivocation`);
      expect(new Set(room.accusations.map(({ org }) => org))).to.deep.equal(new Set([liar]));
    });

  it('splits nothing with shares, when they are needed', () => {
    const seven = consortiumOf(7, { toleratedFaulty: 2 });
    const [dead, liar, one] = coordinators(seven) as [string, string, string];
    const way = (delivery: Delivery) => {
      const { message } = delivery;
      if (message.signer !== liar || message.type !== 'shareReveal' || delivery.to !== one)
        return [delivery];
      const { pieces } = message.message;
      const lie = pieces.map((piece) => ({ ...piece, share: flip(piece.share) }));
      return [{ to: one, message: said(seven, liar, 'shareReveal', { ...message.message, pieces: lie }) }]; // prettier-ignore
    };
    const room = ran(seven, { way: both({ way }, dying(dead, 'reveal')) });
    expectSameReport(room, but(room, dead, liar));
    expect(accusationsIn(room)).to.have.members([`${liar}: falseShare`, `${liar}: equivocation`]);
  });
});

describe('a liar with two sets of keys', () => {
  const others = ({ sums }: Payload<'keys'>) => ({
    sums: sums.map((sum) => ({ ...sum, maskPublic: flip(sum.maskPublic) })),
  });

  it('changes nothing for those who heard the first', () => {
    const room = ran(
      world,
      telling(second, 'keys', honest, () => ({}), others),
    );
    expectSameReport(room, room.terms.roster);
    expect(accusationsIn(room)).to.deep.equal([`${second}: equivocation`]);
  });

  it('starts nothing where one member heard the other first', () => {
    const room = ran(world, telling(second, 'keys', [deaf], others));
    for (const org of but(room, second)) expect(room.state(org).phase, org).to.equal('notReady');
    expect(room.sent.some(({ type }) => type === 'contribution')).to.equal(false);
  });
});

describe('a liar that says two other things to one member', () => {
  const cases: [string, string, Pick<RoomOptions, 'way'>][] = [
    ['contributions', second, telling(second, 'contribution', [deaf], clock(1), clock(2))],
    [
      'candidates',
      first,
      telling(first, 'candidate', [deaf], leavingOut(last), leavingOut(second)),
    ],
    ['prevotes', second, telling(second, 'prevote', [deaf], forAnother(1), forAnother(2))],
    ['precommits', second, telling(second, 'precommit', [deaf], forAnother(1), forAnother(2))],
    ['reveals', second, telling(second, 'reveal', [deaf], ofAnother(0), ofAnother(1))],
    ['results', second, telling(second, 'result', [deaf], another(0), another(1))],
    ['Ready', second, telling(second, 'ready', [deaf], forSetup(0), forSetup(1))],
  ];
  for (const [what, liar, fault] of cases)
    it(`does not keep it from what the others build on: ${what}`, () => {
      const room = ran(world, fault);
      expectSameReport(room, but(room, liar));
      expect(accusationsIn(room)).to.include(`${liar}: equivocation`);
      expect(new Set(room.accusations.map(({ org }) => org))).to.deep.equal(new Set([liar]));
    });

  it('does not keep it from the result where all are needed', () => {
    const trio = consortiumOf(3);
    const [liar, other] = coordinators(trio) as [string, string];
    const room = ran(trio, telling(liar, 'result', [other], another(0), another(1)));
    expectSameReport(room, but(room, liar));
    const kept = [...currentSum(room.state(other)).seconds.values()];
    expect(kept.map(({ type, signer }) => `${type} ${signer}`)).to.deep.equal([
      `result ${liar}`,
      `result ${liar}`,
    ]);
  });

  it('does not keep it from a certificate that needs the third precommit', () => {
    const fault = telling(second, 'precommit', [deaf], forAnother(1), forAnother(2));
    const room = ran(world, { way: both(fault, dying(last, 'precommit')) });
    const others = but(room, second, last);
    expectSameReport(room, others);
    const { precommits, seconds, certified } = currentSum(room.state(deaf));
    expect(certified?.view).to.equal(0);
    expect(precommits.has(`0/${last}`)).to.equal(false);
    const kept = [...seconds.values()].filter((s) => s.type === 'precommit');
    expect(kept.map(({ signer }) => signer)).to.include(second);
  });
});

describe('what a liar says early, before the sum is known', () => {
  const room = createRoom(world);
  room.load();
  room.finish();
  const { terms, state } = room;
  const { context } = currentSum(state(first));
  const { set } = room.sent.find((s) => s.type === 'candidate')!.message as Payload<'candidate'>;
  const running = room.log
    .get(deaf)!
    .map(({ after }) => after)
    .find(({ phase }) => phase === 'running')!;
  const candidate = (by: string, view: number, members = set) =>
    said(world, by, 'candidate', {
      round: terms.roundId,
      sum: 'main',
      context: context!,
      view,
      set: members,
      carried: [],
    });
  const hearing = (messages: readonly Verified[]) =>
    messages.reduce(
      (before, message) => step(before, { kind: 'message', nowMs: before.nowMs, message }).state,
      running,
    );
  const named = (messages: readonly Verified[]) => {
    const { terms: known } = running;
    const entered = step(hearing(messages), { kind: 'tick', nowMs: known.sums[0]!.cutMs }).state;
    const { candidates, seconds } = currentSum(entered);
    expect(currentSum(entered).context).to.deep.equal(context);
    return [...candidates.values(), ...seconds.values()].map(({ id }) => id);
  };

  it('counts when it coordinates that view', () => {
    const early = candidate(first, 0);
    expect(named([early])).to.deep.equal([early.id]);
  });

  it('does not count when it does not, be it said once or twice', () => {
    const fewer = set.filter(({ org }) => org !== first);
    expect(setHash(context!, fewer)).to.not.deep.equal(setHash(context!, set));
    const twice = [candidate(second, 0), candidate(second, 0, fewer)];
    expect(named(twice.slice(0, 1))).to.deep.equal([]);
    expect(named(twice)).to.deep.equal([]);
    const own = candidate(second, 1);
    expect(named([...twice, own])).to.deep.equal([own.id]);
  });
});
