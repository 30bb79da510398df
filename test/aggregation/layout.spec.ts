import { expect } from 'chai';
import {
  laneIndex,
  layoutById,
  layoutDigest,
  layoutOf,
  mainLayout,
  segmentLanes,
  type Segment,
} from '../../aggregation/index.ts';
import { expectCode } from './expect-code.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('the layout of a vector', () => {
  it('has 1,461 lanes in main-v1, contributors first', () => {
    const layout = mainLayout();
    expect(layout.id).to.equal('main-v1');
    expect(layout.lanes).to.equal(1 + 2 * (9 + 721));
    expect(laneIndex(layout, 'contributors')).to.equal(0);
    expect(laneIndex(layout, 'read.submitted')).to.equal(1);
    expect(laneIndex(layout, 'read.latency')).to.equal(10);
    expect(laneIndex(layout, 'transaction.submitted')).to.equal(731);
    expect(laneIndex(layout, 'transaction.latency')).to.equal(740);
  });

  it('keeps the digest of main-v1: another one would be another layout', () => {
    expect(hex(layoutDigest(mainLayout()))).to.equal(
      '57eb8efca73f7ab3fe81fa9bcf29d09e09d88d5a54ba3746640f9b2702391a58',
    );
  });

  it('has another digest for another name, order, kind, size or id', () => {
    const a: Segment = { name: 'a', kind: 'count', lanes: 2 };
    const b: Segment = { name: 'b', kind: 'or', lanes: 1 };
    const layouts = [
      layoutOf('x', [a, b]),
      layoutOf('x', [b, a]),
      layoutOf('y', [a, b]),
      layoutOf('x', [a]),
      layoutOf('x', [a, { ...b, kind: 'count' }]),
      layoutOf('x', [a, { ...b, name: 'c' }]),
      layoutOf('x', [
        { ...a, lanes: 1 },
        { ...b, lanes: 2 },
      ]),
    ];
    expect(new Set(layouts.map((layout) => hex(layoutDigest(layout)))).size).to.equal(
      layouts.length,
    );
  });

  it('is found by id, and only when it is known', () => {
    expect(layoutById('main-v1')).to.equal(mainLayout());
    expect(layoutById('main-v2')).to.equal(undefined);
    expect(layoutById('__proto__')).to.equal(undefined);
  });

  it('refuses names that would make its digest ambiguous, twins and empty segments', () => {
    const count = (name: string, lanes = 1): Segment => ({ name, kind: 'count', lanes });
    expectCode('E_LAYOUT', () => layoutOf('x', [count('a\nb')]));
    expectCode('E_LAYOUT', () => layoutOf('x y', [count('a')]));
    expectCode('E_LAYOUT', () => layoutOf('x', [count('a'), count('a')]));
    expectCode('E_LAYOUT', () => layoutOf('x', [count('a', 0)]));
    expectCode('E_LAYOUT', () => layoutOf('x', [count('a'), count('b', 0)]));
    expectCode('E_LAYOUT', () => layoutOf('x', [count('a', 1.5)]));
  });

  it('reads one segment of decoded lanes, and refuses unknown ones', () => {
    const lanes = Float64Array.from({ length: mainLayout().lanes }, (_, i) => i);
    expect([...segmentLanes(mainLayout(), lanes, 'read.shed')]).to.deep.equal([9]);
    expect(segmentLanes(mainLayout(), lanes, 'read.latency')).to.have.length(721);
    expectCode('E_LAYOUT', () => laneIndex(mainLayout(), 'read.nothing'));
    expectCode('E_LAYOUT', () => segmentLanes(mainLayout(), lanes.subarray(1), 'contributors'));
  });
});
