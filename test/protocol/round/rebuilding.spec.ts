/** What is rebuilt from shares, one check at a time: how many choices are tried, when there is enough, and what is refused. */
import { expect } from 'chai';
import { quorum } from '../../../aggregation/index.ts';
import type { StatementOf } from '../../../protocol/agreement.ts';
import {
  canRecover,
  choices,
  isRecovered,
  maskPublicsOf,
  missingOf,
  mostChoices,
  recover,
  sharesCount,
  truePieces,
} from '../../../protocol/round/recovery.ts';
import { closedOf, openedOf } from '../../../protocol/round/reveals.ts';
import {
  currentSum,
  type Recovered,
  type RoundState,
  type SumState,
} from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import { consortiumOf } from '../consortium.ts';
import { coordinators, flip } from './faults.ts';
import { lanesOf } from './lanes.ts';
import { createRoom, type Room, type RoomOptions, type Taken } from './room.ts';

describe('the choices of a dealer’s shares', () => {
  const all = (from: string, count: number, most = Infinity) =>
    [...choices([...from], count, most)].map((choice) => choice.join(''));

  it('are all there are, each once, the first ones first', () => {
    expect(all('abcd', 3)).to.deep.equal(['abc', 'abd', 'acd', 'bcd']);
    expect(all('abcde', 2)).to.have.length(10);
    expect(new Set(all('abcdef', 3))).to.have.property('size', 20);
    expect(all('abc', 3)).to.deep.equal(['abc']);
    expect(all('ab', 3)).to.deep.equal([]);
  });

  it('are tried up to a bound', () => {
    expect(all('abcde', 2, 3)).to.deep.equal(['ab', 'ac', 'ad']);
    expect(all('abcde', 2, 1)).to.deep.equal(['ab']);
  });

  const binomial = (n: number, k: number): number => (k === 0 ? 1 : (binomial(n - 1, k - 1) * n) / k); // prettier-ignore

  it('are all tried in rosters of up to 14 with f bad dealers, and of one of 16 members', () => {
    for (let n = 3; n <= 14; n++)
      for (let f = 1; f <= Math.max(1, (n - 1) / 3); f++) {
        const q = quorum(n, f);
        expect(mostChoices({ q }, f), `${n}, ${f}`).to.be.at.least(binomial(n, q));
      }
    expect(mostChoices({ q: quorum(16, 5) }, 1)).to.be.at.least(binomial(16, 11));
  });

  it('are no more for many bad dealers than for one, but for one choice of each', () => {
    for (const [n, f] of [
      [7, 2],
      [10, 3],
      [16, 1],
      [16, 5],
      [100, 33],
    ] as const)
      // prettier-ignore
      for (let bad = 1; bad <= f; bad++) {
        const q = quorum(n, f);
        expect(bad * mostChoices({ q }, bad)).to.be.at.most(mostChoices({ q }, 1) + bad);
      }
    expect(mostChoices({ q: quorum(256, 85) }, 85)).to.equal(1);
  });
});

