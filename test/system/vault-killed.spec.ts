import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mustRun } from '../../scenarios/demo/bench-node.ts';
import { homeOf, startWorld, type World } from '../../scenarios/demo/world.ts';

const PROGRAM = fileURLToPath(new URL('../../node/bench-node.js', import.meta.url));

/** Its children, by the process table. */
function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(' ').map(Number);
}

describe('a peer whose vault is killed', function () {
  this.timeout(240_000);
  let dir: string;
  let world: World;

  before(async function () {
    if (process.platform !== 'linux') {
      console.log('      skipped: finds the vault by /proc');
      return this.skip();
    }
    dir = mkdtempSync(join(tmpdir(), 'hushmark-vault-'));
    const orgs = ['Org1', 'Org2', 'Org3'];
    world = await startWorld({ dir, sut: 'ledger', orgs, tps: 5, seed: 1, say: () => {} });
  });
  after(async () => {
    await world?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('ends with the reason, and starts again; no signal opens a debugger in it', async () => {
    const [first] = world.peers as [World['peers'][number]];
    await first.stop();
    const home = ['--org', 'Org1', '--home', homeOf(dir, 'Org1')];
    const args = [
      PROGRAM,
      ...home,
      '--passphrase-file',
      join(dir, 'passphrases', 'Org1'),
      '--json',
    ];
    const start = () => spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const peer = start();
    let said = '';
    peer.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    await once(peer.stdout, 'data');
    const [vault] = childrenOf(peer.pid as number);
    process.kill(vault as number, 'SIGKILL');
    const [code] = (await once(peer, 'exit')) as [number];
    expect(code).to.equal(69);
    expect(said).to.include('E_VAULT_DIED');
    const again = start();
    await once(again.stdout, 'data');
    // nobody opens a debugger in it, whoever may signal it
    let complaint = '';
    again.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    again.kill('SIGUSR1');
    await mustRun(['status', ...home]);
    again.kill('SIGTERM');
    expect((await once(again, 'exit'))[0]).to.equal(0);
    expect(complaint).to.not.include('Debugger');
  });
});
