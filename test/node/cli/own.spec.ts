/** What an org keeps at home, as its people ask for it: no peer runs, but where one is in the way. */
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { createRecorder, mainLayout } from '../../../aggregation/index.ts';
import { startControlServer } from '../../../node/control/server.ts';
import { EXIT } from '../../../node/exit-codes.ts';
import { homeOf, type Home } from '../../../node/home/paths.ts';
import { openDisclosureLedger } from '../../../node/own/disclosure-ledger.ts';
import { ownRecord, writeOwnRecord } from '../../../node/own/own-record.ts';
import { reportText } from '../../../protocol/report.ts';
import { fakePeer, fakeView } from '../control/fake-peer.ts';
import { hump, sampleReport } from '../report/sample-report.ts';
import { errorOf, openDesk, type Desk } from './bench-node.ts';

const report = sampleReport({ transaction: [...hump(500, 20_000), ...hump(1500, 200_000)] });
const { round } = report;

describe('what an org keeps at home', () => {
  let desk: Desk;
  let home: Home;
  beforeEach(async () => {
    desk = openDesk();
    home = homeOf({ home: desk.path('home') });
    mkdirSync(home.node.dir, { recursive: true });
    writeFileSync(home.config, 'org: Org1\n');
    const recorder = createRecorder(mainLayout());
    recorder.markContributor();
    for (const us of hump(500, 20_000)) recorder.add('transaction', 'committed', us, true);
    recorder.add('transaction', 'version', 0, false);
    const lagUs = { p50: 410, p99: 1200.4, max: 5000 };
    const about = {
      round,
      org: 'Org1',
      scenario: report.scenario,
      windowStartMs: report.window.fromMs,
      windowMs: report.window.runMs,
      layout: 'main-v1',
      workers: [
        { planned: 300, achieved: 299, shed: 1, lagUs },
        { planned: 202, achieved: 202, shed: 0, lagUs: { p50: 1, p99: 2, max: 3 } },
      ],
    };
    await writeOwnRecord(home.round(round), ownRecord(about, recorder.lanes));
    writeFileSync(join(home.round(round).ownDir, 'transactions-0.csv'), 'kind,id\n');
  });
  afterEach(() => desk.clear());
  const run = (...args: string[]) => desk.run(...args, '--home', home.dir);
  const publish = () => {
    mkdirSync(home.round(round).dir, { recursive: true });
    writeFileSync(home.round(round).reportJson, reportText(report));
  };

  it('are own figures, failures by class, the harness, and where the log is', async () => {
    const { code, stdout } = await run('own');
    expect(code).to.equal(EXIT.ok);
    expect(stdout)
      .to.match(/committed valid .* 500\n/)
      .and.to.match(/failed: version .* 1\n/);
    expect(stdout)
      .to.match(/calls planned +502\n/)
      .and.to.match(/calls shed +1\n/);
    expect(stdout).to.match(/send lag p99 +1\.200 ms\n/);
    expect(stdout).to.contain(join(home.round(round).ownDir, 'transactions-0.csv'));
    const asked = JSON.parse((await run('own', round.slice(0, 6), '--json')).stdout);
    expect(asked.metrics.transaction.counts.committed).to.equal(500);
    expect(asked.harness).to.deep.include({ planned: 502, achieved: 501, shed: 1 });
    expect(asked.workers).to.have.length(2);
  });

  it('say where the log is when nothing was counted', async () => {
    const other = 'ff'.repeat(32);
    mkdirSync(home.round(other).ownDir, { recursive: true });
    writeFileSync(join(home.round(other).ownDir, 'transactions-0.csv'), 'kind,id\n');
    const { code, stdout } = await run('own', 'ffff');
    expect(code).to.equal(EXIT.ok);
    expect(stdout).to.contain('Nothing is counted').and.to.contain('transactions-0.csv');
  });

  it('stand beside the figures of the network', async () => {
    const early = await run('where-am-i', '--json');
    expect([early.code, errorOf(early).code]).to.deep.equal([EXIT.noInput, 'E_NO_REPORT']);
    publish();
    const { stdout } = await run('where-am-i');
    expect(stdout).to.contain('Org1 is one of 4 contributors').and.to.contain('share 25.0 %');
    const asked = JSON.parse((await run('where-am-i', '--json')).stdout);
    expect(asked.transaction.ranks.p50).to.be.within(0.1, 0.15);
  });

  it('are deleted by hand, after a word, and nothing else is', async () => {
    publish();
    const unasked = await run('purge', round.slice(0, 6), '--json');
    expect([unasked.code, errorOf(unasked).code]).to.deep.equal([EXIT.usage, 'E_USAGE']);
    expect(existsSync(home.round(round).own)).to.equal(true);
    const { code, stdout } = await run('purge', round.slice(0, 6), '--yes');
    expect([code, stdout.startsWith('deleted 2 files')]).to.deep.equal([EXIT.ok, true]);
    expect(existsSync(home.round(round).ownDir)).to.equal(false);
    expect(existsSync(home.round(round).reportJson)).to.equal(true);
    const after = await run('own', '--json');
    expect([after.code, errorOf(after).code]).to.deep.equal([EXIT.noInput, 'E_NO_OWN_DATA']);
  });

  it('are not deleted while the round is open', async () => {
    const peer = fakePeer({ ...fakeView('running'), round });
    const server = await startControlServer({ peer, file: home.node.control });
    try {
      const ran = await run('purge', round, '--yes', '--json');
      expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.temporary, 'E_ROUND_OPEN']);
      expect(existsSync(home.round(round).own)).to.equal(true);
    } finally {
      await server.close();
    }
  });

  it('are deleted at a start after the days that the settings say', async () => {
    writeFileSync(home.config, 'org: Org1\nretentionDays: 30\n');
    const { stdout } = await run('config', 'show', '--origin');
    expect(stdout).to.match(/retentionDays +config\.yaml +30\n/);
    expect(stdout).to.match(/logLevel +default +info\n/);
    const flag = await run('config', 'show', '--retention-days', '7', '--json');
    expect(JSON.parse(flag.stdout).settings.retentionDays).to.deep.equal({
      value: 7,
      origin: '--retention-days',
      flag: '--retention-days',
      env: 'HUSHMARK_RETENTION_DAYS',
    });
    const old = new Date(Date.now() - 31 * 86_400_000);
    const { ownDir } = home.round(round);
    for (const name of ['own.json', 'transactions-0.csv', '.'])
      utimesSync(join(ownDir, name), old, old);
    // it deletes before it opens the keys, which this home lacks
    writeFileSync(desk.path('home/consortium.json'), '{}');
    await run('start', '--passphrase-file', desk.passphrase);
    expect(existsSync(ownDir)).to.equal(false);
  });

  it('are looked at by the doctor, whose exit code says whether a check failed', async () => {
    const { code, stdout } = await run('doctor');
    expect(code).to.equal(EXIT.checkFailed);
    expect(stdout)
      .to.match(/^fail +consortium /m)
      .and.to.match(/\d+ checks: \d+ failed/);
    const asked = await run('doctor', '--json');
    const { ok, checks } = JSON.parse(asked.stdout);
    expect([asked.code, ok]).to.deep.equal([EXIT.checkFailed, false]);
    expect(checks.every((check: { state: string; fix?: string }) => check.state === 'ok' || check.fix)).to.equal(true); // prettier-ignore
  });

  for (const command of [
    ['own'],
    ['where-am-i'],
    ['report'],
    ['purge', 'abcd'],
    ['ledger', 'show'],
  ])
    it(`say of ${command.join(' ')} that there is no such home, where there is none`, async () => {
      const ran = await desk.run(...command, '--org', 'Org9', '--json');
      expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.noInput, 'E_NO_HOME']);
      expect(errorOf(ran).message).to.contain('Org9').and.to.contain('`bench-node init');
    });

  it('list everything that was ever disclosed', async () => {
    expect((await run('ledger', 'show')).stdout).to.contain('Nothing was ever disclosed');
    const ledger = openDisclosureLedger(home.node.disclosures);
    const line = {
      atMs: report.window.toMs,
      round,
      scenario: report.scenario,
      sum: 'main',
      consortium: { name: 'Trade', digest: '09bc'.repeat(16) },
      roster: ['Org1', 'Org2', 'Org3'],
      layout: 'main-v1',
      lanes: 1461,
      bytes: 11_688,
      contribution: 'ab'.repeat(32),
    };
    ledger.sent(line);
    expect((await run('ledger', 'show')).stdout).to.contain('no certificate is known');
    const contributors = ['Org1', 'Org3'];
    ledger.certified({ atMs: line.atMs, round, sum: 'main', set: 'cd'.repeat(32), contributors });
    const { stdout } = await run('ledger', 'show');
    expect(stdout).to.contain('11,688 bytes').and.to.contain('summed with Org1, Org3');
    const { disclosures } = JSON.parse((await run('ledger', 'show', '--json')).stdout);
    expect(disclosures[0]).to.deep.include({ round, bytes: 11_688 });
  });
});
