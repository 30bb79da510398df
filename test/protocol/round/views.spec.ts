/** The views of an agreement: how long they last, and which one a member is in. */
import { expect } from 'chai';
import fc from 'fast-check';
import { quorum } from '../../../aggregation/index.ts';
import { clockView, currentView, lastView, viewStartMs } from '../../../protocol/round/views.ts';
import { firstViewMs, type SumPlan, type Terms } from '../../../protocol/terms.ts';
import { at, ballotsOf, on } from './ballots.ts';
import { transcriptOf } from './transcript.ts';

const CUT = 1_900_000_000_000;
/** As far as views look at terms and plan. */
const termsOf = (n: number, f: number) => ({ n, f, q: quorum(n, f) }) as Terms;
const planOf = (spanMs: number) => ({ cutMs: CUT, voteByMs: CUT + spanMs }) as SumPlan;

const sizes = fc.tuple(fc.integer({ min: 3, max: 256 }), fc.nat()).map(([n, any]) => {
  const f = 1 + (any % Math.max(1, Math.floor((n - 1) / 3)));
  return termsOf(n, f);
});
const spans = fc.integer({ min: 1000, max: 3_600_000 }).map(planOf);

describe('the views', () => {
  it('last longer each time, by a sixth of the first one', () => {
    fc.assert(
      fc.property(sizes, spans, fc.integer({ min: 0, max: 300 }), (terms, plan, view) => {
        const first = firstViewMs(terms, plan);
        const lengthMs = viewStartMs(terms, plan, view + 1) - viewStartMs(terms, plan, view);
        expect(lengthMs).to.be.closeTo(first * (1 + view / 6), 0.01);
      }),
    );
  });

  it('begin at the cut, and follow each other without a gap', () => {
    fc.assert(
      fc.property(sizes, spans, fc.nat(30), (terms, plan, view) => {
        expect(viewStartMs(terms, plan, 0)).to.equal(CUT);
        const startMs = Math.ceil(viewStartMs(terms, plan, view));
        expect(clockView(terms, plan, startMs)).to.equal(view);
        if (view > 0) expect(clockView(terms, plan, startMs - 1)).to.be.below(view);
      }),
    );
  });

  it('end with the last one that begins before the voting deadline', () => {
    const terms = termsOf(4, 1);
    for (const spanMs of [30_000, 20_001, 61_234]) {
      const plan = planOf(spanMs);
      const last = lastView(terms, plan);
      expect(viewStartMs(terms, plan, last)).to.be.below(plan.voteByMs);
      expect(viewStartMs(terms, plan, last + 1)).to.be.at.least(plan.voteByMs);
    }
    // here the tenth view begins at the deadline itself
    const plan = planOf(9000);
    expect(viewStartMs(terms, plan, 9)).to.equal(plan.voteByMs);
    expect(lastView(terms, plan)).to.equal(8);
  });

  it('are the first one before the cut', () => {
    expect(clockView(termsOf(4, 1), planOf(5000), CUT - 10_000)).to.equal(0);
  });

  it('give n+f+1 coordinators after the first their turns in a third of the time to vote', () => {
    for (const [n, f, spanMs] of [
      [4, 1, 30_000],
      [7, 2, 60_000],
      [16, 5, 300_000],
      [256, 85, 6 * 3_600_000],
    ] as const) {
      const [terms, plan] = [termsOf(n, f), planOf(spanMs)];
      expect(firstViewMs(terms, plan), `n = ${n}`).to.be.at.least(600);
      const turnsMs = viewStartMs(terms, plan, n + f + 2) - CUT;
      expect(turnsMs, `n = ${n}`).to.be.within(spanMs / 3 - 2 * n * n, spanMs / 3);
    }
  });

  it('are never shorter than 0.6 s or an eighth of the time to vote', () => {
    fc.assert(
      fc.property(sizes, spans, (terms, plan) => {
        const spanMs = plan.voteByMs - CUT;
        expect(firstViewMs(terms, plan)).to.be.at.least(Math.floor(Math.min(600, spanMs / 8)));
        // and five of them at least have room: the first coordinator is not alone
        expect(lastView(terms, plan)).to.be.at.least(4);
      }),
    );
  });

  it('end with the last one that begins before the voting deadline', () => {
    fc.assert(
      fc.property(sizes, spans, (terms, plan) => {
        const last = lastView(terms, plan);
        expect(viewStartMs(terms, plan, last)).to.be.below(plan.voteByMs);
        expect(viewStartMs(terms, plan, last + 1)).to.be.at.least(plan.voteByMs - 1);
      }),
    );
  });

  it('are few enough to be remembered: about twice as many as have their turns', () => {
    fc.assert(
      fc.property(sizes, spans, (terms, plan) => {
        expect(lastView(terms, plan)).to.be.at.most(2 * (terms.n + terms.f + 2));
      }),
    );
  });
});

describe('the view of a member', () => {
  const script = transcriptOf();
  const ballots = ballotsOf(script);
  const { terms, self, others, states } = script;
  const main = terms.sums[0]!;
  const [one, two, three] = others as [string, string, string];
  const state = states.contributing;
  const viewOf = (messages: Parameters<typeof on>[1][], of = state) => {
    const heard = on(of, ...messages);
    return currentView(heard, main, heard.sums[0]!);
  };
  const vote = (org: string, view: number, type: 'prevote' | 'precommit' = 'prevote') =>
    ballots.vote(type, org, view, ballots.all);

  it('is the one of its clock, while nobody is ahead', () => {
    for (const view of [0, 1, 2, 3]) {
      const now = at(state, Math.ceil(viewStartMs(terms, main, view)));
      expect(viewOf([], now)).to.equal(view);
      expect(viewOf([vote(one, 0), vote(two, 0)], now)).to.equal(view);
    }
  });

  it('follows the votes of f+1 members, not of f', () => {
    expect(viewOf([vote(one, 3)])).to.equal(0);
    expect(viewOf([vote(one, 3), vote(two, 2)])).to.equal(2);
    expect(viewOf([vote(one, 3), vote(two, 2, 'precommit'), vote(three, 3)])).to.equal(3);
  });

  it('follows what f+1 members have reached, in whatever order they say so', () => {
    expect(viewOf([vote(one, 2), vote(two, 3)])).to.equal(2);
    expect(viewOf([vote(one, 2), vote(two, 4), vote(three, 3)])).to.equal(3);
    expect(viewOf([vote(one, 4), vote(two, 2), vote(three, 3)])).to.equal(3);
  });

  it('does not follow one liar, whatever it says', () => {
    const liars = [3, 4, 5].flatMap((view) => [
      ballots.vote('prevote', one, view, ballots.all),
      ballots.vote('prevote', one, view, ballots.without(two)),
      ballots.vote('precommit', one, view, ballots.all),
    ]);
    expect(viewOf(liars)).to.equal(0);
  });

  it('is never before one that it has voted in itself', () => {
    expect(viewOf([vote(self, 4)])).to.equal(4);
    expect(viewOf([vote(self, 4), vote(one, 1), vote(two, 1)])).to.equal(4);
  });
});
