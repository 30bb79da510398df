/** Only what is well formed, of this round and context, and a signer's first for its slot is heard; the rest is refused. */
import { expect } from 'chai';
import { hex } from '../../../protocol/digest.ts';
import type { Event } from '../../../protocol/round/event.ts';
import { step } from '../../../protocol/round/step.ts';
import type { Payload, StatementType } from '../../../protocol/statement.ts';
import { T0 } from '../proposal.ts';
import { createRoom } from './room.ts';
import { hearing, transcriptOf } from './transcript.ts';

const script = transcriptOf();
const { world, terms, peer } = script;

describe('a statement that does not belong here', () => {
  const contributing = script.states.contributing;
  const refusal = (event: Event, state = contributing) => {
    const { state: after, effects } = step(state, event);
    expect(after).to.equal(state);
    expect(effects.map(({ kind }) => kind)).to.deep.equal(['refuse']);
    const [effect] = effects;
    if (effect?.kind !== 'refuse') throw new TypeError('not refused');
    return effect.error;
  };

  const twice: StatementType[] = [
    'acceptance',
    'commit',
    'keys',
    'deal',
    'shares',
    'ready',
    'contribution',
    'candidate',
    'prevote',
    'precommit',
    'reveal',
    'result',
  ];
  for (const type of twice)
    it(`is refused as an equivocation, with both ids: a second ${type}`, () => {
      const first = script.said(peer, type);
      const state = step(script.states.certified, hearing(contributing, first)).state;
      const second = script.other(peer, type);
      expect(second.id).to.not.equal(first.id);
      const { code, details } = refusal(hearing(state, second), state);
      expect(code).to.equal('E_EQUIVOCATION');
      expect(details?.org).to.equal(peer);
      expect(details?.ids).to.deep.equal([first.id, second.id]);
    });

  it('is refused as an equivocation: a decline after an acceptance, and the other way', () => {
    const accepted = script.states.accepted;
    const { code } = refusal(hearing(accepted, script.said(peer, 'decline')), accepted);
    expect(code).to.equal('E_EQUIVOCATION');
  });

  it('is refused as an equivocation: another key by its id alone', () => {
    const event = { kind: 'keysId', nowMs: T0, org: peer, id: hex(new Uint8Array(32)) } as const;
    expect(refusal(event).code).to.equal('E_EQUIVOCATION');
  });

  it('is refused from another round', () => {
    const room = createRoom(world, { nonce: 1 });
    room.load();
    room.finish();
    for (const message of room.sent)
      expect(refusal(hearing(contributing, message)).code, message.type).to.equal('E_OTHER_ROUND');
    expect(refusal(hearing(contributing, room.proposal)).code).to.equal('E_OTHER_ROUND');
  });

  it('is refused from a member that is not in the roster', () => {
    const without = createRoom(world, { roster: ['A', 'B', 'C'], nonce: 2 });
    const message = script.said('D', 'acceptance');
    const state = without.state('A');
    expect(refusal(hearing(state, message), state).code).to.equal('E_NOT_IN_ROSTER');
  });

  it('is refused under another context, once the context is known', () => {
    const context = new Uint8Array(32);
    for (const type of ['contribution', 'prevote', 'precommit', 'reveal', 'result'] as const) {
      const message = saidWith(type, { context });
      expect(refusal(hearing(contributing, message)).code, type).to.equal('E_OTHER_CONTEXT');
    }
  });

  it('is dropped when it came early under another context, and the true one still counts', () => {
    const running = script.states.running;
    const early = saidWith('contribution', { context: new Uint8Array(32) });
    const heard = step(running, hearing(running, early)).state;
    expect(heard.sums[0]?.contributions.size).to.equal(1);
    const late = step(heard, { kind: 'tick', nowMs: terms.sums[0]!.cutMs }).state;
    expect(late.phase).to.equal('contributing');
    expect(late.sums[0]?.contributions.size).to.equal(0);
    const again = step(late, hearing(late, script.said(peer, 'contribution'))).state;
    expect(again.sums[0]?.contributions.size).to.equal(1);
  });

  it('is refused from who does not coordinate the view', () => {
    const liar = script.others[1] as string;
    const message = saidWith('candidate', {}, liar);
    expect(refusal(hearing(contributing, message)).code).to.equal('E_NOT_COORDINATOR');
  });

  const malformed: [string, StatementType, object][] = [
    ['a commit to another roster', 'commit', { roster: ['A', 'B', 'C'] }],
    ['keys without a sum', 'keys', { sums: [] }],
    ['a deal without a sum', 'deal', { sums: [] }],
    ['shares for somebody else', 'shares', { holder: 'nobody' }],
    ['a short set-up digest', 'ready', { setupDigest: new Uint8Array(31) }],
    ['a contribution of one lane', 'contribution', { lanes: new Uint8Array(8) }],
    ['a contribution to no sum', 'contribution', { sum: 'or1' }],
    ['a short context', 'contribution', { context: new Uint8Array(31) }],
    ['a candidate of too few', 'candidate', { set: [] }],
    ['a candidate of a later view', 'candidate', { view: 1 }],
    ['a vote for a short hash', 'prevote', { set: new Uint8Array(31) }],
    ['a vote in a later view', 'precommit', { view: 1 }],
    ['a short seed', 'reveal', { selfSeed: new Uint8Array(31) }],
    ['a short pair seed', 'reveal', { pairs: [{ org: 'A', seed: new Uint8Array(1) }] }],
  ];
  for (const [what, type, change] of malformed)
    it(`is refused as malformed: ${what}`, () => {
      expect(refusal(hearing(contributing, saidWith(type, change))).code).to.equal('E_MALFORMED');
    });

  it('is refused as malformed: keys and hashes of a wrong length', () => {
    const [sum] = (script.said(peer, 'deal').message as Payload<'deal'>).sums;
    const lists: object[] = [
      { selfHash: new Uint8Array(31) },
      { pairHashes: [] },
      { pairHashes: Array(4).fill(new Uint8Array(32)) },
      { selfShareHashes: Array(3).fill(new Uint8Array(32)) },
      { sigmaShareHashes: Array(4).fill(new Uint8Array(0)) },
    ];
    for (const change of lists) {
      const message = saidWith('deal', { sums: [{ ...sum, ...change }] });
      expect(refusal(hearing(contributing, message)).code).to.equal('E_MALFORMED');
    }
  });

  function saidWith(type: StatementType, change: object, org = peer) {
    const { message } = script.said(type === 'candidate' ? peer : org, type);
    return script.sayAs(org, { type, message: { ...message, ...change } } as never);
  }
});
