import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { EXIT } from '../../../node/exit-codes.ts';
import { errorOf, openDesk, type Desk } from './bench-node.ts';

function filesIn(dir: string): Record<string, string> {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(dir, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(dir, name), 'hex')]));
}

describe('bench-node init', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
  });
  afterEach(() => desk.clear());
  const init = (...more: string[]) =>
    desk.run('init', '--org', 'Org1', '--passphrase-file', desk.passphrase, ...more);

  it('makes a home that only its owner can read, and says what comes next', async () => {
    const { code, stdout } = await init();
    const home = desk.path('.hushmark/Org1');
    expect(code).to.equal(EXIT.ok);
    expect(stdout).to.contain(join(home, 'card.json')).and.to.contain('consortium sign');
    for (const name of readdirSync(home, { recursive: true, encoding: 'utf8' })) {
      const stat = statSync(join(home, name));
      expect(stat.mode & 0o777, name).to.equal(stat.isDirectory() ? 0o700 : 0o600);
    }
    const files = Object.entries(filesIn(home)).map(([name, hex]) => [
      name,
      Buffer.from(hex, 'hex').toString(),
    ]);
    for (const [name, text] of files) expect(text, name).not.to.contain('correct horse');
  });

  it('tells a program what it made', async () => {
    const { stdout } = await init('--json', '--listen', '/ip4/127.0.0.1/tcp/4105');
    const made = JSON.parse(stdout) as { org: string; home: string; card: string; peerId: string };
    const card = JSON.parse(readFileSync(made.card, 'utf8')) as Record<string, unknown>;
    expect(made).to.include({ org: 'Org1', home: desk.path('.hushmark/Org1') });
    expect(card).to.include({ org: 'Org1', peerId: made.peerId });
    expect(card['addresses']).to.deep.equal(['/ip4/127.0.0.1/tcp/4105']);
  });

  it('refuses a home that is there, and changes nothing in it', async () => {
    await init();
    const before = filesIn(desk.path('.hushmark/Org1'));
    const again = await init('--json');
    expect(again.code).to.equal(EXIT.cantCreate);
    expect(errorOf(again).code).to.equal('E_FILE_EXISTS');
    expect(filesIn(desk.path('.hushmark/Org1'))).to.deep.equal(before);
  });

  it('refuses a folder with anything in it', async () => {
    mkdirSync(desk.path('full'));
    writeFileSync(desk.path('full/notes.txt'), 'mine');
    const ran = await init('--home', desk.path('full'), '--json');
    expect(errorOf(ran).code).to.equal('E_FILE_EXISTS');
    expect(readdirSync(desk.path('full'))).to.deep.equal(['notes.txt']);
  });

  it('leaves nothing behind when it fails', async () => {
    writeFileSync(desk.path('short'), 'seven77\n');
    const cases: [args: string[], code: string, exit: number][] = [
      [['--passphrase-file', desk.path('missing')], 'E_NO_FILE', EXIT.noInput],
      [['--listen', 'localhost:4001'], 'E_CONFIG', EXIT.config],
      [['--listen', '/ip4/0.0.0.0/tcp/4001'], 'E_USAGE', EXIT.usage],
      [['--listen', '/ip4/127.0.0.1/tcp/0'], 'E_USAGE', EXIT.usage],
      [['--org', '../evil'], 'E_ORG_NAME', EXIT.usage],
      [['--passphrase-file', desk.path('short')], 'E_WEAK_PASSPHRASE', EXIT.data],
    ];
    for (const [args, code, exit] of cases) {
      const ran = await init(...args, '--json');
      expect([errorOf(ran).code, ran.code], args.join(' ')).to.deep.equal([code, exit]);
      expect(existsSync(desk.path('.hushmark')), args.join(' ')).to.equal(false);
    }
  });

  it('asks for a passphrase on a terminal only, and says how else to give it', async () => {
    const ran = await desk.run('init', '--org', 'Org1', '--json');
    expect(ran.code).to.equal(EXIT.noPermission);
    expect(errorOf(ran)).to.include({ code: 'E_NO_PASSPHRASE' });
    expect(errorOf(ran).message).to.contain('--passphrase-file');
  });

  it('announces what others reach, when it listens everywhere', async () => {
    const { stdout } = await init(
      ...['--listen', '/ip4/0.0.0.0/tcp/4001', '--announce', '/dns4/org1.example/tcp/4001'],
      '--json',
    );
    const { card } = JSON.parse(stdout) as { card: string };
    const { addresses } = JSON.parse(readFileSync(card, 'utf8')) as { addresses: string[] };
    expect(addresses).to.deep.equal(['/dns4/org1.example/tcp/4001']);
  });

  it('is needed before a peer starts', async () => {
    const ran = await desk.run('--org', 'Org1', '--json');
    expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.noInput, 'E_NO_HOME']);
  });
});

describe('the peer of a home', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = openDesk();
  });
  afterEach(() => desk.clear());

  it('is not there until it is started: every command that needs it says how', async () => {
    await desk.run('init', '--org', 'Org1', '--passphrase-file', desk.passphrase);
    for (const command of [['status'], ['watch'], ['accept'], ['decline'], ['abort']]) {
      const ran = await desk.run(...command, '--org', 'Org1', '--json');
      expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.unavailable, 'E_PEER_NOT_RUNNING']);
      expect(errorOf(ran).message).to.contain('Org1').and.to.contain('`bench-node --org');
    }
  });

  it('needs a consortium: without one it says where it comes from', async () => {
    await desk.run('init', '--org', 'Org1', '--passphrase-file', desk.passphrase);
    const ran = await desk.run('--org', 'Org1', '--passphrase-file', desk.passphrase, '--json');
    expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.noInput, 'E_NO_FILE']);
    expect(errorOf(ran).message).to.contain('consortium sign');
  });

  it('has no report before a round was published', async () => {
    await desk.run('init', '--org', 'Org1', '--passphrase-file', desk.passphrase);
    const ran = await desk.run('report', '--org', 'Org1', '--json');
    expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.noInput, 'E_NO_REPORT']);
  });
});
