/**
 * Nothing that honest members sign convicts one of them: not in one round, not across rounds, in whatever choice.
 */
import { expect } from 'chai';
import fc from 'fast-check';
import { encode } from '../../../protocol/schema/codec.ts';
import { slotOf, type StatementType, type Verified } from '../../../protocol/statement.ts';
import { consortiumOf } from '../consortium.ts';
import { lanesOf } from '../round/lanes.ts';
import type { Room } from '../round/room.ts';
import { accusedIn, ran, silent } from './accused.ts';
import { allIn, evidence, idsIn, of, refused } from './pieces.ts';

const LIES = ['equivocation', 'falseSeed', 'falseShare', 'badDealer'] as const;

const world = consortiumOf(4);
const { orgs } = world;
const refusedHere = (bytes: Uint8Array) => refused(world, bytes);
const seven = consortiumOf(7);
const withoutD = (org: string, input: string) => (org === 'D' ? null : lanesOf(org, input));

const ROOMS: [string, () => Room][] = [
  ['goes well', () => ran(world)],
  ['lacks the data of one member', () => ran(world, { lanes: withoutD })],
  ['has two sums', () => ran(world, { sums: ['main', 'second'] })],
  ['loses the reveals of one member', () => ran(world, { way: silent('B', 'reveal') })],
  [
    'lacks the data of two members and the reveal of a third',
    () =>
      ran(seven, {
        lanes: (org, input) => ('FG'.includes(org) ? null : lanesOf(org, input)),
        way: silent('E', 'reveal'),
      }),
  ],
];

for (const [what, play] of ROOMS)
  describe(`a round of honest members that ${what}`, () => {
    const room = play();
    const all = allIn(room);
    const { proposal } = room;
    const members = room.world.orgs;
    const no = (
      lie: (typeof LIES)[number],
      org: string,
      envelopes: Verified[],
      more: Partial<ReturnType<typeof idsIn>> = {},
    ) => refused(room.world, evidence({ lie, org, ...more }, envelopes));

    it('accuses nobody', () => {
      expect(accusedIn(room)).to.deep.equal([]);
      expect(all.length).to.be.above(40);
    });

    it('fills each slot once', () => {
      const slots = all.map((one) => `${one.signer} ${slotOf(room.world.consortium.digest, one)}`);
      expect(new Set(slots).size).to.equal(all.length);
    });

    it('has no false seed in any reveal, with any list of contributors', () => {
      for (const reveal of of(all, 'reveal'))
        for (const deal of of(all, 'deal')) {
          no('falseSeed', reveal.signer, [proposal, deal, reveal]);
          for (const candidate of of(all, 'candidate'))
            no('falseSeed', reveal.signer, [proposal, deal, reveal, candidate]);
        }
    });

    it('has no false share, of any dealer', () => {
      for (const release of of(all, 'shareReveal'))
        for (const deal of of(all, 'deal'))
          for (const ready of of(all, 'ready'))
            no('falseShare', release.signer, [proposal, deal, ready, release], idsIn(all));
    });

    it('has no bad dealer, by any q shares', () => {
      const releases = of(all, 'shareReveal');
      const keys = (org: string) => of(all, 'keys').filter(({ signer }) => signer === org);
      for (const deal of of(all, 'deal'))
        for (let from = 0; from + room.terms.q <= releases.length; from++) {
          const org = deal.signer;
          const plain = [proposal, deal, ...releases.slice(from, from + room.terms.q)];
          no('badDealer', org, plain);
          no('badDealer', org, [...plain, ...keys(org)]);
          const ready = of(all, 'ready').filter(({ signer }) => signer === org);
          for (const other of members.filter((one) => one !== org)) {
            const whole = [...plain, ...keys(org), ...keys(other), ...ready];
            no('badDealer', org, whole, idsIn(all));
          }
        }
    });
  });

describe('whatever honest members sign', () => {
  const first = allIn(ran(world, { lanes: withoutD }));
  const stalled = allIn(ran(world, { nonce: 1, way: silent('B', 'reveal') }));
  const two = allIn(ran(world, { nonce: 2, sums: ['main', 'second'] }));
  const pool = [...first, ...stalled, ...two];

  const isDecision = ({ type }: Verified) => type === 'acceptance' || type === 'decline';

  it('never makes two of one signer equivocation, in one round or across rounds', () => {
    for (const [i, a] of pool.entries())
      for (const b of pool.slice(i))
        if (a.signer === b.signer && (a.type === b.type || (isDecision(a) && isDecision(b))))
          refusedHere(evidence({ lie: 'equivocation', org: a.signer }, [a, b]));
  });

  it('convicts nobody in any random choice, with the ids of any set-up', () => {
    const ids = [first, stalled, two].map(idsIn);
    const place = fc.nat(pool.length - 1);
    fc.assert(
      fc.property(
        fc.constantFrom(...LIES),
        fc.constantFrom(...orgs),
        fc.array(place, { maxLength: 6 }),
        fc.nat(3),
        (lie, org, places, which) => {
          const envelopes = places.map((at) => pool[at]!);
          refusedHere(evidence({ lie, org, ...ids[which] }, envelopes));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('convicts nobody in a choice of the right types', () => {
    const types: [(typeof LIES)[number], StatementType[]][] = [
      ['equivocation', ['contribution', 'contribution']],
      ['equivocation', ['prevote', 'prevote']],
      ['falseSeed', ['proposal', 'deal', 'reveal']],
      ['falseSeed', ['proposal', 'deal', 'reveal', 'candidate']],
      ['falseShare', ['proposal', 'deal', 'ready', 'shareReveal']],
      ['badDealer', ['proposal', 'deal', 'shareReveal', 'shareReveal', 'shareReveal']],
      ['badDealer', ['proposal', 'deal', 'shareReveal', 'shareReveal', 'shareReveal', 'keys']],
    ];
    fc.assert(
      fc.property(
        fc.nat(types.length - 1),
        fc.constantFrom(...orgs),
        fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
        (which, org, places) => {
          const [lie, wanted] = types[which]!;
          // all of one round for the most part: else the round alone would refuse it
          const from = places[0]! % 3 === 0 ? pool : stalled;
          const envelopes = wanted.map((type, i) => {
            const some = of(from, type);
            return some[places[i]! % some.length]!;
          });
          const ids = lie === 'falseShare' ? idsIn(stalled) : {};
          refusedHere(evidence({ lie, org, ...ids }, envelopes));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('throws nothing but E_EVIDENCE for random bytes and random parts', () => {
    const part = fc.uint8Array({ maxLength: 40 });
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.record({
          version: fc.constantFrom(0, 1, 2),
          lie: fc.constantFrom(...LIES, 'constructor', ''),
          org: fc.constantFrom(...orgs, '__proto__', ''),
          envelopes: fc.array(fc.oneof(part, fc.constantFrom(...pool.map(({ bytes }) => bytes))), {
            maxLength: 5,
          }),
          keysIds: fc.array(part, { maxLength: 4 }),
          dealIds: fc.array(part, { maxLength: 4 }),
        }),
        (bytes, parts) => {
          refusedHere(bytes);
          refusedHere(encode('Evidence', parts));
        },
      ),
      { numRuns: 300 },
    );
  });
});
