import { expect } from 'chai';
import fc from 'fast-check';
import {
  CELLS,
  cellBounds,
  cellOf,
  octaveBounds,
  OVERFLOW_CELL,
  OVERFLOW_US,
} from '../../aggregation/index.ts';

/** The definition, without clz32, shifts or logarithms: halve until below 64. */
function referenceCell(us: bigint): number {
  let [value, octave] = [us, 0n];
  while (value >= 64n) {
    value /= 2n;
    octave += 1n;
  }
  return Number(octave * 32n + value);
}

describe('the grid log-linear-us-32-v1', () => {
  it('puts every boundary and its neighbours where the reference puts them', () => {
    for (let cell = 0; cell < OVERFLOW_CELL; cell++) {
      const { lowUs, highUs } = cellBounds(cell);
      for (const us of [lowUs, highUs! - 1, Math.floor((lowUs + highUs!) / 2)]) {
        expect(cellOf(us), `${us} us`).to.equal(cell);
        expect(referenceCell(BigInt(us)), `${us} us by reference`).to.equal(cell);
      }
    }
  });

  it('agrees with the reference for every value of the first 2^18 us', () => {
    for (let us = 0; us < 2 ** 18; us++)
      if (cellOf(us) !== referenceCell(BigInt(us))) expect.fail(`${us} us`);
  });

  it('agrees with the reference for any value up to its end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: OVERFLOW_US - 1 }), (us) => {
        expect(cellOf(us)).to.equal(referenceCell(BigInt(us)));
      }),
    );
  });

  it('has cells without gaps or overlaps, at most 1/32 wide', () => {
    let endUs = 0;
    for (let cell = 0; cell < OVERFLOW_CELL; cell++) {
      const { lowUs, highUs } = cellBounds(cell);
      expect(lowUs).to.equal(endUs);
      expect(highUs! - lowUs).to.be.at.most(Math.max(1, lowUs / 32));
      endUs = highUs!;
    }
    expect(endUs).to.equal(OVERFLOW_US);
    expect(referenceCell(BigInt(OVERFLOW_US))).to.equal(OVERFLOW_CELL);
    expect(cellBounds(OVERFLOW_CELL)).to.deep.equal({ lowUs: OVERFLOW_US, highUs: null });
    expect(CELLS).to.equal(OVERFLOW_CELL + 1);
  });

  it('clamps before it indexes: what wraps around 2^32 is no short latency', () => {
    for (const us of [
      OVERFLOW_US,
      2 ** 31,
      2 ** 32,
      2 ** 32 + 5,
      4_295e6,
      2 ** 53,
      Number.MAX_VALUE,
    ])
      expect(cellOf(us), `${us}`).to.equal(OVERFLOW_CELL);
    for (const us of [-1, -0.5, -(2 ** 31), -(2 ** 32) + 7, -Number.MAX_VALUE])
      expect(cellOf(us), `${us}`).to.equal(0);
    for (const us of [NaN, Infinity, -Infinity])
      expect(cellOf(us), `${us}`).to.equal(OVERFLOW_CELL);
  });

  it('cuts fractions of a microsecond off', () => {
    expect(cellOf(0.9)).to.equal(0);
    expect(cellOf(63.999)).to.equal(63);
    expect(cellOf(OVERFLOW_US - 0.5)).to.equal(OVERFLOW_CELL - 1);
  });

  it('gives the octave around each cell', () => {
    for (let cell = 0; cell < OVERFLOW_CELL; cell++) {
      const octave = octaveBounds(cell);
      const { lowUs, highUs } = cellBounds(cell);
      expect(octave.lowUs).to.be.at.most(lowUs);
      expect(octave.highUs).to.be.at.least(highUs!);
      if (lowUs > 0) expect(octave.highUs).to.equal(octave.lowUs * 2);
    }
    expect(octaveBounds(0)).to.deep.equal({ lowUs: 0, highUs: 1 });
    expect(octaveBounds(1)).to.deep.equal({ lowUs: 1, highUs: 2 });
    expect(octaveBounds(cellOf(1500))).to.deep.equal({ lowUs: 1024, highUs: 2048 });
    expect(octaveBounds(OVERFLOW_CELL)).to.deep.equal({ lowUs: 2 ** 26, highUs: null });
  });
});
