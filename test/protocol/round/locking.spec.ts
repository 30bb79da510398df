/**
 * Later views of an agreement (Buchman, Kwon, Milosevic 2018, arXiv:1807.04938, Algorithm 1): a precommit locks, and only
 * q prevotes of a later view open the lock; whoever is called to name a set names again what q members prevoted for.
 */
import { expect } from 'chai';
import type { RoundState } from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import { currentView, lastView, viewStartMs } from '../../../protocol/round/views.ts';
import type { Payload } from '../../../protocol/statement.ts';
import { asked, at, ballotsOf, on, ticked, type Contributors } from './ballots.ts';
import { transcriptOf } from './transcript.ts';

const script = transcriptOf();
const ballots = ballotsOf(script);
const { terms, self, others, states } = script;
const main = terms.sums[0]!;
const startMs = (view: number) => viewStartMs(terms, main, view);
const all = ballots.all;

const victim = others.at(-1) as string;
const fewer = ballots.without(victim);
const contributions = others.map((org) => script.said(org, 'contribution'));
/** Holds all contributions, at the beginning of a view. */
const held = on(states.contributing, ...contributions);
const inView = (view: number, state = held) => at(state, startMs(view));
const views = Array.from({ length: lastView(terms, main) + 1 }, (_, view) => view);
const ownViews = views.filter((view) => ballots.coordinator(view) === self);
const [ownView] = ownViews as [number];
const foreign = views.filter((view) => view > 0 && !ownViews.includes(view));
const [early, later] = foreign as [number, number];

const prevotes = (view: number, set: Contributors, orgs: readonly string[] = others) =>
  ballots.votes('prevote', orgs, view, set);
const own = (type: 'prevote' | 'precommit', view: number, set: Contributors) =>
  ballots.vote(type, self, view, set);

describe('a lock', () => {
  /** Precommitted to all contributions in view 0. */
  const locked = on(
    held,
    ballots.candidate(0, all),
    own('prevote', 0, all),
    ...prevotes(0, all),
    own('precommit', 0, all),
  );

  it('is the last own precommit', () => {
    expect(locked.phase).to.equal('contributing');
    expect([...locked.asked]).to.include('precommit/main/0');
  });

  it('lets no other set have its vote in a later view', () => {
    for (const view of foreign) {
      const state = inView(view, locked);
      expect(asked(state, ballots.candidate(view, fewer)), `view ${view}`).to.deep.equal([]);
    }
    // who is not locked takes that set, once the first n views are over
    const late = views.find((view) => view >= terms.n && foreign.includes(view)) as number;
    expect(asked(inView(late), ballots.candidate(late, fewer))).to.deep.equal([`prevote/${late}`]);
  });

  it('lets the same set have its vote again', () => {
    const state = inView(early, locked);
    expect(asked(state, ballots.candidate(early, all, prevotes(0, all)))).to.deep.equal([
      `prevote/${early}`,
    ]);
  });

  it('is opened by q prevotes of a later view for another set', () => {
    const state = on(inView(early, locked), ...prevotes(early, fewer));
    expect(asked(at(state, startMs(later)), ballots.candidate(later, fewer))).to.deep.equal([
      `prevote/${later}`,
    ]);
  });

  it('is not opened by fewer, nor by a liar who votes twice', () => {
    const [one, two] = others as [string, string];
    const few = [...prevotes(early, fewer, [one, two]), ...prevotes(early, all, [one])];
    const state = at(on(inView(early, locked), ...few), startMs(later));
    expect(asked(state, ballots.candidate(later, fewer))).to.deep.equal([]);
  });

  it('is not opened by q prevotes of an earlier view', () => {
    const relocked = on(
      inView(later),
      ballots.candidate(later, all),
      own('prevote', later, all),
      ...prevotes(later, all),
      own('precommit', later, all),
      ...prevotes(early, fewer),
    );
    const next = foreign.find((view) => view > later) as number;
    expect(asked(at(relocked, startMs(next)), ballots.candidate(next, fewer))).to.deep.equal([]);
    const free = on(inView(later), ...prevotes(early, fewer));
    expect(asked(at(free, startMs(next)), ballots.candidate(next, fewer))).to.deep.equal([
      `prevote/${next}`,
    ]);
  });

  it('is not opened by q prevotes of the very view, though these lead to a precommit', () => {
    const state = on(inView(later, locked), ...prevotes(later, fewer));
    expect(asked(state, ballots.candidate(later, fewer))).to.deep.equal([`precommit/${later}`]);
  });

  it("is no precommit of anybody else's", () => {
    const state = on(inView(early), ...ballots.votes('precommit', others.slice(1), 0, fewer));
    expect(asked(state, ballots.candidate(early, all))).to.deep.equal([`prevote/${early}`]);
  });

  it('is the precommit of the latest view, in whatever order they came', () => {
    const [one, two] = [own('precommit', 0, all), own('precommit', early, fewer)];
    for (const order of [
      [one, two],
      [two, one],
    ]) {
      const state = on(inView(later), ...order);
      expect(asked(state, ballots.candidate(later, all))).to.deep.equal([]);
      expect(asked(state, ballots.candidate(later, fewer, prevotes(early, fewer)))).to.deep.equal(
        [],
      );
      const open = on(state, ...prevotes(early, fewer));
      expect(asked(open, ballots.candidate(later, fewer))).to.deep.equal([`prevote/${later}`]);
    }
  });

  it('moves to what is precommitted later', () => {
    const moved = on(
      inView(early, locked),
      ...prevotes(early, fewer),
      ballots.candidate(early, fewer),
      own('prevote', early, fewer),
      own('precommit', early, fewer),
    );
    expect([...moved.asked]).to.include(`precommit/main/${early}`);
    const state = inView(later, moved);
    expect(asked(state, ballots.candidate(later, all))).to.deep.equal([]);
    expect(asked(state, ballots.candidate(later, fewer))).to.deep.equal([`prevote/${later}`]);
  });
});

