/** Liars add what they like: no honest member is convicted by it. And what others know but cannot show gives no evidence. */
import { createHash } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { expect } from 'chai';
import type { StatementOf } from '../../../protocol/agreement.ts';
import { verifyEvidence } from '../../../protocol/evidence/verify.ts';
import { decode, encode } from '../../../protocol/schema/codec.ts';
import {
  open,
  signedBytes,
  slotOf,
  type StatementType,
  type Verified,
} from '../../../protocol/statement.ts';
import { refusalBy } from '../refusal.ts';
import { consortiumOf, said } from '../consortium.ts';
import { lanesOf } from '../round/lanes.ts';
import type { Room } from '../round/room.ts';
import { accusedIn, flip, lyingIn, ran, silent } from './accused.ts';
import { allIn, evidence, idsIn, of, refused } from './pieces.ts';

const world = consortiumOf(4);
const { consortium } = world;
const seven = consortiumOf(7);

describe('liars who want an honest member convicted', () => {
  const room = ran(world, { way: silent('B', 'reveal') });
  const all = allIn(room);
  const { proposal } = room;
  const by = <T extends StatementType>(type: T, org: string) =>
    of(all, type).find(({ signer }) => signer === org)!;
  /** Dealer B says afterwards that it had hashed other shares. */
  const other = said(world, 'B', 'deal', {
    ...by('deal', 'B').message,
    sums: by('deal', 'B').message.sums.map((sum) => ({
      ...sum,
      selfShareHashes: sum.selfShareHashes.map((hash) => flip(hash)),
    })),
  });

  it('cannot deal again: a share is held against the set-up that its holder signed', () => {
    const parts = { lie: 'falseShare', org: 'A' };
    const statements = [proposal, other, by('ready', 'A'), by('shareReveal', 'A')];
    const { keysIds, dealIds } = idsIn(all);
    refused(world, evidence({ ...parts, keysIds, dealIds }, statements));
    const swapped = dealIds.map((id) =>
      id.toString('hex') === by('deal', 'B').id ? Buffer.from(other.id, 'hex') : id,
    );
    refused(world, evidence({ ...parts, keysIds, dealIds: swapped }, statements));
    refused(world, evidence({ ...parts, keysIds, dealIds: [...dealIds, Buffer.from(other.id, 'hex')] }, statements)); // prettier-ignore
    const ready = said(world, 'B', 'ready', by('ready', 'A').message);
    refused(world, evidence({ ...parts, keysIds, dealIds }, [...statements.with(2, ready)]));
  });

  it('cannot put a false share under its name, nor a share that nobody hashed', () => {
    const dealer = room.terms.roster.find((org) => org !== 'B' && org !== 'A')!;
    const holders = room.terms.roster.filter((org) => org !== dealer).slice(0, 3);
    const lies = holders.map((holder) =>
      said(world, holder, 'shareReveal', {
        ...by('shareReveal', 'A').message,
        pieces: [{ dealer, kind: 1, share: new Uint8Array(32).fill(3) }],
      }),
    );
    refused(
      world,
      evidence({ lie: 'badDealer', org: dealer }, [proposal, by('deal', dealer), ...lies]),
    );
  });

  describe('who hold true shares of an honest dealer', () => {
    const dealer = room.terms.roster.find((org) => org !== 'B')!;
    const holders = room.terms.roster.filter((org) => org !== dealer);
    const deal = by('deal', dealer);
    const spare = by('acceptance', dealer);
    /** What its dealer gave it: the keeper of these rooms does not seal. */
    const opening = (holder: string, kind: number) => {
      const given = of(all, 'shares').find(
        (one) => one.signer === dealer && one.message.holder === holder,
      )!;
      const [sum] = given.message.sums;
      const share = sum!.sealed.subarray(kind === 1 ? 0 : 32, kind === 1 ? 32 : 64);
      const { message } = by(
        'shareReveal',
        holders.find((org) => org !== 'B')!,
      );
      return said(world, holder, 'shareReveal', { ...message, pieces: [{ dealer, kind, share }] });
    };
    const accused = (statements: Verified[]) =>
      refused(world, evidence({ lie: 'badDealer', org: dealer }, [proposal, deal, ...statements]));
    const [one, two, three] = holders as [string, string, string];

    it('cannot mix those of both kinds', () => {
      for (const kinds of [
        [1, 1, 2],
        [2, 1, 1],
        [1, 2, 2],
        [2, 2, 1],
      ]) {
        const openings = holders.map((holder, i) => opening(holder, kinds[i]!));
        accused(openings);
        accused([...openings, by('keys', dealer)]);
      }
    });

    it('cannot leave one out, whatever stands in its place', () => {
      const openings = [opening(one, 1), opening(two, 1)];
      accused(openings);
      accused([...openings, spare]);
      accused([...openings, opening(two, 2)]);
      accused([opening(one, 2), opening(two, 2), spare, by('keys', dealer)]);
    });

    it('cannot add one of its dealer, or of anything else', () => {
      accused([...holders.map((holder) => opening(holder, 1)), opening(three, 2)]);
      accused(holders.map((holder) => opening(holder, 1)));
      accused([...holders.map((holder) => opening(holder, 2)), by('keys', dealer)]);
    });
  });

  it('cannot use a proposal of somebody else, or a deal that no member would have heard', () => {
    const twice = <T>({ sums }: { readonly sums: readonly T[] }) => ({ sums: [...sums, ...sums] });
    const fewer = (name: string) => ({
      sums: by('deal', 'A').message.sums.map((sum) => ({ ...sum, [name]: [] })),
    });
    const reveal = said(world, 'A', 'reveal', {
      ...by('reveal', 'A').message,
      selfSeed: new Uint8Array(32),
    });
    const parts = { lie: 'falseSeed', org: 'A' };
    const convicted = evidence(parts, [proposal, by('deal', 'A'), reveal]);
    expect(verifyEvidence(convicted, consortium).org).to.equal('A');
    const unsigned = said(world, 'B', 'proposal', proposal.message);
    refused(world, evidence(parts, [unsigned, by('deal', 'A'), reveal]));
    for (const change of [
      { sums: [] },
      twice(by('deal', 'A').message),
      fewer('pairHashes'),
      fewer('selfShareHashes'),
      fewer('sigmaShareHashes'),
    ]) {
      const deal = said(world, 'A', 'deal', { ...by('deal', 'A').message, ...change });
      refused(world, evidence(parts, [proposal, deal, reveal]));
    }
  });

  it('cannot draw in who takes no part in the round', () => {
    const five = consortiumOf(5);
    const heard = allIn(
      ran(five, {
        roster: ['A', 'B', 'C', 'D'],
        lanes: (org, input) => (org === 'D' ? null : lanesOf(org, input)),
        lie: lyingIn('B', 'reveal', () => ({ pairs: [] })),
      }),
    );
    const from = <T extends StatementType>(type: T, org: string) =>
      of(heard, type).find(({ signer }) => signer === org)!;
    const [list] = of(heard, 'candidate') as [StatementOf<'candidate'>];
    const byB = [of(heard, 'proposal')[0]!, from('deal', 'B'), from('reveal', 'B')];
    const parts = { lie: 'falseSeed', org: 'B' };
    expect(verifyEvidence(evidence(parts, [...byB, list]), five.consortium).org).to.equal('B');
    const stranger = said(five, 'E', 'candidate', list.message);
    refused(five, evidence(parts, [...byB, stranger]));
    const likeB = (['deal', 'reveal'] as const).map((type) =>
      said(five, 'E', type, from(type, 'B').message as never),
    );
    refused(five, evidence({ ...parts, org: 'E' }, [byB[0]!, ...likeB, list]));
  });

  it('cannot list another set than the one that it revealed for', () => {
    const { message } = of(all, 'candidate')[0]!;
    for (const set of [message.set, message.set.slice(1), [], [...message.set, ...message.set]]) {
      const candidate = said(world, 'B', 'candidate', { ...message, set });
      for (const reveal of of(all, 'reveal'))
        refused(world, evidence({ lie: 'falseSeed', org: reveal.signer }, [proposal, by('deal', reveal.signer), reveal, candidate])); // prettier-ignore
    }
  });

  it('cannot use names that make two kinds of slot look alike', () => {
    const { round } = by('deal', 'A').message;
    const shares = said(world, 'A', 'shares', { round, holder: 'result', sums: [] });
    const result = said(world, 'A', 'result', {
      ...by('result', 'A').message,
      sum: 'shares',
    });
    expect(slotOf(consortium.digest, shares)).to.equal(slotOf(consortium.digest, result));
    refused(world, evidence({ lie: 'equivocation', org: 'A' }, [shares, result]));
  });

  it('cannot use a proposal that breaks the policy, or that its proposer has not signed', () => {
    const statements = (first: Verified) => [first, by('deal', 'A'), by('reveal', 'A')];
    const { message } = proposal;
    for (const [signer, change] of [
      ['B', {}],
      ['A', { f: 2 }],
      ['A', { roster: ['A', 'B', 'C'] }],
    ] as const) {
      const false_ = said(world, signer, 'proposal', { ...message, ...change });
      refused(world, evidence({ lie: 'falseSeed', org: 'A' }, statements(false_)));
    }
  });
});

