import { expect } from 'chai';
import { benchmarkRound } from '../../../node/worker/benchmark-file.ts';

const round = {
  label: 'mixed',
  txDuration: 30,
  rateControl: { type: 'fixed-rate', opts: { tps: 60 } },
  workload: { module: './workload.js', arguments: { assets: 10 } },
};

const file = (change: object = {}, test: object = {}) => ({
  test: { name: 'ours', workers: { number: 2 }, rounds: [{ ...round, ...change }], ...test },
  monitors: {},
});

describe('benchmark file', () => {
  it('gives the round with the label', () => {
    expect(benchmarkRound(file(), 'mixed')).to.deep.equal({
      workers: 2,
      tps: 60,
      module: './workload.js',
      arguments: { assets: 10 },
    });
  });

  it('takes one worker and no arguments where nothing is said', () => {
    const spare = file({ workload: { module: './w.js' } }, { workers: undefined });
    expect(benchmarkRound(spare, 'mixed')).to.include({ workers: 1 });
    expect(benchmarkRound(spare, 'mixed').arguments).to.deep.equal({});
  });

  it('does not mind other rounds that it could not drive', () => {
    const other = { label: 'other', rateControl: { type: 'linear-rate' } };
    expect(benchmarkRound(file({}, { rounds: [other, round] }), 'mixed').tps).to.equal(60);
  });

  const wrong: [string, unknown, RegExp][] = [
    ['no rounds', file({}, { rounds: [] }), /test\.rounds/],
    ['no test', {}, /test:/],
    ['an empty file', null, /the file/],
    ['no such label', file({ label: 'else' }), /no round "mixed", only else/],
    [
      'another rate controller',
      file({ rateControl: { type: 'linear-rate' } }),
      /rounds\[0\]\.rateControl\.type: only fixed-rate/,
    ],
    ['no rate', file({ rateControl: { type: 'fixed-rate', opts: {} } }), /rateControl\.opts\.tps/],
    [
      'a rate of zero',
      file({ rateControl: { type: 'fixed-rate', opts: { tps: 0 } } }),
      /opts\.tps/,
    ],
    ['no module', file({ workload: {} }), /workload\.module/],
    [
      'a list for arguments',
      file({ workload: { module: 'x', arguments: [] } }),
      /workload\.arguments/,
    ],
    ['a list for workers', file({}, { workers: [] }), /test\.workers/],
    ['half a worker', file({}, { workers: { number: 0.5 } }), /test\.workers\.number/],
  ];
  for (const [name, value, message] of wrong) {
    it(`refuses ${name} and names the key`, () => {
      expect(() => benchmarkRound(value, 'mixed'))
        .to.throw(message)
        .with.property('code', 'E_BENCHMARK_FILE');
    });
  }
});
