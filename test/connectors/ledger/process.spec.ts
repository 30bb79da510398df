/** The ledger as it is run: its own process, real sockets, its truth against what a connector saw. */
import { expect } from 'chai';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { loadConnector, type TxStatus } from '../../../connectors/index.ts';
import type { LedgerNetworkOptions } from '../../../scenarios/networks/ledger.ts';
import { ledgerWorld, type LedgerWorld } from './ledger-world.ts';

const ENTRY = fileURLToPath(new URL('../../../connectors/ledger/process.ts', import.meta.url));

interface Truth {
  peer: string;
  height: number;
  atUs: number;
  txs: { id: string; valid: boolean }[];
}

/** Timers of a busy machine are late now and then, so the middle is held to the truth. */
const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

describe('ledger process', () => {
  let folder: string;
  let world: LedgerWorld;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hushmark-ledger-'));
    world = ledgerWorld();
  });
  afterEach(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  const start = (options: LedgerNetworkOptions) => world.start(options);
  const open = (org: string) => world.open(org);

  const truth = async (file: string): Promise<Truth[]> =>
    (await readFile(file, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Truth);

  it('delivers each block to each peer after that peer’s own delay, and logs when', async () => {
    const logFile = join(folder, 'truth.jsonl');
    const delaysMs = { A: 10, B: 310 };
    await start({ orgs: ['A', 'B'], blockTimeoutMs: 20, delaysMs, jitter: 0, logFile });
    const [a, b] = [await open('A'), await open('B')];
    await a.send('open', 0, 5, 100);
    await a.send('transfer', 0, 1, 1_000);
    await b.send('open', 0, 5, 100);
    await world.ledger?.stop();

    const lines = await truth(logFile);
    const at = (peer: string) =>
      new Map(lines.filter((line) => line.peer === peer).map((line) => [line.height, line.atUs]));
    const [atA, atB] = [at('A'), at('B')];
    expect([...atA.keys()]).to.deep.equal([...atB.keys()]);
    expect(atA.size).to.be.at.least(4);
    const later = [...atA].map(([height, atUs]) => (atB.get(height) as number) - atUs);
    expect(median(later)).to.be.within(250_000, 600_000);
    const invalid = lines.flatMap(({ txs }) => txs).filter(({ valid }) => !valid);
    expect(invalid).to.have.length(2);
  });

  it('agrees with a connector about when its transactions were committed', async () => {
    const logFile = join(folder, 'truth.jsonl');
    await start({ orgs: ['A', 'B'], blockTimeoutMs: 20, delaysMs: { A: 15, B: 0 }, logFile });
    const { send } = await open('A');
    const statuses = [await send('open', 0, 5, 100)];
    for (let sent = 0; sent < 10; sent++) statuses.push(await send('transfer', 0, 1, 1));
    await world.ledger?.stop();

    const lines = (await truth(logFile)).filter(({ peer }) => peer === 'A');
    const behindUs: number[] = [];
    for (const status of statuses) {
      const line = lines.find(({ txs }) => txs.some(({ id }) => id === status.GetID()));
      const seenUs = performance.timeOrigin * 1000 + (status.finalUs as number);
      behindUs.push(seenUs - (line?.atUs ?? 0));
      expect(line?.height).to.equal(status.Get('block_height'));
    }
    expect(Math.min(...behindUs)).to.be.greaterThan(-1000);
    expect(median(behindUs)).to.be.lessThan(10_000);
  });

  it('tells the reason of an invalid transaction to the org that sent it, and to nobody else', async () => {
    await start({ orgs: ['A', 'B'], blockTimeoutMs: 10 });
    const [a, b] = [await open('A'), await open('B')];
    await a.send('open', 0, 2, 100);
    const heard = new Promise<unknown>((resolve) => b.worker.once('blockCommitted', resolve));
    const status = await a.send('transfer', 0, 1, 1_000);
    expect(status.GetErrMsg()).to.deep.equal(['not enough']);
    expect(JSON.stringify(await heard)).not.to.include('not enough');
  });

  it('refuses an org at another org’s peer', async () => {
    await start({ orgs: ['A', 'B'] });
    const { workspace } = await open('A');
    const factory = await loadConnector('ledger', workspace.dir);
    const { network } = workspace;
    const stranger = await factory(0, { network, workspace: workspace.dir, org: 'B' });
    const error = await stranger.init().catch((thrown: unknown) => thrown);
    expect(error).to.include({ code: 'E_SUT_UNREACHABLE' });
    expect(error).to.have.property('message').that.includes('set ledger.endpoint to your own peer');
  });

  it('ends what is in flight when it goes away', async () => {
    const ledger = await start({ orgs: ['A'], blockTimeoutMs: 10, delaysMs: { A: 0 } });
    const { send, workspace, worker } = await open('A');
    const first = await send('open', 0, 2, 100);
    expect(first.IsCommitted()).to.equal(true);
    // its block will not be there in time
    await ledger.control({ peer: 'A', lagMs: 600_000 });
    const pending = send('transfer', 0, 1, 1);
    await world.ledger?.stop();
    const status = await pending;
    expect([status.GetStatus(), status.failureClass]).to.deep.equal(['failed', 'other']);
    const { contractId } = workspace;
    const read = { contractId, contractFunction: 'read', contractArguments: [0], readOnly: true };
    expect((await worker.sendRequests(read)) as TxStatus).to.include({ failureClass: 'other' });
  });

  it('takes 2,000 transactions per second, delivered to four peers', async () => {
    await start({ orgs: ['A', 'B', 'C', 'D'], blockTimeoutMs: 50 });
    const [a, b] = [await open('A'), await open('B')];
    await Promise.all([a.send('open', 0, 100, 1e6), b.send('open', 0, 100, 1e6)]);
    const startMs = performance.now();
    const sent = Array.from({ length: 2000 }, (_, index) => [
      a.send('transfer', index % 100, (index + 1) % 100, 1),
      b.send('transfer', index % 100, (index + 1) % 100, 1),
    ]).flat();
    const statuses = await Promise.all(sent);
    const perSecond = (statuses.length * 1000) / (performance.now() - startMs);
    expect(statuses.every((status) => status.IsCommitted())).to.equal(true);
    expect(perSecond).to.be.greaterThan(2000);
  });

  it('ends with the process that started it', async () => {
    const child = spawn(process.execPath, [ENTRY, '--orgs', 'A', '--parent'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    expect(JSON.parse(line)).to.have.property('ready', true);
    child.stdin.end();
    expect(await once(child, 'exit')).to.deep.equal([0, null]);
  });

  const wrongLines: [string, string[]][] = [
    ['no orgs', []],
    ['a delay of an unknown org', ['--orgs', 'A', '--delays', 'B=1']],
    ['an org twice', ['--orgs', 'A,A']],
    ['a block size of 0', ['--orgs', 'A', '--block-size', '0']],
    ['an unknown flag', ['--orgs', 'A', '--bogus']],
    ['a share above 1', ['--orgs', 'A', '--fail-share', '1.5']],
    ['shares above 1 together', ['--orgs', 'A', '--fail-share', '0.6', '--drop-share', '0.6']],
  ];
  for (const [what, args] of wrongLines) {
    it(`explains itself when it is given ${what}`, () => {
      const { status, stderr } = spawnSync(process.execPath, [ENTRY, ...args], {
        encoding: 'utf8',
      });
      expect(status).to.equal(64);
      expect(stderr).to.match(/^E_LEDGER_OPTIONS: .*Usage: /s);
    });
  }
});
