/**
 * One worker's part of one round: Caliper's order of calls (manager's init and install, getContext, initialise,
 * load, clean up, releaseContext), with typed errors, and an end to every wait.
 */
import { createRecorder } from '../../aggregation/recorder.ts';
import { mainLayout } from '../../aggregation/layout.ts';
import {
  loadConnector,
  loadWorkload,
  MANAGER_INDEX,
  type Connector,
  type ConnectorFactory,
  type ConnectorSetup,
  type WorkloadModuleInterface,
} from '../../connectors/index.ts';
import type { BenchmarkRound } from './benchmark-file.ts';
import { createContext, type Context } from './context.ts';
import { cut, named, WorkerError } from './errors.ts';
import { startLoad, systemTicker, type Load } from './load.ts';
import type { FromWorker, Observation, PrepareOrder, Prepared, RunOrder } from './messages.ts';
import { createMeter, type Meter } from './meter.ts';
import { hrtimeToUs, nowUs } from './monotonic.ts';
import { createPacer, type Pacer } from './pacer.ts';
import { gatherRows, type TransactionRows } from './transaction-rows.ts';
import { inNetworkFile, readBenchmarkRound, readNetworkFile } from './workspace-files.ts';

/** A worker serves one round, so Caliper's round index never moves. */
const ROUND_INDEX = 0;
const PROGRESS_MS = 1_000;
const FLUSH_MS = 250;
/** How often the end of what is in flight is looked for. */
const SETTLED_POLL_MS = 5;
const MS_US = 1_000;

export interface Session {
  readonly prepared: Prepared;
  /** Resolves at the cut. @throws WorkerError E_WORKER_STOPPED */
  run(order: RunOrder): Promise<Observation>;
  /** Ends the load at once; a running `run` rejects. */
  stop(): void;
  /** Lets workload and connector go. Never throws. */
  release(): Promise<void>;
}

type Tell = (message: FromWorker) => void;

/** @throws WorkerError by what is wrong */
export async function prepareSession(order: PrepareOrder, tell: Tell): Promise<Session> {
  try {
    return await prepare(order, tell);
  } catch (error) {
    throw inNetworkFile(order.workspace, error);
  }
}

async function prepare(order: PrepareOrder, tell: Tell): Promise<Session> {
  const { workspace, workerIndex, totalWorkers, org } = order;
  const { connector: spec, network } = readNetworkFile(workspace);
  const round = readBenchmarkRound(workspace, order.label);
  const setup = { network, workspace, org };

  const factory = await guarded('connector', () => loadConnector(spec, workspace));
  const workerArguments =
    order.workerArguments ?? (await guarded('connector', () => install(factory, setup, order)));
  const connector = await guarded('connector', () => factory(workerIndex, setup));
  const sutContext = await guarded('connector', () =>
    connector.getContext(ROUND_INDEX, workerArguments[workerIndex] ?? {}),
  );
  const context = createContext(connector, nowUs);
  const workload = await guarded('workload', async () => {
    const made = (await loadWorkload(round.module, workspace))();
    await made.initializeWorkloadModule(
      workerIndex,
      totalWorkers,
      ROUND_INDEX,
      round.arguments,
      context.adapter,
      sutContext,
    );
    return made;
  });
  const prepared = { tps: round.tps, workers: round.workers, workerArguments };
  return createSession({ order, round, prepared, connector, context, workload, tell });
}

/** The manager's part, once per org: the worker with index 0 does it. */
async function install(
  factory: ConnectorFactory,
  setup: ConnectorSetup,
  { totalWorkers }: PrepareOrder,
): Promise<object[]> {
  const manager = await factory(MANAGER_INDEX, setup);
  await manager.init();
  await manager.installSmartContract();
  const workerArguments = await manager.prepareWorkerArguments(totalWorkers);
  await manager.releaseContext?.();
  return workerArguments;
}

interface Parts {
  order: PrepareOrder;
  round: BenchmarkRound;
  prepared: Prepared;
  connector: Connector;
  context: Context;
  workload: WorkloadModuleInterface;
  tell: Tell;
}

