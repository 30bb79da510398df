/** A certificate convinces by itself: one well-formed candidate of the view's coordinator, and q precommits for it. */
import { expect } from 'chai';
import fc from 'fast-check';
import {
  acceptancesDigest,
  coordinatorOf,
  openCertificate,
  setFlaw,
  setHash,
  setupDigestOf,
} from '../../protocol/agreement.ts';
import { hex } from '../../protocol/digest.ts';
import { decode, encode, type Messages } from '../../protocol/schema/codec.ts';
import type { Payload, Statement, StatementType } from '../../protocol/statement.ts';
import { consortiumOf, said } from './consortium.ts';
import { refusalBy } from './refusal.ts';
import { transcriptOf } from './round/transcript.ts';

type Members = Payload<'candidate'>['set'];

const script = transcriptOf();
const { world, terms, peer, states } = script;
const context = states.certified.sums[0]!.context as Uint8Array;
const candidate = script.said(peer, 'candidate');
const { set } = candidate.message as Payload<'candidate'>;
const hash = setHash(context, set);
const votes = terms.roster.map((org) => script.said(org, 'precommit').bytes);
const good: Messages['Certificate'] = { candidate: candidate.bytes, precommits: votes };

const opened = (certificate: Messages['Certificate'], for_ = context) =>
  openCertificate(world.consortium, terms, for_, certificate);
const sealed = (org: string, type: StatementType, change: object) => {
  const { message } = script.said(type === 'candidate' ? peer : org, type);
  return script.sayAs(org, { type, message: { ...message, ...change } } as Statement).bytes;
};

describe('a certificate', () => {
  it('opens to its set, its view and who signed it', () => {
    expect(opened(good)).to.deep.equal({ set, setHash: hash, view: 0, signers: terms.roster });
    const three = { ...good, precommits: votes.slice(1) };
    expect(opened(three).signers).to.deep.equal(terms.roster.slice(1));
    const backwards = { ...good, precommits: votes.toReversed() };
    expect(opened(backwards).signers).to.deep.equal(terms.roster);
  });

  it('is the same after its way through bytes', () => {
    expect(opened(decode('Certificate', encode('Certificate', good))).setHash).to.deep.equal(hash);
  });

  const other = terms.roster.find((org) => org !== peer) as string;
  const smaller = set.slice(1);
  const flaws: [string, Messages['Certificate'], RegExp][] = [
    ['two signatures', { ...good, precommits: votes.slice(2) }, /2 of 3 signatures/],
    ['one signature three times', { ...good, precommits: Array(3).fill(votes[0]) }, /1 of 3/],
    ['no signatures', { ...good, precommits: [] }, /0 of 3/],
    ['a prevote among the votes', { ...good, precommits: [...votes.slice(1), script.said(peer, 'prevote').bytes] }, /a vote is a prevote/], // prettier-ignore
    ['a vote for another set', { ...good, precommits: [...votes.slice(1), sealed('A', 'precommit', { set: new Uint8Array(32) })] }, /A signed something else/], // prettier-ignore
    ['a vote for nothing', { ...good, precommits: [...votes.slice(1), sealed('A', 'precommit', { set: new Uint8Array(0) })] }, /A signed something else/], // prettier-ignore
    ['a vote of another view', { ...good, precommits: [...votes.slice(1), sealed('A', 'precommit', { view: 1 })] }, /A signed something else/], // prettier-ignore
    ['a vote in another sum', { ...good, precommits: [...votes.slice(1), sealed('A', 'precommit', { context: new Uint8Array(32) })] }, /A signed something else/], // prettier-ignore
    ['a candidate that is none', { ...good, candidate: votes[0]! }, /its candidate is a precommit/],
    ['a candidate of another sum', { ...good, candidate: sealed(peer, 'candidate', { context: new Uint8Array(32) }) }, /another sum/], // prettier-ignore
    ['a candidate of too few', { ...good, candidate: sealed(peer, 'candidate', { set: set.slice(2) }) }, /fewer than 3/], // prettier-ignore
    ['a candidate with another set than the votes', { ...good, candidate: sealed(peer, 'candidate', { set: smaller }) }, /signed something else/], // prettier-ignore
    ['a candidate of who does not coordinate', { ...good, candidate: sealed(other, 'candidate', {}) }, /not the coordinator of view 0/], // prettier-ignore
    ['a candidate of a view that is not its own', { ...good, candidate: sealed(peer, 'candidate', { view: 1 }) }, /not the coordinator of view 1/], // prettier-ignore
  ];
  for (const [what, certificate, message] of flaws)
    it(`is none with ${what}`, () => {
      const error = refusalBy(() => opened(certificate));
      expect(error.code).to.equal('E_CERTIFICATE');
      expect(error.message).to.match(message);
    });

  it('is none for another sum', () => {
    const error = refusalBy(() => opened(good, new Uint8Array(32)));
    expect(error.code).to.equal('E_CERTIFICATE');
  });

  it('counts no vote of a member that is not in the roster', () => {
    const five = consortiumOf(5);
    const message = script.said('A', 'precommit').message as Payload<'precommit'>;
    const stranger = said(five, 'E', 'precommit', message).bytes;
    const bytes = (type: 'candidate' | 'precommit', org: string) =>
      said(five, org, type, script.said(org, type).message as never).bytes;
    const certificate = {
      candidate: bytes('candidate', peer),
      precommits: [bytes('precommit', 'A'), bytes('precommit', 'B'), stranger],
    };
    const error = refusalBy(() => openCertificate(five.consortium, terms, context, certificate));
    expect(error.message).to.match(/E is not in the roster/);
  });

  it('is refused with what opening an envelope throws, when a vote is forged', () => {
    const forged = Buffer.from(votes[0]!);
    forged[forged.length - 1] = forged[forged.length - 1]! ^ 1;
    const precommits = [forged, ...votes.slice(1)];
    expect(refusalBy(() => opened({ ...good, precommits })).code).to.equal('E_BAD_SIGNATURE');
  });
});

