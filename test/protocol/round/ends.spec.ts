/** Ends that are no deadline: an abort, a failure, a set-up that does not hold; and the one that is not final. */
import { expect } from 'chai';
import { addUpEvent } from '../../../protocol/publish.ts';
import type { Effect, Event } from '../../../protocol/round/event.ts';
import { hasEnded, type RoundState } from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import { contributeAtMs, windowOf } from '../../../protocol/terms.ts';
import { T0 } from '../proposal.ts';
import { feed, hearing, intentOf, transcriptOf } from './transcript.ts';

const script = transcriptOf();
const { terms, self, peer, others, states, world } = script;
const { schedule } = terms;
const [main] = terms.sums;

const kinds = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);

describe('an abort', () => {
  const abort = (state: RoundState) => step(state, intentOf(state, 'abort', script));

  it('is signed by who wants it, and ends the round once it is said', () => {
    for (const phase of ['accepted', 'preparing', 'ready', 'warmUp', 'running'] as const) {
      const { state, effects } = abort(states[phase]);
      expect(state.phase).to.equal(phase);
      expect(kinds(effects)).to.deep.equal(['sign']);
      const said = step(state, hearing(state, script.said(self, 'abort')));
      expect(hasEnded(said.state)).to.equal(true);
      expect(kinds(said.effects)).to.deep.equal(['persist', 'send', 'stopLoad', 'end']);
      expect(said.state.end?.details).to.deep.equal({ org: self });
    }
  });

  it('is said once', () => {
    const [effect] = abort(abort(states.running).state).effects;
    expect(effect?.kind === 'refuse' && effect.error.code).to.equal('E_ALREADY_ABORTED');
  });

  it("stops everybody's load until the first contribution, and names its author", () => {
    for (const phase of ['warmUp', 'running'] as const) {
      const { state, effects } = step(
        states[phase],
        hearing(states[phase], script.said(peer, 'abort')),
      );
      expect(state.phase).to.equal('aborted');
      expect(state.end?.code).to.equal('disk');
      expect(state.end?.details).to.deep.equal({ org: peer });
      expect(kinds(effects)).to.include('stopLoad');
    }
  });

  it('changes nothing once a contribution is asked for', () => {
    for (const phase of ['observed', 'contributing', 'certified', 'revealed'] as const) {
      const before = states[phase];
      const { state } = step(before, hearing(before, script.said(peer, 'abort')));
      expect(state.phase).to.equal(phase);
      expect(state.end).to.equal(null);
    }
  });

  it('follows from what can not be done, and keeps the reason at home', () => {
    for (const phase of ['preparing', 'ready', 'warmUp', 'running'] as const) {
      const { state, effects } = step(states[phase], intentOf(states[phase], 'failed', script));
      expect(hasEnded(state)).to.equal(true);
      expect(state.end?.message).to.equal('the ledger does not answer');
      const [first] = effects;
      const told = first?.kind === 'sign' && first.statement.message;
      expect(told).to.deep.include({ code: 'connector', reason: '' });
    }
  });

  it('names whose part of the set-up does not hold, and tells nothing else of it', () => {
    const [one, two] = script.others as [string, string];
    const told = (code: string, details: object) => {
      const end = { code, message: 'what the vault said', details: { ...details } };
      const failed = { kind: 'failed', nowMs: states.preparing.nowMs, end } as const;
      const [first] = step(states.preparing, failed).effects;
      return first?.kind === 'sign' && first.statement.type === 'abort'
        ? first.statement.message.reason
        : null;
    };
    const one_ = `what ${one} sent for the set-up does not hold`;
    expect(told('E_BAD_DEAL', { org: one })).to.equal(one_);
    expect(told('E_BAD_KEYS', { org: one, path: '/home' })).to.equal(one_);
    expect(told('E_BAD_DEAL', { orgs: [two, one] })).to.equal(
      `what ${[one, two].sort().join(' and ')} sent for the set-up can not both be true`,
    );
    expect(told('E_BAD_DEAL', { org: 'no member' })).to.equal('');
    expect(told('E_BAD_DEAL', {})).to.equal('');
    expect(told('connector', { org: one })).to.equal('');
  });

  it('names whose clock an own one can not be held against, as the word of who says so', () => {
    const orgs = [...others].reverse();
    const details = { orgs: [...orgs, 'no member'], clockBoundUs: 3e6, path: '/home' };
    const end = { code: 'E_CLOCK_APART', message: 'this clock may be 3000 ms off', details };
    const failed = { kind: 'failed', nowMs: states.preparing.nowMs, end } as const;
    const { state, effects } = step(states.preparing, failed);
    expect(state.phase).to.equal('notReady');
    expect(state.end).to.deep.include({ code: 'clock', message: end.message, details });
    const [first] = effects;
    const told = first?.kind === 'sign' ? first.statement : null;
    const names = others.toSorted().join(', ');
    const reason = `its clock can not be held against ${names}: too far away, or no answer`;
    expect(told?.message).to.deep.include({ code: 'clock', reason });

    const abort = script.sayAs(peer, told as never);
    for (const phase of ['preparing', 'ready'] as const) {
      const { state: other } = step(states[phase], hearing(states[phase], abort));
      expect(other.phase).to.equal('notReady');
      expect(other.end).to.deep.equal({
        code: 'clock',
        message: `${peer} can not take part, as it says: ${reason}`,
        details: { org: peer },
      });
    }
  });

  it('names ten of many such clocks, and how many there are: a reason has an end', () => {
    const roster = Array.from({ length: 256 }, (_, i) => `${'x'.repeat(29)}${100 + i}`);
    const many = { ...states.preparing, terms: { ...terms, roster } };
    const end = { code: 'E_CLOCK_APART', message: 'so', details: { orgs: roster } };
    const [first] = step(many, { kind: 'failed', nowMs: many.nowMs, end }).effects;
    const told = first?.kind === 'sign' && first.statement.message;
    expect(told).to.have.property('reason').that.contains(`${roster[9]} and 246 more: `);
    expect(told).to.have.property('reason').that.has.length.below(1000);
  });

  it('is not said for a load that fails once its window is closed: others may add up by then', () => {
    const failed = intentOf(states.running, 'failed', script);
    const said = (nowMs: number) =>
      kinds(step(states.running, { ...failed, nowMs } as Event).effects);
    const { toMs } = windowOf(script.terms.schedule);
    expect(said(toMs - 1)).to.include('sign');
    expect(said(toMs)).to.not.include('sign');
  });

  it('is not said for what fails after the load: the others can still add up', () => {
    for (const phase of ['observed', 'contributing', 'certified', 'revealed'] as const) {
      const { effects } = step(states[phase], intentOf(states[phase], 'failed', script));
      expect(kinds(effects)).to.deep.equal(['stopLoad', 'end']);
    }
  });
});

