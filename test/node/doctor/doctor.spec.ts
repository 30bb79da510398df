import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { diagnose, type Check } from '../../../node/doctor/doctor.ts';
import { endpointsIn } from '../../../node/doctor/endpoints.ts';
import { machineChecks, type Machine } from '../../../node/doctor/machine.ts';
import { networkTexts } from '../../../node/doctor/network-texts.ts';
import { peerChecks } from '../../../node/doctor/running-peer.ts';
import { tlsChecks } from '../../../node/doctor/tls-files.ts';
import { homeOf, createHome, type Home } from '../../../node/home/paths.ts';
import { settle } from '../../../node/home/settings.ts';
import { fakePeer } from '../control/fake-peer.ts';
import { consortiumOf } from '../../protocol/consortium.ts';
import { useTemporaryDir } from '../home/temporary-dir.ts';

const stateOf = (checks: readonly Check[], name: string) =>
  checks.filter((check) => check.name === name).map(({ state }) => state);
const told = (checks: readonly Check[], name: string) =>
  checks.find((check) => check.name === name && check.state !== 'ok');

describe('the doctor on a machine', () => {
  const GIB = 2 ** 30;
  const good: Machine = {
    nodeVersion: '24.21.0',
    cores: 4,
    memoryBytes: 8 * GIB,
    availableBytes: 4 * GIB,
    freeDiskBytes: 20 * GIB,
  };
  const cases: [string, Partial<Machine>, string, Check['state']][] = [
    ['all that is needed', {}, 'disk', 'ok'],
    ['an older Node that works', { nodeVersion: '22.18.0' }, 'node', 'warn'],
    ['no core to spare', { cores: 2 }, 'cores', 'warn'],
    ['little memory', { availableBytes: GIB / 3 }, 'memory', 'warn'],
    ['hardly any memory', { availableBytes: GIB / 8 }, 'memory', 'fail'],
    ['a disk that fills up', { freeDiskBytes: GIB / 2 }, 'disk', 'warn'],
    ['a full disk', { freeDiskBytes: GIB / 100 }, 'disk', 'fail'],
  ];
  for (const [what, difference, name, state] of cases)
    it(`says ${state} of ${what}, and what to do`, () => {
      const checks = machineChecks({ ...good, ...difference }, 2);
      const [check] = checks.filter((one) => one.name === name);
      expect(check?.state).to.equal(state);
      expect(check?.fix === undefined).to.equal(state === 'ok');
      expect(checks.filter((one) => one.state !== 'ok')).to.have.length(state === 'ok' ? 0 : 1);
    });
});

describe('the doctor with a running peer', () => {
  const status = fakePeer().status();
  const clock = (boundUs: number) => ({ offsetUs: 0, errorUs: 0, boundUs });
  const all = { ...status, connected: ['Org2', 'Org3'] };

  it('compares clocks, and knows who is missing', () => {
    expect(stateOf(peerChecks({ ...all, clock: clock(800) }), 'clock')).to.deep.equal(['ok']);
    expect(stateOf(peerChecks({ ...all, clock: clock(200_000) }), 'clock')).to.deep.equal(['warn']);
    expect(stateOf(peerChecks({ ...all, clock: clock(3e6) }), 'clock')).to.deep.equal(['fail']);
    expect(stateOf(peerChecks(all), 'clock')).to.deep.equal(['warn']);
    expect(stateOf(peerChecks(all), 'members')).to.deep.equal(['ok']);
    expect(told(peerChecks(status), 'members')?.finding).to.contain('Org3');
  });

  it('says that clocks are not compared when no peer runs', () => {
    expect(stateOf(peerChecks(null), 'clock')).to.deep.equal(['warn']);
  });
});

describe('the doctor on a network file', () => {
  const dir = useTemporaryDir();

  it('finds endpoints in every form, each once, in the profiles that it names too', () => {
    writeFileSync(
      join(dir(), 'profile.yaml'),
      'peers: { peer0: { url: grpcs://peer0.org1.example:7051 } }\n',
    );
    const network = {
      ledger: { endpoint: '127.0.0.1:7000', again: '127.0.0.1:7000' },
      ethereum: { url: 'wss://node.example/ws', http: 'http://[::1]:8545' },
      channels: [{ profile: { path: './profile.yaml' } }],
      version: '1.2.3',
      note: 'starts at 12:30 or so',
      missing: 'no-such.json',
    };
    const found = endpointsIn(networkTexts(network, dir()));
    expect(found.map(({ key, host, port }) => [key, host, port])).to.deep.equal([
      ['ledger.endpoint', '127.0.0.1', 7000],
      ['ethereum.url', 'node.example', 443],
      ['ethereum.http', '::1', 8545],
      ['channels.0.profile.path.peers.peer0.url', 'peer0.org1.example', 7051],
    ]);
  });

  it('reads TLS files: there, a certificate, valid by date; a key for its owner alone', function () {
    const openssl = (...args: string[]) =>
      execFileSync('openssl', args, { cwd: dir(), stdio: 'pipe' });
    try {
      openssl('version');
    } catch {
      console.log('      skipped: no openssl to make certificates with');
      return this.skip();
    }
    const subject = ['-subj', '/CN=peer0', '-days', '90', '-nodes', '-newkey', 'rsa:2048'];
    openssl('req', '-x509', ...subject, '-keyout', 'tls.key', '-out', 'tls.pem');
    writeFileSync(join(dir(), 'broken.pem'), 'none');
    chmodSync(join(dir(), 'tls.key'), 0o644);
    const network = { ca: 'tls.pem', gone: 'gone.crt', key: 'tls.key', broken: './broken.pem' };
    const at = (days: number) =>
      tlsChecks(networkTexts(network, dir()), dir(), Date.now() + days * 86_400_000);
    const states = (days: number) => at(days).map(({ state }) => state);
    expect(states(0)).to.deep.equal(['ok', 'fail', 'warn', 'warn']);
    expect(states(70)[0]).to.equal('warn');
    expect(states(91)[0]).to.equal('fail');
    expect(states(-2)[0]).to.equal('fail');
    expect(at(0)[1]?.finding).to.contain('gone.crt').and.to.contain('ENOENT');
    chmodSync(join(dir(), 'tls.key'), 0o600);
    expect(states(0)[2]).to.equal('ok');
  });
});

