/**
 * The connector contract: Hyperledger Caliper's eight methods and two events, typed.
 * Whatever has this shape is a connector; nobody asks for `instanceof`.
 */
import type { EventEmitter } from 'node:events';
import type { TxStatus } from './tx-status.ts';

/** A block as the org's own peer committed it; told by connectors that see blocks, for the network threshold. */
export interface BlockCommit {
  height: number;
  /** Monotonic microseconds (`performance.now() * 1000`) at which the block event arrived. */
  finalUs: number;
  /** All transactions in the block, valid or not, whoever sent them. */
  transactions: number;
}

export interface ConnectorEvents {
  txsSubmitted: [count: number];
  txsFinished: [results: TxStatus | TxStatus[]];
  /** Ours, optional: Caliper's connectors do not emit it. */
  blockCommitted: [block: BlockCommit];
}

/** The `ConnectorFactory` of the manager has this worker index: only it runs `init` and `installSmartContract`. */
export const MANAGER_INDEX = -1;

export interface Connector extends EventEmitter<ConnectorEvents> {
  getType(): string;
  /** Zero-based; -1 for the manager's instance. */
  getWorkerIndex(): number;
  /** Idempotent. Caliper calls it on the manager's instance only. */
  init(workerInit?: boolean): Promise<void>;
  /** Idempotent: puts the org's own contracts on the SUT. */
  installSmartContract(): Promise<void>;
  /** One plain object per worker. It stays inside the org, and holds no keys. */
  prepareWorkerArguments(number: number): Promise<object[]>;
  /** Once per round and worker, before its load; `args` is that worker's prepared object. */
  getContext(roundIndex: number, args: object): Promise<unknown>;
  /** Leaves no open handle; what was in flight ends as failed. */
  releaseContext(): Promise<void>;
  /** One request or many: resolves when all are final. How a request ended is in its TxStatus. */
  sendRequests(requests: object): Promise<TxStatus | TxStatus[]>;
}

/** What built-in connectors are told beside the worker index; Caliper's take the index alone. */
export interface ConnectorSetup {
  /** The network file, parsed from YAML or JSON, not yet checked. */
  network: unknown;
  /** Absolute path of the workspace folder; paths in the network file are relative to it. */
  workspace: string;
  org?: string;
}

export type ConnectorFactory = (workerIndex: number, setup?: ConnectorSetup) => Promise<Connector>;
