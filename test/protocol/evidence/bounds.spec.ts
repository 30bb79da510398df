/** What evidence may hold, part by part: one entry for a sum, one piece of a holder, and ids of the very set-up. */
import { expect } from 'chai';
import { setupDigestOf, type StatementOf } from '../../../protocol/agreement.ts';
import { verifyEvidence, verifyEvidenceIn } from '../../../protocol/evidence/verify.ts';
import type { Consortium } from '../../../protocol/manifest.ts';
import { decode, encode, type Messages } from '../../../protocol/schema/codec.ts';
import { open, type StatementType, type Verified } from '../../../protocol/statement.ts';
import { refusalBy } from '../refusal.ts';
import { consortiumOf, said } from '../consortium.ts';
import { coordinators } from '../round/faults.ts';
import { lanesOf } from '../round/lanes.ts';
import { accusedIn, both, flip, lyingIn, ran, silent } from './accused.ts';
import { four, LIES } from './cases.ts';
import { allIn, evidence, idsIn, of, refused } from './pieces.ts';

type Parts = Messages['Evidence'];

/** The evidence of a lie, and the same with statements in it signed anew by their authors. */
function caseOf(what: string) {
  const { world, options, lie, org } = LIES.find((one) => one.what === what)!;
  const room = ran(world, options);
  const found = accusedIn(room).find(({ accusation }) => accusation.lie === lie)!;
  const parts = decode('Evidence', found.evidence!.bytes);
  const statements = parts.envelopes.map((one) => open(world.consortium, one));
  const resaid = <T extends StatementType>(
    type: T,
    change: (message: StatementOf<T>['message']) => object,
    signer = statements.find((one) => one.type === type)!.signer,
    nth = 0,
  ) => {
    let seen = 0;
    return statements.map((one): Verified => {
      if (one.type !== type || one.signer !== signer || seen++ !== nth) return one;
      const message = { ...one.message, ...change(one.message as never) };
      return said(world, one.signer, type, message as never);
    });
  };
  const withIn = (all: readonly Verified[], change: Partial<Parts> = {}) =>
    encode('Evidence', { ...parts, envelopes: all.map(({ bytes }) => bytes), ...change });
  expect(verifyEvidence(withIn(statements), world.consortium).org).to.equal(org);
  return { world, org, parts, statements, resaid, withIn, room };
}
const twice = <T>({ sums }: { readonly sums: readonly T[] }) => ({ sums: [...sums, ...sums] });

describe('evidence against a dealer', () => {
  it('holds a deal with one entry for the sum, of one hash for each member', () => {
    const { world, resaid, withIn, org } = caseOf('shares of another self seed than hashed');
    refused(world, withIn(resaid('deal', twice, org)));
    for (const name of ['pairHashes', 'sigmaShareHashes']) {
      const fewer = resaid(
        'deal',
        ({ sums }) => ({ sums: sums.map((sum) => ({ ...sum, [name]: [] })) }),
        org,
      );
      refused(world, withIn(fewer));
    }
  });

  it('holds one piece of each holder, opened for that very sum', () => {
    const { world, resaid, withIn, statements } = caseOf(
      'shares of another self seed than hashed in a second sum',
    );
    refused(world, withIn(resaid('shareReveal', () => ({ sum: 'first' }))));
    const { signer } = statements.findLast(({ type }) => type === 'shareReveal')!;
    refused(world, withIn(resaid('shareReveal', () => ({ sum: 'first' }), signer)));
    refused(
      world,
      withIn(resaid('shareReveal', ({ pieces }) => ({ pieces: [...pieces, ...pieces] }))),
    );
  });

  it('holds Keys with one entry for the sum', () => {
    const { world, resaid, withIn, org } = caseOf('shares of another mask key than promised');
    refused(world, withIn(resaid('keys', twice, org)));
    refused(world, withIn(resaid('keys', () => ({ sums: [] }), org)));
  });

  it('is found though another holder opens false shares, where q true ones are left', () => {
    const seven = consortiumOf(7, { toleratedFaulty: 2 });
    const [liar = '', dealer = ''] = seven.orgs;
    const room = ran(seven, {
      way: silent(dealer, 'reveal'),
      lie: both(
        lyingIn(dealer, 'deal', ({ sums }) => ({
          sums: sums.map((sum) => ({ ...sum, selfHash: flip(sum.selfHash) })),
        })),
        lyingIn(liar, 'shareReveal', ({ pieces }) => ({
          pieces: pieces.map((piece) => ({ ...piece, share: flip(piece.share) })),
        })),
      ),
    });
    const accused = accusedIn(room).filter(({ accusation }) => accusation.lie === 'badDealer');
    expect(accused).to.have.length.above(0);
    for (const { evidence: found } of accused) expect(found?.conviction.org).to.equal(dealer);
  });
});