describe('what stalled members leave', () => {
  const seven = consortiumOf(7, { toleratedFaulty: 2 });
  const [, stalled, absent] = coordinators(seven) as [string, string, string];

  /** One contributes and opens nothing, another has nothing to contribute: both kinds of share are needed. */
  function recovering(): { room: Room; taken: Taken } {
    const room = createRoom(seven, {
      lanes: (org, input) => (org === absent ? null : lanesOf(org, input)),
      way: (delivery) =>
        delivery.message.signer === stalled && delivery.message.type === 'reveal' ? [] : [delivery],
    });
    room.load();
    room.finish();
    const log = room.log.get(coordinators(seven)[0]!)!;
    return { room, taken: log.find(({ event }) => event.kind === 'recovered')! };
  }
  const { room, taken } = recovering();
  const { before, after } = taken;
  const missing = { self: [stalled], sigma: [absent] };
  const recovered = currentSum(after).recovered!;

  it('is rebuilt once q members opened a share of each', () => {
    const { shareReveals } = currentSum(before);
    expect(canRecover(before, missing)).to.equal(true);
    expect(sharesCount(before)).to.equal(2 * shareReveals.size);
    const withFewer = (shares: typeof shareReveals): RoundState => ({
      ...before,
      sums: [{ ...currentSum(before), shareReveals: shares }],
    });
    const [first, ...rest] = [...shareReveals];
    const fewer = withFewer(new Map(rest.slice(0, before.terms.q - 1)));
    expect(canRecover(fewer, missing)).to.equal(false);
    const lacking = (kind: number) => {
      const message = {
        ...first![1].message,
        pieces: first![1].message.pieces.filter((piece) => piece.kind !== kind),
      };
      const shares = [...rest.slice(0, before.terms.q - 1), [first![0], { ...first![1], message }]];
      return canRecover(withFewer(new Map(shares as typeof rest)), missing);
    };
    expect([lacking(1), lacking(2)]).to.deep.equal([false, false]);
  });

  it('takes one choice of an honest dealer’s shares, and of a bad dealer’s all', () => {
    const { deals } = before;
    const looks = { self: 0, sigma: 0 };
    const deal = deals.get(stalled)!;
    const sums = deal.message.sums.map((sum) => ({
      ...sum,
      get selfHash() {
        looks.self += 1;
        return new Uint8Array(32);
      },
      get pairHashes() {
        looks.sigma += 1;
        return sum.pairHashes;
      },
    }));
    const bad = { ...deal, message: { ...deal.message, sums } };
    const state = { ...before, deals: new Map(deals).set(stalled, bad) };
    const said = room.sent.filter((one) => one.type === 'keys');
    const found = recover(state, missing, maskPublicsOf('main', said));
    const given = currentSum(before).shareReveals.size;
    expect(found.badDealers).to.deep.equal([stalled]);
    expect(looks).to.deep.equal({
      self: 1 + [...choices(Array.from({ length: given }), before.terms.q, Infinity)].length,
      sigma: 1,
    });
    expect(found.recovered.pairs).to.deep.equal(recovered.pairs);
  });

  it('leaves nobody closed once it is rebuilt', () => {
    const { sums, terms, deals } = after;
    const [sum] = sums as [SumState];
    const agreed = sum.certified!;
    const opened = openedOf(terms, terms.sums[0]!, sum, agreed, deals);
    expect(opened.stalled).to.deep.equal([stalled]);
    expect(closedOf(terms, agreed, opened)).to.deep.equal([]);
  });

  it('is taken only as it was hashed', () => {
    const [[org, seed]] = [...recovered.selves] as [[string, Uint8Array]];
    const [pair] = recovered.pairs;
    const cases = {
      right: recovered,
      self: { ...recovered, selves: new Map([[org, flip(seed)]]) },
      pair: { ...recovered, pairs: [{ ...pair!, seed: flip(pair!.seed) }] },
      stranger: { ...recovered, selves: new Map([['Z', seed]]) },
    };
    for (const [name, rebuilt] of Object.entries(cases)) {
      expect(isRecovered(before, rebuilt), name).to.equal(name === 'right');
      const { nowMs } = before;
      const event = { kind: 'recovered', nowMs, recovered: rebuilt, badDealers: [] } as const;
      const refused = step(before, event).effects.filter(({ kind }) => kind === 'refuse');
      expect(refused, name).to.have.length(name === 'right' ? 0 : 1);
    }
  });
});

