/** What README.md shows of a program's output is what the program prints: of a whole round of four orgs, as it walks through. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { auditText, withCopies } from '../../node/cli/audit-verify.ts';
import { audit } from '../../protocol/audit.ts';
import { goldenPath } from '../golden/files.ts';
import { read } from './pages.ts';

const demo = (name: string) => readFileSync(goldenPath(`good/demo/${name}`));
const README = read('README.md');

describe('the walk-through in README.md', () => {
  it('shows the output of audit verify, line for line', () => {
    const [, shown = ''] = /```text\n(ok {4}bundle[\s\S]*?)\n```/.exec(README) ?? [];
    const verdict = audit(demo('round.bundle'), [demo('consortium.json').toString()]);
    const copies = {
      json: demo('report.json').toString(),
      html: demo('report.html').toString(),
    };
    const printed = auditText(withCopies(verdict, copies));
    // its own name, round and size
    const alike = (text: string) =>
      text
        .replaceAll(/ of (Trade|demo)\b/g, ' of <name>')
        .replace(/\d+ bytes/, '<size> bytes')
        .replace(/\b[0-9a-f]{64}\b/, '<round>');
    expect(alike(shown)).to.equal(alike(printed));
  });

  it('is of those four orgs', () => {
    const orgs = ['Org1', 'Org2', 'Org3', 'Org4'];
    expect(README)
      .to.contain(`--orgs ${orgs.join()}`)
      .and.to.contain(`(${orgs.join(', ')})`);
    expect(README).to.contain('consortium create --name Trade');
  });
});
