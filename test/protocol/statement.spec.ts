/** Envelopes: only what a member signed for this consortium, type and bytes opens; slots say what contradicts what. */
import { expect } from 'chai';
import { digest, domain, hex, sha256 } from '../../protocol/digest.ts';
import { ProtocolError } from '../../protocol/errors.ts';
import { decode, encode } from '../../protocol/schema/codec.ts';
import {
  addresseeOf,
  encodePayload,
  ENVELOPE_LIMIT,
  open,
  reopen,
  roundIdOf,
  roundOf,
  seal,
  signedBytes,
  slotOf,
  STATEMENTS,
  type Statement,
  type StatementType,
} from '../../protocol/statement.ts';
import { consortiumOf, said, signerOf, type Signer } from './consortium.ts';
import { refusalBy } from './refusal.ts';
import { BUILD } from './proposal.ts';
import { oneOfEach, round } from './statements.ts';

const world = consortiumOf(3);
const { consortium } = world;
const acceptance: Statement = { type: 'acceptance', message: { round, ...BUILD } };
const [a] = [world.signers.get('A') as Signer];
const envelope = seal(consortium.digest, 'A', acceptance, a.sign);

/** An envelope with a field changed, its signature made anew over type and payload as they stand now. */
function resealed(change: { type?: StatementType; signer?: string; payload?: Uint8Array }) {
  const payload = change.payload ?? encodePayload(acceptance);
  const type = change.type ?? 'acceptance';
  return encode('Envelope', {
    type: STATEMENTS[type].code,
    signer: change.signer ?? 'A',
    payload,
    signature: a.sign(signedBytes(consortium.digest, type, payload)),
  });
}

const codeOf = (bytes: Uint8Array, of = consortium) => refusalBy(() => open(of, bytes)).code;

