import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = async (name: string, n: number, ...args: string[]) => {
  const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [file, '--n', `${n}`, ...args]);
  return stdout;
};

describe('the figures', function () {
  this.timeout(30_000);

  it('tell what one org spends on a sum, also when a member drops out, stalls, or a view is lost', async () => {
    // of 7 members more are left to open their shares than are needed
    for (const n of [4, 7]) {
      const text = await run('aggregation', n, '--runs', '1', '--lanes', '1024', '--drop', '0.1');
      expect(text).to.include('1024 lanes');
      for (const setting of ['all there', '1 dropped', '1 stalled', '2nd view'])
        expect(text).to.match(new RegExp(`│ ${n} +│ '${setting}' +│ \\d`));
    }
  });

  it('tell what the time goes into', async () => {
    const text = await run('aggregation', 4, '--runs', '1', '--lanes', '1024', '--profile');
    const percent = [...text.matchAll(/│ '?[a-zA-Z, :.-]+'? +│ (\d+) +│$/gm)].map(([, n]) =>
      Number(n),
    );
    expect(percent).to.have.length(11);
    expect(percent.reduce((a, b) => a + b)).to.be.within(95, 105);
    expect(Math.max(...percent), 'signatures').to.equal(percent[0]);
  });

  it('tell what an audit of a published round takes', async () => {
    expect(await run('audit', 4, '--runs', '1')).to.match(/│ 4 +│ 33 +│ \d/);
  });

  it('tell how many bytes an org sends in each phase', async () => {
    const text = await run('bytes', 4);
    expect(text).to.match(/│ 4 +│( +\d+ +│){10}/);
    // 8 bytes a lane, and little else
    expect(Number(/│ 4 +│ \d+ +│ \d+ +│ (\d+)/.exec(text)?.[1])).to.be.within(8 * 1461, 12_000);
  });
});
