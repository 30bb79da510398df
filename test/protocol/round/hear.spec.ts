/**
 * Only what is well formed, of this round and context is heard; of a signer's several statements for one slot two are, and
 * they convict it.
 */
import { expect } from 'chai';
import { hex } from '../../../protocol/digest.ts';
import type { Event } from '../../../protocol/round/event.ts';
import { step } from '../../../protocol/round/step.ts';
import { lastView } from '../../../protocol/round/views.ts';
import type { RoundState } from '../../../protocol/round/state.ts';
import type { Payload, StatementType, Verified } from '../../../protocol/statement.ts';
import { T0 } from '../proposal.ts';
import { ballotsOf, on } from './ballots.ts';
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

  describe('is heard though it is a third, when others build on it', () => {
    const { contributing } = script.states;
    const ballots = ballotsOf(script);
    const [, liar, honest] = script.others as [string, string, string];
    /** The third of these, after the first two and whatever else was heard. */
    const third = (all: readonly Verified[], ...also: Verified[]) => {
      const [last] = all.slice(-1) as [Verified];
      const before = on(contributing, ...all.slice(0, -1), ...also);
      const { state, effects } = step(before, hearing(before, last));
      return state.sums[0]!.seconds.has(last.id) ? 'heard' : effects.map(({ kind }) => kind).join();
    };
    const three = (org: string, type: StatementType) => [
      script.other(org, type, 1),
      script.other(org, type, 2),
      script.said(org, type),
    ];

    it('a contribution that stands in a list', () => {
      const list = ballots.candidate(0, ballots.all);
      const contributions = three(liar, 'contribution');
      expect(third(contributions)).to.equal('refuse');
      expect(third(contributions, ballots.candidate(0, ballots.without(liar)))).to.equal('refuse');
      expect(third(contributions, list)).to.equal('heard');
    });

    for (const type of ['prevote', 'precommit'] as const)
      it(`a ${type} for a list of its view`, () => {
        const votes = three(liar, type);
        expect(third(votes)).to.equal('refuse');
        expect(third(votes, ballots.candidate(1, ballots.all))).to.equal('refuse');
        expect(third(votes, ballots.candidate(0, ballots.without(honest)))).to.equal('refuse');
        expect(third(votes, ballots.candidate(0, ballots.all))).to.equal('heard');
      });

    it('a list that more than f members prevoted for', () => {
      const lists = three(peer, 'candidate');
      const vote = (org: string, view = 0) => ballots.vote('prevote', org, view, ballots.all);
      expect(third(lists, vote(honest))).to.equal('refuse');
      expect(third(lists, vote(honest), vote(liar, 1))).to.equal('refuse');
      expect(third(lists, vote(honest), vote(liar))).to.equal('heard');
    });

    it('but no reveal and no result', () => {
      for (const type of ['reveal', 'shareReveal', 'result'] as const)
        expect(third(three(liar, type), ballots.candidate(0, ballots.all)), type).to.equal(
          'refuse',
        );
    });
  });

  it('is told apart by its view and its type: a second of another slot is a second all the same', () => {
    const ballots = ballotsOf(script);
    const [, liar] = script.others as [string, string];
    const votes = [0, 1].flatMap((view) =>
      (['prevote', 'precommit'] as const).flatMap((type) => [
        ballots.vote(type, liar, view, ballots.all),
        ballots.vote(type, liar, view, ballots.without(liar)),
      ]),
    );
    const { seconds } = on(script.states.contributing, ...votes).sums[0]!;
    expect(seconds.size).to.equal(4);
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
    ['own shares for the own org', 'shares', { holder: peer }],
    ['an acceptance with an escape code', 'acceptance', { packageVersion: '1.0\u001b[2J' }],
    ['an acceptance of a long version', 'acceptance', { packageVersion: 'x'.repeat(65) }],
    ['a short lockfile digest', 'acceptance', { lockfileDigest: new Uint8Array(31) }],
    ['a decline without a code', 'decline', { code: '' }],
    ['a decline with a sentence for a code', 'decline', { code: 'no time' }],
    ['a decline with an escape code', 'decline', { reason: 'safe \u001b[2K' }],
    ['an abort with a code that begins with a digit', 'abort', { code: '9lives' }],
    ['an abort with a long code', 'abort', { code: 'x'.repeat(62) }],
    ['an abort without end', 'abort', { reason: 'x'.repeat(1001) }],
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

  it('is heard just within each limit', () => {
    const { proposed, preparing } = script.states;
    const limits: [RoundState, StatementType, object][] = [
      [proposed, 'acceptance', { packageVersion: 'x'.repeat(64) }],
      [proposed, 'decline', { code: `x${'_'.repeat(60)}`, reason: 'x'.repeat(1000) }],
      [preparing, 'ready', { clockBoundUs: 400_000 }],
      [contributing, 'contribution', { clockBoundUs: 400_000 }],
      [contributing, 'contribution', { clockBoundUs: 1 }],
      [contributing, 'precommit', { view: LAST }],
    ];
    for (const [state, type, change] of limits) {
      const message = saidWith(type, change);
      const { effects } = step(state, hearing(state, message));
      expect(effects[0], type).to.deep.equal({ kind: 'persist', message });
    }
  });

  it('is refused as malformed: own shares for nobody in the roster, or for oneself', () => {
    const { self, others, states } = script;
    const { message } = script.said(peer, 'shares') as { message: Payload<'shares'> };
    const shares = (holder: string) =>
      script.sayAs(self, { type: 'shares', message: { ...message, holder } });
    const { preparing } = states;
    for (const holder of [self, 'Z', ''])
      expect(refusal(hearing(preparing, shares(holder)), preparing).code).to.equal('E_MALFORMED');
    for (const holder of others) {
      const { state } = step(preparing, hearing(preparing, shares(holder)));
      expect([...state.dealtShares.keys()]).to.deep.equal([holder]);
      expect(state.shares.size).to.equal(0);
    }
  });

  it('is refused as malformed: a public key of a wrong length', () => {
    const [sum] = (script.said(peer, 'keys').message as Payload<'keys'>).sums;
    for (const change of [{ maskPublic: new Uint8Array(31) }, { sealPublic: new Uint8Array(33) }]) {
      const message = saidWith('keys', { sums: [{ ...sum, ...change }] });
      expect(refusal(hearing(contributing, message)).code).to.equal('E_MALFORMED');
    }
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
