/** Colour, quiet, completion: what a shell and a terminal get. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { completionScript, SHELLS } from '../../../node/cli/completion.ts';
import { createOutput } from '../../../node/cli/output.ts';
import { createProgram } from '../../../node/cli/program.ts';

const ESCAPE = '\u001b';

function heard(isTTY: boolean) {
  let text = '';
  return { isTTY, write: (part: string) => (text += part), text: () => text };
}

describe('what a command says', () => {
  const error = { code: 'E_NO_HOME', message: 'there is none' };

  it('has colour on a terminal, and nowhere else', () => {
    for (const [isTTY, env, coloured] of [
      [true, {}, true],
      [false, {}, false],
      [true, { NO_COLOR: '1' }, false],
      [true, { NO_COLOR: '' }, true],
      [true, { TERM: 'dumb' }, false],
    ] as const) {
      const [out, err] = [heard(isTTY), heard(isTTY)];
      const output = createOutput(false, out, err, { env });
      expect(output.paint('green', 'ok').includes(ESCAPE)).to.equal(coloured);
      output.error(error);
      expect(err.text().includes(ESCAPE)).to.equal(coloured);
      expect(err.text()).to.contain('E_NO_HOME').and.to.contain('there is none');
    }
  });

  it('has no colour in JSON, not even on a terminal', () => {
    const err = heard(true);
    createOutput(true, heard(true), err, { env: {} }).error(error);
    expect(err.text()).to.equal(`${JSON.stringify({ error })}\n`);
  });

  it('is results and errors alone when it shall be quiet', () => {
    const [out, err] = [heard(false), heard(false)];
    const output = createOutput(false, out, err, { quiet: true });
    output.note('wait');
    output.line('12:00:01 running');
    output.result({}, 'done');
    output.verbatim('as it stands');
    output.error(error);
    expect(out.text()).to.equal('done\nas it stands\n');
    expect(err.text()).to.equal('E_NO_HOME: there is none\n');
  });
});

describe('shell completion', () => {
  const silent = { write: () => {} };
  const program = createProgram(createOutput(false, silent, silent), () => {});
  let dir: string;
  before(() => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-shell-'));
    for (const shell of SHELLS) writeFileSync(join(dir, shell), completionScript(shell, program));
  });
  after(() => rmSync(dir, { recursive: true }));

  /** What bash offers for the last word. */
  const offers = (...words: string[]) => {
    const typed = words.map((word) => `'${word}'`).join(' ');
    const script = `source ${join(dir, 'bash')}; COMP_WORDS=(bench-node ${typed}); COMP_CWORD=${words.length}; _bench_node; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n');
  };

  it('offers commands, those of a group too, and nothing where a file is meant', () => {
    expect(offers('')).to.include.members(['init', 'accept', 'where-am-i', 'doctor', 'ledger']);
    expect(offers('cons')).to.deep.equal(['consortium']);
    expect(offers('consortium', 's')).to.have.members(['sign', 'show']);
    expect(offers('--org', 'Org1', 'ledger', '')).to.deep.equal(['show']);
    expect(offers('propose', '')).to.deep.equal(['']);
  });

  it('offers the options of the command, and those of every command', () => {
    expect(offers('accept', '--sh')).to.deep.equal(['--show-disclosure']);
    expect(offers('accept', '3fa1', '--')).to.include.members(['--watch', '--org', '--help']);
    expect(offers('own', '--')).not.to.include('--show-disclosure');
  });

  for (const shell of SHELLS)
    it(`knows every command in ${shell}, and is taken by it where it is installed`, function () {
      const script = completionScript(shell, program);
      for (const { name } of program.commands.map((command) => ({ name: command.name() })))
        expect(script).to.contain(name);
      const checked = spawnSync(shell, ['-n', join(dir, shell)], { encoding: 'utf8' });
      if (checked.error) {
        console.log(`      skipped: no ${shell} to hold the script against`);
        return this.skip();
      }
      expect([checked.status, checked.stderr]).to.deep.equal([0, '']);
    });
});
