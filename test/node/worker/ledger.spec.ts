import { expect } from 'chai';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorker, type Worker } from '../../../node/worker/client.ts';
import { logTransactions } from '../../../node/worker/log-file.ts';
import { writeWorkspace } from '../../../scenarios/asset-transfer/workspace.ts';
import { startLedger, type LedgerNetwork } from '../../../scenarios/networks/ledger.ts';
import { counts } from './fixtures/counts.ts';

interface Delivery {
  peer: string;
  atUs: number;
  txs: { id: string; valid: boolean }[];
}

const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n');

describe('worker against the embedded ledger', function () {
  this.timeout(20_000);
  let folder: string;
  let ledger: LedgerNetwork | undefined;
  let worker: Worker | undefined;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'worker-ledger-')));
  });
  afterEach(async () => {
    await worker?.close();
    await ledger?.stop();
    rmSync(folder, { recursive: true });
  });

  async function workerFor(endpoint: string): Promise<Worker> {
    const workspace = join(folder, 'workspace');
    const values = { tps: 120, seed: 7, overdraftShare: 0.2 };
    await writeWorkspace(workspace, { sut: 'ledger', org: 'Org1', endpoint, ...values });
    worker = startWorker({ org: 'Org1', workspace });
    return worker;
  }

  it('sees each commit when the own peer has it, and counts what the ledger counts', async () => {
    const truthFile = join(folder, 'truth.jsonl');
    const delaysMs = { Org1: 20, Org2: 150 };
    ledger = await startLedger({ orgs: ['Org1', 'Org2'], delaysMs, seed: 1, logFile: truthFile });
    const driven = await workerFor(ledger.peers['Org1'] as string);
    const log = logTransactions(driven, join(folder, 'own', 'transactions.csv'));
    await driven.prepare({ label: 'asset-transfer' });
    const startMs = performance.timeOrigin + performance.now() + 50;
    const times = { startMs, warmUpMs: 500, runMs: 2_000, drainMs: 3_000 };
    const { lanes, achieved } = await driven.run(times);
    await log.close();
    await driven.close();
    await ledger.stop();

    const deliveries = lines(truthFile).map((line) => JSON.parse(line) as Delivery);
    const truth = new Map(
      deliveries
        .filter(({ peer }) => peer === 'Org1')
        .flatMap(({ atUs, txs }) => txs.map(({ id, valid }) => [id, { atUs, valid }] as const)),
    );
    const [header = '', , ...rows] = lines(join(folder, 'own', 'transactions.csv'));
    const bound = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(header)?.[1]);
    const inWindow = (us: number) => us >= bound('windowStartUs') && us < bound('windowEndUs');
    const behindUs: number[] = [];
    const expected = { submitted: 0, committed: 0, refused: 0, committedInWindow: 0 };
    for (const row of rows) {
      const [kind, id = '', intendedUs, , finalUs] = row.split(',');
      if (kind !== 'transaction') continue;
      const told = truth.get(id);
      expect(told, id).not.to.equal(undefined);
      const seenUs = Number(finalUs) + bound('epochOffsetUs');
      behindUs.push(seenUs - (told?.atUs ?? NaN));
      if (told?.valid && inWindow(Number(finalUs))) expected.committedInWindow++;
      if (!inWindow(Number(intendedUs))) continue;
      expected.submitted++;
      expected[told?.valid ? 'committed' : 'refused']++;
    }
    // Clocks of two processes differ by up to a millisecond; a busy machine wakes the worker late, now and then.
    expect(Math.min(...behindUs)).to.be.at.least(-2_000);
    expect(behindUs.toSorted((a, b) => a - b)[behindUs.length >> 1]).to.be.below(50_000);
    const found = counts(lanes);
    expect(found).to.include({
      'transaction.submitted': expected.submitted,
      'transaction.committed': expected.committed,
      'transaction.failed.consensus': expected.refused,
      'transaction.committedInWindow': expected.committedInWindow,
    });
    expect(expected.refused).to.be.above(0);
    expect((found['read.submitted'] ?? 0) + expected.submitted).to.equal(240);
    expect(achieved).to.equal(240);
  });

  it('says that the ledger is down', async () => {
    const driven = await workerFor('127.0.0.1:9');
    const error = await driven.prepare({ label: 'asset-transfer' }).catch((thrown) => thrown);
    expect(error).to.have.property('code', 'E_SUT_DOWN');
  });

  it('goes on when the ledger dies under load: what it owed counts as failed or unconfirmed', async () => {
    ledger = await startLedger({ orgs: ['Org1'] });
    const driven = await workerFor(ledger.peers['Org1'] as string);
    await driven.prepare({ label: 'asset-transfer' });
    const startMs = performance.timeOrigin + performance.now() + 50;
    driven.once('progress', () => void ledger?.stop());
    const times = { startMs, warmUpMs: 0, runMs: 2_500, drainMs: 500 };
    const { lanes, planned } = await driven.run(times);
    const found = counts(lanes);
    const total = (found['transaction.submitted'] ?? 0) + (found['read.submitted'] ?? 0);
    expect(total).to.equal(planned);
    expect(found['transaction.committed'] ?? 0).to.be.within(1, planned - 50);
  });
});
