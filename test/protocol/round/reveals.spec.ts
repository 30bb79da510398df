/** What was revealed and what shares were opened, held one by one against the hashes that were signed before the load. */
import { expect } from 'chai';
import type { StatementOf } from '../../../protocol/agreement.ts';
import { isTrueShare } from '../../../protocol/round/recovery.ts';
import {
  falseReveals,
  isOpen,
  lackingOf,
  isPairSeed,
  isSelfSeed,
  openedOf,
} from '../../../protocol/round/reveals.ts';
import type {
  CertifiedSet,
  Recovered,
  RoundState,
  SumState,
} from '../../../protocol/round/state.ts';
import type { SumPlan } from '../../../protocol/terms.ts';
import type { Payload } from '../../../protocol/statement.ts';
import { consortiumOf, said } from '../consortium.ts';
import { accusationsIn, flip, lyingIn } from './faults.ts';
import { lanesOf } from './lanes.ts';
import { createRoom, type Room } from './room.ts';

const world = consortiumOf(4);
type Reveal = StatementOf<'reveal'>;

/** D has no data: A, B and C reveal their own self seeds, and what they share with D. */
describe('a reveal', () => {
  let room: Room;
  let state: RoundState;
  let sum: SumState;
  let plan: SumPlan;
  let agreed: CertifiedSet;
  let byB: Reveal;
  before(() => {
    room = createRoom(world, { lanes: (org, input) => (org === 'D' ? null : lanesOf(org, input)) });
    room.load();
    room.finish();
    state = room.state('A');
    sum = state.sums[0]!;
    plan = room.terms.sums[0]!;
    agreed = sum.certified!;
    byB = sum.reveals.get('B')!;
  });
  const changed = (change: Partial<Payload<'reveal'>>, org = 'B') =>
    said(world, org, 'reveal', { ...byB.message, ...change }) as Reveal;
  const openedWith = (
    reveals: Iterable<[string, Reveal]>,
    seconds: readonly Reveal[] = [],
    also: Partial<SumState> = {},
  ) => {
    const heard = {
      ...sum,
      ...also,
      reveals: new Map(reveals),
      seconds: new Map(seconds.map((one) => [one.id, one])),
    };
    const opened = openedOf(room.terms, plan, heard, agreed, state.deals);
    const lies = falseReveals(room.terms, plan, heard, agreed, state.deals);
    return {
      opened: { ...opened, false: lies },
      isOpen: isOpen(room.terms, heard, agreed, opened),
    };
  };
  const instead = (reveal: Reveal) => openedWith([...sum.reveals, ['B', reveal]]);

  it('opens the own self seed and the pair seeds with who is outside, and the sum when all have', () => {
    const { opened, isOpen: whole } = openedWith(sum.reveals);
    expect([...opened.selves.keys()].sort()).to.deep.equal(['A', 'B', 'C']);
    expect(opened.pairs.map(({ member, outsider }) => member + outsider).sort()).to.deep.equal([
      'AD',
      'BD',
      'CD',
    ]);
    expect(opened).to.deep.include({ stalled: [], false: [] });
    expect(whole).to.equal(true);
  });

  it('that did not come leaves its author stalled, without a lie', () => {
    const { opened, isOpen: whole } = openedWith([...sum.reveals].filter(([org]) => org !== 'B'));
    expect(opened).to.deep.include({ stalled: ['B'], false: [] });
    expect(opened.selves.has('B')).to.equal(false);
    expect(whole).to.equal(false);
  });

  const lies: [string, () => Partial<Payload<'reveal'>>][] = [
    ['of another self seed', () => ({ selfSeed: flip(byB.message.selfSeed) })],
    ['for another set', () => ({ set: flip(byB.message.set) })],
    ['of another pair seed', () => ({ pairs: [{ org: 'D', seed: flip(byB.message.pairs[0]!.seed) }] })], // prettier-ignore
    ['of no pair seed', () => ({ pairs: [] })],
    ['of one pair seed twice', () => ({ pairs: [...byB.message.pairs, ...byB.message.pairs] })],
    ['of a pair seed with who is inside', () => ({ pairs: [{ ...byB.message.pairs[0]!, org: 'C' }] })], // prettier-ignore
    ['of a pair seed with nobody', () => ({ pairs: [{ ...byB.message.pairs[0]!, org: 'Z' }] })],
  ];
  for (const [what, change] of lies)
    it(`${what} counts as not said, and is a lie`, () => {
      const lie = changed(change());
      const { opened, isOpen: whole } = instead(lie);
      expect(opened.false).to.deep.equal([lie]);
      expect(opened.stalled).to.deep.equal(['B']);
      expect([...opened.selves.keys()].sort()).to.deep.equal(['A', 'C']);
      expect(opened.pairs.some(({ member }) => member === 'B')).to.equal(false);
      expect(whole).to.equal(false);
    });

  it('that is true counts, though its author lied before or after', () => {
    const lie = changed({ selfSeed: flip(byB.message.selfSeed) });
    const first = [...sum.reveals].map(([org, one]): [string, Reveal] =>
      org === 'B' ? [org, lie] : [org, one],
    );
    for (const { opened, isOpen: whole } of [
      openedWith(first, [byB]),
      openedWith(sum.reveals, [lie]),
    ]) {
      expect(opened).to.deep.include({ stalled: [], false: [lie] });
      expect(opened.pairs).to.have.length(3);
      expect(whole).to.equal(true);
    }
  });

  it('of its author is not needed once it is rebuilt from shares, and takes its place when it comes', () => {
    const others = [...sum.reveals].filter(([org]) => org !== 'B');
    const { selfSeed, pairs } = byB.message;
    const recovered: Recovered = {
      selves: new Map([['B', selfSeed]]),
      pairs: pairs.map(({ seed }) => ({ member: 'B', outsider: 'D', seed })),
    };
    const rebuilt = openedWith(others, [], { recovered });
    expect([...rebuilt.opened.selves.keys()].sort()).to.deep.equal(['A', 'B', 'C']);
    expect(rebuilt.opened.pairs).to.have.length(3);
    expect(rebuilt.opened.stalled).to.deep.equal(['B']);
    expect(rebuilt.isOpen).to.equal(true);
    const both = openedWith(sum.reveals, [], { recovered });
    expect(both.opened.pairs).to.have.length(3);
    expect(both.isOpen).to.equal(true);
    const without = openedWith(others, [], { recovered: { ...recovered, pairs: [] } });
    expect(without.isOpen).to.equal(false);
  });

  it('does not open the sum while a contribution is missing', () => {
    const contributions = new Map([...sum.contributions].filter(([org]) => org !== 'C'));
    expect(openedWith(sum.reveals, [], { contributions }).isOpen).to.equal(false);
    expect(lackingOf({ ...sum, contributions }, agreed)).to.deep.equal(['C']);
    expect(lackingOf(sum, agreed)).to.deep.equal([]);
  });

  it('without a deal to hold it against counts as not said', () => {
    const deals = new Map([...state.deals].filter(([org]) => org !== 'B'));
    const { stalled } = openedOf(room.terms, plan, sum, agreed, deals);
    expect(stalled).to.deep.equal(['B']);
  });

  it('is a lie when one of several pair seeds is false', () => {
    const six = consortiumOf(6);
    const lie = lyingIn('B', 'reveal', ({ pairs }) => ({
      pairs: pairs.map((pair) => (pair.org === 'F' ? { ...pair, seed: flip(pair.seed) } : pair)),
    }));
    const lanes = (org: string, input: string) => ('EF'.includes(org) ? null : lanesOf(org, input));
    const lying = createRoom(six, { lanes, lie });
    lying.load();
    lying.finish();
    expect(accusationsIn(lying)).to.deep.equal(['B: falseSeed']);
    expect(lying.state('A').phase).to.equal('published');
  });

  it('of who is outside the set says nothing, true or not', () => {
    const { opened } = openedWith([...sum.reveals, ['D', changed({}, 'D')]]);
    expect(opened.selves.has('D')).to.equal(false);
    expect(opened).to.deep.include({ stalled: [], false: [] });
    expect(opened.pairs).to.have.length(3);
  });

  it('is held against the deal of its author, its place and its sum', () => {
    const { terms } = room;
    const { selfSeed, pairs } = byB.message;
    const seed = pairs[0]!.seed;
    const deal = state.deals.get('B')!;
    const other = { ...plan, id: 'other' };
    expect(isSelfSeed(terms, plan, deal, selfSeed)).to.equal(true);
    expect(isSelfSeed(terms, other, deal, selfSeed)).to.equal(false);
    expect(isSelfSeed(terms, plan, state.deals.get('C')!, selfSeed)).to.equal(false);
    const pair = { member: 'B', outsider: 'D', seed };
    expect(isPairSeed(terms, plan, deal, pair)).to.equal(true);
    expect(isPairSeed(terms, plan, state.deals.get('D')!, { ...pair, member: 'D', outsider: 'B' })).to.equal(true); // prettier-ignore
    expect(isPairSeed(terms, other, deal, pair)).to.equal(false);
    for (const wrong of [
      { outsider: 'C' },
      { outsider: 'Z' },
      { outsider: 'B' },
      { seed: flip(seed) },
    ])
      expect(isPairSeed(terms, plan, deal, { ...pair, ...wrong })).to.equal(false);
  });

  it('of a share is held against the dealer, the holder, the kind and the sum', () => {
    const { terms } = room;
    const deal = state.deals.get('B')!;
    const { sealed } = state.shares.get('B')!.message.sums[0]!;
    const share = { self: sealed.subarray(0, 32), sigma: sealed.subarray(32, 64) };
    const piece = (kind: number, bytes: Uint8Array) => ({ dealer: 'B', kind, share: bytes });
    const isTrue = (one: ReturnType<typeof piece>, holder = 'A', of = deal, sumOf = plan) =>
      isTrueShare(terms, sumOf, of, holder, one);
    expect(isTrue(piece(1, share.self))).to.equal(true);
    expect(isTrue(piece(2, share.sigma))).to.equal(true);
    expect(isTrue(piece(2, share.self))).to.equal(false);
    expect(isTrue(piece(1, share.sigma))).to.equal(false);
    expect(isTrue(piece(1, flip(share.self)))).to.equal(false);
    expect(isTrue(piece(1, new Uint8Array(32).fill(255)))).to.equal(false);
    for (const holder of ['B', 'C', 'D', 'Z'])
      expect(isTrue(piece(1, share.self), holder), holder).to.equal(false);
    expect(isTrue(piece(1, share.self), 'A', state.deals.get('C')!)).to.equal(false);
    expect(isTrue(piece(1, share.self), 'A', deal, { ...plan, id: 'other' })).to.equal(false);
  });
});
