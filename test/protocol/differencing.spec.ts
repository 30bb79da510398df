/** Comparable rounds have one set: what a proposal must say of them, and how their members vote. */
import { expect } from 'chai';
import {
  hasFixedSet,
  leftOut,
  passedOver,
  toList,
  workloadDigest,
  type ComparableRound,
} from '../../protocol/differencing.ts';
import { hex } from '../../protocol/digest.ts';
import { publishedReport } from '../../protocol/publish.ts';
import type { RoundState } from '../../protocol/round/state.ts';
import { lastView, viewStartMs } from '../../protocol/round/views.ts';
import { namingMs } from '../../protocol/round/voting.ts';
import { encode } from '../../protocol/schema/codec.ts';
import type { Payload } from '../../protocol/statement.ts';
import { termsOf } from '../../protocol/terms.ts';
import { consortiumOf } from './consortium.ts';
import { proposalOf } from './proposal.ts';
import { refusalBy } from './refusal.ts';
import { asked, at, ballotsOf, on, ticked } from './round/ballots.ts';
import { createRoom } from './round/room.ts';
import { transcriptOf } from './round/transcript.ts';

const world = consortiumOf(4);
const plain = proposalOf(world);
const round = (fill: number, contributors: readonly string[] = world.orgs): ComparableRound => ({
  round: new Uint8Array(32).fill(fill),
  contributors,
  set: new Uint8Array(32).fill(fill + 100),
});
const terms = (change: Partial<Payload<'proposal'>>) =>
  termsOf(world.consortium, { ...plain, ...change });