describe('the doctor at home', () => {
  const dir = useTemporaryDir();
  const world = consortiumOf(4);
  let home: Home;
  let ledger: Server;

  beforeEach(async () => {
    home = homeOf({ home: join(dir(), 'home') });
    await createHome(home);
    for (const path of [home.vault.identityKey, home.node.transportKey])
      writeFileSync(path, '{}', { mode: 0o600 });
    writeFileSync(home.config, 'org: A\nlisten: /ip4/127.0.0.1/tcp/0\n');
    writeFileSync(home.consortium, world.text);
    writeFileSync(home.card, JSON.stringify(world.signers.get('A')?.card));
    ledger = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => ledger.once('listening', listening));
    const { port } = ledger.address() as AddressInfo;
    const workspace = join(home.dir, 'workspace');
    mkdirSync(workspace, { mode: 0o700 });
    const network = {
      caliper: { blockchain: 'ledger' },
      ledger: { endpoint: `127.0.0.1:${port}` },
    };
    writeFileSync(join(workspace, 'network.yaml'), JSON.stringify(network));
    writeFileSync(join(workspace, 'benchmark.yaml'), JSON.stringify(benchmark('./workload.js')));
    writeFileSync(join(workspace, 'workload.js'), '');
  });
  afterEach(() => void ledger.close());

  const benchmark = (module: string) => ({
    test: {
      rounds: [
        {
          label: 'asset-transfer',
          rateControl: { type: 'fixed-rate', opts: { tps: 10 } },
          workload: { module },
        },
      ],
    },
  });
  const look = (config = '') =>
    diagnose(home, settle(`org: A\n${config}`, home.dir).config, null, Date.now());

  it('fails nothing where all is well', async () => {
    const checks = await look();
    const failed = checks.filter(({ name, state }) => state === 'fail' && name !== 'memory');
    expect(failed).to.deep.equal([]);
    for (const name of ['keys', 'permissions', 'consortium', 'workspace', 'endpoint', 'listen'])
      expect(stateOf(checks, name), name).to.deep.equal(['ok']);
  });

  it('says that all must stay where there are three members, and not where there are four', async () => {
    const finding = async () =>
      (await look()).find(({ name }) => name === 'consortium')?.finding ?? '';
    expect(await finding())
      .to.contain('signed by all 4 members')
      .and.not.to.contain('must stay');
    writeFileSync(home.consortium, consortiumOf(3).text);
    expect(await finding()).to.contain('all 3 must stay until the end of a round');
  });

  const faults: [string, string, () => void][] = [
    ['a ledger that is down', 'endpoint', () => ledger.close()],
    ['a home that others can look into', 'permissions', () => chmodSync(home.dir, 0o750)],
    [
      'a private file that others can read',
      'permissions',
      () => chmodSync(home.vault.identityKey, 0o604),
    ],
    ['a key that is gone', 'keys', () => execFileSync('rm', [home.node.transportKey])],
    ['no consortium', 'consortium', () => execFileSync('rm', [home.consortium])],
    [
      'a consortium that lacks a signature',
      'consortium',
      () => writeFileSync(home.consortium, world.text.replace(/"signatures": ?\{\s*"A": ?"[^"]+",?/, '"signatures":{')), // prettier-ignore
    ],
    [
      "another member's card",
      'consortium',
      () => writeFileSync(home.card, JSON.stringify({ ...world.signers.get('B')?.card, org: 'A' })),
    ],
    [
      'a network file with a slip',
      'network.yaml',
      () => writeFileSync(join(home.dir, 'workspace/network.yaml'), 'caliper: ['),
    ],
    [
      'a benchmark file with a slip',
      'benchmark.yaml',
      () => writeFileSync(join(home.dir, 'workspace/benchmark.yaml'), 'test: { rounds: [] }'),
    ],
    [
      'a workload that is not there',
      'benchmark.yaml',
      () =>
        writeFileSync(
          join(home.dir, 'workspace/benchmark.yaml'),
          JSON.stringify(benchmark('./gone.js')),
        ),
    ],
  ];
  for (const [what, name, spoil] of faults)
    it(`fails ${what}, and says what to do`, async () => {
      spoil();
      const check = told(await look(), name);
      expect(check?.state).to.equal('fail');
      expect(check?.fix).to.match(/\w.+\.$/);
    });

  it('fails a workspace that holds the vault', async () => {
    expect(told(await look('workspace: .\n'), 'workspace')?.state).to.equal('fail');
  });

  it('fails a port that somebody else holds', async () => {
    const { port } = ledger.address() as AddressInfo;
    const check = told(await look(`listen: /ip4/127.0.0.1/tcp/${port}\n`), 'listen');
    expect(check?.finding).to.contain('EADDRINUSE');
  });
});
