import { expect } from 'chai';
import { compare } from '../../../node/own/comparison.ts';
import { hump, sampleReport } from '../report/sample-report.ts';

describe('an org beside its network', () => {
  const fast = hump(1000, 10_000);
  const slow = hump(3000, 400_000);
  const network = sampleReport({ transaction: [...fast, ...slow] });
  const own = (transaction: number[]) => sampleReport({ transaction, members: ['Org1'] }).metrics;

  it('has the share of what it committed', () => {
    const { transaction, read } = compare('Org1', own(fast), network);
    expect(transaction.committedShare).to.equal(0.25);
    expect(read.committedShare).to.equal(null);
  });

  it('has ranks by the latencies of the whole network', () => {
    const { transaction } = compare('Org1', own(fast), network);
    // its median is the median of a quarter, and all others are slower
    expect(transaction.ranks['p50']).to.be.within(0.11, 0.14);
    const slower = compare('Org1', own(slow), network).transaction;
    expect(slower.ranks['p50']).to.be.within(0.6, 0.65);
    expect(slower.ranks['p99']).to.be.above(0.98);
  });

  it('has the rank one half at its own median when it is the whole network', () => {
    const alone = sampleReport({ transaction: slow, members: ['Org1'] });
    const { ranks } = compare('Org1', alone.metrics, alone).transaction;
    expect(ranks['p50']).to.be.within(0.47, 0.53);
    expect(ranks['p90']).to.be.within(0.88, 0.92);
  });

  it('has no rank for a percentile that is not given', () => {
    const { transaction, read } = compare('Org1', own(hump(30, 10_000)), network);
    expect(transaction.ranks['p99_9']).to.equal(null);
    expect(read.ranks).to.deep.equal({ p50: null, p90: null, p95: null, p99: null, p99_9: null });
  });

  it('says whether its counts are in the report at all', () => {
    expect(compare('Org1', own(fast), network).contributed).to.equal(true);
    expect(compare('Org9', own(fast), network).contributed).to.equal(false);
  });
});
