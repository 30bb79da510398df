/** Rooms with a liar: one for each lie that can be proven, and for each slot of a round that a liar can fill twice. */
import { shareHash, split } from '../../../aggregation/index.ts';
import { consortiumOf, said, type TestConsortium } from '../consortium.ts';
import { coordinators } from '../round/faults.ts';
import { lanesOf } from '../round/lanes.ts';
import type { RoomOptions } from '../round/room.ts';
import { changed } from '../round/transcript.ts';
import type { StatementType } from '../../../protocol/statement.ts';
import { both, flip, lyingIn, ran, silent } from './accused.ts';

export const four = consortiumOf(4);
export const seven = consortiumOf(7);
const lacking = (orgs: string) => (org: string, input: string) =>
  orgs.includes(org) ? null : lanesOf(org, input);

/** C hears two contributions of B. */
const TWICE: RoomOptions = {
  way: (delivery) => {
    const { message, to } = delivery;
    if (message.type !== 'contribution' || message.signer !== 'B' || to !== 'C') return [delivery];
    const lanes = flip(message.message.lanes);
    const other = said(four, 'B', 'contribution', { ...message.message, lanes });
    return [delivery, { to, message: other }];
  },
};

/** What is told of the sum `main`, where a message tells of several. */
const ofMain = <T extends { readonly sum: string }>(
  sums: readonly T[],
  change: (sum: T) => object,
) => sums.map((one) => (one.sum === 'main' ? { ...one, ...change(one) } : one));
const inMain =
  <T extends { readonly sum: string }>(change: (message: T) => object) =>
  (message: T) =>
    message.sum === 'main' ? change(message) : {};
/** This org reveals nothing for `main`. */
const stalled =
  (org: string): NonNullable<RoomOptions['way']> =>
  (delivery) => {
    const { message } = delivery;
    return message.type === 'reveal' && message.signer === org && message.message.sum === 'main'
      ? []
      : [delivery];
  };

/** G dealt shares of another mask key than the one that its Keys promised. */
function otherSigma(org: string) {
  const pieces = split(new Uint8Array(32).fill(5), 5, 7, new Uint8Array(32).fill(6));
  const at = (name: string) => name.charCodeAt(0) - 65;
  return (setup: Uint8Array) =>
    both(
      lyingIn(org, 'deal', ({ sums }) => ({
        sums: ofMain(sums, () => ({
          sigmaShareHashes: pieces.map((piece, to) =>
            shareHash(setup, 'sigma', at(org), to, piece),
          ),
        })),
      })),
      lyingIn(org, 'shares', ({ sums, holder }) => ({
        sums: ofMain(sums, ({ sealed }) => ({
          sealed: Buffer.concat([sealed.subarray(0, 32), pieces[at(holder)]!], 80),
        })),
      })),
    );
}

/** The deals of both say that they share another seed. */
const wrongPair = (orgs: string, one: number, two: number) =>
  lyingIn(orgs, 'deal', ({ sums }, org) => ({
    sums: ofMain(sums, ({ pairHashes }) => {
      const peer = org.charCodeAt(0) - 65 === one ? two : one;
      return { pairHashes: pairHashes.map((hash, i) => (i === peer ? flip(hash) : hash)) };
    }),
  }));

const setupIn = (world: TestConsortium, sums: readonly string[]) =>
  ran(world, { sums }).terms.sums.at(-1)!.setup;
/** F and G have no data, E contributes and then stalls: the mask keys of F and G are rebuilt. */
const STALLED: RoomOptions = { lanes: lacking('FG'), way: stalled('E') };

/** A room with one liar, and what all others can prove of it. */
export interface Lie {
  readonly what: string;
  readonly world: TestConsortium;
  readonly options: RoomOptions;
  readonly lie: string;
  readonly org: string;
  readonly means: RegExp;
}

