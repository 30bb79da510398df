/** Answers `require('@hyperledger/caliper-core/lib/common/core/connector-base')`, which is the class itself. */
import { ConnectorBase } from '../contract/connector-base.ts';

export { ConnectorBase as default, ConnectorBase as 'module.exports' };