describe('liars who hold true shares of an honest mask key', () => {
  const world = consortiumOf(4);
  const room = ran(world, { way: silent('B', 'reveal') });
  const all = allIn(room);
  const by = <T extends StatementType>(type: T, org: string) =>
    of(all, type).find(({ signer }) => signer === org)!;
  const dealer = 'A';
  const holders = ['B', 'C', 'D'];
  const like = of(all, 'shareReveal')[0]!.message;
  const opening = (holder: string, kind: 1 | 2) => {
    const given = of(all, 'shares').find(
      (one) => one.signer === dealer && one.message.holder === holder,
    )!;
    const share = given.message.sums[0]!.sealed.subarray(32 * (kind - 1), 32 * kind);
    return said(world, holder, 'shareReveal', { ...like, pieces: [{ dealer, kind, share }] });
  };
  const parts = { lie: 'badDealer', org: dealer, ...idsIn(all) };
  const plain = [
    ...[room.proposal, by('deal', dealer), ...holders.map((holder) => opening(holder, 2))],
    ...[by('keys', dealer), by('ready', dealer)],
  ];

  it('cannot convict it by Keys of theirs that were in no set-up', () => {
    const keys = by('keys', 'D');
    refused(world, evidence(parts, [...plain, keys]));
    const sums = keys.message.sums.map((sum) => ({
      ...sum,
      maskPublic: by('keys', 'C').message.sums[0]!.maskPublic,
    }));
    refused(
      world,
      evidence(parts, [...plain, said(world, 'D', 'keys', { ...keys.message, sums })]),
    );
  });

  it('cannot put anything else in the place of these Keys', () => {
    refused(world, evidence(parts, [...plain, by('acceptance', 'D')]));
  });

  it('cannot count one holder twice', () => {
    const shares = [opening('B', 1), opening('C', 1), opening('C', 1)];
    const { lie, org } = parts;
    refused(world, evidence({ lie, org }, [room.proposal, by('deal', dealer), ...shares]));
    const four_ = [...shares.slice(0, 2), opening('D', 1), opening('D', 1)];
    refused(world, evidence({ lie, org }, [room.proposal, by('deal', dealer), ...four_]));
  });
});

