/** Who lies about a secret is named by the hashes that it signed before, and shares of the others replace what it hides. */
import { expect } from 'chai';
import {
  decodeLanes,
  fromBytes,
  mainLayout,
  SEALED_BYTES,
  shareHash,
  split,
} from '../../../aggregation/index.ts';
import { audit } from '../../../protocol/audit.ts';
import { bundleOf } from '../../../protocol/publish.ts';
import type { Statement } from '../../../protocol/statement.ts';
import { consortiumOf, said } from '../consortium.ts';
import {
  accusationsIn,
  both,
  but,
  coordinators,
  dying,
  expectSameReport,
  flip,
  lyingIn,
  ran,
} from './faults.ts';
import { lanesOf, plainSum } from './lanes.ts';
import { createRoom, type Delivery, type Room, type RoomOptions } from './room.ts';

const world = consortiumOf(4);
const seven = consortiumOf(7, { toleratedFaulty: 2 });
const layout = mainLayout();

const honest = ['A', 'C', 'D'];
const endsOf = (room: Room) => honest.map((org) => room.state(org).end);
const withoutD = (org: string, input: string) => (org === 'D' ? null : lanesOf(org, input));

describe('a lying reveal', () => {
  const lies: [string, RoomOptions][] = [
    ['another self seed', { lie: lyingIn('B', 'reveal', ({ selfSeed }) => ({ selfSeed: flip(selfSeed, 31) })) }], // prettier-ignore
    ['the hash of another set', { lie: lyingIn('B', 'reveal', ({ set }) => ({ set: flip(set) })) }],
    [
      'a pair seed with who is in the set',
      { lie: lyingIn('B', 'reveal', () => ({ pairs: [{ org: 'A', seed: new Uint8Array(32) }] })) },
    ],
    [
      'another pair seed with who is missing',
      {
        lanes: withoutD,
        lie: lyingIn('B', 'reveal', ({ pairs }) => ({
          pairs: pairs.map(({ org, seed }) => ({ org, seed: flip(seed) })),
        })),
      },
    ],
    ['no pair seed with who is missing', { lanes: withoutD, lie: lyingIn('B', 'reveal', () => ({ pairs: [] })) }], // prettier-ignore
    [
      'a pair seed twice',
      {
        lanes: withoutD,
        lie: lyingIn('B', 'reveal', ({ pairs }) => ({ pairs: [...pairs, ...pairs] })),
      },
    ],
  ];
  for (const [what, options] of lies)
    it(`names its author, and shares of the others replace it: ${what}`, () => {
      const room = ran(world, options);
      expect([...accusationsIn(room)]).to.deep.equal(['B: falseSeed']);
      expect(endsOf(room)).to.deep.equal([null, null, null]);
      const absent = options.lanes ? ['D'] : [];
      const orgs = room.terms.roster.filter((org) => !absent.includes(org));
      const plain = plainSum(orgs.map((org) => lanesOf(org, 'input-of-main')));
      for (const org of honest) {
        const { lanes, recovered } = room.state(org).sums[0]!;
        expect([...recovered!.selves.keys()]).to.deep.equal(['B']);
        expect(decodeLanes(fromBytes(lanes!, layout.lanes), layout, orgs.length)).to.deep.equal(
          plain,
        );
        const bundle = bundleOf(world.consortium, world.text, room.state(org));
        expect(audit(bundle, world.text).ok).to.equal(true);
      }
    });

  it('ends the round, and is to blame, where nobody can be spared', () => {
    const three = consortiumOf(3);
    const room = createRoom(three, {
      lie: lyingIn('B', 'reveal', ({ selfSeed }) => ({ selfSeed: flip(selfSeed) })),
    });
    room.load();
    room.finish();
    for (const org of ['A', 'C']) {
      const { end, nowMs } = room.state(org);
      expect(end).to.deep.include({ code: 'blame' });
      expect(end?.details).to.deep.equal({ org: 'B', orgs: ['B'], missing: ['B'] });
      expect(nowMs).to.equal(room.terms.schedule.closingMs);
    }
  });

  it('convicts nobody when it comes from who is not in the set', () => {
    const room = createRoom(world, {
      lanes: withoutD,
      way: (delivery) => {
        const { message } = delivery;
        if (message.type !== 'reveal' || message.signer !== 'A') return [delivery];
        const lie = { ...message.message, selfSeed: flip(message.message.selfSeed) };
        return [{ ...delivery, message: said(world, 'D', 'reveal', lie) }, delivery];
      },
    });
    room.load();
    room.finish();
    expect(endsOf(room)).to.deep.equal([null, null, null]);
    expect(room.state('B').sums[0]!.reveals.has('D')).to.equal(true);
    const bundle = bundleOf(world.consortium, world.text, room.state('B'));
    expect(audit(bundle, world.text).ok).to.equal(true);
  });
});

