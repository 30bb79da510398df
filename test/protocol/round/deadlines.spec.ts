/** Each phase has its deadline, and each deadline its end: nobody's silence can hold a round. */
import { expect } from 'chai';
import fc from 'fast-check';
import type { Effect, Event } from '../../../protocol/round/event.ts';
import {
  begin,
  END_PHASES,
  hasEnded,
  LIVE_PHASES,
  type Phase,
  type RoundState,
} from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import { wakeAt } from '../../../protocol/round/wake.ts';
import { addresseeOf, type StatementType } from '../../../protocol/statement.ts';
import { BUILD, T0 } from '../proposal.ts';
import { feed, hearing, intentOf, transcriptOf, type Intent } from './transcript.ts';

const script = transcriptOf();
const { terms, self, peer, others, states } = script;
const { schedule } = terms;
const [main] = terms.sums;
const phases = [...LIVE_PHASES, ...END_PHASES];

/** The states that follow from ticks alone, each at the instant that the one before asked for. */
function wokenFrom(start: RoundState): RoundState[] {
  const woken = [start];
  for (let state = start; woken.length < 20;) {
    const atMs = wakeAt(state);
    if (atMs === null) return woken;
    state = step(state, { kind: 'tick', nowMs: atMs }).state;
    woken.push(state);
  }
  throw new Error(`woken for ever: ${woken.map(({ phase }) => phase).join(' ')}`);
}

const endOf = (state: RoundState) => wokenFrom(state).at(-1) as RoundState;
const on = (state: RoundState, org: string, ...types: StatementType[]) =>
  feed(
    state,
    types.map((type) => hearing(state, script.said(org, type))),
  );
const kinds = (effects: readonly Effect[]) => effects.map(({ kind }) => kind);

describe('a deadline', () => {
  const [second, third] = others.slice(1) as [string, string];
  const cases: [string, RoundState, Phase, string, number, object][] = [
    [
      'expires a proposal that somebody has not answered',
      on(on(states.proposed, peer, 'acceptance'), second, 'acceptance'),
      'expired',
      'deadline',
      schedule.acceptByMs,
      { missing: [self, third].sort(), phase: 'proposed' },
    ],
    [
      'expires an acceptance that somebody has not committed to',
      on(on(states.accepted, peer, 'commit'), second, 'commit'),
      'expired',
      'deadline',
      schedule.commitByMs,
      { missing: [third], phase: 'accepted' },
    ],
    [
      'ends a set-up that lacks keys, and says whose',
      on(on(states.preparing, peer, 'keys'), second, 'keys'),
      'notReady',
      'deadline',
      schedule.readyByMs,
      { missing: [third], what: 'keys' },
    ],
    [
      'ends a set-up that lacks deals, and says whose',
      feed(
        states.preparing,
        others.map((org) => hearing(states.preparing, script.said(org, 'keys'))),
      ),
      'notReady',
      'deadline',
      schedule.readyByMs,
      { missing: [...terms.roster], what: 'deal' },
    ],
    [
      'ends a set-up that lacks a Ready at the start, not before, and says whose',
      on(on(states.ready, peer, 'ready'), second, 'ready'),
      'notReady',
      'deadline',
      schedule.startMs,
      { missing: [third], what: 'ready' },
    ],
    [
      'leaves a sum undecided, and says who contributed',
      on(states.contributing, peer, 'contribution'),
      'aborted',
      'undecided',
      main!.voteByMs,
      { sum: 'main', contributed: [self, peer].sort(), missing: [second, third].sort() },
    ],
    [
      'leaves a sum unrevealed, and says by whom',
      on(on(states.certified, peer, 'reveal'), second, 'reveal'),
      'aborted',
      'unrevealed',
      schedule.closingMs,
      { missing: [third] },
    ],
    [
      'leaves a sum unpublished, and says who signed',
      on(states.revealed, peer, 'result'),
      'aborted',
      'unpublished',
      schedule.closingMs,
      { signed: [peer] },
    ],
  ];
  for (const [what, state, phase, code, atMs, details] of cases)
    it(what, () => {
      const woken = wokenFrom(state);
      const last = woken.find(hasEnded) as RoundState;
      expect(last.phase).to.equal(phase);
      expect(last.end?.code).to.equal(code);
      expect(last.end?.details).to.deep.equal(details);
      expect(last.nowMs).to.equal(atMs);
      const early = feed(state, [{ kind: 'tick', nowMs: atMs - 1 }]);
      expect(hasEnded(early), 'a millisecond before').to.equal(false);
    });

  it('stops the load and tells the end, once', () => {
    for (const [, state, , , atMs] of cases) {
      const { effects } = step(state, { kind: 'tick', nowMs: atMs });
      expect(kinds(effects).filter((k) => k === 'stopLoad' || k === 'end')).to.deep.equal([
        'stopLoad',
        'end',
      ]);
    }
  });

  it('is too late to accept at', () => {
    const event = { kind: 'accept', nowMs: schedule.acceptByMs, ...BUILD } as const;
    const refused = step(states.proposed, event).effects.find(({ kind }) => kind === 'refuse');
    expect(refused?.kind === 'refuse' && refused.error.code).to.equal('E_TOO_LATE');
  });

  it('moves who has measured nothing by the cut on to voting, without a contribution', () => {
    const woken = wokenFrom(states.running);
    const contributing = woken.find(({ phase }) => phase === 'contributing');
    expect(contributing?.nowMs).to.equal(main!.cutMs);
    expect([...contributing!.asked].some((key) => key.startsWith('mask'))).to.equal(false);
  });
});

