import { expect } from 'chai';
import {
  addLanes,
  cellOf,
  createRecorder,
  laneIndex,
  layoutOf,
  mainLayout,
  type Outcome,
  type Recorder,
} from '../../aggregation/index.ts';
import { expectCode } from './expect-code.ts';

const layout = mainLayout();
const read = (recorder: Recorder, name: string) => recorder.lanes[laneIndex(layout, name)];

/** All lanes that are not zero, by index. */
const filled = (lanes: Float64Array) =>
  [...lanes.entries()].filter(([, count]) => count !== 0).map(([lane, count]) => [lane, count]);

describe('the recorder', () => {
  it('counts a commit as submitted, committed, in its cell, and as throughput when it came in time', () => {
    const recorder = createRecorder(layout);
    recorder.add('transaction', 'committed', 1500, true);
    recorder.add('transaction', 'committed', 1500, false);
    const cell = laneIndex(layout, 'transaction.latency') + cellOf(1500);
    expect(filled(recorder.lanes)).to.deep.equal([
      [laneIndex(layout, 'transaction.submitted'), 2],
      [laneIndex(layout, 'transaction.committed'), 2],
      [laneIndex(layout, 'transaction.committedInWindow'), 1],
      [cell, 2],
    ]);
  });

  const others: Record<Exclude<Outcome, 'committed'>, string> = {
    consensus: 'failed.consensus',
    syntax: 'failed.syntax',
    version: 'failed.version',
    other: 'failed.other',
    unconfirmed: 'unconfirmed',
    shed: 'shed',
  };
  for (const [outcome, segment] of Object.entries(others))
    it(`counts ${outcome} as submitted and ${segment}, with no latency and no throughput`, () => {
      const recorder = createRecorder(layout);
      recorder.add('read', outcome as Outcome, 99, true);
      expect(filled(recorder.lanes)).to.deep.equal([
        [laneIndex(layout, 'read.submitted'), 1],
        [laneIndex(layout, `read.${segment}`), 1],
      ]);
    });

  it('counts a commit of something intended outside of the window for throughput alone', () => {
    const recorder = createRecorder(layout);
    recorder.addCommitInWindow('read');
    expect(filled(recorder.lanes)).to.deep.equal([
      [laneIndex(layout, 'read.committedInWindow'), 1],
    ]);
  });

  it('keeps a latency that nobody can place above the grid', () => {
    const recorder = createRecorder(layout);
    recorder.add('read', 'committed', NaN, false);
    recorder.add('read', 'committed', 2 ** 33, false);
    expect(recorder.lanes[laneIndex(layout, 'read.latency') + 720]).to.equal(2);
  });

  it('adds up workers, and marks the org once however often it is told', () => {
    const [one, two] = [createRecorder(layout), createRecorder(layout)];
    one.markContributor();
    one.markContributor();
    one.add('read', 'committed', 10, true);
    two.add('read', 'shed', 0, false);
    addLanes(one.lanes, two.lanes);
    expect(read(one, 'contributors')).to.equal(1);
    expect(read(one, 'read.submitted')).to.equal(2);
    expectCode('E_LENGTH', () => addLanes(one.lanes, new Float64Array(3)));
  });

  it('refuses a layout that has no place for its counts', () => {
    const other = layoutOf('other', [{ name: 'contributors', kind: 'count', lanes: 1 }]);
    expectCode('E_LAYOUT', () => createRecorder(other));
  });
});
