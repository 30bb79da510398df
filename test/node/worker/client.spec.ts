import { expect } from 'chai';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellOf } from '../../../aggregation/grid.ts';
import { startWorker, type Progress, type Worker } from '../../../node/worker/client.ts';
import type { WorkerError } from '../../../node/worker/errors.ts';
import { logTransactions } from '../../../node/worker/log-file.ts';
import { counts, latenciesFrom } from './fixtures/counts.ts';
import { testBed, type TestBed, type WorkspaceOptions } from './fixtures/workspace.ts';

const nowMs = () => performance.timeOrigin + performance.now();
const label = 'mixed';
/** A run ends as soon as all is settled: a busy machine has this long for it. */
const short = { warmUpMs: 100, runMs: 500, drainMs: 8_000 };
/** A short drain, for what is never settled. */
const cut = { drainMs: 300 };

const thrownBy = (promise: Promise<unknown>): Promise<WorkerError> =>
  promise.then(
    () => expect.fail('was expected to reject'),
    (error: WorkerError) => error,
  );

/** Of what is in a private log. */
function committedInWindow(path: string): number {
  const [header = '', , ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const bound = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(header)?.[1]);
  return rows
    .map((row) => row.split(','))
    .filter(([, , , , , outcome]) => outcome === 'committed')
    .map(([, , , , finalUs]) => Number(finalUs))
    .filter((us) => us >= bound('windowStartUs') && us < bound('windowEndUs')).length;
}

