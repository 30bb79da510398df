/** How far a clock may be off, where some of the others lie about theirs: late, wrong, or not at all. */
import { EventEmitter } from 'node:events';
import { expect } from 'chai';
import { quorum } from '../../../aggregation/index.ts';
import type { Clock } from '../../../node/clock.ts';
import { encodeResult } from '../../../node/net/answer.ts';
import { createClockSync } from '../../../node/net/clock-sync.ts';
import type { Host } from '../../../node/net/host.ts';
import {
  CLOCK_TELL_MS,
  CLOCK_WAIT_MS,
  clockBoundUs,
  type ClockBoundOptions,
  type Measured,
} from '../../../node/round/clock-bound.ts';
import { clockLimitUs } from '../../../protocol/index.ts';
import { proposalOf, T0 } from '../../protocol/proposal.ts';
import { consortiumOf } from '../../protocol/consortium.ts';
import { createTestLog, rejection } from '../net/test-hosts.ts';

const { schedule } = proposalOf(consortiumOf(4));
const LIMIT_US = clockLimitUs(schedule);
const never = new AbortController().signal;

/** Waiting takes no time: the clock goes on by as much. */
function handClock(nowMs = T0): Clock & { ms: number } {
  const clock = {
    ms: nowMs,
    nowMs: () => clock.ms,
    nowUs: () => clock.ms * 1000,
    sleepUntil: async (atMs: number) => void (clock.ms = Math.max(clock.ms, atMs)),
  };
  return clock;
}

function roundOf(
  n: number,
  f: number,
  offsets: (nowMs: number) => readonly Measured[],
  more: { isDealt?: boolean; nowMs?: number } = {},
) {
  const clock = handClock(more.nowMs);
  const { log, lines } = createTestLog();
  const roster = [...'ABCDEFGHIJ'].slice(0, n);
  const options: ClockBoundOptions = {
    terms: { round: 'ab'.repeat(32), roster, n, f, q: quorum(n, f), schedule },
    self: 'A',
    clock,
    offsets: () => offsets(clock.ms),
    isDealt: () => more.isDealt ?? true,
    log,
  };
  const tookMs = () => clock.ms - (more.nowMs ?? T0);
  return { lines, tookMs, clock, bound: () => clockBoundUs(options, never) };
}
const near = (orgs: string, boundUs = 300): Measured[] =>
  [...orgs].map((org, i) => ({ org, boundUs: boundUs + i }));