function createSession(parts: Parts): Session {
  const { connector, workload, tell } = parts;
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => {});
  let load: Load | undefined;
  let book: Meter | undefined;

  const run = async (order: RunOrder): Promise<Observation> => {
    const window = windowOf(order);
    const { warmUpMs, runMs, drainMs } = order;
    const { meter, pacer, rows } = measuring(parts, window, order);
    book = meter;
    tell({ kind: 'window', header: window });
    parts.context.attach(meter);
    const onReject = oncePerSecond((error) => warn(tell, error));
    const submit = () => workload.submitTransaction();
    load = startLoad(
      {
        pacer,
        startUs: window.startUs,
        maxInFlight: order.maxInFlight,
        inFlight: meter.inFlight,
        send: (intendedUs) => parts.context.call(intendedUs, submit, onReject),
        shed: meter.shed,
      },
      systemTicker(nowUs),
    );
    const cutUs = window.startUs + (warmUpMs + runMs + drainMs) * MS_US;
    const timers = reportEvery(meter, rows, window.startUs, tell);
    try {
      const ended = load.done.then(() => settled(meter, window.windowEndUs));
      const cut = Promise.withResolvers<void>();
      timers.push(setTimeout(cut.resolve, Math.max(0, (cutUs - nowUs()) / MS_US)));
      await Promise.race([ended, cut.promise, stopped.promise]);
      load.cut();
      book = undefined;
      const observation = meter.close();
      tell({ kind: 'progress', progress: progressOf(meter, window.startUs) });
      return observation;
    } finally {
      load.stop();
      timers.forEach(clearTimeout);
    }
  };

  const stop = (): void => {
    load?.stop();
    // what was sent stands in the private log, though nothing of it counts
    book?.close();
    book = undefined;
    stopped.reject(new WorkerError('E_WORKER_STOPPED', 'the load was stopped'));
  };

  const release = async (): Promise<void> => {
    try {
      await workload.cleanupWorkloadModule?.();
      await connector.releaseContext?.();
    } catch (error) {
      warn(tell, error);
    }
  };

  return { prepared: parts.prepared, run, stop, release };
}

function windowOf({ startHrtimeNs, startMs, warmUpMs, runMs }: RunOrder) {
  const startUs = hrtimeToUs(startHrtimeNs);
  const windowStartUs = startUs + warmUpMs * MS_US;
  return {
    startUs,
    windowStartUs,
    windowEndUs: windowStartUs + runMs * MS_US,
    epochOffsetUs: Math.round(startMs * MS_US) - startUs,
  };
}

function measuring(
  { order, round, tell }: Parts,
  window: ReturnType<typeof windowOf>,
  run: RunOrder,
): { meter: Meter; pacer: Pacer; rows: TransactionRows } {
  const pacer = createPacer({
    tps: round.tps,
    workerIndex: order.workerIndex,
    totalWorkers: order.totalWorkers,
    warmUpUs: run.warmUpMs * MS_US,
    runUs: run.runMs * MS_US,
  });
  const recorder = createRecorder(mainLayout());
  if (order.workerIndex === 0) recorder.markContributor();
  const rows = gatherRows((batch) => tell({ kind: 'transactions', batch }));
  const { plannedInWindow } = pacer;
  const meter = createMeter({ recorder, rows, ...window, plannedInWindow });
  return { meter, pacer, rows };
}

/** Resolves after the window, when nothing is in flight any more. Only the cut ends it otherwise. */
async function settled(meter: Meter, windowEndUs: number): Promise<void> {
  while (nowUs() < windowEndUs || meter.inFlight() > 0) {
    await new Promise((resolve) => setTimeout(resolve, SETTLED_POLL_MS).unref());
  }
}

function reportEvery(
  meter: Meter,
  rows: TransactionRows,
  startUs: number,
  tell: Tell,
): NodeJS.Timeout[] {
  const report = () => {
    if (nowUs() >= startUs) tell({ kind: 'progress', progress: progressOf(meter, startUs) });
  };
  return [setInterval(report, PROGRESS_MS), setInterval(rows.flush, FLUSH_MS)];
}

function progressOf(meter: Meter, startUs: number) {
  return {
    elapsedMs: Math.round((nowUs() - startUs) / MS_US),
    ...meter.totals,
    inFlight: meter.inFlight(),
    rssBytes: process.memoryUsage.rss(),
  };
}

async function guarded<T>(stage: 'connector' | 'workload', act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw named(error, stage);
  }
}

function warn(tell: Tell, error: unknown): void {
  tell({ kind: 'warning', message: cut(named(error, 'workload').message) });
}

/** A workload that fails always must not drown the log. */
function oncePerSecond(report: (error: unknown) => void): (error: unknown) => void {
  let nextUs = -Infinity;
  return (error) => {
    const now = nowUs();
    if (now < nextUs) return;
    nextUs = now + 1_000_000;
    report(error);
  };
}
