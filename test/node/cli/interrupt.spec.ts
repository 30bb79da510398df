import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const MODULE = new URL('../../../node/cli/interrupt.ts', import.meta.url).href;
/** Says what it hears, and lives until it is ended. */
const PROGRAM = `
  import { interrupted } from '${MODULE}';
  setInterval(() => {}, 1000);
  interrupted().then((signal) => console.log('stops for', signal));
  console.log('listens');`;

describe('Ctrl-C', () => {
  for (const [first, second, code] of [
    ['SIGINT', 'SIGINT', 130],
    ['SIGINT', 'SIGTERM', 143],
    ['SIGTERM', 'SIGINT', 130],
  ] as const)
    it(`asks to stop the first time (${first}), and ends the process the second time (${second})`, async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
        cwd: fileURLToPath(new URL('.', import.meta.url)),
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const said = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
      expect((await said.next()).value).to.equal('listens\n');
      child.kill(first);
      expect((await said.next()).value).to.equal(`stops for ${first}\n`);
      child.kill(second);
      expect(await once(child, 'exit')).to.deep.equal([code, null]);
    });
});
