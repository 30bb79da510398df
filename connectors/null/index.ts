/** The `null` connector: `caliper.blockchain: "null"` in a network file (without quotes, YAML reads nothing at all). */
import type { ConnectorFactory as Factory } from '../contract/connector.ts';
import { NullConnector } from './null-connector.ts';

export const ConnectorFactory: Factory = async (workerIndex) => new NullConnector(workerIndex);