describe('a file that says it is evidence', () => {
  it('is read up to 32 MiB', () => {
    const about = (bytes: number) =>
      refusalBy(() => verifyEvidence(new Uint8Array(bytes), consortium)).message;
    expect(about(2 ** 25 + 1)).to.contain('it is over 32 MiB');
    expect(about(2 ** 25)).not.to.contain('it is over');
  });
});

describe('what a member knows and cannot show', () => {
  const nothingProven = (room: Room, lie: string) => {
    const accused = accusedIn(room).filter(({ accusation }) => accusation.lie === lie);
    expect(accused).to.have.length.above(0);
    for (const one of accused) expect(one.evidence).to.equal(null);
  };

  it('is a reveal for a set of which nobody can show that it was not certified', () => {
    const lie = lyingIn('B', 'reveal', ({ set }) => ({ set: flip(set) }));
    nothingProven(ran(world, { lie }), 'falseSeed');
  });

  it('is which one of two orgs hashed another seed for their pair', () => {
    const lie = lyingIn('E', 'deal', ({ sums }) => ({
      sums: sums.map((sum) => ({
        ...sum,
        pairHashes: sum.pairHashes.map((hash, i) => (i === 6 ? flip(hash) : hash)),
      })),
    }));
    const lanes = (org: string, input: string) => ('FG'.includes(org) ? null : lanesOf(org, input));
    nothingProven(ran(seven, { lanes, lie, way: silent('E', 'reveal') }), 'badDealer');
  });
});