describe('a proposal with comparable rounds', () => {
  it('has exactly their contributors as its roster', () => {
    expect(terms({ comparables: [round(1), round(2)] }).fixedSet).to.equal(true);
    const other = round(2, ['A', 'B', 'C']);
    const refused = refusalBy(() => terms({ comparables: [round(1), other] }));
    expect(refused.code).to.equal('E_PROPOSAL');
    expect(refused.message).to.contain('A, B, C');
    expect(refused.message).to.contain(hex(other.round).slice(0, 12));
  });

  it('may have another under an exception, which is part of what all accept', () => {
    const other = round(2, ['A', 'B', 'C']);
    const excepted = terms({ comparables: [other], exception: 'D is new' });
    expect(excepted.fixedSet).to.equal(false);
    expect(excepted.round).to.not.equal(terms({ exception: 'D is old' }).round);
  });

  it('lists them soundly, and not too many', () => {
    const short = { ...round(1), set: new Uint8Array(31) };
    expect(refusalBy(() => terms({ comparables: [short] })).code).to.equal('E_PROPOSAL');
    const shortId = { ...round(1), round: new Uint8Array(31) };
    expect(refusalBy(() => terms({ comparables: [shortId] })).code).to.equal('E_PROPOSAL');
    const many = Array.from({ length: 65 }, (_, i) => round(i));
    expect(refusalBy(() => terms({ comparables: many })).code).to.equal('E_PROPOSAL');
    expect(terms({ comparables: many.slice(1) }).fixedSet).to.equal(true);
    expect(refusalBy(() => terms({ exception: 'a\u001b[2J' })).code).to.equal('E_PROPOSAL');
  });

  it('passes over none that a member remembers: it lists one of that set, and tells none wrongly', () => {
    const listing = { ...plain, comparables: [round(1)] };
    expect(passedOver(listing, [round(1)])).to.equal(null);
    expect(passedOver(listing, [round(1), round(2)]), 'of the same set').to.equal(null);
    const smaller = round(2, ['A', 'B', 'C']);
    expect(passedOver(listing, [round(1), smaller])).to.deep.equal(smaller);
    expect(passedOver(plain, [round(1)])).to.deep.equal(round(1));
    const claimed = { ...plain, comparables: [{ ...smaller, contributors: [...world.orgs] }] };
    expect(passedOver(claimed, [smaller]), 'contributors told wrongly').to.deep.equal(smaller);
    const otherSet = { ...round(1), set: new Uint8Array(32) };
    expect(passedOver(listing, [otherSet])).to.equal(otherSet);
    const longer = { ...plain, comparables: [round(3), round(1)] };
    expect(passedOver(longer, [otherSet]), 'one of several').to.equal(otherSet);
  });

  it('passes over none under an exception either: contributors may differ, the list is as complete', () => {
    const excepted = { ...plain, exception: 'D is new' };
    const smaller = round(2, ['A', 'B', 'C']);
    expect(passedOver(excepted, [])).to.equal(null);
    expect(passedOver(excepted, [round(1)])).to.deep.equal(round(1));
    const listing = { ...excepted, comparables: [round(1), smaller] };
    expect(passedOver(listing, [round(1), smaller, round(3)]), 'one of each set').to.equal(null);
    const otherSet = { ...smaller, set: new Uint8Array(32) };
    expect(passedOver(listing, [round(1), otherSet])).to.equal(otherSet);
    const another = round(4, ['A', 'B', 'D']);
    expect(leftOut(listing, [round(1), another, otherSet])).to.deep.equal([another, otherSet]);
    expect(leftOut({ ...listing, exception: '' }, [another])).to.deep.equal([another]);
  });

  it('may leave out under an exception only what its list has no room for, and tell none wrongly', () => {
    const sets = Array.from({ length: 65 }, (_, i) => round(i, [`A${i}`, 'B', 'C']));
    const comparables = sets
      .slice(1)
      .map((one) => ({ ...one, contributors: [...one.contributors] }));
    const full = { ...plain, exception: 'why', comparables };
    expect(passedOver(full, sets)).to.equal(null);
    expect(leftOut(full, sets), 'and yet it is told').to.deep.equal([sets[0]]);
    expect(passedOver({ ...full, comparables: comparables.slice(1) }, sets)).to.equal(sets[0]);
    const wrongly = { ...round(1), contributors: ['A', 'B'] };
    expect(passedOver(full, [wrongly]), 'other contributors').to.equal(wrongly);
    expect(passedOver({ ...full, exception: '' }, sets), 'no exception').to.equal(sets[0]);
  });

  it('is comparable by the kind of ledger, the class of work and the grid', () => {
    const digest = hex(workloadDigest(plain));
    // in every release: a vault remembers it for a month
    expect(digest).to.equal('04e36b3a0685c2cd96943cd9caa3409c095c684be59d25325d71eeee6e01b920');
    expect(hex(workloadDigest({ ...plain, description: 'x', scenario: 'y' } as never))).to.equal(digest); // prettier-ignore
    for (const change of [{ sutType: 'x' }, { workload: 'x' }, { grid: 'x' }])
      expect(hex(workloadDigest({ ...plain, ...change }))).to.not.equal(digest);
    expect(hasFixedSet(plain)).to.equal(false);
  });
});

describe('what a proposer lists', () => {
  const many = (count: number, contributors?: readonly string[]) =>
    Array.from({ length: count }, (_, i) => round(i % 256, contributors));

  it('is the latest round of each set, however many there were: all remember them taken into account', () => {
    const remembered = many(100);
    const listed = toList(remembered, '');
    expect(listed).to.deep.equal([round(99)]);
    const proposal = { ...plain, comparables: [...listed] as never };
    expect(termsOf(world.consortium, proposal).fixedSet).to.equal(true);
    expect(passedOver(proposal, remembered)).to.equal(null);
  });

  it('is in the order in which the sets came last', () => {
    const smaller = round(2, ['A', 'B', 'C']);
    expect(toList([round(1), smaller, round(3)], '')).to.deep.equal([smaller, round(3)]);
  });

  it('leaves out no set without an exception, so that the roster rule sees each', () => {
    const sets = Array.from({ length: 70 }, (_, i) => round(i, [`A${i}`, 'B', 'C']));
    const listed = toList(sets, '');
    expect(listed).to.deep.equal(sets);
    const refused = refusalBy(() => terms({ comparables: listed as never }));
    expect(refused.message).to.contain('state an exception, or wait until');
  });

  it('is under an exception as many of the latest sets as a proposal may have', () => {
    const sets = Array.from({ length: 70 }, (_, i) => round(i, [`A${i}`, 'B', 'C']));
    expect(toList(sets, 'why')).to.deep.equal(sets.slice(-64));
    expect(terms({ comparables: toList(sets, 'why') as never, exception: 'why' })).to.have.property('fixedSet', false); // prettier-ignore
  });
});

