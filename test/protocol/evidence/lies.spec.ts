/** Each lie that has an author is proven to anybody with public keys; what is changed in its evidence proves nothing. */
import { expect } from 'chai';
import { shareHash, split } from '../../../aggregation/index.ts';
import { verifyEvidence } from '../../../protocol/evidence/verify.ts';
import { decode, encode, type Messages } from '../../../protocol/schema/codec.ts';
import { open } from '../../../protocol/statement.ts';
import { consortiumOf, said, type TestConsortium } from '../consortium.ts';
import { refusalBy } from '../refusal.ts';
import { lanesOf } from '../round/lanes.ts';
import type { Room, RoomOptions } from '../round/room.ts';
import { accusedIn, both, flip, lyingIn, ran, silent, type Accused } from './accused.ts';

const four = consortiumOf(4);
const seven = consortiumOf(7);
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

/** G dealt shares of another mask key than the one that its Keys promised. */
function otherSigma(org: string) {
  const pieces = split(new Uint8Array(32).fill(5), 5, 7, new Uint8Array(32).fill(6));
  const at = (name: string) => name.charCodeAt(0) - 65;
  return (setup: Uint8Array) =>
    both(
      lyingIn(org, 'deal', ({ sums }) => ({
        sums: sums.map((sum) => ({
          ...sum,
          sigmaShareHashes: pieces.map((piece, to) =>
            shareHash(setup, 'sigma', at(org), to, piece),
          ),
        })),
      })),
      lyingIn(org, 'shares', ({ sums, holder }) => ({
        sums: sums.map((sum) => ({
          ...sum,
          sealed: Buffer.concat([sum.sealed.subarray(0, 32), pieces[at(holder)]!], 80),
        })),
      })),
    );
}

/** The deals of both say that they share another seed. */
const wrongPair = (orgs: string, one: number, two: number) =>
  lyingIn(orgs, 'deal', ({ sums }, org) => ({
    sums: sums.map((sum) => {
      const peer = org.charCodeAt(0) - 65 === one ? two : one;
      return { ...sum, pairHashes: sum.pairHashes.map((h, i) => (i === peer ? flip(h) : h)) };
    }),
  }));

const setupIn = (world: TestConsortium) => ran(world).terms.sums[0]!.setup;
/** F and G have no data, E contributes and then stalls: the mask keys of F and G are rebuilt. */
const STALLED: RoomOptions = { lanes: lacking('FG'), way: silent('E', 'reveal') };

interface Case {
  readonly what: string;
  readonly world: TestConsortium;
  readonly options: RoomOptions;
  readonly lie: string;
  readonly org: string;
  readonly means: RegExp;
}

