/** The ledger's troubles as a worker counts them, held against the ledger's own truth. */
import { expect } from 'chai';
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorker, type Worker } from '../../../node/worker/client.ts';
import { writeWorkspace } from '../../../scenarios/asset-transfer/workspace.ts';
import { startLedger, type LedgerNetwork } from '../../../scenarios/networks/ledger.ts';
import { counts } from '../../node/worker/fixtures/counts.ts';

interface Truth {
  txs: { valid: boolean; failureClass?: 'consensus' | 'version' }[];
}

describe('a worker on a ledger in trouble', function () {
  this.timeout(20_000);
  let folder: string;
  let ledger: LedgerNetwork | undefined;
  let worker: Worker | undefined;

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'hushmark-counted-')));
  });
  afterEach(async () => {
    await worker?.close();
    await ledger?.stop();
    await rm(folder, { recursive: true });
  });

  it('counts conflicts as version, refusals as consensus, and what is lost as unconfirmed', async () => {
    const logFile = join(folder, 'truth.jsonl');
    const faults = { versionedReads: true, failShare: 0.1, dropShare: 0.1, faultsAfter: 1 };
    ledger = await startLedger({ orgs: ['Org1'], seed: 3, logFile, ...faults });
    const workspace = join(folder, 'workspace');
    const endpoint = ledger.peers['Org1'] as string;
    await writeWorkspace(workspace, { sut: 'ledger', org: 'Org1', endpoint, tps: 120, seed: 7 });
    worker = startWorker({ org: 'Org1', workspace });
    await worker.prepare({ label: 'asset-transfer' });
    const startMs = performance.timeOrigin + performance.now() + 50;
    const { lanes } = await worker.run({ startMs, warmUpMs: 0, runMs: 2_000, drainMs: 2_000 });
    await worker.close();
    await ledger.stop();

    const lines = (await readFile(logFile, 'utf8')).trimEnd().split('\n');
    // the first two put the contract there and open the assets
    const [, , ...load] = lines.flatMap((line) => (JSON.parse(line) as Truth).txs);
    const of = (failureClass: string) =>
      load.filter((tx) => tx.failureClass === failureClass).length;
    const found = counts(lanes);
    expect(found).to.include({
      'transaction.committed': load.filter(({ valid }) => valid).length,
      'transaction.failed.version': of('version'),
      'transaction.failed.consensus': of('consensus'),
      'transaction.unconfirmed': (found['transaction.submitted'] ?? 0) - load.length,
    });
    for (const trouble of ['failed.version', 'failed.consensus', 'unconfirmed']) {
      expect(found[`transaction.${trouble}`], trouble).to.be.greaterThan(5);
    }
    expect(found['transaction.committed']).to.be.greaterThan(20);
  });
});
