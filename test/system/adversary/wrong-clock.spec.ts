/** One org whose clock is wrong: it spoils its own part of a round and nobody else's, and its operator is told. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { EXIT } from '../../../node/exit-codes.ts';
import { benchNode, mustRun, startPeer, type Peer } from '../../../scenarios/demo/bench-node.ts';
import { homeOf, passphraseOf, startWorld, type World } from '../../../scenarios/demo/world.ts';
import { PROGRAM } from '../bad-input/refusal.ts';
import { acceptAll, propose, until, viewWhen } from '../one-round.ts';

const ORGS = ['Org1', 'Org2', 'Org3', 'Org4'];
const LENGTHS = { warmUpSeconds: 0, runSeconds: 3, leadSeconds: 15 };

describe('an org whose clock is wrong', function () {
  this.timeout(240_000);
  let dir: string;
  let world: World;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-clock-'));
    const programs = new Map([['Org4', shiftedBy(3_600_000)]]);
    world = await startWorld({
      dir,
      sut: 'ledger',
      orgs: ORGS,
      tps: 5,
      seed: 3,
      say() {},
      programs,
    });
  });
  after(async () => {
    await world?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  /** A program that sets the clock of its process, and is ours from there on. */
  function shiftedBy(byMs: number): string {
    const path = join(dir, `shifted-by-${byMs}.mjs`);
    writeFileSync(
      path,
      `const now = Date.now;
Date.now = () => now() + ${byMs};
Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin + ${byMs} });
await import(${JSON.stringify(PROGRAM)});
`,
    );
    return path;
  }

  const said = (peer: Peer) => readFileSync(join(peer.home, 'peer.out'), 'utf8');
  const as = ({ org, home }: Peer) => ['--org', org, '--home', home];
  const peers = () => world.peers as readonly [Peer, Peer, Peer, Peer];
  const ended = (peer: Peer, round: string) =>
    viewWhen(peer, round, ({ end, files }) => end !== null || files !== null);

  it('by an hour hears of it on its terminal and from the doctor, and so do the others', async () => {
    const [first, , , last] = peers();
    await until(async () =>
      /^E_CLOCK_APART: .+ 3[56]\d\d\.\d s behind this one\. /m.test(said(last)),
    );
    await until(async () => said(first).includes("Org4's clock is 3"));
    expect(said(first)).to.match(
      /^E_CLOCK_APART: Org4's clock is 3[56]\d\d\.\d s ahead of this one/m,
    );
    await until(async () => (await last.control.status()).clock !== null);
    const { code, stdout } = await benchNode(['doctor', ...as(last), '--json']);
    expect(code).to.equal(EXIT.checkFailed);
    const { checks } = JSON.parse(stdout) as { checks: { name: string; state: string }[] };
    const clock = checks.find(({ name }) => name === 'clock');
    expect(clock).to.include({ state: 'fail' });
    expect(clock)
      .to.have.property('finding')
      .that.matches(/^up to 3[56]\d\d\.\d s away/);
  });

  it('by an hour takes part in no round; the others name it, and publish without it', async () => {
    const [first, second, third, last] = peers();
    const round = await propose(world, LENGTHS);
    await acceptAll([second, third], round);
    const { phase, end } = await ended(first, round);
    expect([phase, end?.code]).to.deep.equal(['expired', 'deadline']);
    expect(end?.details).to.deep.include({ missing: ['Org4'] });
    expect(await last.control.rounds()).to.deep.equal([]);

    const printed = await mustRun(['propose', '--again', round, '--without', 'Org4', ...as(first)]);
    const [again = ''] = printed.split('\n');
    await acceptAll([second, third], again);
    for (const peer of [first, second, third]) {
      const view = await ended(peer, again);
      expect(view.phase, view.end?.message).to.equal('published');
      expect(view.contributors).to.deep.equal(['Org1', 'Org2', 'Org3']);
    }
  });

  it('by three seconds keeps everybody from signing Ready, who know why and whose clock it is', async () => {
    const [first, second, third, last] = peers();
    await last.stop();
    const [home, passphrase] = [homeOf(dir, 'Org4'), passphraseOf(dir, 'Org4')];
    const back = await startPeer('Org4', home, passphrase, shiftedBy(3_000));
    world.replace(back);
    await until(async () => (await back.control.status()).connected.length === 3);
    const exception = 'Org4 was not in the round before';
    const round = await propose(world, { ...LENGTHS, exception });
    await acceptAll([second, third, back], round);
    for (const peer of [back, first]) {
      const { phase, end, ready } = await ended(peer, round);
      expect([phase, end?.code]).to.deep.equal(['notReady', 'clock']);
      expect(ready).to.deep.equal([]);
      const watched = await benchNode(['watch', round, ...as(peer)]);
      expect(watched.code).to.equal(EXIT.notReady);
      expect(watched.stdout).to.match(/this\s+clock\s+may\s+be/);
    }
    await until(async () => /Org4's clock is [23]\.\d s ahead of this one/.test(said(first)));
    await until(async () => /clock is [23]\.\d s behind this one/.test(said(back)));
  });
});
