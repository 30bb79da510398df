/** A disk that fills up: a file system of a few mebibytes, mounted for one process, holds the home of one org. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openControl, type ControlClient } from '../../../node/control/client.ts';
import { EXIT } from '../../../node/exit-codes.ts';
import type { Peer } from '../../../scenarios/demo/bench-node.ts';
import { homeOf, startWorld, type World } from '../../../scenarios/demo/world.ts';
import { propose, until, viewWhen } from '../one-round.ts';
import { bytesOf } from './home-bytes.ts';
import { expectRefusal, PROGRAM, run } from './refusal.ts';

const FULL = {
  code: 'E_DISK_FULL',
  says: /: (database or disk is full|no space left on device|file too large)\. Make room/,
} as const;
const LENGTHS = { warmUpSeconds: 0, runSeconds: 3, leadSeconds: 25 };

describe('a disk without room', function () {
  this.timeout(180_000);
  let dir: string;
  before(() => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-full-'));
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  it('makes no home, and leaves nothing of one', async function () {
    if (process.platform === 'win32') return this.skip();
    const home = join(dir, 'new');
    const passphrase = join(dir, 'passphrase');
    const file = openSync(passphrase, 'w', 0o600);
    writeSync(file, 'correct horse battery staple\n');
    closeSync(file);
    const init = ['init', '--org', 'Org1', '--home', home, '--passphrase-file', passphrase];
    expectRefusal(await run(init, 'ulimit -f 0'), FULL);
    expect(readdirSync(dir)).to.not.include('new');
    expect(await run(init)).to.include({ code: EXIT.ok });
  });

  describe('under a running peer', () => {
    let world: World;
    let peer: ChildProcess;
    let said = '';
    let control: ControlClient;
    /** the home as its own process sees it */
    let home: string;

    before(async function () {
      if (spawnSync('unshare', ['-rm', 'true']).status !== 0) {
        console.log('      skipped: needs unshare and user namespaces, to mount a small disk');
        return this.skip();
      }
      const orgs = ['Org1', 'Org2', 'Org3'];
      world = await startWorld({ dir, sut: 'ledger', orgs, tps: 10, seed: 4, say: () => {} });
      await (world.peers[1] as Peer).stop();
      await startOnSmallDisk();
    });
    after(async () => {
      if (peer?.exitCode === null) {
        peer.kill('SIGTERM');
        await once(peer, 'exit');
      }
      await world?.stop();
    });

    async function startOnSmallDisk(): Promise<void> {
      const at = homeOf(dir, 'Org2');
      const mount = `cp -a "${at}" "${dir}/copy" && mount -t tmpfs -o size=4m tmpfs "${at}" && cp -a "${dir}/copy/." "${at}" && exec "$@"`;
      const start = [
        '--org',
        'Org2',
        '--home',
        at,
        '--passphrase-file',
        join(dir, 'passphrases/Org2'),
      ];
      const program = [process.execPath, PROGRAM, ...start];
      peer = spawn('unshare', ['-rm', 'sh', '-c', mount, 'sh', ...program], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      peer.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
      home = `/proc/${peer.pid}/root${at}`;
      await once(peer.stdout as NodeJS.ReadableStream, 'data');
      control = openControl(join(home, 'node/control.json'), 'Org2');
      await until(async () => (await control.status()).connected.length === 2);
    }

    const filler = () => join(home, 'filler');
    function fill(): void {
      const file = openSync(filler(), 'w');
      try {
        for (;;) writeSync(file, Buffer.alloc(4096));
      } catch (error) {
        expect(error).to.have.property('code', 'ENOSPC');
      } finally {
        closeSync(file);
      }
    }

    it('keeps it from accepting, and from nothing else: with room the same round is published', async () => {
      const round = await propose(world, LENGTHS);
      await until(async () => (await control.rounds()).some((known) => known.round === round));
      const before = bytesOf(home);
      const accept = ['accept', round, '--org', 'Org2', '--home', home];
      fill();
      expectRefusal(await run(accept), FULL);
      expect(said).to.match(/^E_DISK_FULL: .+ Make room/m);
      rmSync(filler());
      expect(bytesOf(home)).to.deep.equal(before);
      expect(await run(accept)).to.include({ code: EXIT.ok });
      const [first, , third] = world.peers as [Peer, Peer, Peer];
      await third.control.accept(round);
      for (const one of [first, { ...first, control }]) {
        const view = await viewWhen(one, round, ({ end, files }) => end !== null || files !== null);
        expect(view.phase).to.equal('published');
      }
    });
  });
});