describe('a fresh set', () => {
  const cut = at(held, main.cutMs);

  it('has all that was held at the cut, while the coordinators take their first turns', () => {
    for (const view of foreign.filter((each) => each < terms.n)) {
      const state = inView(view, cut);
      expect(asked(state, ballots.candidate(view, fewer)), `view ${view}`).to.deep.equal([]);
      expect(asked(state, ballots.candidate(view, all))).to.deep.equal([`prevote/${view}`]);
    }
  });

  it('may leave out somebody after that', () => {
    const [view] = foreign.filter((each) => each >= terms.n) as [number];
    expect(asked(inView(view, cut), ballots.candidate(view, fewer))).to.deep.equal([
      `prevote/${view}`,
    ]);
  });

  it('may leave out who contributed twice', () => {
    const twice = on(cut, script.other(victim, 'contribution'));
    const state = inView(early, twice);
    expect(asked(state, ballots.candidate(early, fewer))).to.deep.equal([`prevote/${early}`]);
    const [other] = others as [string];
    expect(asked(state, ballots.candidate(early, ballots.without(other)))).to.deep.equal([]);
  });

  it('is not asked to be complete when q members prevoted for it before', () => {
    const state = inView(early, on(cut, ...prevotes(0, fewer)));
    expect(asked(state, ballots.candidate(early, fewer, prevotes(0, fewer)))).to.deep.equal([
      `prevote/${early}`,
    ]);
    const few = inView(early, on(cut, ...prevotes(0, fewer).slice(1)));
    expect(asked(few, ballots.candidate(early, fewer))).to.deep.equal([]);
  });
});

