/**
 * The org's own load in one round: its worker processes, the lanes that they counted, and the private log beside them.
 * Nothing of it leaves the org; the lanes go to the vault, which masks them.
 */
import { rmSync } from 'node:fs';
import { addLanes } from '../../aggregation/index.ts';
import type { Terms } from '../../protocol/index.ts';
import type { Clock } from '../clock.ts';
import type { LoadProgress } from '../control/api.ts';
import { errorShape, NodeError } from '../errors.ts';
import type { WorkerFigures } from '../own/own-record.ts';
import { startWorker, type Observation, type Worker } from '../worker/client.ts';
import { logTransactions, type TransactionLog } from '../worker/log-file.ts';
import { readBenchmarkRound } from '../worker/workspace-files.ts';
import type { Log, RoundLoad } from './round-parts.ts';

export interface OwnLoadOptions {
  readonly org: string;
  readonly workspace: string;
  /** the round's name in benchmark.yaml */
  readonly label: string;
  /** where the private logs go, one for each worker */
  readonly logPath: (workerIndex: number) => string;
  readonly outOfReach: readonly string[];
  readonly onProgress: (progress: LoadProgress) => void;
  /** the counts of all workers, before they are masked, and how each kept to its schedule */
  readonly onMeasured: (lanes: Float64Array, workers: readonly WorkerFigures[]) => Promise<void>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly log: Log;
  /** starts a worker process; another one is for tests */
  readonly startWorker?: typeof startWorker;
}

/** The input of a sum that counts what the load measured: the only one that this release has. */
export const LOAD_INPUT = 'load';

export interface OwnLoad extends RoundLoad {
  /** of the running workers */
  pids(): number[];
}

export function createOwnLoad(options: OwnLoadOptions): OwnLoad {
  const { org, label, log } = options;
  const workers: Worker[] = [];
  const progress = new Map<Worker, LoadProgress>();
  let measured: Float64Array | undefined;
  let prepared: Promise<void> | undefined;
  let stopped = false;
  let closed = false;

  function start(workspace: string, workerIndex: number, totalWorkers: number): Worker {
    if (closed) throw new NodeError('E_WORKER_DOWN', 'this round is over');
    const worker = (options.startWorker ?? startWorker)({
      org,
      workspace,
      workerIndex,
      totalWorkers,
      outOfReach: options.outOfReach,
      log: (line) => log.debug({ workerIndex, line }, 'worker'),
    });
    workers.push(worker);
    worker.on('progress', ({ elapsedMs, submitted, committed, failed }) => {
      progress.set(worker, { elapsedMs, submitted, committed, failed });
      options.onProgress(total([...progress.values()]));
    });
    return worker;
  }

  async function prepareAll(): Promise<void> {
    const { workspace } = options;
    const { workers: count } = readBenchmarkRound(workspace, label);
    const [first, ...others] = Array.from({ length: count }, (_, i) => start(workspace, i, count));
    // the first one installs the contracts, and knows what the others need
    const ready = await first?.prepare({ label });
    const workerArguments = ready?.workerArguments ?? [];
    await Promise.all(others.map((worker) => worker.prepare({ label, workerArguments })));
  }

  /** After a restart the load may be asked for while it is still being prepared. */
  async function untilPrepared({ startMs }: Terms['schedule']): Promise<void> {
    if (!prepared) throw new NodeError('E_WORKER_DOWN', 'this load was never prepared');
    await prepared;
    if (closed || stopped) throw new NodeError('E_WORKER_DOWN', 'this round is over');
    if (options.clock.nowMs() >= startMs)
      throw new NodeError('E_WORKER_DOWN', 'this load was prepared only after the start');
  }

  /** The counts are whole, whatever became of the private log. */
  async function closeLog(file: TransactionLog): Promise<void> {
    await file.close().catch((error: unknown) => log.warn(errorShape(error), 'kept no whole log'));
  }

  return {
    prepare: () => (prepared ??= prepareAll()),
    async run(schedule) {
      await untilPrepared(schedule);
      const logs = workers.flatMap((worker, i) => logTo(worker, options.logPath(i), log));
      try {
        const observed = await observe(workers, schedule);
        await options.onMeasured(observed.lanes, observed.workers);
        measured = observed.lanes;
      } finally {
        await Promise.all(logs.map((file) => closeLog(file)));
      }
    },
    stop() {
      stopped = true;
      workers.forEach((worker) => void worker.stop());
    },
    lanes: (input) => (input === LOAD_INPUT ? measured : undefined),
    pids: () => (closed ? [] : workers.flatMap(({ pid }) => pid ?? [])),
    async close() {
      closed = true;
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

/** A log that is there already is of an earlier life of this peer, which ended before the load began. */
function logTo(worker: Worker, path: string, log: Log): TransactionLog[] {
  try {
    rmSync(path, { force: true });
    return [logTransactions(worker, path)];
  } catch (error) {
    const why = new NodeError('E_IO', `cannot write the private log ${path}`, { path }, error);
    log.warn(errorShape(why), 'the load runs without its private log');
    return [];
  }
}

async function observe(
  workers: readonly Worker[],
  schedule: Terms['schedule'],
): Promise<{ lanes: Float64Array; workers: WorkerFigures[] }> {
  const { startMs, warmUpMs, runMs, drainMs } = schedule;
  const all = await Promise.all(
    workers.map((worker) => worker.run({ startMs, warmUpMs, runMs, drainMs })),
  );
  const [lanes, ...rest] = all.map((one) => one.lanes) as [Float64Array, ...Float64Array[]];
  for (const more of rest) addLanes(lanes, more);
  const figures = ({ planned, achieved, shed, lagUs }: Observation) => ({
    planned,
    achieved,
    shed,
    lagUs,
  });
  return { lanes, workers: all.map(figures) };
}

function total(parts: readonly LoadProgress[]): LoadProgress {
  return parts.reduce((sum, part) => ({
    elapsedMs: Math.max(sum.elapsedMs, part.elapsedMs),
    submitted: sum.submitted + part.submitted,
    committed: sum.committed + part.committed,
    failed: sum.failed + part.failed,
  }));
}
