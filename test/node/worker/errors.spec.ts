import { expect } from 'chai';
import { fromRecord, named, toRecord, WorkerError } from '../../../node/worker/errors.ts';

const coded = (code: string, more: object = {}) =>
  Object.assign(new Error('oh'), { code, ...more });

describe('worker errors', () => {
  const table: [string, unknown, 'connector' | 'workload', string][] = [
    ['a connector’s own', new Error('oh'), 'connector', 'E_CONNECTOR'],
    ['a workload’s own', new Error('oh'), 'workload', 'E_WORKLOAD'],
    ['no error at all', 'just a word', 'workload', 'E_WORKLOAD'],
    ['nothing', undefined, 'connector', 'E_CONNECTOR'],
    ['a refused connection', coded('ECONNREFUSED'), 'connector', 'E_SUT_DOWN'],
    [
      'one deep in the causes',
      new Error('oh', { cause: coded('ETIMEDOUT') }),
      'connector',
      'E_SUT_DOWN',
    ],
    ['one of several', new AggregateError([coded('ECONNREFUSED')]), 'connector', 'E_SUT_DOWN'],
    ['an unreachable ledger', coded('E_SUT_UNREACHABLE'), 'connector', 'E_SUT_DOWN'],
    ['a wrong section of the network file', coded('E_NETWORK_FILE'), 'connector', 'E_NETWORK_FILE'],
    ['a refused permission', coded('ERR_ACCESS_DENIED'), 'workload', 'E_OUTSIDE_WORKSPACE'],
  ];
  for (const [name, thrown, stage, code] of table) {
    it(`names ${name} ${code}`, () => {
      expect(named(thrown, stage).code).to.equal(code);
    });
  }

  it('does not run in circles on cyclic causes', () => {
    const error = new Error('oh') as Error & { cause: unknown };
    error.cause = error;
    expect(named(error, 'workload').code).to.equal('E_WORKLOAD');
  });

  it('says which file was out of bounds', () => {
    const thrown = coded('ERR_ACCESS_DENIED', {
      resource: '/etc/passwd',
      permission: 'FileSystemRead',
    });
    expect(named(thrown, 'workload').message).to.include('/etc/passwd');
  });

  it('survives the way between two processes', () => {
    const error = new WorkerError('E_SUT_DOWN', 'down', { stage: 'connector' });
    const { code, message, details } = fromRecord(structuredClone(toRecord(error)));
    expect({ code, message, details }).to.deep.equal({
      code: 'E_SUT_DOWN',
      message: 'down',
      details: { stage: 'connector' },
    });
  });
});