describe('the alarm', () => {
  const start = begin(terms, script.room.proposal, self, T0);
  const everything: Event[] = script.room.sent
    .filter((message) => [null, self].includes(addresseeOf(message)))
    .map((message) => ({ kind: 'message', nowMs: T0, message }));
  const intents: Intent[] = ['accept', 'decline', 'abort', 'prepared', 'checked', 'measured', 'failed']; // prettier-ignore

  it('names an instant in the future or null, in every state that a member of the round had', () => {
    for (const org of terms.roster)
      for (const { after } of script.room.log.get(org) ?? [])
        expect(wakeAt(after) ?? Infinity, `${org}, ${after.phase}`).to.be.above(after.nowMs);
  });

  it('ends a round from every phase, with nobody else there', () => {
    for (const phase of phases) {
      const last = endOf(states[phase]);
      expect(hasEnded(last), phase).to.equal(true);
      expect(last.nowMs, phase).to.equal(schedule.closingMs);
      expect([...last.asked], phase).to.include('wipe');
    }
  });

  it('ends a round from whatever a member may have heard and done', () => {
    const some = fc.subarray(everything);
    const done = fc.array(fc.constantFrom(...intents), { maxLength: 6 });
    const ticks = fc.array(fc.nat(schedule.closingMs - T0), { maxLength: 4 });
    fc.assert(
      fc.property(some, done, ticks, (heard, acts, instants) => {
        let state = feed(start, heard);
        for (const act of acts) state = feed(state, [intentOf(state, act, script)]);
        for (const afterMs of instants.toSorted((a, b) => a - b))
          state = feed(state, [{ kind: 'tick', nowMs: T0 + afterMs }]);
        const woken = wokenFrom(state);
        for (const each of woken) expect(wakeAt(each) ?? Infinity).to.be.above(each.nowMs);
        expect(hasEnded(woken.at(-1) as RoundState)).to.equal(true);
      }),
      { numRuns: 200 },
    );
  });

  it('ends a round for who only follows it, whatever came', () => {
    const overheard = everything.filter(
      (event) => event.kind === 'message' && event.message.type !== 'shares',
    );
    fc.assert(
      fc.property(fc.subarray(overheard), (heard) => {
        const woken = wokenFrom(feed(begin(terms, script.room.proposal, null, T0), heard));
        for (const each of woken) expect(wakeAt(each) ?? Infinity).to.be.above(each.nowMs);
        expect(hasEnded(woken.at(-1) as RoundState)).to.equal(true);
      }),
      { numRuns: 100 },
    );
  });
});
