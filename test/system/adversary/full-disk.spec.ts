/** A disk that fills up while a round runs: nothing is signed that is not kept, and the others publish without that org. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import type { ControlClient } from '../../../node/control/client.ts';
import { EXIT } from '../../../node/exit-codes.ts';
import { readIdentity } from '../../../node/vault/identity-key.ts';
import { openJournal } from '../../../node/vault/journal.ts';
import { hex, open, openConsortium, parseManifestFile, sha256 } from '../../../protocol/index.ts';
import type { Peer } from '../../../scenarios/demo/bench-node.ts';
import { passphraseOf, startWorld, type World } from '../../../scenarios/demo/world.ts';
import { acceptAll, propose, viewWhen } from '../one-round.ts';
import { canMountSmallDisk, smallDisk, type SmallDisk } from '../small-disk.ts';

const ORGS = ['Org1', 'Org2', 'Org3', 'Org4'];
const LENGTHS = { warmUpSeconds: 0, runSeconds: 6, leadSeconds: 15, voteSeconds: 8 };

describe('a disk that fills up while a round runs', function () {
  this.timeout(240_000);
  let dir: string;
  let world: World;
  let disk: SmallDisk;
  let control: ControlClient;
  let round: string;

  before(async function () {
    if (!canMountSmallDisk()) return this.skip();
    dir = mkdtempSync(join(tmpdir(), 'hushmark-filling-'));
    world = await startWorld({ dir, sut: 'ledger', orgs: ORGS, tps: 5, seed: 9, say() {} });
    await peers()[3].stop();
    disk = await smallDisk(dir, 'Org4', 8);
    control = await disk.start(3);
  });
  after(async () => {
    await disk?.remove();
    await world?.stop();
    if (dir) rmSync(dir, { recursive: true, force: true });
  });

  const peers = () => world.peers as readonly [Peer, Peer, Peer, Peer];
  /** the last one, on its disk */
  const last = (): Peer => ({ ...peers()[3], control, home: disk.home });
  const ended = (peer: Peer, id: string) =>
    viewWhen(peer, id, ({ end, files }) => end !== null || files !== null);

  it('is told of at once, and the others publish without its org', async () => {
    const [first, second, third] = peers();
    round = await propose(world, LENGTHS);
    await acceptAll([second, third, last()], round);
    await viewWhen(last(), round, ({ phase, end }) => phase === 'running' || end !== null);
    disk.fill();
    for (const peer of [first, second, third]) {
      const { phase, end, contributors } = await ended(peer, round);
      expect(phase, end?.message).to.equal('published');
      expect(contributors).to.deep.equal(['Org1', 'Org2', 'Org3']);
    }
    expect(disk.said()).to.match(/^E_DISK_FULL: .+ Make room/m);
    const { phase, end } = await ended(last(), round);
    expect([phase, end?.code]).to.deep.equal(['aborted', 'E_DISK_FULL']);
    expect(end?.message).to.match(/^Org4: .+ Make room/);
  });

  it('has cost nothing that was said: all that others heard of its org stands in its journal', async () => {
    expect(await disk.stop()).to.equal(EXIT.ok);
    disk.makeRoom();
    // SQLite would resolve the way through /proc to a file of the same name on the disk below
    const copy = join(dir, 'vault');
    cpSync(join(disk.home, 'vault'), copy, { recursive: true });
    const passphrase = readFileSync(passphraseOf(dir, 'Org4'), 'utf8').trimEnd();
    const identity = await readIdentity(join(copy, 'identity.key.json'), passphrase);
    const journal = openJournal(join(copy, 'journal.db'), identity.journalKeys);
    const signed = new Set(journal.under('').map(({ content }) => hex(sha256(content))));
    journal.close();
    const transcript = new DatabaseSync(join(peers()[0].home, 'node/rounds.db'), {
      readOnly: true,
    });
    const heard = transcript.prepare('SELECT bytes FROM envelope WHERE signer = ?').all('Org4');
    transcript.close();
    expect(heard).to.have.length.above(3);
    const consortium = openConsortium(parseManifestFile(readFileSync(world.consortium, 'utf8')));
    const lost = heard
      .map(({ bytes }) => open(consortium, bytes as Uint8Array))
      .filter(({ id }) => !signed.has(id));
    expect(lost.map(({ type }) => type)).to.deep.equal([]);
  });

  it('is no reason for anything else once there is room: the next round has all in it', async () => {
    control = await disk.start(3);
    const [first, second, third] = peers();
    const exception = 'the disk of Org4 was full';
    const next = await propose(world, { ...LENGTHS, runSeconds: 3, exception });
    await acceptAll([second, third, last()], next);
    for (const peer of [first, second, third, last()]) {
      const { phase, end, contributors } = await ended(peer, next);
      expect(phase, end?.message).to.equal('published');
      expect(contributors).to.deep.equal(ORGS);
    }
  });
});