describe('a set of contributors', () => {
  const member = (org: string, length = 32) => ({ org, contribution: new Uint8Array(length) });
  const flaws: [Members, RegExp | null][] = [
    [['A', 'B', 'C'].map((org) => member(org)), null],
    [['A', 'B', 'C', 'D'].map((org) => member(org)), null],
    [['A', 'B'].map((org) => member(org)), /fewer than 3/],
    [['A', 'B', 'B', 'C'].map((org) => member(org)), /each org once/],
    [['A', 'C', 'B'].map((org) => member(org)), /roster order/],
    [['A', 'B', 'Z'].map((org) => member(org)), /outside the roster/],
    [[member('A'), member('B'), member('C', 31)], /32 bytes/],
  ];
  it('stands in roster order, each org once, q of them at least', () => {
    for (const [candidates, flaw] of flaws)
      if (flaw === null) expect(setFlaw(terms, candidates)).to.equal(null);
      else expect(setFlaw(terms, candidates)).to.match(flaw);
  });

  it('has one hash, of its context, its orgs and their very contributions', () => {
    const base: Members = ['A', 'B', 'C'].map((org) => member(org));
    const hashes = [
      setHash(context, base),
      setHash(new Uint8Array(32), base),
      setHash(context, [...base, member('D')]),
      setHash(context, base.toReversed()),
      setHash(context, base.with(0, { org: 'A', contribution: new Uint8Array(32).fill(1) })),
      setHash(context, [{ org: 'AB', contribution: base[0]!.contribution }, ...base.slice(2)]),
    ].map(hex);
    expect(new Set(hashes).size).to.equal(hashes.length);
  });
});

describe('the coordinator', () => {
  it('goes around the whole roster, view by view', () => {
    const turns = terms.roster.map((_, view) => coordinatorOf(terms, context, view));
    expect(turns.toSorted()).to.deep.equal([...terms.roster]);
    expect(coordinatorOf(terms, context, terms.n)).to.equal(turns[0]);
    expect(coordinatorOf(terms, context, 1_000_001)).to.equal(turns[1_000_001 % terms.n]);
  });

  it("is nobody's office: contexts share it out", () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 400; i++) {
      const org = coordinatorOf(terms, Buffer.alloc(32, String(i)), 0);
      counts.set(org, (counts.get(org) ?? 0) + 1);
    }
    for (const org of terms.roster) expect(counts.get(org), org).to.be.within(60, 140);
  });
});

describe('the digests over many statements', () => {
  const id = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(hex);
  /** of keys, of deals: no id is in both */
  const ids = fc
    .uniqueArray(id, { minLength: 5 })
    .map((all): [string[], string[]] => [all.slice(0, 2), all.slice(2)]);

  it('do not depend on the order in which they came', () => {
    fc.assert(
      fc.property(ids, ([keys, deals]) => {
        const reversed = [keys.toReversed(), deals.toReversed()] as const;
        expect(hex(setupDigestOf(...reversed))).to.equal(hex(setupDigestOf(keys, deals)));
        expect(hex(acceptancesDigest(keys.toReversed()))).to.equal(hex(acceptancesDigest(keys)));
      }),
    );
  });

  it('depend on each of them, and tell keys from deals', () => {
    fc.assert(
      fc.property(ids, ([keys, deals]) => {
        const digests = [
          setupDigestOf(keys, deals),
          setupDigestOf(deals, keys),
          setupDigestOf(keys.slice(1), deals),
          setupDigestOf([...keys, deals[0] as string], deals.slice(1)),
          acceptancesDigest(keys),
          acceptancesDigest(keys.slice(1)),
        ].map(hex);
        expect(new Set(digests).size).to.equal(digests.length);
      }),
    );
  });
});
