/** One org whose clock is wrong: it spoils its own part of a round and nobody else's, and its operator is told. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { EXIT } from '../../../node/exit-codes.ts';
import { patchedCopy, type Patch } from '../../../scenarios/demo/faults/patched-copy.ts';
import { benchNode, mustRun, startPeer, type Peer } from '../../../scenarios/demo/bench-node.ts';
import { homeOf, passphraseOf, startWorld, type World } from '../../../scenarios/demo/world.ts';
import { PROGRAM } from '../bad-input/refusal.ts';
import { acceptAll, propose, until, viewWhen } from '../one-round.ts';

const ORGS = ['Org1', 'Org2', 'Org3', 'Org4'];
const LENGTHS = { warmUpSeconds: 0, runSeconds: 3, leadSeconds: 15 };

/** Its own clock is right: it tells Org1 another time, and Org2 none. */
const TWO_CLOCKS: readonly Patch[] = [
  {
    file: 'node/net/clock-sync',
    find: '(channel) => answerSamples(channel, nowUs), {',
    put: `(channel, org) => org === 'Org2'
      ? new Promise(() => {})
      : answerSamples(channel, () => nowUs() + (org === 'Org1' ? 2_000_000 : 0)), {`,
  },
];

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
  /** The terminal tells of clocks once in half a minute; the log of each. */
  const logged = (peer: Peer) => readFileSync(join(peer.home, 'node', 'node.log'), 'utf8');
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

  /** Org4 again with this program, connected to all. */
  async function restarted(program: string): Promise<Peer> {
    await peers()[3].stop();
    const [home, passphrase] = [homeOf(dir, 'Org4'), passphraseOf(dir, 'Org4')];
    const back = await startPeer('Org4', home, passphrase, program);
    world.replace(back);
    await until(async () => (await back.control.status()).connected.length === 3);
    return back;
  }
  const exception = 'Org4 was not in the round before';

  it('by three seconds ends a round before its load; all read why, and whose clock it is', async () => {
    const back = await restarted(shiftedBy(3_000));
    const [first, second, third] = peers();
    const round = await propose(world, { ...LENGTHS, exception });
    await acceptAll([second, third, back], round);
    const own = await ended(back, round);
    expect(own.end?.details).to.deep.include({ orgs: ['Org1', 'Org2', 'Org3'] });
    for (const peer of [back, first, second, third]) {
      const { phase, end } = await ended(peer, round);
      expect([phase, end?.code]).to.deep.equal(['notReady', 'clock']);
      const watched = await benchNode(['watch', round, ...as(peer)]);
      expect(watched.code).to.equal(EXIT.notReady);
      const reads = watched.stdout.replaceAll(/\s+/g, ' ');
      if (peer === back) expect(reads).to.contain('this clock may be');
      else expect(reads).to.contain('Org4 can not take part, as it says: its clock');
    }
    await until(async () => /Org4's clock is [23]\.\d s ahead of this one/.test(logged(first)));
    await until(async () => /clock is [23]\.\d s behind this one/.test(logged(back)));
  });

  it('to one member, and silent to another, keeps nobody from the round', async () => {
    const liar = await restarted(await patchedCopy(join(dir, 'liar'), TWO_CLOCKS));
    const [first, second, third] = peers();
    const round = await propose(world, { ...LENGTHS, exception });
    await acceptAll([second, third, liar], round);
    for (const peer of peers()) {
      const view = await ended(peer, round);
      expect(view.phase, view.end?.message).to.equal('published');
      expect(view.contributors).to.deep.equal(ORGS);
    }
    for (const [peer, why] of [
      [first, "this clock may be 2\\d\\d\\d(\\.\\d+)? ms from Org4's"],
      [second, 'Org4 did not answer when clocks were compared'],
    ] as const) {
      const ofRound = logged(peer)
        .split('\n')
        .filter((line) => line.includes(round));
      const leftOut = ofRound.filter((line) => line.includes('Org4 is left out of'));
      expect(leftOut).to.have.length(1);
      expect(leftOut[0]).to.match(new RegExp(why));
    }
  });
});