describe('one statement under two signatures', () => {
  it('is two statements: an honest key gives the same words one signature', () => {
    const prevote = of(allIn(ran(world)), 'prevote')[0]!;
    const org = prevote.signer;
    const { payload, type, signature } = decode('Envelope', prevote.bytes);
    const other = otherSignature(org, signedBytes(consortium.digest, 'prevote', payload));
    expect(other).not.to.deep.equal(signature);
    const bytes = encode('Envelope', { type, signer: org, payload, signature: other });
    const twin = open(consortium, bytes);
    const found = verifyEvidence(
      evidence({ lie: 'equivocation', org }, [prevote, twin]),
      consortium,
    );
    expect(found.means).to.contain(`${org} gave the same words two signatures`);
  });
});

/** RFC 8032 §5.1.6, but for the nonce, which the liar chooses. */
function otherSignature(org: string, bytes: Uint8Array): Uint8Array {
  const seed = createHash('sha256').update(`/${org}`).digest();
  const { scalar, pointBytes } = ed25519.utils.getExtendedPublicKey(seed);
  const nonce = 7n;
  const R = ed25519.Point.BASE.multiply(nonce).toBytes();
  const hash = createHash('sha512').update(R).update(pointBytes).update(bytes).digest();
  const { Fn } = ed25519.Point;
  const k = Fn.create(BigInt(`0x${hash.reverse().toString('hex')}`));
  return Buffer.concat([R, Fn.toBytes(Fn.create(nonce + k * scalar))]);
}
