/** THE TABLE: every pair of phase and event is decided. No new phase or event compiles until each of its pairs has a row. */
import { expect } from 'chai';
import type { Effect, Event } from '../../../protocol/round/event.ts';
import {
  END_PHASES,
  LIVE_PHASES,
  type Phase,
  type RoundState,
} from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import { wakeAt } from '../../../protocol/round/wake.ts';
import type { StatementType } from '../../../protocol/statement.ts';
import { hearing, intentOf, transcriptOf, type Intent } from './transcript.ts';

/** `hear x`: a peer's statement; `own x`: an own intent or report; the tick comes at the instant the machine asked for. */
type EventKey = `hear ${StatementType}` | `own ${Intent}`;
/**
 * `heard`: the state changes, the phase stays. `ignored`: nothing changes (but the latest instant). `refused`: nothing
 * changes, and a typed error says why. `-> x`: to another phase.
 */
type Row = 'heard' | 'ignored' | `refused:E_${string}` | `-> ${Phase}`;

const ILLEGAL = 'refused:E_ILLEGAL_EVENT';

/** Where nothing has been said yet. */
const FRESH: Record<EventKey, Row> = {
  'own tick': '-> expired',
  'own keysId': 'heard',
  'own accept': 'heard',
  'own decline': 'heard',
  'own abort': 'heard',
  'own prepared': ILLEGAL,
  'own checked': ILLEGAL,
  'own measured': ILLEGAL,
  'own recovered': ILLEGAL,
  'own summed': ILLEGAL,
  'own failed': 'heard',
  'hear proposal': 'ignored',
  'hear acceptance': 'heard',
  'hear decline': '-> rejected',
  'hear commit': 'heard',
  'hear abort': '-> cancelled',
  'hear keys': 'heard',
  'hear deal': 'heard',
  'hear shares': 'heard',
  'hear ready': 'heard',
  'hear contribution': 'heard',
  'hear candidate': 'heard',
  'hear prevote': 'heard',
  'hear precommit': 'heard',
  'hear reveal': 'heard',
  'hear shareReveal': 'heard',
  'hear result': 'heard',
};
const ACCEPTED: Record<EventKey, Row> = {
  ...FRESH,
  'own accept': ILLEGAL,
  'own decline': ILLEGAL,
  'own failed': '-> cancelled',
  'hear acceptance': 'ignored',
  // who accepted before: a second word, which is kept as evidence
  'hear decline': 'heard',
};
const PREPARING: Record<EventKey, Row> = {
  ...ACCEPTED,
  'own tick': '-> notReady',
  'own prepared': 'heard',
  'own checked': 'heard',
  'own failed': '-> notReady',
  'hear commit': 'ignored',
  'hear abort': '-> notReady',
};
const READY: Record<EventKey, Row> = {
  ...PREPARING,
  'own keysId': 'ignored',
  'own prepared': ILLEGAL,
  'own checked': ILLEGAL,
  'hear keys': 'ignored',
  'hear deal': 'ignored',
  'hear shares': 'ignored',
};
const LOADING: Record<EventKey, Row> = {
  ...READY,
  'own tick': '-> running',
  'own failed': '-> aborted',
  'hear ready': 'ignored',
  'hear abort': '-> aborted',
};
const SUMMING: Record<EventKey, Row> = {
  ...LOADING,
  'own tick': '-> aborted',
  'own abort': ILLEGAL,
  'hear abort': 'heard',
};
const CERTIFIED: Record<EventKey, Row> = {
  ...SUMMING,
  // a view later the others open their shares
  'own tick': 'heard',
  'own recovered': 'heard',
  'hear contribution': 'ignored',
  'hear candidate': 'ignored',
  'hear prevote': 'ignored',
  'hear precommit': 'ignored',
};
/** What is over hears nothing more, and the closing instant erases its secrets. */
const OVER: Record<EventKey, Row> = {
  ...(Object.fromEntries(Object.keys(FRESH).map((key) => [key, 'ignored'])) as typeof FRESH),
  'own tick': 'heard',
  'own accept': ILLEGAL,
  'own decline': ILLEGAL,
  'own abort': ILLEGAL,
  'own prepared': ILLEGAL,
  'own checked': ILLEGAL,
  'own measured': ILLEGAL,
  'own recovered': ILLEGAL,
  'own summed': ILLEGAL,
  'own failed': ILLEGAL,
};
/** What was given up after the set-up was signed still hears of a certificate. */
const GIVEN_UP: Record<EventKey, Row> = {
  ...OVER,
  'hear decline': 'heard',
  'hear contribution': 'heard',
  'hear candidate': 'heard',
  'hear prevote': 'heard',
  'hear precommit': 'heard',
  'hear reveal': 'heard',
  'hear shareReveal': 'heard',
  'hear result': 'heard',
};