describe('worker process', function () {
  this.timeout(20_000);
  let bed: TestBed;
  afterEach(() => bed.remove());

  async function prepared(options: WorkspaceOptions = {}): Promise<Worker> {
    bed = testBed(options);
    const worker = bed.start();
    await worker.prepare({ label });
    return worker;
  }
  const observed = async (options: WorkspaceOptions, times: object = {}) => {
    const worker = await prepared(options);
    return await worker.run({ startMs: nowMs() + 30, ...short, ...times });
  };
  const failure = (options: WorkspaceOptions): Promise<WorkerError> => {
    bed = testBed(options);
    return thrownBy(bed.start().prepare({ label }));
  };

  describe('load', () => {
    // one request for each call: a further one counts from when it was sent, which may be in the window or no longer
    for (const kind of ['read', 'transaction'])
      it(`sends exactly rate times seconds, and counts all of it (${kind}s)`, async () => {
        const requests = [{ readOnly: kind === 'read' }];
        const worker = await prepared({ tps: 400, arguments: { requests } });
        const path = join(bed.folder, 'own', 'transactions.csv');
        const log = logTransactions(worker, path);
        const { lanes, ...rest } = await worker.run({ startMs: nowMs() + 30, ...short });
        await log.close();
        expect(counts(lanes)).to.deep.equal({
          contributors: 1,
          [`${kind}.submitted`]: 200,
          [`${kind}.committed`]: 200,
          [`${kind}.latency`]: 200,
          [`${kind}.committedInWindow`]: committedInWindow(path),
        });
        expect(rest).to.deep.include({ planned: 200, achieved: 200, shed: 0 });
        expect(rest.lagUs.p50).to.be.within(0, 100_000);
        expect(rest.lagUs.p50 <= rest.lagUs.p99 && rest.lagUs.p99 <= rest.lagUs.max).to.equal(true);
      });

    it('ends when all is settled, long before the drain is over', async () => {
      const worker = await prepared();
      const startMs = nowMs() + 30;
      await worker.run({ startMs, ...short, drainMs: 60_000 });
      expect(nowMs() - startMs).to.be.within(600, 5_000);
    });

    it('does not let a frozen ledger hide what it kept waiting', async () => {
      const noOp = { freezeFromMs: 200, freezeToMs: 500 };
      const { lanes } = await observed({ tps: 1000, noOp }, { drainMs: 2_000 });
      expect(counts(lanes)['transaction.committed']).to.equal(500);
      // Due evenly during 300 ms, freed at once: about 200 of them waited for 100 ms and more.
      expect(latenciesFrom(lanes, 'transaction', cellOf(100_000))).to.be.within(150, 400);
    });

    it('does not let a stalling harness hide what it sent late', async () => {
      const stall = { misdeed: 'stall', misdeedAtCall: 300, stallMs: 200 };
      const { lanes, lagUs, achieved } = await observed({ tps: 1000, arguments: stall });
      expect(achieved).to.equal(500);
      expect(lagUs.max).to.be.at.least(150_000);
      expect(latenciesFrom(lanes, 'transaction', cellOf(100_000))).to.be.at.least(50);
    });

    it('calls unconfirmed what has no answer by the cut', async () => {
      const startedMs = nowMs();
      const { lanes } = await observed({ noOp: { answerMs: 30_000 } }, cut);
      expect(counts(lanes)).to.deep.equal({
        contributors: 1,
        'transaction.submitted': 50,
        'transaction.unconfirmed': 50,
      });
      expect(nowMs() - startedMs).to.be.below(10_000);
    });

    it('sheds at the cap, and says how much', async () => {
      bed = testBed({ tps: 200, noOp: { answerMs: 30_000 } });
      const worker = bed.start({ maxInFlight: 30 });
      await worker.prepare({ label });
      const observation = await worker.run({ startMs: nowMs() + 30, ...short, ...cut });
      // 20 in the warm-up, 10 more in the window, then the cap.
      expect(observation).to.include({ planned: 100, achieved: 10, shed: 90 });
      expect(counts(observation.lanes)).to.deep.equal({
        contributors: 1,
        'transaction.submitted': 100,
        'transaction.unconfirmed': 10,
        'transaction.shed': 90,
      });
    });

    it('gives failures their class, and goes on when the workload rejects', async () => {
      const requests = [
        { failureClass: 'consensus' },
        { failureClass: 'version' },
        { reject: true },
      ];
      // calls far apart: all requests of one are in the window with it, however long they take
      const { lanes } = await observed({ tps: 5, arguments: { requests } }, { runMs: 2_000 });
      expect(counts(lanes)).to.deep.include({
        'transaction.submitted': 30,
        'transaction.failed.consensus': 10,
        'transaction.failed.version': 10,
        'transaction.failed.other': 10,
      });
      expect(bed.lines.join('\n')).to.include('no answer');
    });

    it('counts as failed a call that rejects with nothing sent', async () => {
      const unsent = { tps: 5, arguments: { rejectUnsent: true } };
      const { lanes } = await observed(unsent, { runMs: 2_000 });
      expect(counts(lanes)).to.deep.include({ 'transaction.failed.other': 10 });
    });

    it('counts each request of an array', async () => {
      const requests = [{}, { readOnly: true }, {}];
      const { lanes } = await observed({ arguments: { requests, asBatch: true } });
      expect(counts(lanes)).to.deep.include({ 'transaction.committed': 100, 'read.committed': 50 });
    });

    it('shares one rate between two workers, of whom one is marked as contributor', async () => {
      bed = testBed({ tps: 101 });
      const [first, second] = [0, 1].map((workerIndex) =>
        bed.start({ workerIndex, totalWorkers: 2 }),
      ) as [Worker, Worker];
      const { workerArguments, tps } = await first.prepare({ label });
      await second.prepare({ label, workerArguments });
      expect(tps).to.equal(101);
      const times = { ...short, startMs: nowMs() + 50, warmUpMs: 0, runMs: 1000 };
      const both = await Promise.all([first.run(times), second.run(times)]);
      const found = both.map(({ lanes }) => counts(lanes));
      expect(found.map((one) => one['transaction.submitted'])).to.deep.equal([51, 50]);
      expect(found.map((one) => one['contributors'] ?? 0)).to.deep.equal([1, 0]);
      expect(bed.lines).to.include('sutContext {"from":"manager","i":1} 2');
    });

    it('tells of its progress and of each transaction, on the agreed clock', async () => {
      const worker = await prepared();
      const progress: Progress[] = [];
      worker.on('progress', (one) => progress.push(one));
      const path = join(bed.folder, 'own', 'transactions.csv');
      const log = logTransactions(worker, path);
      const startMs = Math.ceil(nowMs() + 30);
      await worker.run({ startMs, ...short, warmUpMs: 1_600 });
      await log.close();
      expect(progress.length).to.be.at.least(2);
      expect(progress.at(-1)).to.include({
        submitted: 210,
        committed: 210,
        failed: 0,
        inFlight: 0,
      });
      const [header = '', , ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
      const { epochOffsetUs = NaN, windowStartUs = NaN } = Object.fromEntries(
        [...header.matchAll(/(\w+)=(\d+)/g)].map(([, name, value]) => [name, Number(value)]),
      );
      expect(windowStartUs + epochOffsetUs).to.equal((startMs + 1_600) * 1000);
      expect(rows).to.have.length(210);
      const [kind, , intendedUs] = rows[0]?.split(',') ?? [];
      expect([kind, Number(intendedUs) + epochOffsetUs]).to.deep.equal([
        'transaction',
        startMs * 1000,
      ]);
    });
  });

  describe('confinement', () => {
    for (const file of ['/etc/passwd', '../vault/identity.json', '/proc/self/environ']) {
      it(`does not let a workload read ${file}`, async () => {
        bed = testBed({ arguments: { setup: 'read', file } });
        mkdirSync(join(bed.folder, 'vault'));
        writeFileSync(join(bed.folder, 'vault', 'identity.json'), 'secret');
        const error = await thrownBy(bed.start().prepare({ label }));
        expect(error.code).to.equal('E_OUTSIDE_WORKSPACE');
        expect(error.details).to.include({ stage: 'workload', permission: 'FileSystemRead' });
      });
    }

    for (const setup of ['write', 'spawn', 'thread']) {
      it(`may not ${setup}`, async () => {
        expect((await failure({ arguments: { setup } })).code).to.equal('E_OUTSIDE_WORKSPACE');
      });
    }

    it('has no SQLite, which would open any file', async () => {
      const error = await failure({ arguments: { setup: 'database' } });
      expect(error.code).to.equal('E_WORKLOAD');
      expect(error.message).to.include('node:sqlite');
    });

    it('counts a forbidden read under load as a failure, and says so', async () => {
      const misdeed = { misdeed: 'read', misdeedAtCall: 20, file: '/etc/passwd' };
      const { lanes } = await observed({ arguments: misdeed });
      expect(counts(lanes)).to.include({
        'transaction.failed.other': 1,
        'transaction.committed': 49,
      });
      expect(bed.lines.join('\n')).to.include('/etc/passwd');
    });

    it('has an environment with nothing of the node in it', async () => {
      process.env['SECRET_OF_THE_NODE'] = 'x';
      const { message } = await failure({ arguments: { setup: 'environment' } });
      delete process.env['SECRET_OF_THE_NODE'];
      const seen = JSON.parse(message.slice(message.indexOf('{'))) as Record<string, string>;
      const harmless = ['TZ', 'LANG', 'LC_ALL'];
      const rest = Object.keys(seen).filter((name) => !harmless.includes(name));
      expect(rest.sort()).to.deep.equal(['CALIPER_NETWORKCONFIG', 'CALIPER_WORKSPACE']);
    });

    it('is not given a workspace that holds what must stay out of reach', () => {
      bed = testBed();
      const { workspace, folder } = bed;
      const vault = join(workspace, 'vault');
      const start = () => startWorker({ org: 'Org1', workspace, outOfReach: [folder, vault] });
      expect(start).to.throw(/vault/).with.property('code', 'E_WORKSPACE');
    });
  });

  describe('refusals', () => {
    it('has no worker for a workspace with a link to what must stay out of reach', async () => {
      bed = testBed();
      const { workspace, folder } = bed;
      const vault = join(folder, 'home', 'vault');
      mkdirSync(join(vault, 'inner'), { recursive: true });
      mkdirSync(join(workspace, 'deep'));
      const link = join(workspace, 'deep', 'link');
      const start = () => startWorker({ org: 'Org1', workspace, outOfReach: [vault] });
      for (const target of [vault, join(vault, 'inner'), join(folder, 'home'), '/', '../../home']) {
        symlinkSync(target, link);
        expect(start, target).to.throw(/link/).with.property('code', 'E_WORKSPACE');
        rmSync(link);
      }
      mkdirSync(join(folder, 'library'));
      symlinkSync(join(folder, 'library'), link);
      symlinkSync(join(folder, 'nowhere'), `${link}-broken`);
      await start().close();
    });

    it('has no worker without a workspace', () => {
      bed = testBed();
      const start = () => startWorker({ org: 'Org1', workspace: join(bed.folder, 'none') });
      expect(start).to.throw(/none/).with.property('code', 'E_WORKSPACE');
    });

    const initError = { code: 'ECONNREFUSED' };
    const table: [string, WorkspaceOptions, string][] = [
      ['a ledger that is down', { noOp: { initError } }, 'E_SUT_DOWN'],
      ['a connector that fails', { noOp: { initError: { code: 'EWHATEVER' } } }, 'E_CONNECTOR'],
      ['a connector that is missing', { blockchain: './none.cjs' }, 'E_CONNECTOR'],
      ['a workload that is missing', { module: './none.cjs' }, 'E_WORKLOAD'],
      ['a module that is no workload', { module: './connector.cjs' }, 'E_WORKLOAD'],
    ];
    for (const [name, options, code] of table) {
      it(`names ${name} ${code}`, async () => {
        expect((await failure(options)).code).to.equal(code);
      });
    }

    const files: [string, string, string][] = [
      ['network.yaml', '{ ', 'E_NETWORK_FILE'],
      ['network.yaml', 'caliper: {}', 'E_NETWORK_FILE'],
      ['benchmark.yaml', 'test: [', 'E_BENCHMARK_FILE'],
    ];
    for (const [name, text, code] of files) {
      it(`names a ${name} of ${text} ${code}`, async () => {
        bed = testBed();
        writeFileSync(join(bed.workspace, name), text);
        expect((await thrownBy(bed.start().prepare({ label }))).code).to.equal(code);
      });
    }

    it('does one thing at a time, and serves one round', async () => {
      const worker = await prepared();
      const running = worker.run({ startMs: nowMs() + 30, ...short });
      expect((await thrownBy(worker.prepare({ label }))).code).to.equal('E_WORKER_ORDER');
      await running;
      expect((await thrownBy(worker.prepare({ label }))).code).to.equal('E_WORKER_ORDER');
    });
  });

  describe('ends', () => {
    /** Ms that each of some workers of this bed took to stop, from the moment at which it drives its load. */
    async function stopsOf(options: WorkspaceOptions, times: object): Promise<number[]> {
      bed = testBed(options);
      const took: number[] = [];
      for (let i = 0; i < 4; i++) {
        const worker = bed.start();
        await worker.prepare({ label });
        const running = thrownBy(worker.run({ startMs: nowMs(), ...short, ...times }));
        await once(worker, 'window');
        const before = nowMs();
        await worker.stop();
        took.push(nowMs() - before);
        expect((await running).code).to.equal('E_WORKER_STOPPED');
      }
      return took;
    }

    it('stops within 100 ms, and sends nothing more', async () => {
      const took = await stopsOf({ tps: 1000 }, { warmUpMs: 0, runMs: 60_000, drainMs: 0 });
      // the quickest: a machine that is busy with other things wakes them late
      expect(Math.min(...took)).to.be.below(100);
    });

    it('keeps in the private log what was in flight when it was stopped', async () => {
      const worker = await prepared({ tps: 200, noOp: { freezeFromMs: 0, freezeToMs: 60_000 } });
      const path = join(bed.folder, 'own', 'transactions.csv');
      const log = logTransactions(worker, path);
      const times = { startMs: nowMs(), warmUpMs: 0, runMs: 60_000, drainMs: 0 };
      const running = thrownBy(worker.run(times));
      const [{ submitted }] = (await once(worker, 'progress')) as [Progress];
      await worker.stop();
      await running;
      await log.close();
      const [, , ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
      expect(submitted).to.be.above(100);
      expect(rows).to.have.length.at.least(submitted);
      expect(rows.every((row) => row.endsWith(',unconfirmed'))).to.equal(true);
    });

    it('does not end by a Ctrl-C that is meant for the node', async () => {
      const worker = await prepared();
      process.kill(worker.pid as number, 'SIGINT');
      const { planned } = await worker.run({ startMs: nowMs() + 30, ...short });
      expect(planned).to.be.above(0);
    });

    it('stops a workload that does not let go', async () => {
      const took = await stopsOf({ arguments: { misdeed: 'block' } }, {});
      expect(Math.min(...took)).to.be.below(200);
    });

    for (const misdeed of ['exit', 'crash', 'disconnect']) {
      it(`tells of a worker that dies (${misdeed})`, async () => {
        const worker = await prepared({ arguments: { misdeed, misdeedAtCall: 3 } });
        const died = once(worker, 'died');
        const error = await thrownBy(worker.run({ startMs: nowMs(), ...short }));
        expect(error.code).to.equal('E_WORKER_DIED');
        expect(await died).to.deep.equal([error]);
        expect((await thrownBy(worker.run({ startMs: nowMs(), ...short }))).code).to.equal(
          'E_WORKER_DIED',
        );
        await worker.stop();
      });
    }

    it('says why a worker crashed', async () => {
      const worker = await prepared({ arguments: { misdeed: 'crash' } });
      const error = await thrownBy(worker.run({ startMs: nowMs(), ...short }));
      expect(error.message).to.match(/TypeError.*boom/);
    });

    it('does not wait for ever for a connector that hangs', async () => {
      bed = testBed({ noOp: { hangInInit: true } });
      const error = await thrownBy(bed.start().prepare({ label, timeoutMs: 1_000 }));
      expect(error.code).to.equal('E_WORKER_TIMEOUT');
    });

    for (const hex of ['ffffffff00', '00000004deadbeef', '00000002ff0f', '0000000000000000']) {
      it(`ends a worker whose code writes what is no message (${hex})`, async () => {
        const worker = await prepared({ arguments: { misdeed: 'garbage', hex } });
        const error = await thrownBy(worker.run({ startMs: nowMs(), ...short }));
        expect(error.code).to.equal('E_WORKER_DIED');
        expect(error.message).to.include('its code sent');
      });
    }

    it('has no channel by which a workload could end the node', async () => {
      const { message } = await failure({ arguments: { setup: 'channel' } });
      expect(message).to.include('process.send is undefined');
    });

    it('keeps only the beginning of a line that does not end', async () => {
      await observed({ arguments: { misdeed: 'longLine' } });
      const long = bed.lines.filter((line) => line.startsWith('xx'));
      expect(long.map((line) => line.length)).to.deep.equal([2_000]);
    });

    it('is not disturbed by what a workload says in its name', async () => {
      const { lanes } = await observed({ arguments: { misdeed: 'babble' } });
      expect(counts(lanes)['transaction.committed']).to.equal(50);
    });

    it('leaves no process behind', async () => {
      const worker = await prepared();
      await worker.close();
      expect(() => process.kill(worker.pid ?? 0, 0)).to.throw(/ESRCH/);
    });
  });
});
