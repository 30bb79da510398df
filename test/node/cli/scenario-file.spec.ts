import { expect } from 'chai';
import { parseScenario } from '../../../node/scenario-file.ts';

const SMALLEST = `name: asset-transfer
sut:
  type: ledger
  version: '1'
workload:
  class: asset-transfer
  description: Transfers.
warmUpSeconds: 3
runSeconds: 12
`;

function refusal(text: string): { code: string; message: string; details: unknown } {
  try {
    parseScenario(text);
  } catch (error) {
    return error as { code: string; message: string; details: unknown };
  }
  throw new Error('it was not refused');
}

describe('a scenario file', () => {
  it('needs no deadlines: there are some for people who type by hand', () => {
    const { deadlines, sums, drainSeconds, ...rest } = parseScenario(SMALLEST);
    expect(deadlines).to.deep.equal({
      acceptSeconds: 300,
      commitSeconds: 315,
      readySeconds: 375,
      startSeconds: 380,
      contributeSeconds: 5,
      voteSeconds: 30,
      closeSeconds: 30,
    });
    expect(sums).to.deep.equal([{ id: 'main', layout: 'main-v1', input: 'load' }]);
    expect(drainSeconds).to.equal(5);
    expect(rest).to.not.have.any.keys('without');
  });

  it('lets later deadlines follow the first one', () => {
    const { deadlines } = parseScenario(`${SMALLEST}deadlines:\n  acceptSeconds: 10\n`);
    expect(deadlines).to.include({ commitSeconds: 25, readySeconds: 85, startSeconds: 90 });
  });

  it('gives way to the command line, key by key', () => {
    const text = `${SMALLEST}deadlines:\n  acceptSeconds: 10\n  voteSeconds: 3\n`;
    const { deadlines, runSeconds } = parseScenario(text, 's.yaml', {
      runSeconds: 4,
      deadlines: { acceptSeconds: 20 },
    });
    expect(runSeconds).to.equal(4);
    expect(deadlines).to.include({ acceptSeconds: 20, voteSeconds: 3 });
  });

  const cases: [what: string, text: string, key: string, line: number][] = [
    ['a wrong type', SMALLEST.replace('12', 'soon'), 'runSeconds', 9],
    ['a nested wrong type', SMALLEST.replace("'1'", '1'), 'sut.version', 4],
    ['an unknown key', `${SMALLEST}tps: 100\n`, 'tps', 10],
    [
      'a nested unknown key',
      SMALLEST.replace('  class', '  secret: x\n  class'),
      'workload.secret',
      6,
    ],
    ['a missing key', SMALLEST.replace(/runSeconds.*\n/, ''), 'runSeconds', 1],
    ['deadlines as a list', `${SMALLEST}deadlines: []\n`, 'deadlines', 10],
    ['a misspelt key', SMALLEST.replace('runSeconds', 'runSecnods'), 'runSecnods', 9],
    ['a missing nested key', SMALLEST.replace("  version: '1'\n", ''), 'sut.version', 2],
    [
      'deadlines out of order',
      `${SMALLEST}deadlines:\n  acceptSeconds: 10\n  commitSeconds: 5\n`,
      'deadlines.commitSeconds',
      12,
    ],
    [
      'an item of a list',
      `${SMALLEST}sums:\n  - {id: Main!, layout: x, input: y}\n`,
      'sums.0.id',
      11,
    ],
  ];
  for (const [what, text, key, line] of cases) {
    it(`is refused for ${what}, with key and line`, () => {
      const error = refusal(text);
      expect(error.code).to.equal('E_SCENARIO');
      expect(error.details).to.deep.equal({ key, line });
      expect(error.message).to.contain(`scenario.yaml:${line}`).and.to.contain(key);
    });
  }

  it('is refused with words that name an unknown key as such', () => {
    expect(refusal(`${SMALLEST}tsp: 100\n`).message).to.contain(
      'scenario.yaml:10: unknown key "tsp"',
    );
  });

  it('is refused when it is no YAML, with the line', () => {
    const error = refusal('name: x\nsut: {type: ledger\n');
    expect(error.code).to.equal('E_SCENARIO');
    expect(error.details).to.have.property('line').that.is.greaterThan(1);
    expect(refusal('').code).to.equal('E_SCENARIO');
    expect(refusal('- a\n- b\n').code).to.equal('E_SCENARIO');
  });
});