describe('a member in a later view', () => {
  it('votes in the last one too', () => {
    const last = views.findLast((view) => foreign.includes(view)) as number;
    expect(last).to.be.at.least(lastView(terms, main) - 1);
    for (const view of foreign.slice(-2))
      expect(asked(inView(view), ballots.candidate(view, all))).to.deep.equal([`prevote/${view}`]);
  });

  it('votes for the set of that view only', () => {
    const state = inView(later);
    expect(asked(state, ballots.candidate(early, all))).to.deep.equal([]);
    expect(asked(state, ballots.candidate(later, all))).to.deep.equal([`prevote/${later}`]);
    expect(asked(state, ballots.candidate(early, all), ...prevotes(early, all))).to.deep.equal([]);
  });

  it('never votes in a view before one that it has voted in', () => {
    const ahead = on(held, own('prevote', later, all));
    expect(currentView(ahead, main, ahead.sums[0]!)).to.equal(later);
    expect(asked(at(ahead, startMs(early)), ballots.candidate(early, all))).to.deep.equal([]);
    const two = prevotes(later, all, others.slice(1));
    expect(asked(ahead, ballots.candidate(later, all), ...two)).to.deep.equal([
      `precommit/${later}`,
    ]);
  });

  it('takes a certificate of any view, earlier or later than its own', () => {
    for (const view of [early, views.at(-1) as number]) {
      const votes = ballots.votes('precommit', others, view, all);
      const state = on(inView(later), ballots.candidate(view, all), ...votes);
      expect(state.phase, `view ${view}`).to.equal('certified');
      expect(state.sums[0]!.certified?.view).to.equal(view);
    }
  });

  it('takes no certificate from precommits of two views', () => {
    const votes = others.map((org, i) => ballots.vote('precommit', org, i % 2, all));
    const named = [ballots.candidate(0, all), ballots.candidate(1, all)];
    expect(on(inView(later), ...named, ...votes).phase).to.equal('contributing');
  });
});

describe('the coordinator of a later view', () => {
  it('names all that it holds, at once', () => {
    expect(ticked(held, startMs(ownView))).to.deep.equal([`candidate/${ownView} of 4`]);
    const lacking = on(states.contributing, ...contributions.slice(0, 2));
    expect(ticked(lacking, startMs(ownView))).to.deep.equal([`candidate/${ownView} of 3`]);
  });

  it('waits for nobody when f+1 others are in its view before the clock is', () => {
    const lacking = on(states.contributing, ...contributions.slice(0, 2));
    expect(lacking.nowMs).to.be.below(main.cutMs);
    const ahead = ballots.votes('prevote', others.slice(0, terms.f + 1), ownView, fewer);
    expect(asked(lacking, ...ahead)).to.deep.equal([`candidate/${ownView} of 3`]);
  });

  it('names nobody while it holds fewer than q', () => {
    const lacking = on(states.contributing, ...contributions.slice(0, 1));
    expect(ticked(lacking, startMs(ownView))).to.deep.equal([]);
    const waiting = at(lacking, startMs(ownView));
    expect(asked(waiting, contributions[1]!)).to.deep.equal([`candidate/${ownView} of 3`]);
  });

  it('names again what q members prevoted for, with their votes', () => {
    const voted = on(held, ...votedFor(0, fewer));
    expect(candidateOf(voted)).to.deep.equal({ set: fewer, carried: 4 });
    const votes = [own('prevote', 0, fewer), ...prevotes(0, fewer).slice(1)];
    const just = on(held, ...[ballots.candidate(0, fewer), ...votes, own('precommit', 0, fewer)]);
    expect(candidateOf(just)).to.deep.equal({ set: fewer, carried: 3 });
    const { effects } = step(just, { kind: 'tick', nowMs: startMs(ownView) });
    const [asking] = effects.filter((one) => one.kind === 'sign');
    const { carried } = asking?.statement.message as Payload<'candidate'>;
    const byBytes = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b);
    expect([...carried].sort(byBytes)).to.deep.equal(votes.map(({ bytes }) => bytes).sort(byBytes));
    const few = on(held, ballots.candidate(0, fewer), ...prevotes(0, fewer).slice(1));
    expect(candidateOf(few)).to.deep.equal({ set: all, carried: 0 });
  });

  it('names again the latest of two such sets', () => {
    const twice = (one: Contributors, two: Contributors) =>
      candidateOf(on(held, ...votedFor(0, one), ...votedFor(1, two)));
    expect(twice(all, fewer).set).to.deep.equal(fewer);
    expect(twice(fewer, all).set).to.deep.equal(all);
  });

  /** All that a view brings in which all prevote for a set, and this member precommits to it. */
  const votedFor = (view: number, set: Contributors) => [
    ballots.candidate(view, set),
    own('prevote', view, set),
    ...prevotes(view, set),
    own('precommit', view, set),
  ];

  /** What it names at the beginning of its own view. */
  function candidateOf(state: RoundState) {
    const { effects } = step(state, { kind: 'tick', nowMs: startMs(ownView) });
    const [effect] = effects.filter((one) => one.kind === 'sign');
    const { set, carried } = effect?.statement.message as Payload<'candidate'>;
    return { set, carried: carried.length };
  }
});