describe('an envelope', () => {
  it('opens to the statement that was sealed, for each type', () => {
    const statements = oneOfEach();
    expect(Object.keys(statements)).to.have.members(Object.keys(STATEMENTS));
    for (const statement of Object.values(statements)) {
      const bytes = seal(consortium.digest, 'A', statement, a.sign);
      const opened = open(consortium, bytes);
      expect(opened.type).to.equal(statement.type);
      expect(opened.signer).to.equal('A');
      expect(opened.id).to.equal(hex(sha256(bytes)));
      expect(opened.bytes).to.equal(bytes);
      expect(encodePayload(opened)).to.deep.equal(encodePayload(statement));
    }
  });

  it('is refused with a code when any one bit of it is flipped', () => {
    for (let at = 0; at < envelope.length; at++)
      for (let bit = 0; bit < 8; bit++) {
        const changed = Buffer.from(envelope);
        changed[at] = (changed[at] as number) ^ (1 << bit);
        const error = refusalBy(() => open(consortium, changed));
        expect(error, `bit ${bit} of byte ${at}`).to.be.instanceOf(ProtocolError);
        expect(error.code).to.match(/^E_[A-Z_]+$/);
      }
  });

  it('is refused when it ends early, wherever', () => {
    for (let length = 0; length < envelope.length; length++)
      expect(codeOf(envelope.subarray(0, length)), `${length} bytes`).to.match(/^E_/);
  });

  it('is refused from somebody who is no member', () => {
    const stranger = signerOf('Z');
    const bytes = seal(consortium.digest, 'Z', acceptance, stranger.sign);
    const error = refusalBy(() => open(consortium, bytes));
    expect(error.code).to.equal('E_NOT_A_MEMBER');
    expect(error.details).to.deep.equal({ org: 'Z' });
  });

  it('is refused when another member signed it', () => {
    const error = refusalBy(() => open(consortium, resealed({ signer: 'B' })));
    expect(error.code).to.equal('E_BAD_SIGNATURE');
    expect(error.details).to.deep.equal({ org: 'B', type: 'acceptance' });
  });

  it('is refused when it was signed for another consortium', () => {
    const other = consortiumOf(3, { longestRoundSeconds: 601 });
    expect(hex(other.consortium.digest)).to.not.equal(hex(consortium.digest));
    expect(codeOf(envelope, other.consortium)).to.equal('E_BAD_SIGNATURE');
  });

  it('is refused under another type, even one of the same shape', () => {
    const vote = said(world, 'A', 'prevote', {
      round,
      sum: 'main',
      context: round,
      view: 0,
      set: round,
    });
    const { payload, signature } = decode('Envelope', vote.bytes);
    const precommit = encode('Envelope', {
      type: STATEMENTS.precommit.code,
      signer: 'A',
      payload,
      signature,
    });
    expect(codeOf(precommit)).to.equal('E_BAD_SIGNATURE');
  });

  it('is refused with a type that nobody knows', () => {
    for (const type of [0, 6, 99, 0xffff_ffff]) {
      const bytes = encode('Envelope', { ...decode('Envelope', envelope), type });
      expect(codeOf(bytes), String(type)).to.equal('E_UNKNOWN_TYPE');
    }
  });

  it('opens again without a look at its signature, but by the same limits and types', () => {
    const forged = encode('Envelope', {
      ...decode('Envelope', envelope),
      signature: new Uint8Array(64),
    });
    expect(codeOf(forged)).to.equal('E_BAD_SIGNATURE');
    expect(reopen(envelope)).to.deep.equal(open(consortium, envelope));
    expect(reopen(forged).message).to.deep.equal(acceptance.message);
    expect(reopen(forged).id).to.equal(hex(sha256(forged)));
    const codes = [
      new Uint8Array(ENVELOPE_LIMIT + 1),
      envelope.subarray(1),
      encode('Envelope', { ...decode('Envelope', envelope), type: 99 }),
    ].map((bytes) => refusalBy(() => reopen(bytes)).code);
    expect(codes).to.deep.equal(['E_TOO_LARGE', 'E_MALFORMED', 'E_UNKNOWN_TYPE']);
  });

  it('is refused when it is too large, before its signature is looked at', () => {
    expect(codeOf(new Uint8Array(ENVELOPE_LIMIT + 1))).to.equal('E_TOO_LARGE');
    for (const [type, { limit }] of Object.entries(STATEMENTS)) {
      const payload = new Uint8Array(limit + 1);
      const bytes = encode('Envelope', {
        type: STATEMENTS[type as StatementType].code,
        signer: 'nobody',
        payload,
        signature: new Uint8Array(64),
      });
      expect(codeOf(bytes), type).to.equal('E_TOO_LARGE');
    }
  });

  it('is not too large at its limits', () => {
    expect(codeOf(new Uint8Array(ENVELOPE_LIMIT))).to.equal('E_MALFORMED');
    for (const { code: type, limit } of Object.values(STATEMENTS)) {
      const [payload, signature] = [new Uint8Array(limit), new Uint8Array(64)];
      const bytes = encode('Envelope', { type, signer: 'A', payload, signature });
      expect(codeOf(bytes)).to.equal('E_BAD_SIGNATURE');
    }
  });

  it('is refused when its signed payload is no such message', () => {
    expect(codeOf(resealed({ payload: Buffer.of(0x0a, 9) }))).to.equal('E_MALFORMED');
    const extra = Buffer.concat([encodePayload(acceptance), Buffer.of(0x78, 1)]);
    expect(codeOf(resealed({ payload: extra }))).to.equal('E_NOT_CANONICAL');
  });

  it('is refused with a signature that is not 64 bytes', () => {
    for (const length of [0, 63, 65]) {
      const { signature, ...rest } = decode('Envelope', envelope);
      const cut = Buffer.alloc(length);
      cut.set(signature.subarray(0, length));
      expect(codeOf(encode('Envelope', { ...rest, signature: cut }))).to.equal('E_BAD_SIGNATURE');
    }
  });

  it('has room for the largest payload of each type', () => {
    for (const { limit } of Object.values(STATEMENTS))
      expect(limit + 200).to.be.at.most(ENVELOPE_LIMIT);
  });

  it('has another code for each type', () => {
    const codes = Object.values(STATEMENTS).map(({ code }) => code);
    expect(new Set(codes).size).to.equal(codes.length);
  });

  it('signs domain, consortium and payload, and nothing that could be another type', () => {
    const bytes = signedBytes(consortium.digest, 'ready', Buffer.from('x'));
    const expected = Buffer.concat([
      domain('statement/ready'),
      consortium.digest,
      Buffer.from('x'),
    ]);
    expect(hex(bytes)).to.equal(hex(expected));
  });
});

