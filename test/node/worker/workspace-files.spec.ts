import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { named, WorkerError } from '../../../node/worker/errors.ts';
import {
  inNetworkFile,
  readBenchmarkRound,
  readNetworkFile,
} from '../../../node/worker/workspace-files.ts';

const BENCHMARK = `test:
  workers:
    number: 1
  rounds:
    - label: a
      rateControl:
        type: fixed-rate
        opts:
          tps: 60
      workload:
        module: ./workload.js
`;
const NETWORK = `caliper:
  blockchain: ledger
ledger:
  endpiont: 127.0.0.1:7000
`;

describe('the files of a workspace', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-files-'));
    writeFileSync(join(dir, 'network.yaml'), NETWORK);
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const refused = (read: () => unknown): WorkerError => {
    try {
      read();
    } catch (error) {
      return error as WorkerError;
    }
    throw new Error('nothing was refused');
  };
  const benchmark = (text: string) => {
    writeFileSync(join(dir, 'benchmark.yaml'), text);
    return refused(() => readBenchmarkRound(dir, 'a')).message;
  };

  const slips: [string, string, RegExp][] = [
    ['tps: 60', 'tsp: 60', /^benchmark\.yaml, line 9: unknown key ".*rateControl\.opts\.tsp"$/],
    ['rateControl:', 'rateContol:', /^benchmark\.yaml, line 6: unknown key ".*rateContol"$/],
    ['module:', 'modul:', /^benchmark\.yaml, line 11: unknown key ".*workload\.modul"$/],
    ['rounds:', 'round:', /^benchmark\.yaml, line 4: unknown key "test\.round"$/],
    [
      'number: 1',
      'number: 0',
      /^benchmark\.yaml, line 3: test\.workers\.number: must be at least 1$/,
    ],
    ['type: fixed-rate', 'type: linear', /line 7: .*rateControl\.type: only fixed-rate/],
    ['test:', 'test: [', /^benchmark\.yaml, line \d+: this is no YAML: /],
  ];
  for (const [right, wrong, says] of slips)
    it(`are refused by key and line: ${wrong}`, () => {
      expect(benchmark(BENCHMARK.replace(right, wrong))).to.match(says);
    });

  it('are refused by line when a connector finds the slip in its own section', () => {
    expect(readNetworkFile(dir).connector).to.equal('ledger');
    const found = Object.assign(new Error('network file, unknown key "ledger.endpiont"'), {
      code: 'E_NETWORK_FILE',
      details: { key: 'ledger.endpiont' },
    });
    const placed = inNetworkFile(dir, named(found, 'connector')) as WorkerError;
    expect(placed.message).to.equal('network.yaml, line 4: unknown key "ledger.endpiont"');
    expect(placed.details).to.include({ line: 4, key: 'ledger.endpiont' });
    const other = new WorkerError('E_WORKLOAD', 'it failed');
    expect(inNetworkFile(dir, other)).to.equal(other);
  });

  it('are refused when they name no connector', () => {
    writeFileSync(join(dir, 'network.yaml'), 'caliper:\n  blokchain: ledger\n');
    expect(refused(() => readNetworkFile(dir)).message).to.match(
      /^network\.yaml, line 1: caliper\.blockchain: must name a connector/,
    );
  });
});
