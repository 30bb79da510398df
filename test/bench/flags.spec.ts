/** The scripts that measure and search: help with an example, and one line about a flag that is wrong. */
import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
  scripts: Record<string, string>;
};
const names = Object.keys(scripts).filter((name) => name === 'fuzz' || name.startsWith('bench:'));
const run = (name: string, ...args: string[]) => {
  const file = scripts[name]?.replace(/^node /, '') ?? '';
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

for (const name of names)
  describe(`npm run ${name}`, function () {
    this.timeout(30_000);

    it('tells its flags, and an example', () => {
      const { status, stdout, stderr } = run(name, '--help');
      expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' });
      expect(stdout).to.match(/^Usage: /);
      expect(stdout).to.match(new RegExp(`\nExample:\n  npm run ${name} -- --\\w+`));
    });

    it('tells of a wrong flag in one line', () => {
      const { status, stdout, stderr } = run(name, '--no-such-flag');
      expect({ status, stdout }).to.deep.equal({ status: 2, stdout: '' });
      expect(stderr).to.equal(`unknown option '--no-such-flag': see npm run ${name} -- --help\n`);
    });
  });

describe('a value that a flag does not take', () => {
  it('is told of in one line, with what it takes', () => {
    const wrong: [string, string, string][] = [
      ['bench:bytes', '--n', '4,x'],
      ['bench:bytes', '--n', '257'],
      ['bench:aggregation', '--drop', '0.5'],
      ['bench:round', '--sut', 'fabric'],
      ['fuzz', '--inputs', 'many'],
    ];
    for (const [name, flag, value] of wrong) {
      const { status, stderr } = run(name, flag, value);
      expect(status, name).to.equal(2);
      expect(stderr).to.match(/^option '.+' is invalid\. .+: see npm run \S+ -- --help\n$/);
    }
  }).timeout(30_000);
});
