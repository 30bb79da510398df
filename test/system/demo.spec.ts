import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findAnvil } from '../../scenarios/networks/anvil.ts';
import { benchNode } from '../../scenarios/demo/bench-node.ts';

interface Summary {
  readonly ok: boolean;
  readonly verified: number;
  readonly identical: boolean;
  readonly lie: { readonly ok: boolean; readonly reason: string };
}

describe('bench-node demo', function () {
  this.timeout(240_000);
  let dir: string;

  beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'hushmark-demo-test-'))));
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const demo = async (...flags: string[]) => {
    const run = await benchNode(['demo', ...flags, '--keep', dir, '--json']);
    expect(run.code, run.stderr).to.equal(0);
    return { summary: JSON.parse(run.stdout) as Summary, said: run.stderr };
  };

  it('publishes one verified report of four orgs over the embedded ledger', async () => {
    const { summary, said } = await demo('--seconds', '6');
    console.log('      ran on: the embedded ledger');
    expect(summary).to.include({ ok: true, verified: 4, identical: true });
    expect(said).to.include('verified by  4 of 4');
    expect(said).to.include('copy rejected: signatures: ');
    expect(summary.lie.ok).to.equal(false);
  });

  it('does the same over a real EVM chain', async function () {
    if (findAnvil() === undefined) {
      console.log('      skipped: no Anvil (optional dependency, or anvil on PATH)');
      return this.skip();
    }
    const { summary } = await demo('--sut', 'ethereum', '--seconds', '8');
    console.log('      ran on: Anvil');
    expect(summary).to.include({ ok: true, verified: 4, identical: true });
  });

  it('ends everything that it started when it is interrupted', async () => {
    const program = new URL('../../node/bench-node.js', import.meta.url).pathname;
    const args = [program, 'demo', '--keep', dir];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    const connected = new Promise<void>((resolve) =>
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('proposed')) resolve();
      }),
    );
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    await connected;
    const pids = [...said.matchAll(/pid (\d+)/g)].map(([, pid]) => Number(pid));
    child.kill('SIGINT');
    expect(await ended).to.not.equal(0);
    expect(pids).to.have.length(4);
    for (const pid of pids) expect(() => process.kill(pid, 0), `pid ${pid}`).to.throw('ESRCH');
    expect(readdirSync(dir)).to.have.length(1);
  });
});
