/** The ledger's troubles as a connector meets them, on a real ledger process: conflicts, faults, peers that go away. */
import { expect } from 'chai';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BlockCommit, Connector, TxStatus } from '../../../connectors/index.ts';
import { ledgerWorld, type LedgerWorld } from './ledger-world.ts';

interface Truth {
  peer: string;
  height: number;
  txs: { id: string; valid: boolean; failureClass?: string }[];
}

const classOf = (status: TxStatus): string =>
  status.IsCommitted() ? 'committed' : (status.failureClass as string);
const tally = (names: string[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(names)].sort().map((n) => [n, names.filter((m) => m === n).length]),
  );

describe('a ledger in trouble', () => {
  let folder: string;
  let world: LedgerWorld;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hushmark-troubles-'));
    world = ledgerWorld();
  });
  afterEach(async () => {
    await world.close();
    await rm(folder, { recursive: true });
  });

  const blocksOf = (worker: Connector): BlockCommit[] => {
    const blocks: BlockCommit[] = [];
    worker.on('blockCommitted', (block) => blocks.push(block));
    return blocks;
  };
  /** Resolves at the event after which `holds`. */
  const until = async (worker: Connector, holds: () => boolean): Promise<void> => {
    while (!holds()) await once(worker, 'blockCommitted');
  };

  it('fails the later of conflicting transactions, of class version, and its truth says the same', async () => {
    const logFile = join(folder, 'truth.jsonl');
    await world.start({ orgs: ['A'], blockTimeoutMs: 50, versionedReads: true, logFile });
    const { send } = await world.open('A');
    await send('open', 0, 10, 100);
    const statuses = await Promise.all([
      send('transfer', 0, 1, 1),
      send('transfer', 1, 2, 1),
      send('transfer', 3, 4, 1),
      send('transfer', 4, 3, 1000),
      send('transfer', 0, 5, 1),
    ]);
    expect(statuses.map(classOf)).to.deep.equal([
      ...['committed', 'version', 'committed', 'consensus', 'version'],
    ]);
    expect(statuses[1]?.GetErrMsg()).to.deep.equal(['"asset/1" was changed after it was read']);
    expect(statuses[1]?.Get('block_height')).to.be.greaterThan(0);
    expect(classOf(await send('transfer', 1, 2, 1))).to.equal('committed');
    await world.ledger?.stop();
    const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n');
    const told = lines.flatMap((line) => (JSON.parse(line) as Truth).txs);
    const truth = new Map(told.map(({ id, ...rest }) => [id, rest]));
    for (const status of statuses) {
      const failureClass = status.failureClass;
      const expected = failureClass ? { valid: false, failureClass } : { valid: true };
      expect(truth.get(status.GetID() as string)).to.deep.equal(expected);
    }
  });

  it('runs conflicting transactions one after the other unless it is asked for versioned reads', async () => {
    await world.start({ orgs: ['A'], blockTimeoutMs: 50 });
    const { send } = await world.open('A');
    await send('open', 0, 10, 100);
    const both = await Promise.all([send('transfer', 0, 1, 1), send('transfer', 0, 1, 1)]);
    expect(both.map(classOf)).to.deep.equal(['committed', 'committed']);
  });

  it('fails and loses the same transactions on each run with one seed', async () => {
    const runs = [];
    for (let run = 0; run < 2; run++) {
      const shares = { failShare: 0.2, dropShare: 0.2, faultsAfter: 1, seed: 5 };
      await world.start({ orgs: ['A'], blockTimeoutMs: 30, ...shares });
      const { send, worker } = await world.open('A');
      await send('open', 0, 60, 100);
      const ends: string[] = Array.from({ length: 60 }, () => 'pending');
      const sent = ends.map(async (_, index) => {
        ends[index] = classOf(await send('transfer', index, index, 1));
      });
      // ordered behind all of them: when this one is in a block, so is each that was not lost
      expect((await send('open', 60, 1, 100)).Get('block_height')).to.be.a('number');
      runs.push([...ends]);
      await worker.releaseContext();
      await Promise.all(sent);
      await world.ledger?.stop();
    }
    expect(runs[0]).to.deep.equal(runs[1]);
    expect(tally(runs[0] as string[])).to.have.all.keys('committed', 'consensus', 'pending');
  });

  it('stops one peer, which loses its clients and takes no new ones, while the others go on', async () => {
    const ledger = await world.start({ orgs: ['A', 'B'], blockTimeoutMs: 20 });
    const [a, b] = [await world.open('A'), await world.open('B')];
    await a.send('open', 0, 5, 100);
    // its block will not be there in time
    await ledger.control({ peer: 'B', lagMs: 600_000 });
    const pending = b.send('open', 0, 5, 100);
    const state = await ledger.control({ peer: 'B', stop: true });
    expect(state).to.include({ peer: 'B', running: false });
    expect(classOf(await pending)).to.equal('other');
    expect(classOf(await b.send('transfer', 0, 1, 1))).to.equal('other');
    const error = await b.worker.releaseContext().then(() => b.worker.init().catch((e) => e));
    expect(error).to.include({ code: 'E_SUT_UNREACHABLE' });
    expect(classOf(await a.send('transfer', 0, 1, 1))).to.equal('committed');
  });

  it('brings a peer back: its client returns, hears each missed block once, and drives on', async () => {
    const ledger = await world.start({ orgs: ['A', 'B'], blockTimeoutMs: 20 });
    const [a, b] = [await world.open('A'), await world.open('B')];
    const seenAtA = blocksOf(a.worker);
    const seenAtB = blocksOf(b.worker);
    await b.send('open', 0, 5, 100);
    await ledger.control({ peer: 'B', stop: true });
    await a.send('open', 0, 5, 100);
    for (let sent = 0; sent < 3; sent++) await a.send('transfer', 0, 1, 1);
    const missedUs = seenAtA.at(-1)?.finalUs as number;
    const missed = seenAtA.at(-1)?.height as number;
    const back = await ledger.control({ peer: 'B', start: true });
    expect(back).to.include({ running: true });
    await until(b.worker, () => seenAtB.at(-1)?.height === missed);
    const heights = seenAtB.map(({ height }) => height);
    const first = heights[0] as number;
    expect(heights).to.deep.equal(heights.map((_, index) => first + index));
    expect(seenAtB.at(-1)?.finalUs).to.be.greaterThan(missedUs);
    expect(classOf(await b.send('transfer', 0, 1, 1))).to.equal('committed');
  });

  it('lets one peer lag: its blocks come later by that, the others’ as before', async () => {
    const ledger = await world.start({ orgs: ['A', 'B'], blockTimeoutMs: 10 });
    const [a, b] = [await world.open('A'), await world.open('B')];
    expect(await ledger.control({ peer: 'B', lagMs: 1_500 })).to.include({ lagMs: 1_500 });
    const seenAtB = blocksOf(b.worker);
    const opened = await a.send('open', 0, 5, 100);
    const height = opened.Get('block_height') as number;
    await until(b.worker, () => seenAtB.at(-1)?.height === height);
    const laterUs = (seenAtB.at(-1)?.finalUs as number) - (opened.finalUs as number);
    expect(laterUs).to.be.greaterThan(1_000_000);
  });

  it('says what is wrong with an order, and goes on', async () => {
    const ledger = await world.start({ orgs: ['A'] });
    const refused = await ledger.control({ peer: 'B', stop: true }).catch((error) => error);
    expect(refused).to.have.property('message', 'E_LEDGER_CONTROL: "B" is not among --orgs');
    expect(await ledger.control({ peer: 'A', lagMs: 0 })).to.include({ running: true });
  });
});