describe('a false share', () => {
  const [first, second] = coordinators(seven) as [string, string];
  const falseShares = lyingIn(second, 'shareReveal', ({ pieces }) => ({
    pieces: pieces.map((piece) => ({ ...piece, share: flip(piece.share) })),
  }));

  it('names its author, and is not used: those of the others suffice', () => {
    const room = ran(seven, { ...dying(first, 'reveal'), lie: falseShares });
    expect(accusationsIn(room)).to.deep.equal([`${second}: falseShare`]);
    expectSameReport(room, but(room, first));
    const ids = room.sent.filter((s) => s.type === 'shareReveal' && s.signer === second);
    expect(room.accusations).to.have.length.above(0);
    for (const accusation of room.accusations)
      expect(accusation.ids).to.deep.equal(ids.map(({ id }) => id));
  });

  it('is one of a share that nobody dealt, too', () => {
    const strange = lyingIn(second, 'shareReveal', ({ pieces }) => ({
      pieces: [...pieces, { dealer: first, kind: 2, share: new Uint8Array(32) }]
        .filter(({ dealer }, i, all) => i === all.findIndex((one) => one.dealer === dealer))
        .map((piece) => ({ ...piece, kind: 2 })),
    }));
    const room = ran(seven, { ...dying(first, 'reveal'), lie: strange });
    expect(accusationsIn(room)).to.deep.equal([`${second}: falseShare`]);
    expectSameReport(room, but(room, first));
  });

  it('takes nothing from the true ones that its author opens beside it', () => {
    const [dead, liar] = coordinators(world) as [string, string];
    const [victim] = world.orgs.filter((org) => ![dead, liar].includes(org)) as [string];
    const way = (delivery: Delivery): Delivery[] => {
      const { message, to } = delivery;
      if (message.type !== 'shareReveal' || to !== victim) return [delivery];
      // what the honest say comes later
      if (message.signer !== liar) return [];
      const pieces = message.message.pieces.map((p) => ({ ...p, share: flip(p.share) }));
      return [delivery, { to, message: said(world, liar, 'shareReveal', { ...message.message, pieces }) }]; // prettier-ignore
    };
    const room = ran(world, { way: both({ way }, dying(dead, 'reveal')) });
    expectSameReport(room, but(room, dead));
    expect(accusationsIn(room)).to.include(`${liar}: equivocation`);
  });

  it('leaves the sum unrevealed where it can not be spared, and is named all the same', () => {
    const [dead, liar] = coordinators(world) as [string, string];
    const room = ran(world, {
      ...dying(dead, 'reveal'),
      lie: lyingIn(liar, 'shareReveal', ({ pieces }) => ({
        pieces: pieces.map((piece) => ({ ...piece, share: flip(piece.share) })),
      })),
    });
    expect(accusationsIn(room)).to.deep.equal([`${liar}: falseShare`]);
    for (const org of but(room, dead, liar)) {
      expect(room.state(org).end?.code).to.equal('unrevealed');
      expect(room.state(org).end?.details).to.deep.equal({ missing: [dead] });
    }
  });
});