const CASES: readonly Case[] = [
  {
    what: 'two contributions',
    world: four,
    options: TWICE,
    lie: 'equivocation',
    org: 'B',
    means: /^B signed two different contributions for main$/,
  },
  {
    what: 'another self seed',
    world: four,
    options: { lie: lyingIn('B', 'reveal', ({ selfSeed }) => ({ selfSeed: flip(selfSeed) })) },
    lie: 'falseSeed',
    org: 'B',
    means: /^B revealed another self seed for main than the one that it had hashed$/,
  },
  {
    what: 'another pair seed with who is missing',
    world: four,
    options: {
      lanes: lacking('D'),
      lie: lyingIn('B', 'reveal', ({ pairs }) => ({
        pairs: pairs.map(({ org, seed }) => ({ org, seed: flip(seed) })),
      })),
    },
    lie: 'falseSeed',
    org: 'B',
    means: /^B revealed another pair seed with D /,
  },
  {
    what: 'no pair seed with who is missing',
    world: four,
    options: { lanes: lacking('D'), lie: lyingIn('B', 'reveal', () => ({ pairs: [] })) },
    lie: 'falseSeed',
    org: 'B',
    means: /^B revealed for main other pair seeds than those that its set asks for$/,
  },
  {
    what: 'another share of a self seed',
    world: four,
    options: {
      way: silent('D', 'reveal'),
      lie: lyingIn('B', 'shareReveal', ({ pieces }) => ({
        pieces: pieces.map((piece) => ({ ...piece, share: flip(piece.share) })),
      })),
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
      lie: lyingIn('B', 'shareReveal', ({ pieces }) => ({
        pieces: pieces.map((p) => (p.dealer === 'G' ? { ...p, share: flip(p.share) } : p)),
      })),
    },
    lie: 'falseShare',
    org: 'B',
    means: /^B opened another share of G /,
  },
  {
    what: 'shares of another self seed than hashed',
    world: four,
    options: {
      way: silent('B', 'reveal'),
      lie: lyingIn('B', 'deal', ({ sums }) => ({
        sums: sums.map((sum) => ({ ...sum, selfHash: flip(sum.selfHash) })),
      })),
    },
    lie: 'badDealer',
    org: 'B',
    means: /^B dealt shares for main that rebuild another self seed than it had signed$/,
  },
  {
    what: 'shares of another mask key than promised',
    world: seven,
    options: { ...STALLED, lie: otherSigma('G')(setupIn(seven)) },
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
];

type Parts = Messages['Evidence'];

const refuses = (world: TestConsortium, bytes: Uint8Array, message?: RegExp) => {
  const refusal = refusalBy(() => verifyEvidence(bytes, world.consortium));
  expect(refusal.code).to.equal('E_EVIDENCE');
  expect(refusal.message).to.match(/^this evidence does not hold: .{8}/);
  if (message) expect(refusal.message).to.match(message);
};

for (const { what, world, options, lie, org, means } of CASES)
  describe(`evidence of a lie: ${what}`, () => {
    let room: Room;
    let accused: Accused[];
    let bytes: Uint8Array;
    let parts: Parts;
    const changed = (change: Partial<Parts>) => encode('Evidence', { ...parts, ...change });
    before(() => {
      room = ran(world, options);
      accused = accusedIn(room).filter(({ accusation }) => accusation.lie === lie);
      bytes = accused[0]!.evidence!.bytes;
      parts = decode('Evidence', bytes);
    });

    it('names its author to anybody, from each member that accuses', () => {
      const known = { lie, org, round: room.terms.round };
      expect(accused.map(({ by }) => by)).to.have.length.above(0);
      for (const { accusation, evidence } of accused) {
        expect(accusation.org).to.equal(org);
        const found = verifyEvidence(evidence!.bytes, world.consortium);
        expect(found).to.deep.equal(evidence!.conviction);
        expect(found).to.include(known);
        expect(found.means).to.match(means);
        expect(found.about).to.contain(room.terms.round);
      }
    });

    it('convicts nobody else by the same statements', () => {
      for (const other of world.orgs) if (other !== org) refuses(world, changed({ org: other }));
      refuses(world, changed({ org: 'Z' }), /no member/);
    });

    it('proves no other lie', () => {
      for (const other of ['equivocation', 'falseSeed', 'falseShare', 'badDealer', 'other', ''])
        if (other !== lie) refuses(world, changed({ lie: other }));
    });

    it('needs every statement in it, and each only once', () => {
      const { envelopes } = parts;
      envelopes.forEach((one, i) => {
        refuses(world, changed({ envelopes: envelopes.toSpliced(i, 1) }));
        refuses(world, changed({ envelopes: [...envelopes, one] }));
        const next = envelopes[(i + 1) % envelopes.length]!;
        refuses(world, changed({ envelopes: envelopes.with(i, next) }));
      });
    });

    it('refuses a statement beside it that proves nothing', () => {
      const spare = room.sent.find(({ type }) => type === 'acceptance')!;
      refuses(world, changed({ envelopes: [...parts.envelopes, spare.bytes] }));
    });

    it('refuses a statement of another round', () => {
      const other = ran(world, { ...options, nonce: 9 });
      parts.envelopes.forEach((envelope, i) => {
        const { type, signer } = open(world.consortium, envelope);
        const alike = [other.proposal, ...other.sent].filter((one) => one.type === type);
        const { bytes: its } = alike.find((one) => one.signer === signer) ?? alike[0]!;
        refuses(world, changed({ envelopes: parts.envelopes.with(i, its) }));
      });
    });

    it('refuses it before another consortium of the same names', () => {
      const other = consortiumOf(world.orgs.length, {}, 'other');
      refuses(other, bytes, /signature/);
    });

    it('refuses other ids of a set-up, and such that prove nothing', () => {
      const id = new Uint8Array(32).fill(1);
      const { keysIds, dealIds } = parts;
      refuses(world, changed({ keysIds: keysIds.length ? keysIds.with(0, id) : [id] }));
      refuses(world, changed({ dealIds: dealIds.length ? dealIds.with(0, id) : [id] }));
      if (keysIds.length > 0) refuses(world, changed({ keysIds: [] }));
      if (dealIds.length > 0) refuses(world, changed({ dealIds: dealIds.slice(1) }));
    });

    it('refuses another version, an end cut off, and bytes behind it', () => {
      for (const version of [0, 2]) refuses(world, changed({ version }), /version/);
      refuses(world, bytes.subarray(0, -1));
      refuses(world, Buffer.concat([bytes, Buffer.of(0)]));
    });

    it('refuses it with any one byte changed', () => {
      const step = Math.max(1, Math.floor(bytes.length / 60));
      for (let at = 0; at < bytes.length; at += at < 40 ? 1 : step) refuses(world, flip(bytes, at));
    });
  });