describe('what two stalled members leave', () => {
  const seven = consortiumOf(7, { toleratedFaulty: 2 });
  const [, one, two, ...rest] = coordinators(seven) as [string, string, string, ...string[]];
  const inOrder = (orgs: readonly string[]) => seven.orgs.filter((org) => orgs.includes(org));
  const stalled = inOrder([one, two]);
  const absent = inOrder(rest.slice(-2)) as [string, string];
  const [member = ''] = stalled;
  const [outsider] = absent;

  /** Two contribute and open nothing, two others have nothing to contribute; any lie besides. */
  function roomOf(options: Pick<RoomOptions, 'lie' | 'way'> = {}): Room {
    const room = createRoom(seven, {
      ...options,
      lanes: (org, input) => (absent.includes(org) ? null : lanesOf(org, input)),
      way: (delivery, here) =>
        delivery.message.type === 'reveal' && stalled.includes(delivery.message.signer)
          ? []
          : (options.way?.(delivery, here) ?? [delivery]),
    });
    room.load();
    room.finish();
    return room;
  }

  /** As it is when there is enough to rebuild all of it. */
  function rebuilding() {
    const room = roomOf();
    const from = coordinators(seven)[0]!;
    const asking = room.log
      .get(from)!
      .find(({ effects }) => effects.some(({ kind }) => kind === 'recover'))!;
    const said = room.sent.filter((sent) => sent.type === 'keys');
    const publics = maskPublicsOf('main', said);
    return { state: asking.after, publics };
  }
  const { state, publics } = rebuilding();
  const all = { self: stalled, sigma: absent };
  const { recovered } = recover(state, all, publics);
  const holding = (patch: Partial<Recovered>): RoundState => ({
    ...state,
    sums: [{ ...currentSum(state), recovered: { ...recovered, ...patch } }],
  });

  it('is each self seed and each pair seed that is not here yet', () => {
    expect(missingOf(state)).to.deep.equal(all);
    expect(missingOf(holding({}))).to.equal(null);
    expect(missingOf(holding({ pairs: [] }))).to.deep.equal({ self: [], sigma: absent });
    const selves = new Map([...recovered.selves].slice(1));
    expect(missingOf(holding({ selves }))).to.deep.equal({ self: [member], sigma: [] });
    for (const pair of recovered.pairs) {
      const pairs = recovered.pairs.filter((each) => each !== pair);
      expect(missingOf(holding({ pairs }))).to.deep.equal({ self: [], sigma: [pair.outsider] });
    }
    expect(recovered.pairs).to.have.length(4);
  });

  it('stays closed while one of these is not rebuilt, and names whose', () => {
    const closed = (patch: Partial<Recovered>) => {
      const { sums, terms, deals } = holding(patch);
      const [sum] = sums as [SumState];
      const agreed = sum.certified!;
      return closedOf(terms, agreed, openedOf(terms, terms.sums[0]!, sum, agreed, deals));
    };
    expect(closed({})).to.deep.equal([]);
    expect(closed({ pairs: [] })).to.have.members(stalled);
    expect(closed({ selves: new Map() })).to.have.members(stalled);
    for (const pair of recovered.pairs)
      expect(closed({ pairs: recovered.pairs.filter((each) => each !== pair) })).to.deep.equal([
        pair.member,
      ]);
    for (const org of stalled) {
      const selves = new Map([...recovered.selves].filter(([each]) => each !== org));
      expect(closed({ selves })).to.deep.equal([org]);
    }
  });

  it('is rebuilt with q true shares of each, not of one of them', () => {
    expect(canRecover(state, all)).to.equal(true);
    const sum = currentSum(state);
    for (const lacking of [...stalled, ...absent]) {
      const [[holder, first], ...others] = [...sum.shareReveals] as [
        [string, StatementOf<'shareReveal'>],
      ];
      const pieces = first.message.pieces.filter(({ dealer }) => dealer !== lacking);
      const less = { ...first, message: { ...first.message, pieces } };
      const shareReveals = new Map([...others, [holder, less] as const]);
      expect(shareReveals).to.have.property('size', state.terms.q);
      const fewer = { ...state, sums: [{ ...sum, shareReveals }] };
      expect(canRecover(fewer, all), lacking).to.equal(false);
    }
  });

  it('is not rebuilt before that, though q members spoke', () => {
    const [liar = ''] = inOrder(rest.slice(0, -2));
    const lie: RoomOptions['lie'] = (org, statement) =>
      org === liar && statement.type === 'shareReveal'
        ? {
            type: 'shareReveal',
            message: {
              ...statement.message,
              pieces: statement.message.pieces.map((piece) => ({
                ...piece,
                share: flip(piece.share),
              })),
            },
          }
        : statement;
    // of five holders one lies: too few are left
    const room = roomOf({
      lie,
      way: (delivery) =>
        delivery.message.type === 'shareReveal' && stalled.includes(delivery.message.signer)
          ? []
          : [delivery],
    });
    const [from = ''] = inOrder(rest.slice(1, -2));
    expect(currentSum(room.state(from)).shareReveals).to.have.property('size', state.terms.q);
    const asked = room.log.get(from)!.flatMap(({ effects }) => effects.map(({ kind }) => kind));
    expect(asked).to.include('release').and.not.include('recover');
    expect(room.state(from).phase).to.equal('aborted');
  });

  it('is not taken when one of two pair seeds is not the one that was hashed', () => {
    const peer = seven.orgs.indexOf(outsider);
    for (const liar of stalled) {
      const deal = state.deals.get(liar)!;
      const sums = deal.message.sums.map((sum) => ({
        ...sum,
        pairHashes: sum.pairHashes.map((hash, i) => (i === peer ? flip(hash) : hash)),
      }));
      const deals = new Map(state.deals).set(liar, { ...deal, message: { ...deal.message, sums } });
      const found = recover({ ...state, deals }, all, publics);
      expect(found.badDealers).to.deep.equal([outsider]);
      expect(found.recovered.selves).to.deep.equal(recovered.selves);
      expect(found.recovered.pairs.map((pair) => pair.outsider)).to.deep.equal([
        absent[1],
        absent[1],
      ]);
      expect(isRecovered({ ...state, deals }, recovered)).to.equal(false);
    }
  });

  it('is of members alone, whoever is named', () => {
    const [pair] = recovered.pairs;
    for (const stranger of [
      { ...pair!, member: 'Z' },
      { ...pair!, outsider: 'Z' },
    ])
      expect(isRecovered(state, { ...recovered, pairs: [stranger] })).to.equal(false);
    const [release] = [...currentSum(state).shareReveals.values()];
    const pieces = release!.message.pieces.map((piece) => ({ ...piece, dealer: 'Z' }));
    const strange = { ...release!, message: { ...release!.message, pieces } };
    expect(truePieces(state, strange)).to.deep.equal([]);
  });
});
