/**
 * What node and worker say to each other, over the wire (wire.ts) with structured cloning. Nothing here is for the
 * network: ids, instants and outcomes of single transactions never leave the org.
 */
import type { ErrorRecord } from './errors.ts';

export interface PrepareOrder {
  kind: 'prepare';
  org: string;
  /** Absolute path. */
  workspace: string;
  /** Names the round in the benchmark file. */
  label: string;
  workerIndex: number;
  totalWorkers: number;
  /** From worker 0's connector; worker 0 makes them itself. */
  workerArguments: readonly object[] | null;
}

export interface RunOrder {
  kind: 'run';
  /** Start of the load: machine-wide monotonic nanoseconds. */
  startHrtimeNs: bigint;
  /** The same instant in epoch milliseconds, as agreed. */
  startMs: number;
  warmUpMs: number;
  runMs: number;
  drainMs: number;
  maxInFlight: number;
}

export type ToWorker = PrepareOrder | RunOrder | { kind: 'stop' } | { kind: 'close' };

export interface Prepared {
  /** The org's planned rate, all workers together, transactions per second. */
  tps: number;
  /** How many workers the benchmark file asks for. */
  workers: number;
  /** One object per worker, to be handed to the others' `prepare`. */
  workerArguments: readonly object[];
}

export interface Observation {
  /** Counts in the layout `main-v1`; the first worker's hold the mark of a contributor. */
  lanes: Float64Array;
  /** Actual minus intended start of a transaction in the window, microseconds; zeros if there was none. */
  lagUs: { p50: number; p99: number; max: number };
  /** Calls of the workload that the window's schedule asked for, were made, and were shed. */
  planned: number;
  achieved: number;
  shed: number;
}

export interface Progress {
  /** Since the start of the load. */
  elapsedMs: number;
  /** Requests since the start, warm-up included. */
  submitted: number;
  committed: number;
  failed: number;
  inFlight: number;
  /** Memory of the worker process. */
  rssBytes: number;
}

/** The window in this worker's monotonic microseconds, and what makes epoch microseconds of them. */
export interface WindowHeader {
  /** Add it to an instant of the log to get epoch microseconds on the node's clock. */
  epochOffsetUs: number;
  startUs: number;
  windowStartUs: number;
  /** Exclusive. */
  windowEndUs: number;
}

export const KINDS = ['read', 'transaction', 'unknown'] as const;
export type RowKind = (typeof KINDS)[number];
export const OUTCOMES = [
  'committed',
  'consensus',
  'syntax',
  'version',
  'other',
  'unconfirmed',
  'shed',
] as const;
export type RowOutcome = (typeof OUTCOMES)[number];

/** Rows of the private log, column by column; all columns have one length. */
export interface TransactionBatch {
  /** Index in KINDS. A call that was shed never said its kind. */
  kinds: Uint8Array;
  ids: string[];
  intendedUs: Float64Array;
  /** NaN where it was never sent. */
  sentUs: Float64Array;
  /** NaN where no end was seen. */
  finalUs: Float64Array;
  /** Index in OUTCOMES. */
  outcomes: Uint8Array;
}

export type FromWorker =
  | { kind: 'prepared'; prepared: Prepared }
  | { kind: 'window'; header: WindowHeader }
  | { kind: 'progress'; progress: Progress }
  | { kind: 'transactions'; batch: TransactionBatch }
  | { kind: 'observation'; observation: Observation }
  | { kind: 'stopped' }
  | { kind: 'warning'; message: string }
  | { kind: 'failed'; error: ErrorRecord };
