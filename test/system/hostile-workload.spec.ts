/** A workload that turns against its own org: what it gets, and what becomes of the peer, the round and the others. */
import { expect } from 'chai';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { RoundView } from '../../node/control/api.ts';
import { homeOf as pathsOf } from '../../node/home/paths.ts';
import type { Peer } from '../../scenarios/demo/bench-node.ts';
import { homeOf, startWorld, workspaceOf, type World } from '../../scenarios/demo/world.ts';
import { findMarks } from './marks.ts';
import { acceptAll, propose, publish, viewWhen } from './one-round.ts';

const ORGS = ['Org1', 'Org2', 'Org3'];
const LENGTHS = { warmUpSeconds: 1, runSeconds: 3 };
const WORKLOAD = new URL('./hostile-workload.cjs', import.meta.url);
const MESSAGES = 10_000;
const TPS = 20;

interface Said {
  readonly name: string;
  readonly got?: string;
  readonly refused?: string;
}

describe('a hostile workload', function () {
  this.timeout(240_000);
  let dir: string;
  let world: World;
  let peer: Peer;
  let vaultPid: number;
  const library = () => join(dir, 'library');
  const workspace = () => workspaceOf(dir, 'Org1');
  const home = () => homeOf(dir, 'Org1');

  before(async function () {
    if (process.platform !== 'linux') {
      console.log('      skipped: tries /proc, and finds the vault by it');
      return this.skip();
    }
    dir = realpathSync(mkdtempSync(join(tmpdir(), 'hushmark-hostile-')));
    const options = { dir, sut: 'ledger', orgs: ORGS, tps: 20, seed: 6 } as const;
    world = await startWorld({ ...options, logLevel: 'debug', say: () => {} });
    peer = world.peers[0] as Peer;
    [vaultPid] = childrenOf(peer.pid) as [number];
    mkdirSync(library());
    writeFileSync(join(library(), 'note'), 'a note that the operator linked here');
    symlinkSync(library(), join(workspace(), 'library'));
    cpSync(WORKLOAD, join(workspace(), 'workload.js'));
    writeFileSync(
      join(workspace(), 'network.yaml'),
      stringify({ caliper: { blockchain: 'null' } }),
    );
  });
  after(async () => {
    await world?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const childrenOf = (pid: number): number[] =>
    readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map(Number);
  const logged = () => readFileSync(pathsOf({ home: home() }).node.log, 'utf8');
  function control(): { token: string; url: string } {
    return JSON.parse(readFileSync(join(home(), 'node', 'control.json'), 'utf8')) as never;
  }

  /** What no code of a worker is to read. */
  const secretFiles = () =>
    [
      ...['vault/identity.key.json', 'vault/journal.db', 'node/control.json', 'config.yaml'],
      ...['node/transport.key.json', 'node/rounds.db', 'node/node.log', 'peer.out'],
    ]
      .map((path) => join(home(), path))
      .concat(
        join(dir, 'passphrases', 'Org1'),
        join(workspaceOf(dir, 'Org2'), 'benchmark.yaml'),
        join(homeOf(dir, 'Org2'), 'vault', 'identity.key.json'),
      );

  function attack(name: string): void {
    const plan = {
      secrets: secretFiles(),
      workspace: workspace(),
      home: home(),
      vaultPid,
      controlUrl: control().url,
      outside: join(dir, 'consortium.json'),
    };
    const round = {
      label: 'asset-transfer',
      rateControl: { type: 'fixed-rate', opts: { tps: TPS } },
      workload: {
        module: './workload.js',
        arguments: { attack: name, messages: MESSAGES, seed: 1, plan },
      },
    };
    const benchmark = { test: { workers: { number: 1 }, rounds: [round] } };
    writeFileSync(join(workspace(), 'benchmark.yaml'), stringify(benchmark));
  }

  async function ended(): Promise<RoundView[]> {
    const round = await propose(world, LENGTHS);
    await acceptAll(world.peers.slice(1), round);
    const views = world.peers.map((one) => viewWhen(one, round, (view) => view.end !== null));
    return Promise.all(views);
  }

  async function expectAllAlive(): Promise<void> {
    for (const { org, control: client } of world.peers) {
      const { connected } = await client.status();
      expect(connected, org).to.have.length(ORGS.length - 1);
    }
    expect(childrenOf(peer.pid)).to.include(vaultPid);
    const said = readFileSync(join(home(), 'peer.out'), 'utf8');
    expect(said).to.not.match(/debugger/i);
  }

  describe('that tries everything', () => {
    let said: Said[];
    let round: RoundView;
    let asBefore: { files: string[]; modes: number[] };
    const state = () => ({
      files: readdirSync(workspace()).sort(),
      modes: secretFiles().map((path) => statSync(path).mode),
    });

    before(async () => {
      attack('tries');
      asBefore = state();
      round = (await publish(world, LENGTHS))[0] as RoundView;
      said = [...logged().matchAll(/"line":"hostile (\{.*?\})"\}?,?.*\n/g)].map(
        ([, json]) => JSON.parse(JSON.parse(`"${json}"`) as string) as Said,
      );
    });

    it('gets nothing that is not its own', () => {
      const tries = said.filter(({ name }) => !name.startsWith('documented'));
      expect(tries.length).to.be.above(70);
      expect(tries.filter(({ refused }) => refused === undefined)).to.deep.equal([]);
      const by = (code: string) => tries.filter(({ refused }) => refused?.includes(code)).length;
      expect(by('ERR_ACCESS_DENIED')).to.be.above(50);
      expect(by('401')).to.equal(5);
    });

    it('gets what the documentation says that nothing stops, and that is no secret', () => {
      const open = said.filter(({ name }) => name.startsWith('documented'));
      expect(open.filter(({ got }) => got === undefined)).to.deep.equal([]);
      const got = (name: string) => open.find((one) => one.name === `documented: ${name}`)?.got;
      expect(got('follow a link that the operator put here')).to.include('a note');
      expect(got('learn where a link leads')).to.equal(library());
      expect(got('reach the control API')).to.equal('200 {"ok":true}');
    });

    it('prints no secret, changes no file and leaves none', () => {
      const text = JSON.stringify(said);
      const secrets = [control().token, readFileSync(join(dir, 'passphrases', 'Org1'), 'utf8')];
      for (const secret of secrets) expect(text).to.not.include(secret);
      expect(state()).to.deep.equal(asBefore);
    });

    it('says 10,000 messages in the name of its worker, and the round is published by all', async () => {
      expect(logged()).to.include(`hostile said ${MESSAGES}`);
      expect(round.verifiedBy).to.have.members(ORGS);
      const rows = readFileSync(
        join(pathsOf({ home: home() }).round(round.round).ownDir, 'transactions-0.csv'),
        'utf8',
      );
      const calls = TPS * (LENGTHS.warmUpSeconds + LENGTHS.runSeconds);
      expect(rows.trimEnd().split('\n')).to.have.length.at.least(calls + 2);
      await expectAllAlive();
    });

    it('is nothing that the other orgs hear of', () => {
      const others = ORGS.slice(1).map((org) => homeOf(dir, org));
      expect(findMarks(['HostileWorkload', 'hostile said', 'documented: '], others)).to.deep.equal(
        [],
      );
    });
  });

  it('that forges a failure ends the round, under one of our codes', async () => {
    attack('forge before the start');
    const [own, ...others] = await ended();
    expect(own?.phase).to.equal('notReady');
    expect(own?.end?.code).to.equal('E_WORKLOAD');
    for (const other of others) {
      expect(other.phase).to.equal('notReady');
      expect(other.end?.code).to.equal('E_WORKLOAD');
    }
    expect(
      findMarks(
        ['E_OF_ITS_OWN', 'forged by the workload'],
        ORGS.slice(1).map((org) => homeOf(dir, org)),
      ),
    ).to.deep.equal([]);
    await expectAllAlive();
  });

  it('that breaks its wire loses its worker, and the round ends for want of its data', async () => {
    attack('break the wire');
    const views = await ended();
    for (const { phase, end } of views) {
      expect(phase).to.equal('aborted');
      expect(end?.code).to.equal('undecided');
    }
    expect(logged()).to.include('bytes that are no message');
    await expectAllAlive();
  });
});
