/** What people read: it fits a narrow terminal, and a question is answered with no unless somebody says yes. */
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { askYesNo } from '../../../node/cli/ask.ts';
import { disclosureText } from '../../../node/cli/disclosure-text.ts';
import { checkLines } from '../../../node/cli/doctor.ts';
import { statusText } from '../../../node/cli/status.ts';
import { reportTable } from '../../../node/report/table.ts';
import { fitted, table, wrapped } from '../../../node/terminal/width.ts';
import { fakeDisclosure, fakePeer, fakeView } from '../control/fake-peer.ts';
import { hump, sampleReport } from '../report/sample-report.ts';

describe('a question', () => {
  const answered = (...typed: string[]) => {
    const input = new PassThrough();
    const asked = askYesNo('Sign?', input, new PassThrough());
    for (const text of typed) input.write(text);
    input.end();
    return asked;
  };

  for (const yes of ['y\n', 'Y\n', 'yes\n', ' YES \n'])
    it(`takes ${JSON.stringify(yes)} for a yes`, async () => {
      expect(await answered(yes)).to.equal(true);
    });
  for (const no of ['\n', 'n\n', 'yep\n', 'no\n'])
    it(`takes ${JSON.stringify(no)} for a no`, async () => {
      expect(await answered(no)).to.equal(false);
    });

  it('takes the end of the input for a no', async () => {
    expect(await answered()).to.equal(false);
  });
});

describe('text on a terminal', () => {
  it('breaks at spaces, and inside a word only when the word alone is too long', () => {
    expect(wrapped('one two three', 7)).to.deep.equal(['one two', 'three']);
    expect(wrapped('one two three', 7, 2)).to.deep.equal(['one two', '  three']);
    expect(wrapped('0123456789', 4)).to.deep.equal(['0123', '4567', '89']);
    expect(wrapped('', 4)).to.deep.equal(['']);
  });

  it('keeps every word, whatever the width', () => {
    const words = 'what leaves this machine in a round, field by field'.split(' ');
    for (let columns = 24; columns < 80; columns++)
      for (const indent of [0, 4, 30]) {
        const lines = wrapped(words.join(' '), columns, indent);
        expect(lines.every((line) => line.length <= columns)).to.equal(true);
        expect(lines.join(' ').split(/ +/)).to.deep.equal(words);
      }
  });

  it('lines up columns, and goes on in the last one', () => {
    const rows = [
      ['a', 'one two three'],
      ['bcd', 'four'],
    ];
    expect(table(rows, 14)).to.deep.equal(['a    one two', '     three', 'bcd  four']);
  });

  for (const columns of [40, 60, 80, 120])
    it(`shows what leaves a machine within ${columns} columns, and leaves nothing out`, () => {
      const disclosure = fakeDisclosure();
      const text = disclosureText(disclosure, columns);
      for (const line of text.split('\n')) expect(line.length, line).to.be.at.most(columns);
      const plain = text.replace(/\s+/g, '');
      for (const { type, fields } of disclosure.statements) {
        expect(text).to.contain(`${type}`);
        for (const { path } of fields) expect(text).to.contain(path);
      }
      for (const { groups } of disclosure.sums)
        for (const { name } of groups) expect(text).to.contain(name);
      for (const sentence of disclosure.besides)
        expect(plain).to.contain(sentence.replace(/\s+/g, ''));
    });

  it('fits a terminal, and is left alone in a file', () => {
    const text = '12:00:01  one two three\nfour';
    expect(fitted(text, 10, { columns: 20 })).to.equal(text);
    const narrow = { isTTY: true, columns: 41 };
    const long = `12:00:01  ${'word '.repeat(12)}end`;
    const lines = fitted(`${long}\nfour`, 10, narrow).split('\n');
    expect(lines.every((line) => line.length <= 41)).to.equal(true);
    expect(lines.slice(1, -1).every((line) => /^ {10}\S/.test(line))).to.equal(true);
    expect(lines.at(-1)).to.equal('four');
  });

  for (const columns of [40, 60, 80]) {
    const fits = (lines: readonly string[]) => {
      for (const line of lines) expect(line.length, line).to.be.at.most(columns);
    };

    it(`is the status of a peer within ${columns} columns`, () => {
      const peer = fakePeer(fakeView('aborted')).status();
      const text = statusText({ ...peer, peerId: '12D3KooW'.repeat(6) }, columns);
      fits(text.split('\n'));
      expect(text).to.contain('missing     Org3').and.to.contain('3fa13fa1');
    });

    it(`is the doctor's finding within ${columns} columns, and what to do`, () => {
      const check = {
        state: 'warn',
        name: 'benchmark.yaml',
        finding: `nothing in ${'/a/b'.repeat(8)} is for rounds of asset-transfer`,
        fix: 'Give one of its rounds that label.',
      } as const;
      const lines = checkLines(check, columns, { paint: (_style, text) => text });
      fits(lines);
      expect(lines.join(' ').replace(/\s+/g, ' ')).to.contain(check.fix);
      expect(lines[0]).to.match(/^warn {2}benchmark\.yaml/);
    });

    it(`is a report within ${columns} columns, every figure and proof in it`, () => {
      const report = sampleReport({ transaction: hump(5000, 200_000), read: hump(500, 9_000) });
      const wide = reportTable(report).replace(/\s+|-{2,}/g, '');
      const text = reportTable(report, columns);
      fits(text.split('\n'));
      expect(text).to.match(/latency p50 +\d/);
      const proofs = text.match(/\[[^)]+\)/g) ?? [];
      expect(proofs.length).to.be.above(4);
      for (const proof of proofs) expect(wide).to.contain(proof.replace(/\s+/g, ''));
    });
  }
});
