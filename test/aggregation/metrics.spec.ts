import { createRequire } from 'node:module';
import { expect } from 'chai';
import fc from 'fast-check';
import {
  divideHalfUp,
  extremesOf,
  floorSqrt,
  percentileOf,
  percentilesOf,
  PERMILLES,
  momentsOf,
  type Percentile,
  type PercentileName,
} from '../../aggregation/distribution.ts';
import {
  addInto,
  addLanes,
  cellBounds,
  CELLS,
  cellOf,
  createRecorder,
  decodeLanes,
  encodeLanes,
  laneIndex,
  mainLayout,
  metricsOf,
  octaveBounds,
  OVERFLOW_US,
} from '../../aggregation/index.ts';
import { expectCode } from './expect-code.ts';
import { seeded } from './room.ts';

interface Digest {
  push(value: number): void;
  percentile(p: number): number;
}
const { TDigest } = createRequire(import.meta.url)('tdigest') as { TDigest: new () => Digest };

const layout = mainLayout();
const names = Object.keys(PERMILLES) as PercentileName[];

function cellsOf(samples: Iterable<number>): Float64Array {
  const cells = new Float64Array(CELLS);
  for (const us of samples) cells[cellOf(us)]! += 1;
  return cells;
}

/** The ceil(p * N)-th smallest, by sorting. */
function exactPercentile(samples: readonly number[], permille: number): number {
  const sorted = Float64Array.from(samples).sort();
  return sorted[Math.ceil((sorted.length * permille) / 1000) - 1] as number;
}

const given = (percentile: Percentile) => {
  if ('suppressed' in percentile) throw new Error(`suppressed: ${percentile.suppressed}`);
  return percentile;
};

/**
 * Lognormal latencies around 20 ms, 7 % around 2 s: Box and Muller. No percentile that is looked at falls between the
 * two: there its interval still holds, but no estimate can.
 */
function latencies(count: number, seed: number): number[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const middle = random() < 0.07 ? 2_000_000 : 20_000;
    return Math.floor(middle * Math.exp(0.4 * normal));
  });
}

describe('percentiles', () => {
  it('lie in the interval that is published, for any samples', () => {
    const us = fc.oneof(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: OVERFLOW_US - 1 }),
      fc.integer({ min: 0, max: 20 }).map((e) => 2 ** e),
    );
    fc.assert(
      fc.property(fc.array(us, { minLength: 1, maxLength: 400 }), (samples) => {
        for (const name of names) {
          const percentile = percentileOf(cellsOf(samples), PERMILLES[name]);
          const beyond = samples.length - Math.ceil((samples.length * PERMILLES[name]) / 1000);
          expect('suppressed' in percentile).to.equal(beyond < 20);
          if ('suppressed' in percentile) continue;
          const exact = exactPercentile(samples, PERMILLES[name]);
          const [low, high] = percentile.intervalUs as [number, number];
          expect(exact).to.be.within(low, high - 1);
          expect(percentile.estimateUs).to.be.within(low, high - 1);
        }
      }),
    );
  });

  it('are estimated within 0.2 %, and 1 % beyond p99, against exact sorting', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const samples = latencies(200_000, seed);
      const all = percentilesOf(cellsOf(samples));
      for (const name of names) {
        const exact = exactPercentile(samples, PERMILLES[name]);
        const { estimateUs } = given(all[name]);
        expect(Math.abs(estimateUs! / exact - 1), `${name}, seed ${seed}`).to.be.below(
          name === 'p99_9' ? 0.01 : 0.002,
        );
      }
    }
  });

  it('agree with an estimator that has nothing in common with them', () => {
    // tdigest shuffles, so the bound is wide: several times its measured error
    const samples = latencies(50_000, 7);
    const digest = new TDigest();
    for (const us of samples) digest.push(us);
    const all = percentilesOf(cellsOf(samples));
    for (const name of ['p50', 'p90', 'p95', 'p99'] as const) {
      const theirs = digest.percentile(PERMILLES[name] / 1000);
      expect(Math.abs(given(all[name]).estimateUs! / theirs - 1), name).to.be.below(0.02);
    }
  });

  it('are kept back with fewer than 20 samples beyond them', () => {
    const of = (count: number) => percentilesOf(cellsOf(Array(count).fill(50)));
    const held = { suppressed: 'fewer-than-20-beyond' };
    const shown = { intervalUs: [50, 51], estimateUs: 50 };
    expect(of(39).p50).to.deep.equal(held);
    expect(of(40).p50).to.deep.equal(shown);
    expect(of(1999).p99).to.deep.equal(held);
    expect(of(2000).p99).to.deep.equal(shown);
    expect(of(19_999).p99_9).to.deep.equal(held);
    expect(of(20_000).p99_9).to.deep.equal(shown);
    expect(of(0).p50).to.deep.equal({ suppressed: 'no-samples' });
  });

  it('above the grid have a lower bound and no estimate', () => {
    const cells = cellsOf([...Array<number>(40).fill(10), ...Array<number>(60).fill(OVERFLOW_US)]);
    expect(percentileOf(cells, 400)).to.deep.equal({ intervalUs: [10, 11], estimateUs: 10 });
    expect(percentileOf(cells, 401)).to.deep.equal({
      intervalUs: [OVERFLOW_US, null],
      estimateUs: null,
    });
  });

  it('move evenly through a cell', () => {
    const cells = new Float64Array(CELLS);
    const cell = cellOf(1024);
    cells[cell] = 4;
    cells[CELLS - 1] = 40;
    const { lowUs, highUs } = cellBounds(cell);
    expect(highUs! - lowUs).to.equal(32);
    const estimates = [1, 2, 3, 4].map(
      (k) => given(percentileOf(cells, Math.floor((k * 1000) / 44))).estimateUs,
    );
    expect(estimates).to.deep.equal([4, 12, 20, 28].map((offset) => lowUs + offset));
  });
});

