/** Answers `require('@hyperledger/caliper-core/lib/common/core/transaction-status')`, which is the class itself. */
import { TxStatus } from '../contract/tx-status.ts';

export { TxStatus as default, TxStatus as 'module.exports' };
