import { expect } from 'chai';
import { join } from 'node:path';
import { checkSetting, parseConfig, readConfig, writeConfig } from '../../../node/home/config.ts';
import { modeOf, rejection, useTemporaryDir } from './temporary-dir.ts';

describe('config.yaml', () => {
  const dir = useTemporaryDir();

  it('needs only the org: the rest stays on this machine', () => {
    expect(parseConfig('org: Org1\n', '/home')).to.deep.equal({
      org: 'Org1',
      listen: '/ip4/127.0.0.1/tcp/4001',
      announce: [],
      controlPort: 0,
      workspace: '/home/workspace',
      logLevel: 'info',
      retentionDays: 0,
    });
  });

  const wrong: [string, string, string, number][] = [
    ['a wrong port', 'org: Org1\ncontrolPort: 70000\n', 'controlPort', 2],
    ['an unknown setting', 'org: Org1\n\nlisten_on: x\n', 'listen_on', 3],
    ['no address', 'org: Org1\nlisten: localhost:4001\n', 'listen', 2],
    [
      'a wrong item of a list',
      'org: Org1\nannounce:\n  - /ip4/1.2.3.4/tcp/1\n  - x\n',
      'announce.1',
      4,
    ],
    ['a missing org', 'logLevel: info\n', 'org', 1],
    ['no YAML', 'org: [\n', '', 2],
    ['a list', '- org\n', '', 1],
  ];
  for (const [what, text, key, line] of wrong)
    it(`names the key and the line of ${what}`, () => {
      const error = (() => {
        try {
          return parseConfig(text, '/home');
        } catch (reason) {
          return reason as { code: string; message: string; details: object };
        }
      })();
      expect(error).to.include({ code: 'E_CONFIG' });
      expect((error as { details: object }).details).to.deep.equal({ key, line });
    });

  it('says what is wrong, and that a key is unknown', () => {
    const refuse = (text: string) => () => parseConfig(text, '/home');
    expect(refuse('org: Org1\nlisten_on: x\n')).to.throw(
      'config.yaml, line 2: unknown key "listen_on"',
    );
    expect(refuse('org: Org1\nlogLevel: loud\n')).to.throw(
      'line 2: logLevel: must be "trace" or "debug" or "info" or "warn" or "error"',
    );
    expect(() => checkSetting('controlPort', 'x', 'HUSHMARK_CONTROL_PORT')).to.throw(
      'HUSHMARK_CONTROL_PORT: must be a number',
    );
  });

  it('is not written when a setting is wrong', async () => {
    const path = join(dir(), 'config.yaml');
    const { code } = await rejection(writeConfig(path, { org: 'Org 1' }));
    expect(code).to.equal('E_CONFIG');
    expect((await rejection(readConfig(path, dir()))).code).to.equal('E_NO_FILE');
  });

  it('is written for its owner alone and reads back', async () => {
    const path = join(dir(), 'config.yaml');
    await writeConfig(path, { org: 'Org1', listen: '/ip4/127.0.0.1/tcp/4711' });
    expect(await modeOf(path)).to.equal(0o600);
    expect(await readConfig(path, dir())).to.include({
      listen: '/ip4/127.0.0.1/tcp/4711',
      workspace: join(dir(), 'workspace'),
    });
    expect((await rejection(writeConfig(path, { org: 'Org2' }))).code).to.equal('E_FILE_EXISTS');
  });
});
