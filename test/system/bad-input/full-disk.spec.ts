/** A disk that fills up: a file system of a few mebibytes, mounted for one process, holds the home of one org. */
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { ControlClient } from '../../../node/control/client.ts';
import { EXIT } from '../../../node/exit-codes.ts';
import type { Peer } from '../../../scenarios/demo/bench-node.ts';
import { startWorld, type World } from '../../../scenarios/demo/world.ts';
import { propose, until, viewWhen } from '../one-round.ts';
import { canMountSmallDisk, smallDisk, type SmallDisk } from '../small-disk.ts';
import { bytesOf } from './home-bytes.ts';
import { expectRefusal, run } from './refusal.ts';

const FULL = {
  code: 'E_DISK_FULL',
  says: /: (database or disk is full|no space left on device|file too large)\. Make room/,
} as const;
const LENGTHS = { warmUpSeconds: 0, runSeconds: 3, leadSeconds: 25 };

describe('a disk without room', function () {
  this.timeout(240_000);
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
    let disk: SmallDisk;
    let control: ControlClient;

    before(async function () {
      if (!canMountSmallDisk()) return this.skip();
      const orgs = ['Org1', 'Org2', 'Org3'];
      world = await startWorld({ dir, sut: 'ledger', orgs, tps: 10, seed: 4, say: () => {} });
      await (world.peers[1] as Peer).stop();
      disk = await smallDisk(dir, 'Org2', 4);
      control = await disk.start(2);
    });
    after(async () => {
      await disk?.remove();
      await world?.stop();
    });

    it('keeps it from accepting, and from nothing else: with room the same round is published', async () => {
      const round = await propose(world, LENGTHS);
      await until(async () => (await control.rounds()).some((known) => known.round === round));
      const { home } = disk;
      const before = bytesOf(home);
      const accept = ['accept', round, '--org', 'Org2', '--home', home];
      disk.fill();
      expectRefusal(await run(accept), FULL);
      expect(disk.said()).to.match(/^E_DISK_FULL: .+ Make room/m);
      disk.makeRoom();
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
