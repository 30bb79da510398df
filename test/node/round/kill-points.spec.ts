import { expect } from 'chai';
import { audit, bundleOf, publishedReport, reportText } from '../../../protocol/index.ts';
import type { RoundState } from '../../../protocol/index.ts';
import type { DurableWrite, Fate } from './mortal-org.ts';
import {
  createWorld,
  outcomeOf,
  runRound,
  type Course,
  type RoomChoice,
  type RoomWorld,
} from './mortal-room.ts';
import { longRound, type LongRound } from './long-round.ts';

const VICTIM = 'Org2';
/** An org dies next to every 20th of its writes: some times in one round, and at all points in 20 rounds. */
const STRIDE = 20;
const LONG_STRIDE = 5;

/** How a round ended. */
interface Found extends Pick<Course, 'dead' | 'states'> {
  readonly outcome: string;
}

describe('an org that is killed next to a durable write, and started again', function () {
  this.timeout(120_000);
  let world: RoomWorld;
  let plan: readonly DurableWrite[];

  before(async () => {
    world = await createWorld();
    await runRound(world, { mortals: [VICTIM] }, ({ states, writes }) => {
      expect([...states.values()].map(outcomeOf)).to.deep.equal(Array(4).fill('published'));
      // whoever coordinates the vote writes one more, and who that is changes from round to round
      const isExtra = ({ where, what }: DurableWrite) =>
        where === 'journal' && what.includes('/candidate/');
      plan = writes.filter((write) => write.org === VICTIM && !isExtra(write));
    });
    expect(plan.length, 'durable writes of one org').to.be.above(50);
  });

  /** All end alike, nobody ever heard two things from one slot, and what is published is one report that verifies. */
  async function endOf(fate: Fate, choice: Omit<RoomChoice, 'fate'> = {}) {
    let found: Found = { dead: [], outcome: '', states: new Map() };
    await runRound(world, { fate, ...choice }, (course) => {
      const { states, said, dead } = course;
      const at = dead.map(({ where, what }) => `${where} ${what.slice(-40)}`).join(', ');
      // who is started again after the closing instant takes up nothing
      const closed = dead.filter(({ what }) => what.endsWith('/wiped')).map(({ org }) => org);
      const orgs = [...states.keys()].filter((org) => !closed.includes(org));
      const outcomes = new Set(orgs.map((org) => outcomeOf(states.get(org))));
      expect([...outcomes], at).to.have.length(1);
      for (const [slot, ids] of said) expect([...ids], `${at}: ${slot}`).to.have.length(1);
      const [outcome = ''] = outcomes;
      if (outcome === 'published') expectOneReport(course, orgs, at);
      found = { dead, outcome, states };
    });
    return found;
  }

  function expectOneReport({ states }: Course, orgs: readonly string[], at: string): void {
    const all = orgs.map((org) => states.get(org) as RoundState);
    const reports = all.map((state) => reportText(publishedReport(world.consortium, state)));
    expect(new Set(reports).size, `${at}: reports`).to.equal(1);
    const { ok, checks } = audit(bundleOf(world.consortium, world.text, all[1]!), world.text);
    expect(ok, `${at}: ${checks.at(-1)?.detail}`).to.equal(true);
  }

  /** Kills once at each of the victim's writes whose number leaves this rest. */
  function everyTwentieth(rest: number, when: 'before' | 'after'): Fate {
    const past = new Set<number>();
    return ({ org, number }) => {
      if (org !== VICTIM || number % STRIDE !== rest || past.has(number)) return null;
      past.add(number);
      return when;
    };
  }

  for (const when of ['before', 'after'] as const)
    it(`right ${when} each of them: the round is published by all, the same report`, async () => {
      const points = new Set<string>();
      for (let rest = 0; rest < STRIDE; rest++) {
        const fate = everyTwentieth(rest, when);
        const { dead, outcome } = await endOf(fate, { mortals: [VICTIM] });
        expect(outcome, dead.map(({ what }) => what).join()).to.equal('published');
        for (const { number } of dead) points.add(String(number));
      }
      expect(points.size, 'points').to.be.at.least(plan.length);
    });

  /** Its second coordinator named the votes of the first view, and three orgs rebuilt what the fourth left closed. */
  function expectLong({ outcome, states, dead }: Found, { orgOf }: LongRound): void {
    const at = dead.map(({ where, what }) => `${where} ${what.slice(-40)}`).join();
    expect(outcome, at).to.equal('published');
    const sum = states.get(orgOf('other'))!.sums[0]!;
    expect(sum.certified?.view, at).to.equal(1);
    const candidate = sum.candidates.get(`1/${orgOf('second')}`);
    expect(candidate?.message.carried, at).to.have.length(3);
    const released = (['first', 'second', 'other'] as const).map(orgOf);
    expect([...sum.shareReveals.keys()], at).to.have.members(released);
    expect([...sum.recovered!.selves.keys()], at).to.deep.equal([orgOf('silent')]);
  }

  for (const when of ['before', 'after'] as const)
    it(`right ${when} each one from the first candidate on, with a view lost and a member rebuilt: the same report`, async () => {
      const quiet = longRound(() => null);
      expectLong(await endOf(quiet.fate, quiet), quiet);
      const plan = quiet.points();
      for (const type of ['candidate/1', 'prevote/1', 'precommit/1', 'shareReveal'])
        expect(plan).to.include(`journal main/${type} 1`);
      const left = new Set(plan);
      for (let rest = 0; rest < LONG_STRIDE; rest++) {
        const chosen = new Set(plan.filter((_, i) => i % LONG_STRIDE === rest));
        const long = longRound((point) => {
          const dies = chosen.has(point) && left.delete(point);
          return dies ? when : null;
        });
        expectLong(await endOf(long.fate, long), long);
      }
      expect([...left], 'points at which nobody died').to.deep.equal([]);
    });

  for (const what of ['proposal/', '/proposal', 'candidate/', '/candidate/0'])
    it(`next to what one of them alone writes (${what}): all end alike`, async () => {
      for (const when of ['before', 'after'] as const) {
        let killed = '';
        const { outcome } = await endOf((write) => {
          const own = write.where === 'journal' || write.what.endsWith(`/${write.org}`);
          if (killed !== '' || !own || !write.what.includes(what)) return null;
          killed = write.org;
          return when;
        });
        expect(killed).to.match(/^Org/);
        const unknown = what === '/proposal' || (what === 'proposal/' && when === 'before');
        expect(outcome, when).to.equal(unknown ? 'never heard of' : 'published');
      }
    });

  for (const [what, awayMs, outcome] of [
    ['/ready', 4_000, 'published'],
    ['/ready', 30_000, 'aborted undecided'],
    ['/main/contribution', 2_000, 'published'],
    ['/main/contribution', 30_000, 'published'],
    ['/main/precommit/0', 30_000, 'published'],
    ['/main/reveal', 30_000, 'published'],
  ] as const)
    it(`right after ${what}, and back after ${awayMs / 1000} s: all end ${outcome}`, async () => {
      const fate: Fate = (write) =>
        write.org === VICTIM && write.what.endsWith(what) ? 'after' : null;
      expect((await endOf(fate, { awayMs, mortals: [VICTIM] })).outcome).to.equal(outcome);
    });
});
