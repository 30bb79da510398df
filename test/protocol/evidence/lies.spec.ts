/** Each lie that has an author is proven to anybody with public keys; what is changed in its evidence proves nothing. */
import { expect } from 'chai';
import { evidenceOf } from '../../../protocol/evidence/gather.ts';
import { verifyEvidence } from '../../../protocol/evidence/verify.ts';
import { decode, encode, type Messages } from '../../../protocol/schema/codec.ts';
import { open } from '../../../protocol/statement.ts';
import { consortiumOf, type TestConsortium } from '../consortium.ts';
import { refusalBy } from '../refusal.ts';
import type { Room } from '../round/room.ts';
import { accusedIn, flip, heardBy, ran, type Accused } from './accused.ts';
import { LIES } from './cases.ts';

type Parts = Messages['Evidence'];

const refuses = (world: TestConsortium, bytes: Uint8Array, message?: RegExp) => {
  const refusal = refusalBy(() => verifyEvidence(bytes, world.consortium));
  expect(refusal.code).to.equal('E_EVIDENCE');
  expect(refusal.message).to.match(/^this evidence does not hold: .{8}/);
  if (message) expect(refusal.message).to.match(message);
};

for (const { what, world, options, lie, org, means } of LIES)
  describe(`evidence of a lie: ${what}`, () => {
    let room: Room;
    let bytes: Uint8Array;
    let parts: Parts;
    const accused = (): Accused[] =>
      accusedIn(room).filter(({ accusation }) => accusation.lie === lie);
    const changed = (change: Partial<Parts>) => encode('Evidence', { ...parts, ...change });
    before(() => {
      room = ran(world, options);
      bytes = accused()[0]!.evidence!.bytes;
      parts = decode('Evidence', bytes);
    });

    it('names its author to anybody, from each member that accuses', () => {
      const known = { lie, org, round: room.terms.round };
      expect(accused().map(({ by }) => by)).to.have.length.above(0);
      for (const { accusation, evidence } of accused()) {
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

it('a bad dealer is held against those only whose seeds are missing, however large the roster', () => {
  const { world, options } = LIES.find(({ what }) => what.startsWith('a hash of a pair seed'))!;
  const room = ran(world, options);
  const { by, accusation } = accusedIn(room).find((one) => one.accusation.lie === 'badDealer')!;
  const heard = heardBy(room, by);
  const keysOf: string[] = [];
  const evidence = evidenceOf(world.consortium, room.state(by), accusation, (id) => {
    const found = heard.get(id);
    if (found?.type === 'keys') keysOf.push(found.signer);
    return found?.bytes;
  });
  expect(evidence?.conviction.org).to.equal('G');
  expect(new Set(keysOf)).to.deep.equal(new Set(['G', 'E']));
});

it('a false share is proven at once, by the dealer whose piece it is, however many pieces are true', () => {
  const { world, options } = LIES.find(({ what }) => what === 'another share of a mask key')!;
  const room = ran(world, options);
  const { by, accusation } = accusedIn(room).find((one) => one.accusation.lie === 'falseShare')!;
  const heard = heardBy(room, by);
  const release = heard.get(accusation.ids[0]!)!;
  if (release.type !== 'shareReveal') throw new TypeError('no shares are accused');
  expect(release.message.pieces.map(({ dealer }) => dealer)).to.deep.equal(['E', 'F', 'G']);
  let verified = 0;
  const get = (org: string) => ((verified += 1), world.consortium.keys.get(org));
  const keys = Object.assign(new Map(world.consortium.keys), { get });
  const evidence = evidenceOf(
    { ...world.consortium, keys },
    room.state(by),
    accusation,
    (id) => heard.get(id)?.bytes,
  );
  expect(evidence?.conviction.means).to.contain('another share of G');
  // of the accused statement, and of the four in the evidence
  expect(verified).to.equal(1 + 4);
});
