import { expect } from 'chai';
import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker, WorkerEvents } from '../../../node/worker/client.ts';
import { logTransactions } from '../../../node/worker/log-file.ts';
import type { TransactionBatch } from '../../../node/worker/messages.ts';
import { gatherRows, type Row } from '../../../node/worker/transaction-rows.ts';

const row = (change: Partial<Row> = {}): Row => ({
  kind: 'transaction',
  id: 'a1',
  intendedUs: 10,
  sentUs: 12,
  finalUs: 40,
  outcome: 'committed',
  ...change,
});

describe('private log', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  async function logged(rows: Row[]): Promise<string> {
    const worker = new EventEmitter<WorkerEvents>() as Worker;
    const path = join(folder, 'own', 'round', 'transactions.csv');
    const log = logTransactions(worker, path);
    worker.emit('window', { epochOffsetUs: 5, startUs: 1, windowStartUs: 2, windowEndUs: 3 });
    const gathered = gatherRows((batch) => void worker.emit('transactions', batch));
    rows.forEach(gathered.add);
    gathered.flush();
    await log.close();
    return path;
  }

  it('holds a header and one line per transaction', async () => {
    const unconfirmed = row({ finalUs: NaN, outcome: 'unconfirmed', kind: 'read' });
    const path = await logged([row(), unconfirmed]);
    expect(readFileSync(path, 'utf8').split('\n')).to.deep.equal([
      '# transactions v1 epochOffsetUs=5 windowStartUs=2 windowEndUs=3',
      'kind,id,intendedUs,sentUs,finalUs,outcome',
      'transaction,a1,10,12,40,committed',
      'read,a1,10,12,,unconfirmed',
      '',
    ]);
  });

  it('is for its owner only', async () => {
    const path = await logged([row()]);
    expect(statSync(path).mode & 0o777).to.equal(0o600);
    expect(statSync(join(folder, 'own', 'round')).mode & 0o777).to.equal(0o700);
  });

  it('keeps an id with commas, quotes and line breaks in one field of one line', async () => {
    const path = await logged([row({ id: 'a,"b"\nc' })]);
    expect(readFileSync(path, 'utf8').split('\n')[2]).to.equal(
      'transaction,"a,""b"" c",10,12,40,committed',
    );
  });

  it('loses no row over many batches', async () => {
    const path = await logged(Array.from({ length: 10_000 }, (_, i) => row({ id: `t${i}` })));
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n').slice(2);
    expect(lines).to.have.length(10_000);
    expect(lines.at(-1)).to.match(/,t9999,/);
  });

  it('does not overwrite an earlier log', async () => {
    await logged([row()]);
    const error = await logged([row()]).catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'E_LOG_FILE');
  });
});

describe('rows', () => {
  it('are handed on in batches whose columns have one length', () => {
    const batches: TransactionBatch[] = [];
    const rows = gatherRows((batch) => batches.push(batch));
    for (let i = 0; i < 5000; i++) rows.add(row());
    rows.flush();
    rows.flush();
    expect(batches.map(({ ids, finalUs }) => [ids.length, finalUs.length])).to.deep.equal([
      [4096, 4096],
      [904, 904],
    ]);
  });
});
