import { expect } from 'chai';
import { Chain } from '../../../connectors/ledger/chain.ts';
import { fateOf, type FaultPlan } from '../../../connectors/ledger/faults.ts';

const plan: FaultPlan = { failShare: 0.2, dropShare: 0.1, faultsAfter: 0, seed: 7 };
const fates = (changed: Partial<FaultPlan> = {}, org = 'Org1') =>
  Array.from({ length: 2000 }, (_, index) => fateOf({ ...plan, ...changed }, org, index + 1));
const share = (of: string[], fate: string) => of.filter((one) => one === fate).length / of.length;

describe('ledger faults', () => {
  it('strike by their shares', () => {
    expect(share(fates(), 'failed')).to.be.within(0.17, 0.23);
    expect(share(fates(), 'dropped')).to.be.within(0.08, 0.12);
  });

  it('strike the same transactions of the same org with the same seed', () => {
    expect(fates()).to.deep.equal(fates());
    expect(fates({ seed: 8 })).not.to.deep.equal(fates());
    expect(fates({}, 'Org2')).not.to.deep.equal(fates());
  });

  it('strike nobody with shares of 0, and all with a share of 1', () => {
    expect(share(fates({ failShare: 0, dropShare: 0 }), 'ordered')).to.equal(1);
    expect(share(fates({ failShare: 1, dropShare: 0 }), 'failed')).to.equal(1);
    expect(share(fates({ failShare: 0, dropShare: 1 }), 'dropped')).to.equal(1);
  });

  it('spare the first ones', () => {
    const spared = fates({ failShare: 0.5, dropShare: 0.5, faultsAfter: 10 });
    expect(share(spared.slice(0, 10), 'ordered')).to.equal(1);
    expect(share(spared.slice(10), 'ordered')).to.equal(0);
  });

  it('leave a failed transaction in its block, of class consensus, and let it write nothing', () => {
    const chain = new Chain();
    const source = 'module.exports = { put(ctx) { ctx.put("x", 1); } };';
    const call = { id: '2', contract: 'c', verb: 'put', args: [] };
    const { txs, writes } = chain.execute([
      { tx: { id: '1', contract: 'c', source, args: [] }, via: 'A' },
      { tx: call, via: 'A', failed: true },
    ]);
    expect(txs[1]).to.include({ id: '2', valid: false, failureClass: 'consensus' });
    expect(writes).to.deep.equal([]);
  });
});