describe('a set-up', () => {
  it('ends for a clock that is too far off, and says how far it may be', () => {
    const off = { kind: 'prepared', nowMs: T0, clockBoundUs: 400_001 } as const;
    const checked = feed({ ...states.preparing, prepared: null }, [
      intentOf(states.preparing, 'checked', script),
    ]);
    const { state, effects: told } = step(checked, off);
    expect(state.phase).to.equal('notReady');
    expect(state.end?.code).to.equal('clock');
    expect(state.end?.details).to.deep.equal({ clockBoundUs: 400_001, limitUs: 400_000 });
    expect(told[0]).to.have.nested.property('statement.type', 'abort');
    expect(told[0]).to.have.nested.property('statement.message.code', 'clock');
    const { effects } = step(checked, { ...off, clockBoundUs: 400_000 });
    expect(kinds(effects)).to.deep.equal(['sign']);
  });

  it('ends when somebody signed another one, and says who', () => {
    const { message } = script.said(peer, 'ready');
    const other = script.sayAs(peer, {
      type: 'ready',
      message: { ...message, setupDigest: new Uint8Array(32) },
    } as never);
    const { state } = step(states.ready, hearing(states.ready, other));
    expect(state.phase).to.equal('notReady');
    expect(state.end?.code).to.equal('otherSetup');
    expect(state.end?.details).to.deep.equal({ org: peer });
  });

  it('ends when somebody committed to other acceptances, and says who', () => {
    const { state } = step(states.accepted, hearing(states.accepted, script.other(peer, 'commit')));
    expect(state.phase).to.equal('rejected');
    expect(state.end?.code).to.equal('otherAcceptances');
    expect(state.end?.details).to.deep.equal({ org: peer });
  });
});

