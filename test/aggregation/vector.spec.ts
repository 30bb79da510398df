import { expect } from 'chai';
import fc from 'fast-check';
import {
  addInto,
  decodeLanes,
  encodeLanes,
  fromBytes,
  layoutOf,
  MAX_LANE,
  MOST_ORGS,
  subtractInto,
  toBytes,
  type Layout,
} from '../../aggregation/index.ts';
import { expectCode } from './expect-code.ts';

const lane = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  fc.constantFrom(0n, 1n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 63n, 2n ** 64n - 1n),
);
const pairs = fc.array(fc.tuple(lane, lane), { minLength: 1, maxLength: 20 });

function vectorOf(values: readonly bigint[]): Int32Array {
  const bytes = Buffer.alloc(8 * values.length);
  values.forEach((value, i) => bytes.writeBigUInt64LE(value, 8 * i));
  return fromBytes(bytes, values.length);
}

function valuesOf(vector: Int32Array): bigint[] {
  const bytes = Buffer.from(toBytes(vector));
  return Array.from({ length: vector.length / 2 }, (_, i) => bytes.readBigUInt64LE(8 * i));
}

const counts = (lanes: number): Layout =>
  layoutOf('counts', [{ name: 'all', kind: 'count', lanes }]);
const decodeOne = (value: bigint, contributors: number) =>
  decodeLanes(vectorOf([value]), counts(1), contributors)[0];

describe('vectors of 64-bit lanes', () => {
  it('add and subtract modulo 2^64, as BigInt does', () => {
    fc.assert(
      fc.property(pairs, (lanes) => {
        const a = vectorOf(lanes.map(([left]) => left));
        const b = vectorOf(lanes.map(([, right]) => right));
        const sum = a.slice();
        addInto(sum, b);
        expect(valuesOf(sum)).to.deep.equal(lanes.map(([l, r]) => BigInt.asUintN(64, l + r)));
        subtractInto(a, b);
        expect(valuesOf(a)).to.deep.equal(lanes.map(([l, r]) => BigInt.asUintN(64, l - r)));
        subtractInto(sum, b);
        expect(valuesOf(sum)).to.deep.equal(lanes.map(([left]) => left));
      }),
    );
  });

  it('stand on the wire as 8 little-endian bytes a lane', () => {
    const vector = encodeLanes(Float64Array.of(1, 2 ** 32 + 2, MAX_LANE - 1));
    expect(Buffer.from(toBytes(vector)).toString('hex')).to.equal(
      '0100000000000000' + '0200000001000000' + 'ffffffffff000000',
    );
    expect(fromBytes(toBytes(vector), 3)).to.deep.equal(vector);
  });

  it('are read from an unaligned part of a message, and do not alias it', () => {
    const message = new Uint8Array(1 + 16).fill(7);
    const vector = fromBytes(message.subarray(1), 2);
    message.fill(0);
    expect([...vector]).to.deep.equal([0x07070707, 0x07070707, 0x07070707, 0x07070707]);
  });

  it('refuse bytes and partners of another length, and say which', () => {
    for (const bytes of [0, 7, 9, 15, 17])
      expect(
        expectCode('E_LENGTH', () => fromBytes(new Uint8Array(bytes), 2)).details,
      ).to.deep.equal({ bytes });
    const [one, two] = [new Int32Array(2), new Int32Array(4)];
    expect(expectCode('E_LENGTH', () => addInto(one, two)).details).to.deep.equal({
      lengths: [1, 2],
    });
    expect(expectCode('E_LENGTH', () => subtractInto(two, one)).details).to.deep.equal({
      lengths: [2, 1],
    });
    expect(expectCode('E_LAYOUT', () => decodeLanes(two, counts(1), 3)).details).to.deep.equal({
      lanes: 2,
    });
  });

  it('are read by the kind of each segment: noise after a count is an or', () => {
    const mixed = layoutOf('mixed', [
      { name: 'count', kind: 'count', lanes: 1 },
      { name: 'or', kind: 'or', lanes: 2 },
      { name: 'last', kind: 'count', lanes: 1 },
    ]);
    const sum = vectorOf([5n, 2n ** 63n, 0n, 7n]);
    expect([...decodeLanes(sum, mixed, 3)]).to.deep.equal([5, 1, 0, 7]);
  });

  it('take own counts up to 2^40 - 1 and refuse everything else, without saying the number', () => {
    expect(valuesOf(encodeLanes(Float64Array.of(0, MAX_LANE - 1)))).to.deep.equal([
      0n,
      2n ** 40n - 1n,
    ]);
    for (const bad of [-1, 0.5, MAX_LANE, 2 ** 53, NaN, Infinity, -Infinity]) {
      const refusal = expectCode('E_LANE_RANGE', () => encodeLanes(Float64Array.of(0, bad)));
      expect(refusal.details).to.deep.equal({ lane: 1 });
      if (bad === 0.5) expect(refusal.message).not.to.include('0.5');
    }
  });

  it('give counts back as they were', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.maxSafeNat().map((x) => x % MAX_LANE),
          { minLength: 1 },
        ),
        (values) => {
          const lanes = Float64Array.from(values);
          expect(decodeLanes(encodeLanes(lanes), counts(values.length), 1)).to.deep.equal(lanes);
        },
      ),
    );
  });

  it('add up 256 orgs of 2^40 - 1 exactly, and refuse one more', () => {
    const full = encodeLanes(Float64Array.of(MAX_LANE - 1));
    const sum = new Int32Array(2);
    for (let org = 0; org < MOST_ORGS; org++) addInto(sum, full);
    const most = 256n * (2n ** 40n - 1n);
    expect(valuesOf(sum)).to.deep.equal([most]);
    expect(decodeLanes(sum, counts(1), MOST_ORGS)[0]).to.equal(Number(most));
    expectCode('E_IMPLAUSIBLE', () => decodeOne(most + 1n, MOST_ORGS));
    expectCode('E_IMPLAUSIBLE', () => decodeOne(most, MOST_ORGS - 1));
  });

  it('refuse sums that cannot be true: what noise or a negative count looks like', () => {
    for (const value of [2n ** 53n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n, 2n ** 64n - 5n])
      for (const contributors of [1, 3, 256])
        expect(
          expectCode('E_IMPLAUSIBLE', () => decodeOne(value, contributors)).details,
        ).to.deep.equal({ lane: 0, segment: 'all' });
    expectCode('E_LAYOUT', () => decodeLanes(new Int32Array(4), counts(1), 3));
  });

  it('show of an or lane only whether all were zero', () => {
    const layout = layoutOf('or', [{ name: 'later', kind: 'or', lanes: 4 }]);
    const sum = vectorOf([0n, 1n, 2n ** 63n, 2n ** 64n - 1n]);
    expect([...decodeLanes(sum, layout, 3)]).to.deep.equal([0, 1, 1, 1]);
  });
});
