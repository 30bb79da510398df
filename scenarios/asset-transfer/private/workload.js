/**
 * Transfers between an org's own assets, and reads of their balances, drawn from a seed.
 * A workload module in the shape of Hyperledger Caliper's; it runs on every connector.
 * Arguments: contractId, assets (2 or more), balance (of each at the start), readShare and overdraftShare (0 to 1:
 * of the requests, and of the transfers that ask for more than there is), seed (integer).
 */
'use strict';

const { WorkloadModuleBase } = require('@hyperledger/caliper-core');

/** mulberry32: a small seeded generator, uniform in 0..1. */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

class AssetTransferWorkload extends WorkloadModuleBase {
  /** Opens this worker's own range of assets, so that workers do not meet. */
  async initializeWorkloadModule(...context) {
    await super.initializeWorkloadModule(...context);
    const { assets, balance, seed } = this.roundArguments;
    this.draw = seeded(seed + 1000003 * this.workerIndex + 7919 * this.roundIndex);
    this.first = this.workerIndex * assets;
    const opened = await this.call('open', [this.first, assets, balance], false);
    if (!opened.IsCommitted()) {
      throw new Error(`could not open the assets: ${opened.GetErrMsg().join('; ')}`);
    }
  }

  async submitTransaction() {
    const { assets, balance, readShare, overdraftShare } = this.roundArguments;
    const from = Math.floor(this.draw() * assets);
    const step = 1 + Math.floor(this.draw() * (assets - 1));
    if (this.draw() < readShare) {
      return this.call('read', [this.first + from], true);
    }
    const tooMuch = this.draw() < overdraftShare;
    const amount = tooMuch ? balance * assets + 1 : 1 + Math.floor(this.draw() * 10);
    const to = (from + step) % assets;
    return this.call('transfer', [this.first + from, this.first + to, amount], false);
  }

  call(contractFunction, contractArguments, readOnly) {
    const { contractId } = this.roundArguments;
    return this.sutAdapter.sendRequests({
      contractId,
      contractFunction,
      contractArguments,
      readOnly,
    });
  }
}

module.exports.createWorkloadModule = () => new AssetTransferWorkload();
