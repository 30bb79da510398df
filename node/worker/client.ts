/**
 * The node's handle of one worker process: starts it confined, passes orders and answers, and turns every way in
 * which such a process can end or hang into a typed error.
 */
import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Duplex } from 'node:stream';
import { boundedLines } from './bounded-lines.ts';
import { checkedWorkspace, startConfined } from './confinement.ts';
import { fromRecord, WorkerError } from './errors.ts';
import type {
  FromWorker,
  Observation,
  Prepared,
  Progress,
  ToWorker,
  TransactionBatch,
  WindowHeader,
} from './messages.ts';
import { epochToHrtime } from './monotonic.ts';
import { soundMessage } from './sound-message.ts';
import { createWire, WIRE_FD, type Wire } from './wire.ts';

export type { Observation, Prepared, Progress, TransactionBatch, WindowHeader };

const PREPARE_MS = 60_000;
/** How long after the cut the observation may take. */
const ANSWER_MS = 5_000;
const STOP_MS = 80;
const CLOSE_MS = 1_500;
const MAX_IN_FLIGHT = 10_000;
const TAIL_LINES = 10;
const MAX_LINE = 2_000;

export interface WorkerOptions {
  org: string;
  /** Folder with network.yaml and benchmark.yaml; with the program's own code, all that the worker can read. */
  workspace: string;
  /** Default 0 of 1. The worker with index 0 installs the contracts, and must be prepared first. */
  workerIndex?: number;
  totalWorkers?: number;
  /** Beyond it, due transactions are shed. Default 10,000. */
  maxInFlight?: number;
  /** Paths that the worker must not be able to read: a workspace that holds one of them is refused. */
  outOfReach?: readonly string[];
  /** Each line that the worker's code prints, and each warning. They stay inside the org. */
  log?: (line: string) => void;
}

export interface PrepareOptions {
  /** Names the round in benchmark.yaml. */
  label: string;
  /** From the first worker's `prepare`; for all others. */
  workerArguments?: readonly object[];
  /** Default 60,000. */
  timeoutMs?: number;
}

export interface RunOptions {
  /** Start of the load, epoch milliseconds on the node's clock (`timeOrigin + now`). */
  startMs: number;
  /** Load that counts only for what commits in the window. */
  warmUpMs: number;
  /** Length of the observation window, which follows the warm-up. */
  runMs: number;
  /** How long to wait at most for what is in flight at the window's end. */
  drainMs: number;
}

export interface WorkerEvents {
  /** Once per run, before its first batch. */
  window: [header: WindowHeader];
  /** Each second from the start, and at the end. */
  progress: [progress: Progress];
  transactions: [batch: TransactionBatch];
  /** The process ended though nobody closed it. */
  died: [error: WorkerError];
}

/** Serves one round: prepare, run, close. Every promise settles, whatever becomes of the process. */
export interface Worker extends EventEmitter<WorkerEvents> {
  readonly pid: number | undefined;
  /** @throws WorkerError by what is wrong: E_NETWORK_FILE, E_SUT_DOWN, E_WORKLOAD, E_OUTSIDE_WORKSPACE, … */
  prepare(options: PrepareOptions): Promise<Prepared>;
  /** @throws WorkerError E_WORKER_STOPPED, E_WORKER_DIED, E_WORKER_TIMEOUT */
  run(options: RunOptions): Promise<Observation>;
  /** Ends the load within 100 ms, by force if the process does not answer; a pending promise rejects. */
  stop(): Promise<void>;
  /** Ends the process; resolves when it is gone. */
  close(): Promise<void>;
}

/**
 * Starts a worker process.
 * @throws WorkerError E_WORKSPACE if there is no such folder, or it holds what must stay out of reach
 */
export function startWorker(options: WorkerOptions): Worker {
  return new WorkerClient(options, checkedWorkspace(options.workspace, options.outOfReach ?? []));
}

