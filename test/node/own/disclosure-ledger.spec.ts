import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  openDisclosureLedger,
  readDisclosures,
  type SentLine,
} from '../../../node/own/disclosure-ledger.ts';
import { useTemporaryDir } from '../home/temporary-dir.ts';

const line: Omit<SentLine, 'kind'> = {
  atMs: 1_900_000_000_000,
  round: '3fa1'.repeat(16),
  scenario: 'asset-transfer',
  sum: 'main',
  consortium: { name: 'Trade', digest: '09bc'.repeat(16) },
  roster: ['Org1', 'Org2', 'Org3'],
  layout: 'main-v1',
  lanes: 1461,
  bytes: 11_688,
  contribution: 'ab'.repeat(32),
};
const certificate = {
  atMs: line.atMs + 5000,
  round: line.round,
  sum: 'main',
  set: 'cd'.repeat(32),
  contributors: ['Org1', 'Org3'],
};

describe('the disclosure ledger', () => {
  const dir = useTemporaryDir();
  const path = () => join(dir(), 'disclosures.jsonl');
  const codeOf = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      return (error as { code: string }).code;
    }
    return 'nothing was thrown';
  };

  it('is empty where nothing was ever disclosed, and makes no file by being read', () => {
    expect(readDisclosures(path())).to.deep.equal([]);
    expect(() => statSync(path())).to.throw();
  });

  it('names a contribution, and later the certificate that opened its sum', () => {
    const ledger = openDisclosureLedger(path());
    ledger.sent(line);
    expect(readDisclosures(path())).to.deep.equal([{ ...line, certified: null }]);
    ledger.certified(certificate);
    const { atMs, set, contributors } = certificate;
    expect(readDisclosures(path())).to.deep.equal([
      { ...line, certified: { atMs, set, contributors } },
    ]);
  });

  it('has one line for each, however often a peer starts again', () => {
    for (const again of [0, 1, 2]) {
      const ledger = openDisclosureLedger(path());
      ledger.sent({ ...line, atMs: line.atMs + again });
      ledger.certified(certificate);
      ledger.certified(certificate);
    }
    expect(readFileSync(path(), 'utf8').trimEnd().split('\n')).to.have.length(2);
    expect(readDisclosures(path())[0]?.atMs).to.equal(line.atMs);
  });

  it('only ever grows', () => {
    openDisclosureLedger(path()).sent(line);
    const before = readFileSync(path(), 'utf8');
    openDisclosureLedger(path()).sent({ ...line, sum: 'threshold' });
    expect(readFileSync(path(), 'utf8').startsWith(before)).to.equal(true);
    expect(readDisclosures(path()).map(({ sum }) => sum)).to.deep.equal(['main', 'threshold']);
  });

  it('is for its owner alone', () => {
    openDisclosureLedger(path()).sent(line);
    expect(statSync(path()).mode & 0o777).to.equal(0o600);
  });

  it('loses nothing but a line that a crash cut short', () => {
    openDisclosureLedger(path()).sent(line);
    appendFileSync(path(), '{"kind":"sent","atMs":19');
    expect(codeOf(() => readDisclosures(path()))).to.equal('E_DISCLOSURE_LEDGER');
    openDisclosureLedger(path()).sent({ ...line, sum: 'threshold' });
    expect(readDisclosures(path()).map(({ sum }) => sum)).to.deep.equal(['main', 'threshold']);
  });

  it('names the line that somebody spoiled, and is not written on', () => {
    openDisclosureLedger(path()).sent(line);
    const good = readFileSync(path(), 'utf8');
    writeFileSync(path(), good + good.replace('1461', '"many"') + good);
    expect(codeOf(() => readDisclosures(path()))).to.equal('E_DISCLOSURE_LEDGER');
    expect(() => openDisclosureLedger(path())).to.throw(/line 2/);
  });

  it('says when it cannot be written, so that nothing is sent', () => {
    const ledger = openDisclosureLedger(join(dir(), 'no', 'such', 'folder'));
    expect(codeOf(() => ledger.sent(line))).to.equal('E_IO');
  });
});
