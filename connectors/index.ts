/** Floor 1, what is driven: the connector contract, the loader, and what a connector author extends. */
export {
  MANAGER_INDEX,
  type BlockCommit,
  type Connector,
  type ConnectorEvents,
  type ConnectorFactory,
  type ConnectorSetup,
} from './contract/connector.ts';
export { ConnectorBase } from './contract/connector-base.ts';
export { parseRequest, type ContractCall, type GenericRequest } from './contract/request.ts';
export { TxStatus, type FailureClass, type TxStatusRecord } from './contract/tx-status.ts';
export {
  WorkloadModuleBase,
  type SutAdapter,
  type WorkloadFactory,
  type WorkloadModuleInterface,
} from './contract/workload.ts';
export { ConnectorError, type ConnectorErrorCode } from './errors.ts';
export { BUILT_IN_CONNECTORS, loadConnector, loadWorkload } from './loader.ts';
export { parseNetworkFile, type NetworkFile } from './network-file.ts';