describe('evidence of a false share', () => {
  const { world, parts, statements, resaid, withIn, org } = caseOf('another share of a self seed');
  const { keysIds, dealIds } = parts;

  it('holds a deal with one entry for the sum, though its holder signed Ready for another', () => {
    const deal = statements.find(({ type }) => type === 'deal') as StatementOf<'deal'>;
    const hex = (id: Uint8Array) => Buffer.from(id).toString('hex');
    const dealt = (change: (message: typeof deal.message) => object) => {
      const other = said(world, deal.signer, 'deal', {
        ...deal.message,
        ...change(deal.message),
      } as never);
      const ids = dealIds.map((id) => (hex(id) === deal.id ? Buffer.from(other.id, 'hex') : id));
      const setupDigest = setupDigestOf(keysIds.map(hex), ids.map(hex));
      const all = resaid('ready', () => ({ setupDigest }), org).map((one) =>
        one.id === deal.id ? other : one,
      );
      return withIn(all, { dealIds: ids });
    };
    expect(
      verifyEvidence(
        dealt(() => ({})),
        world.consortium,
      ).org,
    ).to.equal(org);
    refused(world, dealt(twice));
    const fewer = ({ sums }: typeof deal.message) => ({
      sums: sums.map((sum) => ({ ...sum, pairHashes: [] })),
    });
    refused(world, dealt(fewer));
  });

  it('holds each id of the set-up once', () => {
    const [key, id] = [keysIds[0]!, dealIds[0]!];
    refused(world, withIn(statements, { keysIds: [...keysIds, key] }));
    refused(world, withIn(statements, { dealIds: [...dealIds, id] }));
    refused(world, withIn(statements, { keysIds: [...keysIds, key], dealIds: dealIds.slice(1) }));
  });

  it('holds ids of 32 bytes: the same bytes cut elsewhere are no ids', () => {
    const bytes = Buffer.concat(keysIds.toSorted(Buffer.compare));
    const sorted = (ids: readonly Buffer[]) =>
      ids.every((one, i) => i === 0 || ids[i - 1]!.toString('hex') < one.toString('hex'));
    const cuts = Array.from({ length: 31 }, (_, i) => 33 + i).map((end) => [
      bytes.subarray(0, end),
      bytes.subarray(end, 64),
      ...keysIds.slice(2).map((__, i) => bytes.subarray(64 + 32 * i, 96 + 32 * i)),
    ]);
    const alike = cuts.filter(sorted);
    expect(alike).to.have.length.above(0);
    for (const ids of alike) refused(world, withIn(statements, { keysIds: ids }));
  });
});

describe('evidence under one of several manifests', () => {
  const later = consortiumOf(4, {}, 'later').consortium;
  /** How often a signature was checked under the first one. */
  const looked = (bytes: Uint8Array) => {
    let times = 0;
    const keys = new Map(four.consortium.keys);
    keys.get = (org) => ((times += 1), four.consortium.keys.get(org));
    const chain = [{ ...four.consortium, keys } as Consortium, later] as const;
    const { message } = refusalBy(() => verifyEvidenceIn(bytes, chain as never));
    return { times, message };
  };
  const { envelopes } = caseOf('another self seed').parts;
  const holding = (size: number) =>
    encode('Evidence', {
      ...{ version: 1, lie: 'falseSeed', org: 'B', envelopes, dealIds: [] },
      keysIds: [new Uint8Array(size)],
    });
  /** What is around an id that is millions of bytes long. */
  const around = holding(2 ** 22).length - 2 ** 22;

  it('is looked into up to 32 MiB', () => {
    const whole = holding(2 ** 25 - around);
    expect(whole).to.have.length(2 ** 25);
    expect(looked(whole).times).to.be.above(0);
    const { times, message } = looked(holding(2 ** 25 - around + 1));
    expect(times).to.equal(0);
    expect(message).to.contain('no statement that was signed under one of the 2');
  });
});

describe('a reveal that lacks what its list asks for', () => {
  it('is shown with that list, of several ones', () => {
    const world = consortiumOf(4);
    const [first = ''] = coordinators(world);
    const unheard = { org: 'D', contribution: new Uint8Array(32) };
    const room = ran(world, {
      lanes: (org, input) => (org === 'D' ? null : lanesOf(org, input)),
      lie: both(
        lyingIn('B', 'reveal', () => ({ pairs: [] })),
        // nobody has that contribution of D, so nobody votes for this list
        lyingIn(first, 'candidate', ({ set, view }) =>
          view === 0 ? { set: [...set, unheard] } : {},
        ),
      ),
    });
    const lists = room.sent.filter(({ type }) => type === 'candidate');
    expect(lists).to.have.length(2);
    const found = accusedIn(room).filter(({ accusation }) => accusation.lie === 'falseSeed');
    expect(found).to.have.length.above(0);
    for (const one of found) expect(one.evidence?.conviction.org).to.equal('B');
  });
});