describe('how far a clock may be from the others', () => {
  it('is at once what it is from the worst of them, with nobody left out', async () => {
    const { bound, tookMs, lines } = roundOf(4, 1, () => [
      ...near('BC'),
      { org: 'D', boundUs: LIMIT_US },
      { org: 'Z', boundUs: 9e9 },
    ]);
    expect(await bound()).to.equal(LIMIT_US);
    expect(tookMs()).to.equal(0);
    expect(lines).to.deep.equal([]);
  });

  it('leaves out one that is too far away, says so once, and counts the others twice', async () => {
    const { bound, tookMs, lines } = roundOf(4, 1, () => [
      ...near('BC'),
      { org: 'D', boundUs: 2e6 },
    ]);
    expect(await bound()).to.equal(602);
    expect(tookMs()).to.equal(0);
    const [line, ...rest] = lines;
    expect(rest).to.deep.equal([]);
    expect(line?.level).to.equal('warn');
    expect(line?.details).to.deep.include({ code: 'E_CLOCK_APART', orgs: ['D'] });
    expect(line?.message).to.contain("D is left out of this round's comparison of clocks");
    expect(line?.message).to.contain("this clock may be 2000 ms from D's");
  });

  it('waits for one that does not answer, then leaves it out and says so', async () => {
    const { bound, tookMs, lines } = roundOf(4, 1, () => near('BC'));
    expect(await bound()).to.equal(602);
    expect(tookMs()).to.be.within(CLOCK_WAIT_MS, CLOCK_WAIT_MS + 100);
    expect(lines.map(({ message }) => message.split('. ')[0])).to.deep.equal([
      "D is left out of this round's comparison of clocks: D did not answer when clocks were compared",
    ]);
  });

  it('counts one that answers meanwhile', async () => {
    const late = (nowMs: number) => (nowMs < T0 + 1_000 ? near('BC') : near('BCD'));
    const { bound, lines } = roundOf(4, 1, late);
    expect(await bound()).to.equal(302);
    expect(lines).to.deep.equal([]);
  });

  it('waits half of what is left to the Ready deadline at most', async () => {
    const nowMs = schedule.readyByMs - 3_000;
    const { bound, tookMs } = roundOf(4, 1, () => near('BC'), { nowMs });
    expect(await bound()).to.equal(602);
    expect(tookMs()).to.be.within(1_500, 1_600);
  });

  it('is not known with two of them too far away: says at once whose, and how far', async () => {
    const { bound, tookMs } = roundOf(4, 1, () => [...near('B'), ...near('CD', 3e6)]);
    const error = await rejection(bound());
    expect(error.code).to.equal('E_CLOCK_APART');
    expect(error.message).to.contain("this clock may be 3000.001 ms from C and D's");
    expect(error.details).to.deep.include({ orgs: ['C', 'D'], clockBoundUs: 3_000_001 });
    expect(tookMs()).to.equal(0);
  });

  it('does not accuse whom it had no time to compare with', async () => {
    const late = (nowMs: number) => [...near('BC', 3e6), ...(nowMs < T0 + 1_000 ? [] : near('DE'))];
    const { bound, tookMs } = roundOf(5, 1, late);
    expect((await rejection(bound())).details).to.deep.include({ orgs: ['B', 'C'], silent: [] });
    expect(tookMs()).to.equal(1_000);
  });

  it('is not known with two that do not answer: says whose before the Ready deadline', async () => {
    const { bound, clock } = roundOf(4, 1, () => near('B'));
    const error = await rejection(bound());
    expect(error.code).to.equal('E_CLOCK_APART');
    expect(error.message).to.contain('C and D did not answer when clocks were compared');
    expect(error.details).to.deep.include({ orgs: ['C', 'D'], silent: ['C', 'D'] });
    expect(schedule.readyByMs - clock.ms).to.be.within(CLOCK_TELL_MS - 100, CLOCK_TELL_MS);
  });

  it('leaves it to the Ready deadline where a set-up lacks more than clocks, and ends then', async () => {
    const { bound, clock } = roundOf(4, 1, () => near('B'), { isDealt: false });
    await rejection(bound());
    expect(clock.ms).to.equal(schedule.readyByMs);
  });

  it('is not known where all have to be there and one is missing or away', async () => {
    for (const [n, f] of [
      [3, 1],
      [4, 2],
    ] as const) {
      const others = near('BCD'.slice(0, n - 2));
      const silent = 'BCD'.charAt(n - 2);
      const mute = await rejection(roundOf(n, f, () => others).bound());
      expect(mute.details).to.deep.include({ orgs: [silent] });
      const away = [...others, { org: silent, boundUs: LIMIT_US + 1 }];
      const far = await rejection(roundOf(n, f, () => away).bound());
      expect(far.details).to.deep.include({ orgs: [silent], clockBoundUs: LIMIT_US + 1 });
    }
  });

  it('with one left out counts none that is further away than half of what is allowed', async () => {
    const half = LIMIT_US / 2;
    const at = (boundUs: number) =>
      roundOf(4, 1, () => [...near('B'), { org: 'C', boundUs }], {
        nowMs: schedule.readyByMs - 3_000,
      });
    expect(await at(half).bound()).to.equal(LIMIT_US);
    const { orgs } = (await rejection(at(half + 1).bound())).details ?? {};
    expect(orgs).to.deep.equal(['C', 'D']);
  });

  it('leaves out no more than f, and still counts a quorum', async () => {
    for (const [n, f, spare] of [
      [7, 2, 2],
      [7, 1, 1],
      [5, 2, 1],
      [10, 3, 3],
    ] as const) {
      const others = [...'BCDEFGHIJ'.slice(0, n - 1)];
      const without = (count: number) => near(others.slice(count).join(''));
      expect(await roundOf(n, f, () => without(spare)).bound()).to.be.a('number');
      expect(await rejection(roundOf(n, f, () => without(spare + 1)).bound())).to.include({
        code: 'E_CLOCK_APART',
      });
    }
  });
});

