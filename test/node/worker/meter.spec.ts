import { expect } from 'chai';
import { mainLayout } from '../../../aggregation/layout.ts';
import { cellOf } from '../../../aggregation/grid.ts';
import { createRecorder } from '../../../aggregation/recorder.ts';
import { createMeter, type Ending } from '../../../node/worker/meter.ts';
import type { Row } from '../../../node/worker/transaction-rows.ts';
import { counts, latenciesFrom } from './fixtures/counts.ts';

const committed = (finalUs: number): Ending => ({ outcome: 'committed', finalUs, id: 't' });

/** A meter whose window is [1000, 2000). */
function meterWithRows() {
  const rows: Row[] = [];
  const meter = createMeter({
    recorder: createRecorder(mainLayout()),
    rows: { add: (row) => void rows.push(row), flush: () => {} },
    windowStartUs: 1000,
    windowEndUs: 2000,
    plannedInWindow: 20,
  });
  return { meter, rows };
}

describe('meter', () => {
  const committedTable = [
    { intended: 999, final: 999, counts: {} },
    { intended: 999, final: 1000, counts: { committedInWindow: 1 } },
    { intended: 999, final: 2000, counts: {} },
    { intended: 1000, final: 1500, counts: { submitted: 1, committed: 1, committedInWindow: 1 } },
    { intended: 1999, final: 1999, counts: { submitted: 1, committed: 1, committedInWindow: 1 } },
    { intended: 1999, final: 2000, counts: { submitted: 1, committed: 1 } },
    { intended: 2000, final: 2100, counts: {} },
  ];
  for (const row of committedTable) {
    it(`counts a commit at ${row.final} of what was intended at ${row.intended} by window`, () => {
      const { meter } = meterWithRows();
      const call = meter.beginCall(row.intended, row.intended);
      meter.endRequest(meter.beginRequest(false, call, row.intended), committed(row.final));
      meter.endCall(call, false, row.final);
      const expected = Object.entries(row.counts).map(([name, n]) => [`transaction.${name}`, n]);
      const { 'transaction.latency': latencies = 0, ...found } = counts(meter.close().lanes);
      expect(found).to.deep.equal(Object.fromEntries(expected));
      expect(latencies).to.equal(row.counts.submitted ?? 0);
    });
  }

  it('measures from the intended instant, and tells the actual one in the rows', () => {
    const { meter, rows } = meterWithRows();
    const call = meter.beginCall(1000, 1400);
    meter.endRequest(meter.beginRequest(false, call, 1400), committed(1500));
    const { lanes, lagUs } = meter.close();
    expect(latenciesFrom(lanes, 'transaction', cellOf(500))).to.equal(1);
    expect(lagUs.max).to.equal(400);
    expect(rows).to.deep.equal([
      {
        kind: 'transaction',
        intendedUs: 1000,
        sentUs: 1400,
        finalUs: 1500,
        outcome: 'committed',
        id: 't',
      },
    ]);
  });

  it('gives each failure its class, and reads lanes of their own', () => {
    const { meter } = meterWithRows();
    for (const outcome of ['consensus', 'syntax', 'version', 'other', 'other'] as const) {
      const call = meter.beginCall(1000, 1000);
      meter.endRequest(meter.beginRequest(outcome === 'syntax', call, 1000), {
        outcome,
        finalUs: 1100,
        id: '',
      });
    }
    expect(counts(meter.close().lanes)).to.deep.equal({
      'read.submitted': 1,
      'read.failed.syntax': 1,
      'transaction.submitted': 4,
      'transaction.failed.consensus': 1,
      'transaction.failed.version': 1,
      'transaction.failed.other': 2,
    });
  });

  it('calls unconfirmed what is in flight at the cut, and hears of it no more', () => {
    const { meter, rows } = meterWithRows();
    const call = meter.beginCall(1500, 1500);
    const request = meter.beginRequest(false, call, 1500);
    const { lanes } = meter.close();
    meter.endRequest(request, committed(1900));
    expect(counts(lanes)).to.deep.equal({
      'transaction.submitted': 1,
      'transaction.unconfirmed': 1,
    });
    expect(rows.map(({ outcome }) => outcome)).to.deep.equal(['unconfirmed']);
  });

  it('sheds a call that had sent nothing by the cut', () => {
    const { meter } = meterWithRows();
    meter.beginCall(1500, 1500);
    expect(counts(meter.close().lanes)).to.deep.equal({
      'transaction.submitted': 1,
      'transaction.shed': 1,
    });
  });

  it('books shed load by the mix of what was sent', () => {
    const { meter } = meterWithRows();
    for (const isRead of [true, false, false, false]) {
      meter.endRequest(
        meter.beginRequest(isRead, meter.beginCall(1000, 1000), 1000),
        committed(1001),
      );
    }
    for (let i = 0; i < 8; i++) meter.shed(1500);
    meter.shed(500);
    const observation = meter.close();
    expect(observation.shed).to.equal(8);
    const found = counts(observation.lanes);
    expect([found['read.shed'], found['transaction.shed']]).to.deep.equal([2, 6]);
  });

  it('counts nothing for a call that sent nothing and was content', () => {
    const { meter } = meterWithRows();
    meter.endCall(meter.beginCall(1500, 1500), false, 1600);
    const observation = meter.close();
    expect(counts(observation.lanes)).to.deep.equal({});
    expect(observation.achieved).to.equal(1);
  });

  it('counts a rejection once: by itself if nothing was sent, else by what was sent', () => {
    const { meter } = meterWithRows();
    meter.endCall(meter.beginCall(1500, 1500), true, 1600);
    const call = meter.beginCall(1500, 1500);
    meter.endRequest(meter.beginRequest(false, call, 1500), committed(1550));
    meter.endCall(call, true, 1600);
    expect(counts(meter.close().lanes)).to.deep.equal({
      'transaction.latency': 1,
      'transaction.submitted': 2,
      'transaction.failed.other': 1,
      'transaction.committed': 1,
      'transaction.committedInWindow': 1,
    });
  });

  it("lets a call's second request be intended as much later as it was sent", () => {
    const { meter, rows } = meterWithRows();
    const call = meter.beginCall(1000, 1300);
    meter.endRequest(meter.beginRequest(false, call, 1300), committed(1400));
    meter.endRequest(meter.beginRequest(false, call, 1450), committed(1500));
    expect(rows.map(({ intendedUs }) => intendedUs)).to.deep.equal([1000, 1150]);
  });

  it('lets a request on nobody’s schedule count from its actual send', () => {
    const { meter, rows } = meterWithRows();
    const call = meter.beginCall(1000, 1000);
    meter.endCall(call, false, 1100);
    meter.endRequest(meter.beginRequest(false, call, 1700), committed(1800));
    meter.endRequest(meter.beginRequest(false, undefined, 1750), committed(1800));
    expect(rows.map(({ intendedUs }) => intendedUs)).to.deep.equal([1700, 1750]);
  });

  it('tells lag by order statistics of the calls in the window', () => {
    const { meter } = meterWithRows();
    for (let lag = 1; lag <= 10; lag++) meter.beginCall(1000, 1000 + lag);
    meter.beginCall(500, 900);
    expect(meter.close().lagUs).to.deep.equal({ p50: 5, p99: 10, max: 10 });
  });
});
