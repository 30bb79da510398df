/** The `ethereum` connector: `caliper.blockchain: ethereum` in a network file. */
import type { ConnectorFactory as Factory, ConnectorSetup } from '../contract/connector.ts';
import { EthereumConnector } from './ethereum-connector.ts';
import { parseEthereumSettings } from './settings.ts';

/** @throws ConnectorError E_NETWORK_FILE naming the key. */
export const ConnectorFactory: Factory = async (
  workerIndex,
  setup: ConnectorSetup = { network: undefined, workspace: process.cwd() },
) => new EthereumConnector(workerIndex, parseEthereumSettings(setup.network), setup);