describe('a bad dealer', () => {
  const [first, second, third] = coordinators(seven) as [string, string, string];
  const { terms } = createRoom(seven);
  const place = (org: string) => terms.roster.indexOf(org);

  /** Its shares are what it hashed, but they rebuild another secret than the one that it uses. */
  function dealingBadly(dealer: string, kind: 'self' | 'sigma'): RoomOptions['lie'] {
    const shares = split(
      new Uint8Array(32).fill(7),
      terms.q,
      terms.n,
      new Uint8Array(32).fill(place(dealer)),
    );
    const { setup } = terms.sums[0]!;
    const hashes = shares.map((share, to) => shareHash(setup, kind, place(dealer), to, share));
    const inDeal = lyingIn(dealer, 'deal', ({ sums }) => ({
      sums: sums.map((sum) => ({
        ...sum,
        [kind === 'self' ? 'selfShareHashes' : 'sigmaShareHashes']: hashes,
      })),
    }));
    const inShares = lyingIn(dealer, 'shares', ({ sums, holder }) => ({
      sums: sums.map(({ sum, sealed }) => {
        const other = shares[place(holder)]!;
        const [self, sigma] = [sealed.subarray(0, 32), sealed.subarray(32, 64)];
        const opened = kind === 'self' ? [other, sigma] : [self, other];
        return { sum, sealed: Buffer.concat(opened, SEALED_BYTES) };
      }),
    }));
    return (org: string, statement: Statement) => inShares(org, inDeal(org, statement));
  }

  function expectBlame(room: Room, org: string, missing: readonly string[]): void {
    for (const one of but(room, ...room.terms.roster.filter((o) => room.isDead(o)))) {
      const { end, nowMs } = room.state(one);
      expect(end?.code, one).to.equal('blame');
      expect(end?.details).to.deep.equal({ org, orgs: [org], missing });
      expect(nowMs).to.equal(room.terms.schedule.closingMs);
    }
    const proofs = room.accusations.filter(({ lie }) => lie === 'badDealer');
    expect(proofs.map((one) => one.org)).to.include(org);
    const shares = room.sent.filter(({ type }) => type === 'shareReveal').map(({ id }) => id);
    for (const { ids } of proofs) {
      expect(ids).to.have.length.at.least(room.terms.q);
      expect(shares).to.include.members([...ids]);
    }
  }

  it('goes unnoticed while it reveals what it hashed', () => {
    expectSameReport(ran(seven, { lie: dealingBadly(first, 'self')! }), terms.roster);
  });

  it('ends the round and is to blame when its own seed must be rebuilt', () => {
    const room = ran(seven, { ...dying(first, 'reveal'), lie: dealingBadly(first, 'self')! });
    expectBlame(room, first, [first]);
  });

  it('ends the round and is to blame when its mask key must be rebuilt', () => {
    const notInTime = {
      way: (delivery: Delivery) => {
        const { signer, type } = delivery.message;
        return signer === third && type === 'contribution' ? [] : [delivery];
      },
    };
    const room = ran(seven, {
      repairs: false,
      way: both(notInTime, dying(second, 'reveal')),
      lie: dealingBadly(third, 'sigma')!,
    });
    // the seed of the stalled member was rebuilt, but not the one that it shared with the dealer
    expectBlame(room, third, [second]);
  });

  it('is named beside another one', () => {
    const [one, two] = [dealingBadly(first, 'self')!, dealingBadly(second, 'self')!];
    const room = ran(seven, {
      way: both(dying(first, 'reveal'), dying(second, 'reveal')),
      lie: (org, statement) => two(org, one(org, statement)),
    });
    expect(accusationsIn(room)).to.have.members([`${first}: badDealer`, `${second}: badDealer`]);
    for (const org of but(room, first, second))
      expect(room.state(org).end?.details).to.deep.equal({
        org: first < second ? first : second,
        orgs: [first, second].sort(),
        missing: [first, second].sort(),
      });
  });

  it('that hashed another seed than it uses is to blame, whatever it reveals', () => {
    const room = ran(world, {
      lie: lyingIn('B', 'deal', ({ sums }) => ({
        sums: sums.map((sum) => ({ ...sum, selfHash: flip(sum.selfHash) })),
      })),
    });
    expect(accusationsIn(room)).to.have.members(['B: falseSeed', 'B: badDealer']);
    expectBlame(room, 'B', ['B']);
  });
});
