import { expect } from 'chai';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { createOutput } from '../../../node/cli/output.ts';
import { createProgram } from '../../../node/cli/program.ts';
import { homeOf } from '../../../node/home/paths.ts';
import { readSettings, settle, SETTINGS, type SettingName } from '../../../node/home/settings.ts';
import { rejection, useTemporaryDir } from './temporary-dir.ts';

const FILE = 'org: Org1\nlisten: /ip4/127.0.0.1/tcp/4001\nlogLevel: warn\n';

/** What the environment would say for each setting, what a flag would, and what is wrong there. */
const SAID: Record<
  SettingName,
  { env: string; flag: unknown; is: [unknown, unknown]; bad: string }
> = {
  listen: {
    env: '/ip4/127.0.0.1/tcp/5001',
    flag: '/ip4/127.0.0.1/tcp/5002',
    is: ['/ip4/127.0.0.1/tcp/5001', '/ip4/127.0.0.1/tcp/5002'],
    bad: 'localhost:4001',
  },
  announce: {
    env: '/dns4/a.example/tcp/1, /dns4/b.example/tcp/2',
    flag: ['/dns4/c.example/tcp/3'],
    is: [['/dns4/a.example/tcp/1', '/dns4/b.example/tcp/2'], ['/dns4/c.example/tcp/3']],
    bad: '/dns4/a.example/tcp/1,b',
  },
  controlPort: { env: '7001', flag: 7002, is: [7001, 7002], bad: '-1' },
  workspace: { env: '/srv/a', flag: '/srv/b', is: ['/srv/a', '/srv/b'], bad: '' },
  logLevel: { env: 'debug', flag: 'error', is: ['debug', 'error'], bad: 'loud' },
  retentionDays: { env: '30', flag: 7, is: [30, 7], bad: 'a year' },
};

describe('the settings that count', () => {
  const dir = useTemporaryDir();

  for (const name of Object.keys(SETTINGS) as SettingName[]) {
    const { env: variable, flag } = SETTINGS[name];
    const { env, is, bad, flag: typed } = SAID[name];

    it(`take ${name} from the flag, else the environment, else the file, else the default`, () => {
      const both = settle(FILE, '/home', { [name]: typed }, { [variable]: env });
      expect([both.config[name], both.origins[name]]).to.deep.equal([is[1], flag]);
      const one = settle(FILE, '/home', {}, { [variable]: env });
      expect([one.config[name], one.origins[name]]).to.deep.equal([is[0], variable]);
      const none = settle(FILE, '/home', {}, { [variable]: '' });
      const inFile = FILE.includes(`${name}:`);
      expect(none.origins[name]).to.equal(inFile ? 'config.yaml' : 'default');
    });

    if (bad !== '')
      it(`name ${variable} when it is wrong`, () => {
        expect(() => settle(FILE, '/home', {}, { [variable]: bad }))
          .to.throw(new RegExp(`^${variable}: `))
          .with.property('code', 'E_CONFIG');
      });
  }

  it('have a path that is typed start where it is typed, one of the file in the home', () => {
    const inFile = settle(`${FILE}workspace: own\n`, '/home').config.workspace;
    const typed = settle(FILE, '/home', { workspace: 'own' }).config.workspace;
    expect([inFile, typed]).to.deep.equal(['/home/own', resolve('own')]);
  });

  it('leave the org to the home', async () => {
    const home = homeOf({ home: join(dir(), 'home') });
    mkdirSync(home.dir);
    writeFileSync(home.config, FILE);
    const env = { HUSHMARK_ORG: 'Org2' };
    expect((await readSettings(home, {}, env)).config.org).to.equal('Org1');
    const error = await rejection(readSettings(home, { org: 'Org2' }, {}));
    expect(error.code).to.equal('E_WHICH_ORG');
  });

  it('are flags of `start` and of `config show`, all of them', () => {
    const silent = { write: () => {} };
    const program = createProgram(createOutput(false, silent, silent), () => {});
    const flagsOf = (command: Command | undefined) => command?.options.map(({ long }) => long);
    const start = program.commands.find((one) => one.name() === 'start');
    const config = program.commands.find((one) => one.name() === 'config');
    const show = config?.commands.find((one) => one.name() === 'show');
    const flags = Object.values(SETTINGS).map(({ flag }) => flag);
    expect(flagsOf(start)).to.include.members(flags);
    expect(flagsOf(show)).to.include.members(flags);
  });
});
