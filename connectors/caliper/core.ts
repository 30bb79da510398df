/**
 * What modules written for Hyperledger Caliper get when they ask for `@hyperledger/caliper-core`: our own small
 * module, compatible with Hyperledger Caliper, under the names that such modules are seen to import.
 */
import { getLogger } from './logger.ts';

export { ConnectorBase, ConnectorBase as ConnectorInterface } from '../contract/connector-base.ts';
export { TxStatus } from '../contract/tx-status.ts';
export {
  WorkloadModuleBase,
  WorkloadModuleBase as WorkloadModuleInterface,
} from '../contract/workload.ts';
export const CaliperUtils = { getLogger };
