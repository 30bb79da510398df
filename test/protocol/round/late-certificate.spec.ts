/** A certificate that is complete late is obeyed under so many others' openings, one by one. */
import { expect } from 'chai';
import { isObeyed, lateSteps, openersNeeded } from '../../../protocol/round/late-certificate.ts';
import type { RoundState, SumState } from '../../../protocol/round/state.ts';
import { clockLimitUs, firstViewMs } from '../../../protocol/terms.ts';
import { transcriptOf } from './transcript.ts';

const script = transcriptOf();
const { terms, self, others, states } = script;
const main = terms.sums[0]!;
const { fromMs, toMs } = lateSteps(terms, main);
const stepMs = (toMs - fromMs) / (terms.f + 1);

describe('a certificate that is complete late', () => {
  const { certified, ...sum } = states.certified.sums[0]!;
  const needed = (nowMs: number) => openersNeeded(terms, main, nowMs);
  /** With the reveals of these. */
  const obeys = (nowMs: number, orgs: readonly string[], by: string | null = self) => {
    const reveals = new Map(orgs.map((org) => [org, script.said(org, 'reveal')]));
    const state: RoundState = { ...states.contributing, nowMs, self: by };
    return isObeyed(state, main, { ...sum, reveals } as unknown as SumState, certified!);
  };

  it('needs nobody else before, one at first, one more in each step, and then more than there are', () => {
    expect([fromMs - 100_000, fromMs - 1].map(needed)).to.deep.equal([0, 0]);
    const steps = [fromMs, fromMs + stepMs - 1, fromMs + stepMs, fromMs + 2 * stepMs - 1];
    expect(steps.map(needed)).to.deep.equal([1, 1, 2, 2]);
    expect(needed(fromMs + 2 * stepMs)).to.equal(Infinity);
    expect(needed(terms.schedule.closingMs - 1)).to.equal(Infinity);
    expect(needed(terms.schedule.closingMs)).to.equal(0);
  });

  it('has steps longer than clocks may be apart, and a view behind them', () => {
    const { schedule } = terms;
    const apartMs = clockLimitUs(schedule) / 1000;
    const viewMs = firstViewMs(terms, main);
    expect(fromMs).to.be.at.least(main.voteByMs);
    expect(stepMs).to.be.at.least(Math.min(apartMs + 600, (fromMs - main.voteByMs) / 2));
    expect(schedule.closingMs - toMs).to.be.within(viewMs, viewMs + Math.ceil(apartMs));
    const short = { ...schedule, closingMs: main.voteByMs + 2 * viewMs };
    const few = lateSteps({ ...terms, schedule: short }, main);
    expect(few, 'as much as there is').to.deep.equal({
      fromMs: main.voteByMs,
      toMs: main.voteByMs + viewMs,
    });
  });

  it('is obeyed when so many others have opened under it', () => {
    const [one, two] = others as [string, string];
    expect(obeys(fromMs - 1, [])).to.equal(true);
    expect(obeys(fromMs, [])).to.equal(false);
    expect(obeys(fromMs, [one])).to.equal(true);
    expect(obeys(fromMs + stepMs, [one])).to.equal(false);
    expect(obeys(fromMs + stepMs, [one, two])).to.equal(true);
  });

  it('does not count what the member has opened itself', () => {
    expect(obeys(fromMs, [self])).to.equal(false);
    expect(obeys(fromMs + stepMs, [self, others[0]!])).to.equal(false);
  });

  it('is followed by an auditor, who opens nothing', () => {
    expect(obeys(fromMs + stepMs, [], null)).to.equal(true);
  });
});