describe('average and standard deviation', () => {
  it('are within 0.04 % of the exact ones', () => {
    for (const seed of [1, 2, 3]) {
      const samples = latencies(100_000, seed);
      const mean = samples.reduce((sum, us) => sum + us, 0) / samples.length;
      const scatter = samples.reduce((sum, us) => sum + (us - mean) ** 2, 0) / samples.length;
      const { averageUs, standardDeviationUs } = momentsOf(cellsOf(samples));
      expect(Math.abs(averageUs! / mean - 1)).to.be.below(0.0004);
      expect(Math.abs(standardDeviationUs! / Math.sqrt(scatter) - 1)).to.be.below(0.0004);
    }
  });

  it('see a spread of 5 %, where a cell is half as wide, within 0.2 %', () => {
    const random = seeded(11);
    const samples = Array.from({ length: 100_000 }, () => {
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += random();
      return Math.floor(200_000 * (1 + 0.05 * sum));
    });
    const mean = samples.reduce((sum, us) => sum + us, 0) / samples.length;
    const scatter = samples.reduce((sum, us) => sum + (us - mean) ** 2, 0) / samples.length;
    const { standardDeviationUs } = momentsOf(cellsOf(samples));
    expect(Math.abs(standardDeviationUs! / Math.sqrt(scatter) - 1)).to.be.below(0.002);
  });

  it('are never further off than half a cell, for any samples', () => {
    const us = fc.oneof(fc.nat(200), fc.nat(OVERFLOW_US - 1));
    fc.assert(
      fc.property(fc.array(us, { minLength: 1, maxLength: 50 }), (samples) => {
        const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
        const { averageUs, standardDeviationUs } = momentsOf(cellsOf(samples));
        expect(Math.abs(averageUs! - mean)).to.be.at.most(mean / 64 + 0.5);
        expect(standardDeviationUs).to.be.at.least(0);
      }),
    );
  });

  it('take a point mass for what it is', () => {
    expect(momentsOf(cellsOf(Array(50).fill(1024))).standardDeviationUs).to.equal(0);
  });

  it('are exact and rounded half up where cells are 1 us wide', () => {
    expect(momentsOf(cellsOf([1, 2]))).to.deep.equal({ averageUs: 2, standardDeviationUs: 1 });
    expect(momentsOf(cellsOf([1, 1, 2]))).to.deep.equal({ averageUs: 1, standardDeviationUs: 0 });
    expect(momentsOf(cellsOf([10, 20]))).to.deep.equal({ averageUs: 15, standardDeviationUs: 5 });
    expect(momentsOf(cellsOf([7]))).to.deep.equal({ averageUs: 7, standardDeviationUs: 0 });
  });

  it('are not given without samples, or when some lie above the grid', () => {
    const none = { averageUs: null, standardDeviationUs: null };
    expect(momentsOf(cellsOf([]))).to.deep.equal(none);
    expect(momentsOf(cellsOf([5, OVERFLOW_US]))).to.deep.equal(none);
    expect(momentsOf(cellsOf([OVERFLOW_US]))).to.deep.equal(none);
  });

  it('stay exact at counts where doubles are not', () => {
    const cells = new Float64Array(CELLS);
    cells[10] = 2 ** 47;
    cells[719] = 2 ** 47 - 1;
    const { averageUs, standardDeviationUs } = momentsOf(cells);
    const { lowUs, highUs } = cellBounds(719);
    const middle = (lowUs + highUs! - 1) / 2;
    expect(averageUs).to.be.closeTo((10 + middle) / 2, 1);
    const sheppard = ((highUs! - lowUs) ** 2 - 1) / 12 / 2;
    expect(standardDeviationUs).to.be.closeTo(Math.sqrt(((middle - 10) / 2) ** 2 - sheppard), 1);
  });

  it('rest on integer roots and quotients that are right', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 200n }), (v) => {
        const root = floorSqrt(v);
        expect(root * root <= v && (root + 1n) * (root + 1n) > v).to.equal(true);
        expect(floorSqrt(v * v)).to.equal(v);
      }),
    );
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 1000 }), (a, b) => {
        expect(Number(divideHalfUp(BigInt(a), BigInt(b)))).to.equal(Math.floor(a / b + 0.5));
      }),
    );
  });
});