const TABLE: Record<Phase, Record<EventKey, Row>> = {
  proposed: FRESH,
  accepted: ACCEPTED,
  // no state rests here: whatever comes, the machine moves on
  committed: {
    ...(Object.fromEntries(Object.keys(FRESH).map((k) => [k, '-> preparing'])) as typeof FRESH),
    'own tick': '-> notReady',
    'own accept': ILLEGAL,
    'own decline': ILLEGAL,
    'own prepared': ILLEGAL,
    'own checked': ILLEGAL,
    'own measured': ILLEGAL,
    'own recovered': ILLEGAL,
    'own summed': ILLEGAL,
    'own failed': '-> notReady',
    'hear abort': '-> notReady',
  },
  preparing: PREPARING,
  ready: READY,
  warmUp: LOADING,
  // the window is over, but own counts may still come until the cut
  running: { ...LOADING, 'own tick': 'ignored', 'own measured': 'heard' },
  observed: { ...SUMMING, 'own tick': '-> contributing' },
  contributing: { ...SUMMING, 'own tick': 'heard', 'own measured': 'ignored' },
  certified: CERTIFIED,
  revealed: {
    ...CERTIFIED,
    'own tick': '-> aborted',
    'own recovered': ILLEGAL,
    'own summed': 'heard',
    'hear reveal': 'ignored',
  },
  published: { ...OVER, 'hear result': 'heard' },
  rejected: OVER,
  cancelled: OVER,
  expired: { ...OVER, 'own accept': 'refused:E_TOO_LATE' },
  notReady: OVER,
  aborted: GIVEN_UP,
};

const script = transcriptOf();
const phases = [...LIVE_PHASES, ...END_PHASES];

function eventOf(state: RoundState, key: EventKey): Event {
  const [kind, name] = key.split(' ') as ['hear' | 'own', string];
  if (kind === 'hear') return hearing(state, script.said(script.peer, name as StatementType));
  const event = intentOf(state, name as Intent, script);
  return name === 'tick' ? { kind: 'tick', nowMs: wakeAt(state) ?? state.nowMs } : event;
}

function rowOf(before: RoundState, after: RoundState, effects: readonly Effect[]): Row {
  const refused = effects.find((effect) => effect.kind === 'refuse');
  if (refused) return `refused:${refused.error.code as `E_${string}`}`;
  if (after.phase !== before.phase) return `-> ${after.phase}`;
  const keys = (Object.keys(after) as (keyof RoundState)[]).filter((key) => key !== 'nowMs');
  const same = keys.every((key) => after[key] === before[key]);
  return same && effects.length === 0 ? 'ignored' : 'heard';
}

describe('the machine', () => {
  it('has a canonical state of each phase', () => {
    for (const phase of phases) expect(script.states[phase].phase).to.equal(phase);
    expect(Object.keys(TABLE)).to.have.members(phases);
  });

  for (const phase of phases)
    describe(`while a round is ${phase}`, () => {
      for (const [key, row] of Object.entries(TABLE[phase]) as [EventKey, Row][])
        it(`${key}: ${row}`, () => {
          const before = script.states[phase];
          const { state, effects } = step(before, eventOf(before, key));
          expect(rowOf(before, state, effects)).to.equal(row);
          if (!row.startsWith('refused')) return;
          expect(state).to.equal(before);
          expect(effects).to.have.length(1);
        });
    });

  it('never changes a state in place', () => {
    for (const phase of phases) {
      const before = script.states[phase];
      const copy = structuredClone({ ...before, terms: null });
      for (const key of Object.keys(TABLE[phase]) as EventKey[]) step(before, eventOf(before, key));
      expect(structuredClone({ ...before, terms: null }), phase).to.deep.equal(copy);
    }
  });

  it('takes the same event in the same way again', () => {
    for (const phase of phases)
      for (const key of Object.keys(TABLE[phase]) as EventKey[]) {
        const state = script.states[phase];
        const event = eventOf(state, key);
        expect(step(state, event), `${phase}, ${key}`).to.deep.equal(step(state, event));
      }
  });

  it('says in each refusal what was refused, and where', () => {
    for (const phase of phases)
      for (const key of Object.keys(TABLE[phase]) as EventKey[]) {
        const state = script.states[phase];
        for (const effect of step(state, eventOf(state, key)).effects) {
          if (effect.kind !== 'refuse') continue;
          expect(effect.error.message, `${phase}, ${key}`).to.have.length.above(20);
          expect(effect.error.details).to.include.any.keys('phase', 'org');
        }
      }
  });

  it('lets time only grow', () => {
    for (const phase of phases) {
      const state = script.states[phase];
      const { state: after } = step(state, { kind: 'tick', nowMs: state.nowMs - 1000 });
      expect(after.nowMs, phase).to.equal(state.nowMs);
    }
  });
});
