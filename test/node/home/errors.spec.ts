import { constants } from 'node:os';
import { expect } from 'chai';
import { errorShape, exitCodeOf, NodeError } from '../../../node/errors.ts';
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

  it('of another floor keeps its code, and gets its next step and exit code from the catalogue', () => {
    const error = Object.assign(new Error('no'), { code: 'E_MANIFEST', details: {} });
    expect(errorShape(error)).to.deep.equal({
      code: 'E_MANIFEST',
      message: 'no. Get a whole copy from another member.',
    });
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

  it('says a next step once, however often it is told', () => {
    const told = errorShape(new NodeError('E_PEER_BUSY', 'five are served'));
    expect(errorShape(Object.assign(new Error(told.message), { code: told.code }))).to.eql(told);
    const own = 'nothing to add up. Wait for more.';
    expect(new NodeError('E_PEER_BUSY', own).message).to.equal(own);
  });

  it('of a file says why the system refused, and a full disk is an error of its own', () => {
    const refused = (code: string, errno: number) =>
      new NodeError('E_IO', 'cannot write x', {}, Object.assign(new Error(), { code, errno }));
    const { EACCES, ENOSPC, EFBIG } = constants.errno;
    expect(refused('EACCES', -EACCES).message).to.equal(
      'cannot write x: permission denied. Check the disk, the path and its permissions.',
    );
    for (const full of [refused('ENOSPC', -ENOSPC), refused('EFBIG', -EFBIG)]) {
      expect(full.code).to.equal('E_DISK_FULL');
      expect(full.exitCode).to.equal(EXIT.io);
    }
    expect(refused('ENOSPC', -ENOSPC).message).to.match(/^cannot write x: no space left on device/);
  });
});
