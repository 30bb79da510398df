import { expect } from 'chai';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OLDEST = [22, 18] as const;

describe('the package, installed in an empty folder', function () {
  this.timeout(300_000);
  let dir: string;
  let program: string;
  let reason: string | undefined;

  const npm = (args: string[], cwd: string) =>
    execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  before(function () {
    if (spawnSync('npm', ['ping']).status !== 0) {
      reason = 'no npm registry to install the dependencies from';
      console.log(`      skipped: ${reason}`);
      return this.skip();
    }
    dir = mkdtempSync(join(tmpdir(), 'hushmark-package-'));
    npm(['pack', '--pack-destination', dir], ROOT);
    const [tarball] = readdirSync(dir).filter((name) => name.endsWith('.tgz'));
    writeFileSync(join(dir, 'package.json'), '{"name":"somewhere-else","private":true}');
    npm(['install', '--prefer-offline', `./${tarball}`], dir);
    program = join(dir, 'node_modules', '.bin', 'bench-node');
  });
  after(() => dir && rmSync(dir, { recursive: true, force: true }));

  const run = (args: string[], path = process.env['PATH']) =>
    spawnSync(program, args, { cwd: dir, encoding: 'utf8', env: { ...process.env, PATH: path } });

  it('says its version', () => {
    const { status, stdout } = run(['--version']);
    expect(status).to.equal(0);
    expect(stdout.trim()).to.match(/^\d+\.\d+\.\d+/);
  });

  it('exports its libraries, types included', () => {
    const code = `
      import { quorum } from 'hushmark/aggregation';
      import { step } from 'hushmark/protocol';
      import { ConnectorBase } from 'hushmark/connectors';
      if (quorum(4, 1) !== 3 || typeof step !== 'function' || !ConnectorBase) process.exit(1);`;
    writeFileSync(join(dir, 'use.mjs'), code);
    expect(spawnSync(process.execPath, ['use.mjs'], { cwd: dir }).status).to.equal(0);
    writeFileSync(
      join(dir, 'use.mts'),
      `import { quorum } from 'hushmark/aggregation';
       import { step, type RoundState } from 'hushmark/protocol';
       import { ConnectorBase } from 'hushmark/connectors';
       export const q: number = quorum(4, 1);
       export type S = RoundState;
       export const used = [step, ConnectorBase];`,
    );
    const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024'];
    const types = ['--skipLibCheck', '--typeRoots', join(ROOT, 'node_modules', '@types')];
    const checked = spawnSync(tsc, [...flags, ...types, '--types', 'node', 'use.mts'], {
      cwd: dir,
      encoding: 'utf8',
    });
    expect(checked.stdout).to.equal('');
  });

  it('runs the demo', () => {
    const { status, stderr } = run(['demo', '--seconds', '5']);
    expect(status, stderr).to.equal(0);
    expect(stderr).to.include('verified by  4 of 4');
  });

  it('runs the demo quietly: the report and where it is, and nothing on the way there', () => {
    const { status, stdout, stderr } = run(['demo', '--seconds', '5', '--quiet']);
    expect([status, stderr]).to.deep.equal([0, '']);
    expect(stdout)
      .to.match(/^throughput, per second +\d/m)
      .and.to.match(/^\/.*round\.bundle$/m);
    expect(stdout).not.to.match(/proposed|connected/);
  });

  it('says in one sentence what it needs, on a Node that is too old', function () {
    const own = dirname(process.execPath);
    const bins = join(ROOT, 'node_modules', '.bin');
    const path = (process.env['PATH'] ?? '')
      .split(delimiter)
      .filter(
        (entry) => entry !== own && !entry.startsWith(bins) && !entry.includes('node_modules'),
      )
      .join(delimiter);
    const { stdout } = spawnSync('node', ['--version'], { encoding: 'utf8', env: { PATH: path } });
    const [major = 0, minor = 0] = (stdout ?? '').replace('v', '').split('.').map(Number);
    const isOld = major > 0 && (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]));
    if (!isOld) {
      console.log(
        `      skipped: the machine's own Node is ${stdout?.trim() || 'missing'}, not an old one`,
      );
      return this.skip();
    }
    const { status, stderr } = run(['--version'], path);
    expect(status).to.equal(69);
    expect(stderr.trim().split('\n')).to.have.length(1);
    expect(stderr).to.include('E_NODE_VERSION').and.include('22.18');
  });
});