describe('what a proposer lists of large rosters', () => {
  it('is under an exception no more than a proposal has room for', () => {
    const names = Array.from({ length: 100 }, (_, i) => `an-org-with-a-long-name-${i}`);
    const sets = Array.from({ length: 70 }, (_, i) => round(i, [`A${i}`, ...names]));
    const listed = toList(sets, 'why');
    expect(listed).to.deep.equal(sets.slice(-listed.length));
    expect(passedOver({ ...plain, exception: 'why', comparables: listed as never }, sets)).to.equal(null); // prettier-ignore
    const bytesOf = (comparables: readonly ComparableRound[]) =>
      encode('Proposal', { ...plain, comparables: comparables as never }).length;
    const empty = bytesOf([]);
    expect(bytesOf(listed) - empty).to.be.within(36 * 1024, 40 * 1024);
  });
});

describe('a round whose set is fixed', () => {
  const script = transcriptOf();
  const ballots = ballotsOf(script);
  const { others, states } = script;
  const main = script.terms.sums[0]!;
  const last = others.at(-1) as string;
  const fixed = (state: RoundState): RoundState => ({
    ...state,
    terms: { ...state.terms, fixedSet: true },
  });
  const contributions = others.map((org) => script.said(org, 'contribution'));
  const held = fixed(on(states.contributing, ...contributions));
  const lacking = fixed(on(states.contributing, ...contributions.slice(0, -1)));
  const views = Array.from({ length: lastView(script.terms, main) + 1 }, (_, view) => view);

  it('gets no vote for a smaller set, in any view, whoever is late', () => {
    for (const view of views.slice(1)) {
      const state = at(lacking, Math.ceil(viewStartMs(script.terms, main, view)));
      const smaller = ballots.candidate(view, ballots.without(last));
      expect(asked(state, smaller), `view ${view}`).to.deep.equal([]);
    }
    expect(asked(at(lacking, main.cutMs), ballots.candidate(0, ballots.without(last)))).to.deep.equal([]); // prettier-ignore
    expect(asked(held, ballots.candidate(0, ballots.all))).to.deep.equal(['prevote/0']);
  });

  it('has no smaller set named by its coordinators', () => {
    const own = views.find((view) => ballots.coordinator(view) === script.self) as number;
    const startMs = viewStartMs(script.terms, main, own);
    expect(ticked(lacking, startMs)).to.deep.equal([]);
    expect(ticked(held, startMs)).to.deep.equal([`candidate/${own} of 4`]);
    expect(namingMs(lacking, main)).to.be.below(startMs);
  });

  it('prints in its report what it was compared with, and which exception was made', () => {
    const room = createRoom(world, { comparables: [round(7)] });
    room.load();
    room.finish();
    expect(publishedReport(world.consortium, room.state('A')).differencing).to.deep.equal({
      comparable: [hex(round(7).round)],
      exception: null,
    });
  });

  it('is left undecided when one member has nothing to contribute', () => {
    const room = createRoom(world, {
      comparables: [round(7)],
      lanes: (org) => (org === 'B' ? null : new Float64Array(main.layout.lanes)),
    });
    room.load();
    room.finish();
    for (const org of world.orgs) expect(room.state(org).end?.code, org).to.equal('undecided');
  });
});
