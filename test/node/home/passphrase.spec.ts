import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { createOutput } from '../../../node/cli/output.ts';
import { createProgram } from '../../../node/cli/program.ts';
import { readPassphrase } from '../../../node/home/passphrase.ts';
import { rejection, useTemporaryDir } from './temporary-dir.ts';

const MODULE = new URL('../../../node/home/passphrase.ts', import.meta.url).href;

describe('the passphrase', () => {
  const dir = useTemporaryDir();
  const file = async (content: string) => {
    const passphraseFile = join(dir(), 'passphrase');
    await writeFile(passphraseFile, content);
    return passphraseFile;
  };

  it('is a file’s content without its last line break', async () => {
    expect(await readPassphrase({ passphraseFile: await file(' two words \n') })).to.equal(
      ' two words ',
    );
    expect(await readPassphrase({ passphraseFile: await file('dos\r\n') })).to.equal('dos');
    expect(await readPassphrase({ passphraseFile: await file('a\n\n') })).to.equal('a\n');
  });

  it('comes from a file descriptor', async () => {
    const fd = openSync(await file('from a descriptor'), 'r');
    expect(await readPassphrase({ passphraseFd: fd })).to.equal('from a descriptor');
    closeSync(fd);
  });

  it('comes through a pipe of another process', () => {
    const program = `const { readPassphrase } = await import(${JSON.stringify(MODULE)});
      process.stdout.write(await readPassphrase({ passphraseFd: 0 }));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      input: 'piped\n',
      encoding: 'utf8',
    });
    expect(stdout).to.equal('piped');
  });

  it('is never empty, and never longer than 4096 bytes', async () => {
    for (const content of ['', '\n', 'x'.repeat(4_097)])
      expect(
        (await rejection(readPassphrase({ passphraseFile: await file(content) }))).code,
      ).to.equal('E_NO_PASSPHRASE');
  });

  it('has 8 characters or more when it is new, and is taken as it is when it is not', async () => {
    const confirm = true;
    const short = await file('seven77\n');
    const refused = await rejection(readPassphrase({ passphraseFile: short, confirm }));
    expect(refused.code).to.equal('E_WEAK_PASSPHRASE');
    expect(refused.message).to.contain('8').and.not.to.contain('seven77');
    expect(await readPassphrase({ passphraseFile: short })).to.equal('seven77');
    const enough = await file('ünïcödé8\n');
    expect(await readPassphrase({ passphraseFile: enough, confirm })).to.equal('ünïcödé8');
  });

  it('names what cannot be read', async () => {
    const missing = await rejection(readPassphrase({ passphraseFile: join(dir(), 'none') }));
    expect(missing.code).to.equal('E_NO_FILE');
    const closed = await rejection(readPassphrase({ passphraseFd: 987 }));
    expect(closed.code).to.equal('E_NO_PASSPHRASE');
    const both = await rejection(readPassphrase({ passphraseFile: 'x', passphraseFd: 3 }));
    expect(both.code).to.equal('E_USAGE');
  });

  it('is not asked for without a terminal: the error says what to do', () => {
    const program = `const { readPassphrase } = await import(${JSON.stringify(MODULE)});
      await readPassphrase().catch((error) => process.stdout.write(JSON.stringify(error)));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      input: 'ignored',
      encoding: 'utf8',
    });
    const error = JSON.parse(stdout) as { code: string; message: string };
    expect(error.code).to.equal('E_NO_PASSPHRASE');
    expect(error.message).to.include('--passphrase-file');
  });

  it('stands in no command line and no environment: there is no option for it, and no variable', async () => {
    const silent = { write: () => {} };
    const program = createProgram(createOutput(false, silent, silent), () => {});
    const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];
    const options = all(program).flatMap((command) => command.options.map(({ long }) => long));
    const about = new Set(options.filter((long) => /pass|secret/i.test(long ?? '')));
    expect([...about].sort()).to.deep.equal(['--passphrase-fd', '--passphrase-file']);
    const script = `import { readPassphrase } from ${JSON.stringify(MODULE)};
      await readPassphrase().then(() => console.log('taken'), ({ code }) => console.log(code));`;
    const env = { PATH: process.env['PATH'], HUSHMARK_PASSPHRASE: 'correct horse battery' };
    const args = ['--input-type=module-typescript', '-e', script, 'correct horse battery'];
    const { stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8', input: '' });
    expect(stdout.trim()).to.equal('E_NO_PASSPHRASE');
  });
});
