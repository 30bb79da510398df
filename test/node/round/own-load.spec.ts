import { EventEmitter } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { createOwnLoad, LOAD_INPUT, type OwnLoad } from '../../../node/round/own-load.ts';
import type { Observation, Prepared, Worker } from '../../../node/worker/client.ts';
import { rejection, useTemporaryDir } from '../home/temporary-dir.ts';
import { T0 } from '../../protocol/proposal.ts';
import { settled } from './org-rounds.ts';

const SCHEDULE = {
  acceptByMs: T0,
  commitByMs: T0,
  readyByMs: T0,
  startMs: T0 + 1000,
  warmUpMs: 0,
  runMs: 1000,
  drainMs: 0,
  closingMs: T0 + 9000,
};

const BENCHMARK = `
test:
  workers: { number: 1 }
  rounds:
    - label: transfer
      txDuration: 1
      rateControl: { type: fixed-rate, opts: { tps: 1 } }
      workload: { module: workload.cjs }
`;

/** A worker process that does what it is told, when it is told to. */
class Obedient extends EventEmitter {
  readonly pid = 1;
  readonly prepared = Promise.withResolvers<Prepared>();
  runs = 0;
  prepare = () => this.prepared.promise;
  async run(): Promise<Observation> {
    this.runs += 1;
    const lagUs = { p50: 0, p99: 0, max: 0 };
    return { lanes: Float64Array.of(1, 2), planned: 1, achieved: 1, shed: 0, lagUs } as never;
  }
  stop = async () => {};
  close = async () => {};
}

describe('the own load of a round', () => {
  const dir = useTemporaryDir();
  let worker: Obedient;
  let load: OwnLoad;
  let nowMs: number;
  let warnings: object[];
  const ready = { workerArguments: [] } as unknown as Prepared;
  const logPath = () => join(dir(), 'own', 'transactions-0.csv');

  beforeEach(() => {
    nowMs = T0;
    warnings = [];
    writeFileSync(join(dir(), 'benchmark.yaml'), BENCHMARK);
    worker = new Obedient();
    load = createOwnLoad({
      org: 'A',
      workspace: dir(),
      label: 'transfer',
      logPath,
      outOfReach: [],
      onProgress() {},
      onMeasured: async () => {},
      clock: { nowMs: () => nowMs },
      log: { debug() {}, info() {}, warn: (details) => void warnings.push(details) },
      startWorker: () => worker as unknown as Worker,
    });
  });
  afterEach(() => load.close());

  it('waits for its preparation before it runs', async () => {
    const prepared = load.prepare();
    const ran = load.run(SCHEDULE);
    await settled();
    expect(worker.runs).to.equal(0);
    worker.prepared.resolve(ready);
    await prepared;
    await ran;
    expect(worker.runs).to.equal(1);
    expect(load.lanes(LOAD_INPUT)).to.deep.equal(Float64Array.of(1, 2));
  });

  it('has no data when its preparation ends after the start', async () => {
    void load.prepare();
    const ran = rejection(load.run(SCHEDULE));
    nowMs = SCHEDULE.startMs;
    worker.prepared.resolve(ready);
    expect((await ran).code).to.equal('E_WORKER_DOWN');
    expect(worker.runs).to.equal(0);
    expect(load.lanes(LOAD_INPUT)).to.equal(undefined);
  });

  it('has no data when its preparation fails, or never began', async () => {
    expect((await rejection(load.run(SCHEDULE))).code).to.equal('E_WORKER_DOWN');
    const prepared = rejection(load.prepare());
    const ran = rejection(load.run(SCHEDULE));
    worker.prepared.reject(new Error('no contracts'));
    await prepared;
    expect((await ran).message).to.equal('no contracts');
  });

  it('does not run when it was stopped before', async () => {
    void load.prepare();
    const ran = rejection(load.run(SCHEDULE));
    load.stop();
    worker.prepared.resolve(ready);
    expect((await ran).code).to.equal('E_WORKER_DOWN');
    expect(worker.runs).to.equal(0);
  });

  it('keeps its counts when its private log can not be written', async () => {
    writeFileSync(join(dir(), 'own'), 'a file where a folder should be');
    void load.prepare();
    worker.prepared.resolve(ready);
    await load.run(SCHEDULE);
    expect(load.lanes(LOAD_INPUT)).to.deep.equal(Float64Array.of(1, 2));
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include({ code: 'E_IO' });
  });

  it('runs though an earlier life of the peer left its log', async () => {
    mkdirSync(join(dir(), 'own'));
    writeFileSync(logPath(), 'old');
    void load.prepare();
    worker.prepared.resolve(ready);
    await load.run(SCHEDULE);
    expect(load.lanes(LOAD_INPUT)).to.deep.equal(Float64Array.of(1, 2));
  });
});
