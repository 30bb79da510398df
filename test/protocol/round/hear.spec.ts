/**
 * Only what is well formed, of this round and context is heard; of a signer's several statements for one slot two are, and
 * they convict it.
 */
import { expect } from 'chai';
import { hex } from '../../../protocol/digest.ts';
import type { Event } from '../../../protocol/round/event.ts';
import { step } from '../../../protocol/round/step.ts';
import { lastView } from '../../../protocol/round/views.ts';
import type { Payload, StatementType } from '../../../protocol/statement.ts';
import { T0 } from '../proposal.ts';
import { createRoom } from './room.ts';
import { feed, hearing, transcriptOf } from './transcript.ts';

const script = transcriptOf();
const { world, terms, peer } = script;
const LAST = lastView(terms, terms.sums[0]!);

const piece = (dealer: string, kind: number) => ({ dealer, kind, share: new Uint8Array(32) });

describe('a second statement for one slot', () => {
  const twice: StatementType[] = [
    'acceptance',
    'commit',
    'abort',
    'keys',
    'deal',
    'shares',
    'ready',
    'contribution',
    'candidate',
    'prevote',
    'precommit',
    'reveal',
    'shareReveal',
    'result',
  ];
  const after = script.states.certified;

  for (const type of twice)
    it(`convicts its signer with both ids, and is passed on: a ${type}`, () => {
      const first = script.said(peer, type);
      const second = script.other(peer, type);
      const state = step(after, hearing(after, first)).state;
      const heard = step(state, hearing(state, second));
      const ids = [first.id, second.id];
      expect(heard.effects.slice(0, 2)).to.deep.equal([
        { kind: 'persist', message: second },
        { kind: 'accuse', lie: 'equivocation', org: peer, ids },
      ]);
      expect(heard.state.phase).to.equal(state.phase);
      // and says nothing new when it comes again, as the first one does
      for (const message of [first, second])
        expect(step(heard.state, hearing(heard.state, message))).to.deep.equal({
          state: heard.state,
          effects: [],
        });
    });

  for (const type of twice)
    it(`is enough: a third ${type} is refused, with what convicts its signer`, () => {
      const first = script.said(peer, type);
      const both = feed(after, [hearing(after, first), hearing(after, script.other(peer, type))]);
      const third = script.other(peer, type, 2);
      const { state, effects } = step(both, hearing(both, third));
      expect(state).to.equal(both);
      const [effect] = effects;
      const error = effect?.kind === 'refuse' ? effect.error : undefined;
      expect(error?.code).to.equal('E_EQUIVOCATION');
      expect(error?.details).to.include({ org: peer });
      expect(error?.details?.ids).to.deep.equal([first.id, third.id]);
    });

  it('is a decline after an acceptance, which stands', () => {
    const { accepted } = script.states;
    const { state, effects } = step(accepted, hearing(accepted, script.said(peer, 'decline')));
    const ids = [script.said(peer, 'acceptance').id, script.said(peer, 'decline').id];
    expect(effects).to.deep.include({ kind: 'accuse', lie: 'equivocation', org: peer, ids });
    expect(state.phase).to.equal('accepted');
    expect(state.declines.size).to.equal(0);
  });

  it('is an acceptance after a decline, which stands', () => {
    const { rejected, proposed } = script.states;
    expect(step(rejected, hearing(rejected, script.said(peer, 'acceptance'))).state).to.equal(
      rejected,
    );
    const both = [script.said(peer, 'acceptance'), script.said(peer, 'decline')];
    for (const order of [both, both.toReversed()]) {
      const state = feed(
        proposed,
        order.map((message) => hearing(proposed, message)),
      );
      expect(state.phase).to.equal(order === both ? 'proposed' : 'rejected');
    }
  });
});

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

  it('is refused as an equivocation: another key by its id alone', () => {
    const event = { kind: 'keysId', nowMs: T0, org: peer, id: hex(new Uint8Array(32)) } as const;
    expect(refusal(event).code).to.equal('E_EQUIVOCATION');
  });

  it('is refused as the keys of who is not in the roster, by their id alone', () => {
    const event = { kind: 'keysId', nowMs: T0, org: 'Z', id: hex(new Uint8Array(32)) } as const;
    expect(refusal(event).code).to.equal('E_NOT_IN_ROSTER');
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
    ['a candidate of a view after the voting deadline', 'candidate', { view: LAST + 1 }],
    ['a vote for a short hash', 'prevote', { set: new Uint8Array(31) }],
    ['a prevote for nothing', 'prevote', { set: new Uint8Array(0) }],
    ['a vote in a view after the voting deadline', 'precommit', { view: LAST + 1 }],
    ['a short seed', 'reveal', { selfSeed: new Uint8Array(31) }],
    ['a short pair seed', 'reveal', { pairs: [{ org: 'A', seed: new Uint8Array(1) }] }],
    ['a share of a third kind', 'shareReveal', { pieces: [piece('A', 3)] }],
    ['a share of no kind', 'shareReveal', { pieces: [piece('A', 0)] }],
    ['a short share', 'shareReveal', { pieces: [{ ...piece('A', 1), share: new Uint8Array(31) }] }],
    ['a share of a stranger', 'shareReveal', { pieces: [piece('Z', 1)] }],
    ['two shares of one dealer', 'shareReveal', { pieces: [piece('A', 1), piece('A', 2)] }],
    ['shares out of order', 'shareReveal', { pieces: [piece('B', 1), piece('A', 1)] }],
    ['a contribution without a clock', 'contribution', { clockBoundUs: 0 }],
    ['a contribution of a clock that is too far off', 'contribution', { clockBoundUs: 400_001 }],
    ['a Ready of a clock that is too far off', 'ready', { clockBoundUs: 400_001 }],
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