describe('the id of a round', () => {
  const { proposal } = oneOfEach();
  const id = (message: typeof proposal.message, of = consortium.digest) =>
    hex(roundIdOf(of, message));

  it('is the same for every receiver', () => {
    const opened = said(world, 'B', 'proposal', proposal.message);
    expect(id(opened.message)).to.equal(id(proposal.message));
    expect(id(proposal.message)).to.equal(
      hex(digest('round', consortium.digest, encodePayload(proposal))),
    );
  });

  it('is another one for another nonce, instant, sum or consortium', () => {
    const { message } = proposal;
    const others = [
      { ...message, nonce: new Uint8Array(16).fill(9) },
      { ...message, schedule: { ...message.schedule, closingMs: message.schedule.closingMs + 1 } },
      { ...message, sums: message.sums.map((sum) => ({ ...sum, input: 'other' })) },
    ].map((other) => id(other));
    const all = [id(message), id(message, Buffer.alloc(32)), ...others];
    expect(new Set(all).size).to.equal(all.length);
  });
});

describe('the slot of a statement', () => {
  const each = oneOfEach();
  const slot = (statement: Statement) => slotOf(consortium.digest, statement);
  const withMessage = (statement: Statement, change: object) =>
    slot({ ...statement, message: { ...statement.message, ...change } } as Statement);

  it('starts with its round, for each type', () => {
    for (const statement of Object.values(each)) {
      const id = roundOf(consortium.digest, statement);
      expect(id).to.match(/^[0-9a-f]{64}$/);
      if (statement.type !== 'proposal') expect(id).to.equal(hex(round));
    }
    expect(roundOf(consortium.digest, each.proposal)).to.equal(
      hex(roundIdOf(consortium.digest, each.proposal.message)),
    );
  });

  it('is shared by acceptance and decline, and by no other two types', () => {
    expect(slot(each.acceptance)).to.equal(slot(each.decline));
    const { decline, ...rest } = each;
    expect(decline.type).to.equal('decline');
    const slots = Object.values(rest).map(slot);
    expect(new Set(slots).size).to.equal(slots.length);
  });

  it('has one form for each type', () => {
    const at = (statement: Statement) => slot(statement).slice(64);
    expect(at(each.acceptance)).to.equal('/decision');
    expect(at(each.ready)).to.equal('/ready');
    expect(at(each.shares)).to.equal('/shares/B');
    for (const type of ['contribution', 'reveal', 'shareReveal', 'result'] as const)
      expect(at(each[type])).to.equal(`/main/${type}`);
    for (const type of ['candidate', 'prevote', 'precommit'] as const)
      expect(at(each[type])).to.equal(`/main/${type}/${each[type].message.view}`);
  });

  it('is the same whatever the statement says', () => {
    expect(withMessage(each.acceptance, { packageVersion: '9' })).to.equal(slot(each.acceptance));
    expect(withMessage(each.ready, { clockBoundUs: 9 })).to.equal(slot(each.ready));
    expect(withMessage(each.contribution, { lanes: Buffer.of(1) })).to.equal(
      slot(each.contribution),
    );
    expect(withMessage(each.prevote, { set: Buffer.of(1) })).to.equal(slot(each.prevote));
    expect(withMessage(each.result, { set: Buffer.of(1) })).to.equal(slot(each.result));
  });

  it('does not depend on the context, so that two contexts for one sum contradict each other', () => {
    for (const type of ['contribution', 'prevote', 'precommit', 'reveal', 'result'] as const)
      expect(withMessage(each[type], { context: Buffer.alloc(32) }), type).to.equal(
        slot(each[type]),
      );
  });

  it('is another one for another round, sum, view or holder', () => {
    for (const type of ['acceptance', 'ready', 'contribution', 'shares'] as const)
      expect(withMessage(each[type], { round: Buffer.alloc(32) })).to.not.equal(slot(each[type]));
    for (const type of ['contribution', 'candidate', 'prevote', 'reveal', 'result'] as const)
      expect(withMessage(each[type], { sum: 'or1' }), type).to.not.equal(slot(each[type]));
    for (const type of ['candidate', 'prevote', 'precommit'] as const)
      expect(withMessage(each[type], { view: 1 }), type).to.not.equal(slot(each[type]));
    expect(withMessage(each.shares, { holder: 'C' })).to.not.equal(slot(each.shares));
  });

  it('names an addressee for shares only', () => {
    for (const statement of Object.values(each))
      expect(addresseeOf(statement), statement.type).to.equal(
        statement.type === 'shares' ? 'B' : null,
      );
  });
});