/** A workload that blocks hears of nothing: however this process exits, it takes its workers along. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

type Awaited = 'prepared' | 'observation';

interface Pending {
  kind: Awaited;
  resolve: (value: unknown) => void;
  reject: (error: WorkerError) => void;
  timer: NodeJS.Timeout;
}

class WorkerClient extends EventEmitter<WorkerEvents> implements Worker {
  readonly #options: WorkerOptions;
  readonly #workspace: string;
  readonly #child: ChildProcess;
  readonly #wire: Wire;
  readonly #exited = Promise.withResolvers<void>();
  readonly #tail: string[] = [];
  #pending: Pending | undefined;
  #onStopped: (() => void) | undefined;
  #end: WorkerError | undefined;
  #isClosing = false;
  #isStopping = false;

  constructor(options: WorkerOptions, workspace: string) {
    super();
    this.#options = options;
    this.#workspace = workspace;
    this.#child = startConfined(workspace);
    running.add(this.#child);
    this.#wire = createWire(this.#child.stdio[WIRE_FD] as Duplex, {
      message: (value) => {
        const message = soundMessage(value);
        if (message) this.#hear(message);
      },
      broken: (reason) => {
        this.#print(`error: the worker was ended, as its code sent ${reason} to the node`);
        this.#child.kill('SIGKILL');
      },
      // without its wire a worker is of no use, whatever it still does
      closed: () => void this.#child.kill('SIGKILL'),
    });
    this.#child.on('error', (error) => this.#ended({ reason: error.message }));
    this.#child.on('exit', (exitCode, signal) => this.#ended({ exitCode, signal }));
    for (const output of [this.#child.stdout, this.#child.stderr]) {
      if (output) boundedLines(output, MAX_LINE, (line) => this.#print(line));
    }
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  prepare({ label, workerArguments, timeoutMs }: PrepareOptions): Promise<Prepared> {
    const { org, workerIndex = 0, totalWorkers = 1 } = this.#options;
    return this.#order<Prepared>('prepared', timeoutMs ?? PREPARE_MS, {
      kind: 'prepare',
      org,
      workspace: this.#workspace,
      label,
      workerIndex,
      totalWorkers,
      workerArguments: workerArguments ?? null,
    });
  }

  run({ startMs, warmUpMs, runMs, drainMs }: RunOptions): Promise<Observation> {
    const startsInMs = Math.max(0, startMs - performance.timeOrigin - performance.now());
    const timeoutMs = startsInMs + warmUpMs + runMs + drainMs + ANSWER_MS;
    return this.#order<Observation>('observation', timeoutMs, {
      kind: 'run',
      startHrtimeNs: epochToHrtime(startMs),
      startMs,
      warmUpMs,
      runMs,
      drainMs,
      maxInFlight: this.#options.maxInFlight ?? MAX_IN_FLIGHT,
    });
  }

  async stop(): Promise<void> {
    if (this.#end) return;
    this.#isStopping = true;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onStopped = resolve;
    const force = setTimeout(() => this.#child.kill('SIGKILL'), STOP_MS);
    this.#send({ kind: 'stop' });
    await Promise.race([promise, this.#exited.promise]);
    clearTimeout(force);
    this.#settle(undefined, stoppedError());
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    if (!this.#end) {
      this.#send({ kind: 'close' });
      const force = setTimeout(() => this.#child.kill('SIGKILL'), CLOSE_MS);
      await this.#exited.promise;
      clearTimeout(force);
    }
  }

  #order<T>(kind: Awaited, timeoutMs: number, order: ToWorker): Promise<T> {
    if (this.#end) return Promise.reject(this.#end);
    if (this.#pending) {
      const what = `the worker is busy: wait until it has ${this.#pending.kind}`;
      return Promise.reject(new WorkerError('E_WORKER_ORDER', what));
    }
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const timer = setTimeout(() => this.#giveUp(kind, timeoutMs), timeoutMs);
    this.#pending = { kind, resolve: resolve as Pending['resolve'], reject, timer };
    this.#send(order);
    return promise;
  }

  #send(order: ToWorker): void {
    // what is lost is lost because the process is going; its exit says why
    this.#wire.send(order);
  }

  #hear(message: FromWorker): void {
    switch (message.kind) {
      case 'prepared':
        return this.#settle(message.kind, undefined, message.prepared);
      case 'observation':
        return this.#settle(message.kind, undefined, message.observation);
      case 'failed':
        return this.#settle(undefined, fromRecord(message.error));
      case 'stopped':
        return this.#onStopped?.();
      case 'warning':
        return this.#options.log?.(message.message);
      case 'window':
        return void this.emit('window', message.header);
      case 'progress':
        return void this.emit('progress', message.progress);
      case 'transactions':
        return void this.emit('transactions', message.batch);
      default:
        return message satisfies never;
    }
  }

  #settle(kind: Awaited | undefined, error?: WorkerError, value?: unknown): void {
    const pending = this.#pending;
    if (!pending || (kind !== undefined && kind !== pending.kind)) return;
    this.#pending = undefined;
    clearTimeout(pending.timer);
    if (error) pending.reject(error);
    else pending.resolve(value);
  }

  #giveUp(kind: Awaited, timeoutMs: number): void {
    const seconds = Math.round(timeoutMs / 1000);
    const what = `the worker was not ${kind === 'prepared' ? 'prepared' : 'done'} within ${seconds} s`;
    const next = 'see what its connector or workload waits for';
    this.#settle(kind, new WorkerError('E_WORKER_TIMEOUT', `${what}: ${next}`, { timeoutMs }));
    this.#child.kill('SIGKILL');
  }

  #ended(how: Record<string, unknown>): void {
    running.delete(this.#child);
    if (this.#end) return;
    this.#end = this.#isStopping ? stoppedError() : diedError(how, this.#tail);
    this.#exited.resolve();
    this.#settle(undefined, this.#end);
    if (!this.#isClosing && !this.#isStopping) this.emit('died', this.#end);
  }

  #print(line: string): void {
    this.#tail.push(line);
    if (this.#tail.length > TAIL_LINES) this.#tail.shift();
    this.#options.log?.(line);
  }
}

function stoppedError(): WorkerError {
  return new WorkerError('E_WORKER_STOPPED', 'the load was stopped');
}

function diedError(how: Record<string, unknown>, output: readonly string[]): WorkerError {
  const why = output.findLast((line) => /error/i.test(line)) ?? output.at(-1);
  const message = `the worker process ended${why === undefined ? '' : `: ${why}`}; see the log of this org's node`;
  return new WorkerError('E_WORKER_DIED', message, { ...how, output: [...output] });
}