/** Lies about `main`, which comes last of these sums. */
const liesIn = (sums: readonly string[]): Lie[] =>
  [
    {
      what: 'another self seed',
      world: four,
      options: {
        lie: lyingIn(
          'B',
          'reveal',
          inMain(({ selfSeed }) => ({ selfSeed: flip(selfSeed) })),
        ),
      },
      lie: 'falseSeed',
      org: 'B',
      means: /^B revealed another self seed for main than the one that it had hashed$/,
    },
    {
      what: 'another pair seed with who is missing',
      world: four,
      options: {
        lanes: lacking('D'),
        lie: lyingIn(
          'B',
          'reveal',
          inMain(({ pairs }) => ({
            pairs: pairs.map(({ org, seed }) => ({ org, seed: flip(seed) })),
          })),
        ),
      },
      lie: 'falseSeed',
      org: 'B',
      means: /^B revealed another pair seed with D /,
    },
    {
      what: 'no pair seed with who is missing',
      world: four,
      options: {
        lanes: lacking('D'),
        lie: lyingIn(
          'B',
          'reveal',
          inMain(() => ({ pairs: [] })),
        ),
      },
      lie: 'falseSeed',
      org: 'B',
      means: /^B revealed for main other pair seeds than those that its set asks for$/,
    },
    {
      what: 'another share of a self seed',
      world: four,
      options: {
        way: stalled('D'),
        lie: lyingIn(
          'B',
          'shareReveal',
          inMain(({ pieces }) => ({
            pieces: pieces.map((piece) => ({ ...piece, share: flip(piece.share) })),
          })),
        ),
      },
      lie: 'falseShare',
      org: 'B',
      means: /^B opened another share of D for main than the one that it was dealt$/,
    },
    {
      what: 'another share of a mask key',
      world: seven,
      options: {
        ...STALLED,
        lie: lyingIn(
          'B',
          'shareReveal',
          inMain(({ pieces }) => ({
            pieces: pieces.map((p) => (p.dealer === 'G' ? { ...p, share: flip(p.share) } : p)),
          })),
        ),
      },
      lie: 'falseShare',
      org: 'B',
      means: /^B opened another share of G /,
    },
    {
      what: 'shares of another self seed than hashed',
      world: four,
      options: {
        way: stalled('B'),
        lie: lyingIn('B', 'deal', ({ sums: dealt }) => ({
          sums: ofMain(dealt, ({ selfHash }) => ({ selfHash: flip(selfHash) })),
        })),
      },
      lie: 'badDealer',
      org: 'B',
      means: /^B dealt shares for main that rebuild another self seed than it had signed$/,
    },
    {
      what: 'shares of another mask key than promised',
      world: seven,
      options: { ...STALLED, lie: otherSigma('G')(setupIn(seven, sums)) },
      lie: 'badDealer',
      org: 'G',
      means: /^G dealt shares for main that rebuild another mask key than it had signed$/,
    },
    {
      what: 'a hash of a pair seed that its mask key does not give',
      world: seven,
      options: { ...STALLED, lie: wrongPair('EG', 4, 6) },
      lie: 'badDealer',
      org: 'G',
      means: /^G dealt shares for main that rebuild another seed with E than it had signed$/,
    },
  ].map((lie) => ({ ...lie, options: { ...lie.options, sums } }));

export const LIES: readonly Lie[] = [
  {
    what: 'two contributions',
    world: four,
    options: TWICE,
    lie: 'equivocation',
    org: 'B',
    means: /^B signed two different contributions for main$/,
  },
  ...liesIn(['main']),
  ...liesIn(['first', 'main']).map((lie) => ({ ...lie, what: `${lie.what} in a second sum` })),
];

/** C, or D in its place, hears two of this org's statements of this type, both well formed. */
function twice(org: string, type: StatementType, more: RoomOptions = {}): RoomOptions {
  const to = org === 'C' ? 'D' : 'C';
  return {
    ...more,
    way: (delivery, room) => {
      const through = more.way?.(delivery, room) ?? [delivery];
      const { message } = delivery;
      if (message.signer !== org || message.type !== type || delivery.to !== to) return through;
      const other = changed(message, 1);
      return [...through, { to, message: said(four, org, type, other.message as never) }];
    },
  };
}

const [first = ''] = coordinators(four);
const B = 'B';

/** By what C heard twice. */
export const TWICE_SAID: readonly Lie[] = (
  [
    ['acceptance', B, /^B signed two different answers to the proposal$/],
    ['commit', B, /^B signed two different commits$/],
    ['keys', B, /^B signed two different sets of keys$/],
    ['deal', B, /^B signed two different deals$/],
    ['shares', B, /^B signed two different sets of shares for C$/],
    ['ready', B, /^B signed two different Ready statements$/],
    ['contribution', B, /^B signed two different contributions for main$/],
    ['candidate', first, /signed two different lists of contributors for main, view 0$/],
    ['prevote', B, /^B signed two different prevotes for main, view 0$/],
    ['precommit', B, /^B signed two different precommits for main, view 0$/],
    ['reveal', B, /^B signed two different reveals for main$/],
    ['shareReveal', B, /^B signed two different reveals of shares for main$/],
    ['result', B, /^B signed two different results for main$/],
  ] as const
).map(([type, org, means]) => ({
  what: `two of ${type}`,
  world: four,
  options: twice(org, type, type === 'shareReveal' ? { way: silent('D', 'reveal') } : {}),
  lie: 'equivocation',
  org,
  means,
}));
