/** Workload modules, as Hyperledger Caliper's: a file exports `createWorkloadModule()`, the instance sends requests. */
import type { Connector } from './connector.ts';
import { ConnectorError } from '../errors.ts';

/** What a workload may use of a connector. */
export type SutAdapter = Pick<Connector, 'sendRequests' | 'getType'>;

export interface WorkloadModuleInterface {
  initializeWorkloadModule(
    workerIndex: number,
    totalWorkers: number,
    roundIndex: number,
    roundArguments: Record<string, unknown>,
    sutAdapter: SutAdapter,
    sutContext: unknown,
  ): Promise<void>;
  /** Called once per intended send; may send none, one or several requests, and resolves when they are final. */
  submitTransaction(): Promise<unknown>;
  cleanupWorkloadModule(): Promise<void>;
}

export type WorkloadFactory = () => WorkloadModuleInterface;

export class WorkloadModuleBase implements WorkloadModuleInterface {
  workerIndex = -1;
  totalWorkers = -1;
  roundIndex = -1;
  roundArguments: Record<string, unknown> | undefined = undefined;
  sutAdapter: SutAdapter | undefined = undefined;
  sutContext: unknown = undefined;

  async initializeWorkloadModule(
    workerIndex: number,
    totalWorkers: number,
    roundIndex: number,
    roundArguments: Record<string, unknown>,
    sutAdapter: SutAdapter,
    sutContext: unknown,
  ): Promise<void> {
    this.workerIndex = workerIndex;
    this.totalWorkers = totalWorkers;
    this.roundIndex = roundIndex;
    this.roundArguments = roundArguments;
    this.sutAdapter = sutAdapter;
    this.sutContext = sutContext;
  }

  async submitTransaction(): Promise<unknown> {
    throw new ConnectorError(
      'E_NOT_IMPLEMENTED',
      'this workload has no submitTransaction(): implement it in the class that extends WorkloadModuleBase',
      { method: 'submitTransaction' },
    );
  }

  async cleanupWorkloadModule(): Promise<void> {}
}