describe('the extremes', () => {
  it('are the edges of the octaves around all samples', () => {
    expect(extremesOf(cellsOf([1500, 40]))).to.deep.equal({ lowUs: 32, highUs: 2048 });
    expect(extremesOf(cellsOf([0]))).to.deep.equal({ lowUs: 0, highUs: 1 });
  });

  it('are not given without samples, and have no end above the grid', () => {
    expect(extremesOf(cellsOf([]))).to.deep.equal({ lowUs: null, highUs: null });
    expect(extremesOf(cellsOf([5, OVERFLOW_US]))).to.deep.equal({ lowUs: 4, highUs: null });
  });
});

describe('the metrics of a round', () => {
  const window = { windowMs: 3000, contributors: 3 };

  /** Three orgs measure, and their vectors are added as they are under masks. */
  function measured() {
    const sum = new Int32Array(2 * layout.lanes);
    const samples: number[] = [];
    for (const org of [0, 1, 2]) {
      const [one, two] = [createRecorder(layout), createRecorder(layout)];
      one.markContributor();
      latencies(1000 * (org + 1), org).forEach((us, i) => {
        samples.push(us);
        (i % 2 ? one : two).add('transaction', 'committed', us, i % 4 !== 0);
      });
      for (const failure of [
        'consensus',
        'syntax',
        'version',
        'other',
        'unconfirmed',
        'shed',
      ] as const)
        for (let i = 0; i <= org; i++) one.add('transaction', failure, 1, true);
      two.addCommitInWindow('transaction');
      addLanes(one.lanes, two.lanes);
      addInto(sum, encodeLanes(one.lanes));
    }
    return { samples, numbers: decodeLanes(sum, layout, 3) };
  }

  it('are those of all orgs together', () => {
    const { samples, numbers } = measured();
    const { transaction, contributors, windowMs } = metricsOf(layout, numbers, window);
    expect({ contributors, windowMs }).to.deep.equal({ contributors: 3, windowMs: 3000 });
    expect(transaction.counts).to.deep.equal({
      submitted: 6036,
      committed: 6000,
      committedInWindow: 4503,
      failed: { consensus: 6, syntax: 6, version: 6, other: 6 },
      unconfirmed: 6,
      shed: 6,
    });
    expect(transaction.throughputMilliTps).to.equal(1_501_000);
    const { latency } = transaction;
    for (const name of ['p50', 'p90', 'p95', 'p99'] as const) {
      const exact = exactPercentile(samples, PERMILLES[name]);
      const [low, high] = given(latency.percentiles[name]).intervalUs as [number, number];
      expect(exact, name).to.be.within(low, high - 1);
    }
    expect(latency.percentiles.p99_9).to.deep.equal({ suppressed: 'fewer-than-20-beyond' });
    expect(latency.lowUs).to.equal(octaveBounds(cellOf(Math.min(...samples))).lowUs);
    expect(latency.highUs).to.equal(octaveBounds(cellOf(Math.max(...samples))).highUs);
    expect(latency.aboveGrid).to.equal(0);
  });

  it('are a plain "nothing" for a kind that nobody used', () => {
    const nothing = { suppressed: 'no-samples' };
    expect(metricsOf(layout, measured().numbers, window).read).to.deep.equal({
      counts: {
        submitted: 0,
        committed: 0,
        committedInWindow: 0,
        failed: { consensus: 0, syntax: 0, version: 0, other: 0 },
        unconfirmed: 0,
        shed: 0,
      },
      throughputMilliTps: 0,
      latency: {
        averageUs: null,
        standardDeviationUs: null,
        lowUs: null,
        highUs: null,
        aboveGrid: 0,
        percentiles: { p50: nothing, p90: nothing, p95: nothing, p99: nothing, p99_9: nothing },
      },
    });
  });

  it('are integers and words only, in one order: one JSON text on every machine', () => {
    const metrics = metricsOf(layout, measured().numbers, window);
    expect(JSON.stringify(metricsOf(layout, measured().numbers, window))).to.equal(
      JSON.stringify(metrics),
    );
    const numbers: number[] = [];
    JSON.stringify(metrics, (_, value: unknown) => {
      if (typeof value === 'number') numbers.push(value);
      return value;
    });
    expect(numbers).to.have.length.above(30);
    expect(numbers.every(Number.isSafeInteger)).to.equal(true);
  });

  it('round throughput half up to a thousandth', () => {
    const lanes = new Float64Array(layout.lanes);
    lanes[0] = 3;
    lanes[laneIndex(layout, 'read.committedInWindow')] = 1;
    const tps = (windowMs: number) =>
      metricsOf(layout, lanes, { windowMs, contributors: 3 }).read.throughputMilliTps;
    expect(tps(1500)).to.equal(667);
    expect(tps(3000)).to.equal(333);
    expect(tps(16_000)).to.equal(63);
    expect(tps(2_000_000)).to.equal(1);
    expect(tps(2_000_001)).to.equal(0);
  });

  const contradictions: Record<string, [lane: string, by: number, segment: string]> = {
    'another number of contributors': ['contributors', 1, 'contributors'],
    'a latency that nobody committed': ['read.latency', 1, 'read.latency'],
    'a commit without a latency': ['transaction.committed', 1, 'transaction.latency'],
    'a failure that nobody submitted': ['transaction.failed.syntax', 1, 'transaction.submitted'],
    'more submitted than outcomes': ['read.submitted', 1, 'read.submitted'],
  };
  for (const [what, [lane, by, segment]] of Object.entries(contradictions))
    it(`refuse ${what}`, () => {
      const { numbers } = measured();
      numbers[laneIndex(layout, lane)]! += by;
      const refusal = expectCode('E_IMPLAUSIBLE', () => metricsOf(layout, numbers, window));
      expect(refusal.details).to.deep.equal({ segment });
    });

  it('see a contradiction of 1 among counts where doubles do not', () => {
    const numbers = new Float64Array(layout.lanes).fill(0);
    const most = 256 * (2 ** 40 - 1);
    numbers[0] = 256;
    const first = laneIndex(layout, 'read.latency');
    numbers.fill(most, first, first + CELLS);
    numbers[laneIndex(layout, 'read.committed')] = most;
    numbers[laneIndex(layout, 'read.submitted')] = most;
    expectCode('E_IMPLAUSIBLE', () =>
      metricsOf(layout, numbers, { windowMs: 1, contributors: 256 }),
    );
  });

  it('hold at the limits: 256 orgs with 2^40 - 1 commits each', () => {
    const numbers = new Float64Array(layout.lanes);
    const most = 256 * (2 ** 40 - 1);
    numbers[0] = 256;
    for (const name of ['submitted', 'committed', 'committedInWindow'])
      numbers[laneIndex(layout, `read.${name}`)] = most;
    numbers[laneIndex(layout, 'read.latency') + 719] = most;
    const { read } = metricsOf(layout, numbers, { windowMs: 1_000_000, contributors: 256 });
    const { lowUs, highUs } = cellBounds(719);
    expect(read.throughputMilliTps).to.equal(most);
    expect(read.latency.averageUs).to.equal((lowUs + highUs!) / 2);
    expect(read.latency.standardDeviationUs).to.equal(0);
    expect(given(read.latency.percentiles.p50).estimateUs).to.be.closeTo((lowUs + highUs!) / 2, 1);
  });

  it('refuse windows and sums that are none', () => {
    const { numbers } = measured();
    for (const windowMs of [0, -1, 1.5, NaN])
      expectCode('E_LENGTH', () => metricsOf(layout, numbers, { windowMs, contributors: 3 }));
    expectCode('E_LAYOUT', () => metricsOf(layout, numbers.subarray(1), window));
  });
});
