/** The embedded `ledger` connector: `caliper.blockchain: ledger` in a network file. */
import type { ConnectorFactory as Factory, ConnectorSetup } from '../contract/connector.ts';
import { LedgerConnector } from './ledger-connector.ts';
import { parseLedgerSettings } from './settings.ts';

/** @throws ConnectorError E_NETWORK_FILE naming the key. */
export const ConnectorFactory: Factory = async (
  workerIndex,
  setup: ConnectorSetup = { network: undefined, workspace: process.cwd() },
) => new LedgerConnector(workerIndex, parseLedgerSettings(setup.network), setup);
