import { writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { auditText, type FileAudit } from '../../../node/cli/audit-verify.ts';
import { EXIT } from '../../../node/exit-codes.ts';
import type { Audit } from '../../../protocol/audit.ts';
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
