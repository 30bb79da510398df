/** When an org contributes: at one instant of the proposal, whatever its load was. */
import { expect } from 'chai';
import { step } from '../../../protocol/round/step.ts';
import { wakeAt } from '../../../protocol/round/wake.ts';
import { contributeAtMs, windowOf } from '../../../protocol/terms.ts';
import { transcriptOf } from './transcript.ts';

const script = transcriptOf();
const { states, terms } = script;
const { drainedMs } = windowOf(terms.schedule);
const atMs = contributeAtMs(terms);
const cutAt = (cutMs: number) => terms.sums.map((sum) => ({ ...sum, cutMs }));

describe('the instant of a contribution', () => {
  it('is half a second after the drain: counting may take longer for who has more in flight', () => {
    expect(atMs).to.equal(drainedMs + 500);
  });

  it('is half way to the cut when that is sooner', () => {
    expect(contributeAtMs({ ...terms, sums: cutAt(drainedMs + 301) })).to.equal(drainedMs + 150);
    expect(contributeAtMs({ ...terms, sums: cutAt(drainedMs) })).to.equal(drainedMs);
  });

  for (const measuredMs of [states.running.nowMs, drainedMs, atMs - 1, atMs])
    it(`is the same when all was counted ${atMs - measuredMs} ms before it`, () => {
      const { state } = step(states.running, { kind: 'measured', nowMs: measuredMs });
      if (measuredMs < atMs) {
        expect(state.phase).to.equal('running');
        expect(wakeAt(state)).to.equal(atMs);
      }
      const tick = { kind: 'tick', nowMs: atMs } as const;
      const at = step(states.running, tick).state;
      const { effects } =
        measuredMs < atMs ? step(state, tick) : step(at, { kind: 'measured', nowMs: atMs });
      expect(effects.map(({ kind }) => kind)).to.include('mask');
    });

  it('is known to have been by who starts again: its own contribution shows that it had measured', () => {
    const own = script.said(script.self, 'contribution');
    const again = step(states.running, { kind: 'message', nowMs: atMs + 1, message: own }).state;
    expect(again.phase).to.equal('contributing');
    const other = script.said(script.peer, 'contribution');
    const waiting = step(states.running, { kind: 'message', nowMs: atMs + 1, message: other });
    expect(waiting.state.phase).to.equal('running');
  });

  it('never comes for who called the round off, be it signed when the window is closed', () => {
    const { toMs } = windowOf(terms.schedule);
    const abort = { kind: 'abort', nowMs: toMs - 1, code: 'operator', reason: '' } as const;
    const asked = step(states.running, abort).state;
    const said = { kind: 'message', nowMs: toMs + 2, message: script.said(script.self, 'abort') };
    for (const before of [asked, step(asked, said as never).state]) {
      const measured = step(before, { kind: 'measured', nowMs: atMs - 1 }).state;
      const { state, effects } = step(measured, { kind: 'tick', nowMs: atMs });
      expect(effects.map(({ kind }) => kind)).to.not.include('mask');
      const { cutMs } = terms.sums[0]!;
      expect(step(state, { kind: 'tick', nowMs: cutMs }).state.phase).to.equal('contributing');
    }
  });

  it('is later for who counts for longer', () => {
    const waiting = step(states.running, { kind: 'tick', nowMs: atMs }).state;
    expect(waiting.phase).to.equal('running');
    const { effects } = step(waiting, { kind: 'measured', nowMs: atMs + 9 });
    expect(effects.map(({ kind }) => kind)).to.include('mask');
  });
});
