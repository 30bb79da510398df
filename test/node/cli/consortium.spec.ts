import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { EXIT } from '../../../node/exit-codes.ts';
import { openConsortium, parseManifestFile } from '../../../protocol/manifest.ts';
import { manyCards } from '../../protocol/consortium.ts';
import { errorOf, openDesk, type Desk } from './bench-node.ts';

const ORGS = ['Org1', 'Org2', 'Org3'];

describe('bench-node consortium', function () {
  // scrypt for two keys of three homes
  this.timeout(30_000);
  let desk: Desk;
  before(async () => {
    desk = openDesk();
    await Promise.all(
      ORGS.map((org, i) => run('init', '--org', org, '--listen', `/ip4/127.0.0.1/tcp/${4001 + i}`)),
    );
  });
  after(() => desk.clear());

  const run = (...args: string[]) => desk.run(...args, '--passphrase-file', desk.passphrase);
  const card = (org: string) => desk.path(`.hushmark/${org}/card.json`);
  const create = (out: string, ...more: string[]) =>
    run(
      'consortium',
      'create',
      '--name',
      'Trade',
      '--card',
      ...ORGS.map(card),
      '--out',
      out,
      ...more,
    );
  const sign = (file: string, org: string, ...more: string[]) =>
    run('consortium', 'sign', file, '--org', org, ...more);
  const read = (file: string) => parseManifestFile(readFileSync(desk.path(file), 'utf8'));

  it('is created from cards, for anybody to read, and nobody has signed it', async () => {
    const { code, stdout } = await create('created.json');
    expect(code).to.equal(EXIT.ok);
    expect(stdout).to.contain('Org1, Org2, Org3').and.to.contain('consortium sign created.json');
    expect(stdout).to.contain('All 3 must stay until the end of a round');
    expect(read('created.json').signatures).to.deep.equal({});
    expect(statSync(desk.path('created.json')).mode & 0o044).to.equal(0o044);
  });

  it('is never written over another file', async () => {
    writeFileSync(desk.path('mine.json'), 'mine');
    const ran = await create('mine.json', '--json');
    expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.cantCreate, 'E_FILE_EXISTS']);
    expect(readFileSync(desk.path('mine.json'), 'utf8')).to.equal('mine');
  });

  it('is refused under a policy by which no round could ever be', async () => {
    for (const policy of [
      ['--tolerate', '4'],
      ['--minimum', '4'],
    ]) {
      const ran = await create('never.json', ...policy, '--json');
      expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.usage, 'E_USAGE']);
    }
    const two = ['--card', card('Org1'), card('Org2'), '--out', 'never.json'];
    const ran = await run('consortium', 'create', '--name', 'T', ...two, '--json');
    expect(errorOf(ran).message).to.contain('at least 3 members');
    expect(existsSync(desk.path('never.json'))).to.equal(false);
  });

  it('has at most 256 members: more are refused with what to do, and nothing is written', async () => {
    const { cards, orgs } = manyCards(257);
    orgs.forEach((org, i) => writeFileSync(desk.path(`${org}.json`), JSON.stringify(cards[i])));
    const files = orgs.map((org) => `${org}.json`);
    const many = (out: string, given: readonly string[]) =>
      run('consortium', 'create', '--name', 'Many', '--out', out, '--json', '--card', ...given);
    const refused = await many('257.json', files);
    expect([refused.code, errorOf(refused).code]).to.deep.equal([EXIT.usage, 'E_USAGE']);
    expect(errorOf(refused).message)
      .to.contain('at most 256 members, these are 257: give fewer cards')
      .and.not.to.contain('another member');
    expect(existsSync(desk.path('257.json'))).to.equal(false);
    const made = await many('256.json', files.slice(1));
    expect([made.code, JSON.parse(made.stdout)]).to.have.nested.property('[1].quorum', 129);
    expect(read('256.json').manifest.members).to.have.length(256);
  });

  it('blames what was typed, and no copy of a file, for cards that do not go together', async () => {
    const twice = ['Org1', 'Org2', 'Org3', 'Org3'].map(card);
    const ran = await run('consortium', 'create', '--name', 'T', '--card', ...twice, '--out', 'x.json', '--json'); // prettier-ignore
    expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.usage, 'E_USAGE']);
    expect(errorOf(ran).message).to.contain('two members share the org Org3');
  });

  it('loses no signature when all members sign the same file at once, and is installed when complete', async () => {
    await create('consortium.json');
    const signed = await Promise.all(ORGS.map((org) => sign('consortium.json', org, '--json')));
    expect(signed.map(({ code }) => code)).to.deep.equal([0, 0, 0]);
    expect([...openConsortium(read('consortium.json')).orgs]).to.deep.equal(ORGS);
    const answers = signed.map(
      ({ stdout }) => JSON.parse(stdout) as { org: string; installed: boolean },
    );
    const last = answers.filter(({ installed }) => installed);
    expect(last).to.have.length(1);
    const home = desk.path(`.hushmark/${last[0]?.org}/consortium.json`);
    expect(readFileSync(home, 'utf8')).to.equal(readFileSync(desk.path('consortium.json'), 'utf8'));
    expect(existsSync(desk.path('consortium.json.lock'))).to.equal(false);

    const show = await run('consortium', 'show');
    expect(show.stdout).to.contain('Complete').and.not.to.contain('not signed');
    const installed = await run('consortium', 'install', 'consortium.json', '--org', 'Org1');
    expect(installed.code).to.equal(EXIT.ok);
    await create('other.json', '--longest-round', '60');
    for (const org of ORGS) await sign('other.json', org, '--json');
    const ran = await run('consortium', 'install', 'other.json', '--org', 'Org1', '--json');
    expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.cantCreate, 'E_FILE_EXISTS']);
  });

  it('joins signatures of parallel copies, and leaves out those that do not hold', async () => {
    await create('base.json', '--longest-round', '900');
    for (const org of ['Org1', 'Org2']) {
      writeFileSync(desk.path(`by-${org}.json`), readFileSync(desk.path('base.json')));
      await sign(`by-${org}.json`, org);
    }
    const spoiled = read('by-Org2.json');
    spoiled.signatures['Org3'] = spoiled.signatures['Org2'] as string;
    writeFileSync(desk.path('by-Org2.json'), JSON.stringify(spoiled));
    const { stdout } = await run(
      ...['consortium', 'merge', 'by-Org1.json', 'by-Org2.json', '--out', 'merged.json', '--json'],
    );
    expect(JSON.parse(stdout)).to.deep.include({
      signed: ['Org1', 'Org2'],
      missing: ['Org3'],
      wrong: [],
    });
    const shown = await run('consortium', 'show', 'by-Org2.json', '--json');
    expect(JSON.parse(shown.stdout)).to.deep.include({ wrong: ['Org3'] });
  });

  it('merges no copies of different manifests', async () => {
    await create('one.json', '--longest-round', '901');
    await create('two.json', '--longest-round', '902');
    const ran = await run(
      'consortium',
      'merge',
      'one.json',
      'two.json',
      '--out',
      'm.json',
      '--json',
    );
    expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.protocol, 'E_OTHER_CONSORTIUM']);
  });

  it('is signed by nobody whom it lists with another key, or not at all', async () => {
    await run('init', '--org', 'Org9');
    await create('strangers.json', '--longest-round', '903');
    const stranger = await sign('strangers.json', 'Org9', '--json');
    expect([stranger.code, errorOf(stranger).code]).to.deep.equal([EXIT.config, 'E_NOT_A_MEMBER']);
    await run('init', '--org', 'Org1', '--home', desk.path('twin'));
    const twin = await sign('strangers.json', 'Org1', '--home', desk.path('twin'), '--json');
    expect(errorOf(twin)).to.deep.include({
      code: 'E_NOT_A_MEMBER',
      details: { org: 'Org1', key: 'identityKey' },
    });
  });

  it('is not signed with a wrong passphrase, and stays as it was', async () => {
    await create('wrong.json', '--longest-round', '904');
    const other = desk.path('other-passphrase');
    writeFileSync(other, 'guess');
    chmodSync(other, 0o600);
    const args = ['consortium', 'sign', 'wrong.json', '--org', 'Org1', '--json'];
    const ran = await desk.run(...args, '--passphrase-file', other);
    expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.noPermission, 'E_WRONG_PASSPHRASE']);
    expect(read('wrong.json').signatures).to.deep.equal({});
  });

  it('is not installed before everybody signed', async () => {
    await create('early.json', '--longest-round', '905');
    const ran = await run('consortium', 'install', 'early.json', '--org', 'Org2', '--json');
    expect(errorOf(ran)).to.deep.include({ code: 'E_MANIFEST_UNSIGNED' });
    expect(errorOf(ran).details).to.deep.equal({ missing: ORGS });
  });

  it('is refused when it is no such file', async () => {
    writeFileSync(desk.path('garbage.json'), '{"manifest":{}}');
    for (const [file, code, exit] of [
      ['garbage.json', 'E_MANIFEST', EXIT.data],
      [join('no', 'such.json'), 'E_NO_FILE', EXIT.noInput],
    ] as const) {
      const ran = await run('consortium', 'show', file, '--json');
      expect([ran.code, errorOf(ran).code]).to.deep.equal([exit, code]);
    }
  });
});
