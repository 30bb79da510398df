import { expect } from 'chai';
import { ERRORS, errorShape, exitCodeOf, NodeError } from '../../../node/errors.ts';
import { EXIT } from '../../../node/exit-codes.ts';

describe('an error', () => {
  it('says what happened, then what to do, in one shape', () => {
    const error = new NodeError('E_WHICH_ORG', 'two homes', { orgs: ['A', 'B'] });
    expect(JSON.parse(JSON.stringify(error))).to.deep.equal({
      code: 'E_WHICH_ORG',
      message: 'two homes. Say which with --org or --home.',
      details: { orgs: ['A', 'B'] },
    });
    expect(error.exitCode).to.equal(EXIT.usage);
  });

  it('of another floor keeps its code and means wrong data', () => {
    const error = Object.assign(new Error('no'), { code: 'E_MANIFEST', details: {} });
    expect(errorShape(error)).to.deep.equal({ code: 'E_MANIFEST', message: 'no' });
    expect(exitCodeOf(error)).to.equal(EXIT.data);
  });

  it('that nobody foresaw is a bug', () => {
    for (const thrown of [
      new TypeError('x'),
      'text',
      Object.assign(new Error('x'), { code: 'ENOENT' }),
    ]) {
      expect(errorShape(thrown).code).to.equal('E_INTERNAL');
      expect(exitCodeOf(thrown)).to.equal(EXIT.software);
    }
  });

  it('has an exit code of the table, and a hint that is a sentence', () => {
    const codes: readonly number[] = Object.values(EXIT);
    for (const [code, { exitCode, hint }] of Object.entries(ERRORS)) {
      expect(codes, code).to.include(exitCode);
      expect(exitCode, code).not.to.equal(EXIT.ok);
      expect(hint, code).to.match(/^$|^[A-Z].*\.$/);
    }
  });
});
