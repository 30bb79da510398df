import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { auditText, type FileAudit } from '../../../node/cli/audit-verify.ts';
import { EXIT } from '../../../node/exit-codes.ts';
import type { Audit } from '../../../protocol/audit.ts';
import { goldenPath } from '../../golden/files.ts';
import { sampleReport } from '../report/sample-report.ts';
import { errorOf, openDesk, type Desk } from './bench-node.ts';

describe('bench-node audit verify', () => {
  let desk: Desk;
  before(() => {
    desk = openDesk();
    writeFileSync(desk.path('consortium.json'), '{}');
    writeFileSync(desk.path('garbage.bundle'), Buffer.from('ff00ff00ff00', 'hex'));
    writeFileSync(desk.path('empty.bundle'), '');
  });
  after(() => desk.clear());
  const verify = (file: string, ...more: string[]) =>
    desk.run('audit', 'verify', file, '--consortium', 'consortium.json', ...more);

  it('rejects garbage, names the first thing that does not hold, needs neither home nor keys', async () => {
    for (const file of ['garbage.bundle', 'empty.bundle']) {
      const { code, stdout } = await verify(file);
      expect(code, file).to.equal(EXIT.auditFailed);
      expect(stdout, file)
        .to.match(/^FAIL {2}bundle /m)
        .and.to.match(/NOT verified: bundle: ./);
    }
  });

  it('gives a program every check', async () => {
    const { code, stdout } = await verify('garbage.bundle', '--json');
    const found = JSON.parse(stdout) as Audit;
    expect(code).to.equal(EXIT.auditFailed);
    expect(found.ok).to.equal(false);
    expect(found.checks.at(-1)).to.include({ name: 'bundle', ok: false });
  });

  it('gives several bundles a verdict each, and the exit code of the worst', async () => {
    const ran = await verify('garbage.bundle', 'empty.bundle', '--json');
    const found = JSON.parse(ran.stdout) as FileAudit[];
    expect(found.map(({ file, ok }) => [file, ok])).to.deep.equal([
      ['garbage.bundle', false],
      ['empty.bundle', false],
    ]);
    expect(ran.code).to.equal(EXIT.auditFailed);
    const text = (await verify('garbage.bundle', 'empty.bundle')).stdout;
    expect(text)
      .to.match(/^garbage\.bundle$/m)
      .and.to.match(/^empty\.bundle$/m);
    expect(text).to.match(/\n0 of 2 bundles verified\n$/);
  });

  it('tells a file that is missing from one that does not hold', async () => {
    const ran = await verify('none.bundle', '--json');
    expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.noInput, 'E_NO_FILE']);
  });

  it('says in one line what holds and who signed it', () => {
    const report = sampleReport();
    const text = auditText({
      ok: true,
      checks: [{ name: 'bundle', ok: true, detail: '40 signed statements' }],
      report,
      manifest: { digest: report.consortium.digest, place: 1, of: 1 },
      verifiedBy: ['Org1', 'Org2', 'Org3'],
    });
    expect(text).to.match(/^ok {4}bundle {2}40 signed statements$/m);
    expect(text).to.contain(`verified: round ${report.round} of Trade, signed by 3 of 4`);
  });
});

describe('bench-node audit verify of a bundle that holds', () => {
  let desk: Desk;
  before(() => {
    desk = openDesk();
    cpSync(goldenPath('good/demo'), desk.path('demo'), { recursive: true });
    cpSync(goldenPath('good/four-orgs'), desk.path('four'), { recursive: true });
    mkdirSync(desk.path('chain'));
    for (const name of ['1', '2', '3'])
      cpSync(goldenPath(`chain/${name}.json`), desk.path(`chain/${name}.json`));
    const page = readFileSync(desk.path('demo/report.html'), 'utf8');
    writeFileSync(
      desk.path('demo/saved.html'),
      page.replace('</main>', '<script></script></main>'),
    );
  });
  after(() => desk.clear());
  const verify = (...args: string[]) => desk.run('audit', 'verify', ...args);
  const demo = ['demo/round.bundle', '--consortium', 'demo/consortium.json'];

  it('checks the report and the page beside it, and names who signed', async () => {
    const { code, stdout } = await verify(...demo);
    expect(code).to.equal(EXIT.ok);
    expect(stdout)
      .to.match(/^ok {4}json {9}report\.json is the report, byte for byte$/m)
      .and.to.match(/^ok {4}page {9}report\.html is the page of this report/m)
      .and.to.match(/^verified: round [0-9a-f]{64} of .*Org1, Org2, Org3, Org4\)$/m);
  });

  it('refuses the page that --html names, and says that the bundle itself holds', async () => {
    const { code, stdout } = await verify(...demo, '--html', 'demo/saved.html');
    expect(code).to.equal(EXIT.auditFailed);
    expect(stdout).to.match(
      /^NOT verified: page: report\.html .*“<script>”.* \(the bundle itself holds\)$/m,
    );
  });

  it('finds the page that lies beside one of several bundles in a folder', async () => {
    cpSync(desk.path('demo'), desk.path('mixed'), { recursive: true });
    cpSync(desk.path('demo/round.bundle'), desk.path('mixed/org2.bundle'));
    cpSync(desk.path('four/round.bundle'), desk.path('mixed/four.bundle'));
    const files = ['round', 'org2', 'four'].map((name) => `mixed/${name}.bundle`);
    const ran = await verify(...files, '--consortium', 'demo/consortium.json', '--json');
    expect(ran.code).to.equal(EXIT.auditFailed);
    const found = JSON.parse(ran.stdout) as FileAudit[];
    expect(found.map(({ ok, checks }) => [ok, checks.at(-1)?.name])).to.deep.equal([
      [true, 'page'],
      [true, 'page'],
      [false, 'consortium'],
    ]);
  });

  it('follows manifests that are given one by one, or as a folder', async () => {
    const single = ['1', '3', '2'].flatMap((name) => ['--consortium', `chain/${name}.json`]);
    for (const given of [single, ['--consortium', 'chain']]) {
      const ran = await verify('four/round.bundle', ...given, '--json');
      expect(ran.code).to.equal(EXIT.ok);
      const { manifest } = JSON.parse(ran.stdout) as Audit;
      expect([manifest?.place, manifest?.of]).to.deep.equal([1, 3]);
    }
    const gap = ['--consortium', 'chain/1.json', '--consortium', 'chain/3.json'];
    const { code, stdout } = await verify('four/round.bundle', ...gap);
    expect(code).to.equal(EXIT.auditFailed);
    expect(stdout).to.match(/^NOT verified: consortium: the manifests have a gap/m);
  });

  it('refuses a page for several bundles, a page that is not there, and a folder without manifests', async () => {
    mkdirSync(desk.path('empty'));
    const codes = await Promise.all(
      [
        ['demo/round.bundle', ...demo, '--html', 'demo/report.html'],
        [...demo, '--html', 'none.html'],
        ['demo/round.bundle', '--consortium', 'empty'],
      ].map(async (args) => {
        const ran = await verify(...args, '--json');
        return [ran.code, errorOf(ran).code];
      }),
    );
    expect(codes).to.deep.equal([
      [EXIT.usage, 'E_USAGE'],
      [EXIT.noInput, 'E_NO_FILE'],
      [EXIT.noInput, 'E_NO_FILE'],
    ]);
  });
});