describe('an undecided sum', () => {
  const certificate = [
    hearing(states.contributing, script.said(peer, 'candidate')),
    ...terms.roster.map((org) => hearing(states.contributing, script.said(org, 'precommit'))),
  ];
  const all = others.map((org) => hearing(states.contributing, script.said(org, 'contribution')));
  const undecided = feed(states.contributing, [...all, { kind: 'tick', nowMs: main!.voteByMs }]);

  it('still obeys a certificate until the closing instant', () => {
    expect(undecided.end?.code).to.equal('undecided');
    const certified = feed(undecided, certificate);
    expect(certified.phase).to.equal('certified');
    expect(certified.end).to.equal(null);
    const reveals = terms.roster.map((org) => hearing(certified, script.said(org, 'reveal')));
    const revealed = feed(certified, reveals);
    const results = terms.roster.map((org) => hearing(revealed, script.said(org, 'result')));
    const summed = addUpEvent(world.consortium, revealed, revealed.nowMs);
    expect(feed(revealed, [summed, ...results]).phase).to.equal('published');
  });

  it('obeys none at the closing instant', () => {
    const closed = feed(undecided, [{ kind: 'tick', nowMs: schedule.closingMs }]);
    expect(feed(closed, certificate).phase).to.equal('aborted');
  });
});

describe('what comes too late', () => {
  it('is an own measurement after the cut: nothing is masked', () => {
    const cutMs = main!.cutMs;
    const contributing = feed(states.running, [{ kind: 'tick', nowMs: cutMs }]);
    expect(contributing.phase).to.equal('contributing');
    const { state, effects } = step(contributing, { kind: 'measured', nowMs: cutMs });
    expect(effects).to.deep.equal([]);
    expect(state.phase).to.equal('contributing');
    const inTime = { kind: 'measured', nowMs: cutMs - 1 } as const;
    const atEnd = feed(states.running, [{ kind: 'tick', nowMs: cutMs - 1 }]);
    expect(kinds(step(atEnd, inTime).effects)).to.deep.equal(['mask']);
  });

  it('is a second sum of the same contributions', () => {
    const { revealed } = states;
    const summed = addUpEvent(world.consortium, revealed, revealed.nowMs);
    const once = feed(revealed, [summed]);
    const { state, effects } = step(once, summed);
    expect(state).to.equal(once);
    expect(effects[0]?.kind === 'refuse' && effects[0].error.code).to.equal('E_ILLEGAL_EVENT');
  });
});

describe('who only follows a round', () => {
  const observed = { ...states.running, self: null };

  it('waits for no measurement', () => {
    const { state } = step(observed, { kind: 'tick', nowMs: contributeAtMs(observed.terms) });
    expect(state.phase).to.equal('contributing');
  });

  it('intends nothing', () => {
    for (const kind of ['accept', 'decline', 'abort', 'prepared', 'checked', 'measured'] as const) {
      const { state, effects } = step(observed, intentOf(observed, kind, script));
      expect(state).to.equal(observed);
      expect(effects[0]?.kind === 'refuse' && effects[0].error.code).to.equal('E_OBSERVER');
    }
  });
});