/**
 * Four honest clocks at most, told falsely by liars as it suits them: whatever members sign holds for any two honest ones.
 * All clocks at multiples of a third of the limit, all lies of one liar, for 4 members.
 */
describe('what honest members sign of their clocks', () => {
  it('holds for any two of them, whatever a liar tells each', async () => {
    const steps = [0, LIMIT_US / 3, (2 * LIMIT_US) / 3, LIMIT_US, 2 * LIMIT_US];
    let signed = 0;
    for (const b of steps)
      for (const c of steps)
        for (const lies of [0, 1, 2, 3, 4, 5, 6, 7]) {
          const at = new Map([
            ['A', 0],
            ['B', b],
            ['C', c],
          ]);
          const bounds = new Map<string, number>();
          for (const [i, [self, mine]] of [...at].entries()) {
            const heard = [...at]
              .filter(([org]) => org !== self)
              .map(([org, theirs]) => ({ org, boundUs: Math.abs(theirs - mine) }));
            const flatters = (lies >> i) % 2 === 1;
            const all = flatters ? [...heard, { org: 'D', boundUs: 0 }] : heard;
            const { bound } = roundAs(self, all);
            const known = await bound().catch(() => null);
            if (known !== null) bounds.set(self, known);
          }
          for (const [one] of bounds)
            for (const [other] of bounds) {
              const apartUs = Math.abs(at.get(one)! - at.get(other)!);
              expect(apartUs).to.be.at.most(Math.max(...bounds.values()) + 1);
              if (one !== other) signed++;
            }
        }
    expect(signed).to.be.above(100);
  });

  const roundAs = (self: string, offsets: readonly Measured[]) => {
    const clock = handClock(schedule.readyByMs - 300);
    const terms = { round: 'ab', roster: [...'ABCD'], n: 4, f: 1, q: 3, schedule };
    const options = { terms, self, clock, offsets: () => offsets, isDealt: () => true };
    return { bound: () => clockBoundUs({ ...options, log: createTestLog().log }, never) };
  };
});

describe('a liar whose clock answers one member alone', () => {
  /** D's answers to A: after how long, and how wrong; null for none. */
  const lies: Record<string, { afterUs: number; wrongUs: number } | null> = {
    'two seconds wrong': { afterUs: 0, wrongUs: 2_000_000 },
    'two seconds late': { afterUs: 2_000_000, wrongUs: 0 },
    'not at all': null,
  };
  for (const [how, lie] of Object.entries(lies))
    it(`${how} does not keep it from its Ready`, async () => {
      let us = T0 * 1000;
      const open = async (org: string) => {
        if (org === 'D' && !lie) throw new Error('no such service');
        const { afterUs, wrongUs } = (org === 'D' && lie) || { afterUs: 0, wrongUs: 0 };
        return {
          async send() {
            us += 50;
          },
          async receive() {
            us += afterUs / 2;
            const answer = Buffer.alloc(16);
            for (const at of [0, 8]) answer.writeBigInt64BE(BigInt(us + wrongUs), at);
            us += afterUs / 2 + 50;
            return encodeResult(answer);
          },
          async close() {},
          abort() {},
        };
      };
      const host = {
        self: 'A',
        events: new EventEmitter(),
        connectedOrgs: () => [],
        serveChannel: async () => {},
        open,
      } as unknown as Host;
      const { log } = createTestLog();
      const sync = await createClockSync({ host, nowUs: () => us, samples: 3, spacingMs: 1, log });
      try {
        for (const org of 'BCD') await sync.measure(org).catch(() => undefined);
        const { bound, lines } = roundOf(4, 1, sync.offsets);
        expect(await bound()).to.be.within(1, 1_000);
        expect(lines[0]?.details).to.deep.include({ code: 'E_CLOCK_APART', orgs: ['D'] });
      } finally {
        await sync.stop();
      }
    });
});
