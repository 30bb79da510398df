import { expect } from 'chai';
import { Orderer } from '../../../connectors/ledger/orderer.ts';
import { manualClock } from './manual-clock.ts';

describe('ledger orderer', () => {
  const start = () => {
    const clock = manualClock();
    const blocks: number[][] = [];
    const rule = { blockSize: 3, blockTimeoutUs: 1000 };
    return { clock, blocks, orderer: new Orderer<number>(rule, clock, (txs) => blocks.push(txs)) };
  };

  it('cuts a block when it is full, in the order of coming', () => {
    const { blocks, orderer } = start();
    for (let tx = 1; tx <= 7; tx++) orderer.submit(tx);
    expect(blocks).to.deep.equal([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it('cuts a block when its first transaction has waited for the time-out', () => {
    const { clock, blocks, orderer } = start();
    orderer.submit(1);
    clock.advance(600);
    orderer.submit(2);
    clock.advance(399);
    expect(blocks).to.deep.equal([]);
    clock.advance(1);
    expect(blocks).to.deep.equal([[1, 2]]);
  });

  it('starts the time-out anew with the first transaction after a full block', () => {
    const { clock, blocks, orderer } = start();
    orderer.submit(1);
    clock.advance(900);
    for (const tx of [2, 3, 4]) orderer.submit(tx);
    clock.advance(999);
    expect(blocks).to.deep.equal([[1, 2, 3]]);
    clock.advance(1);
    expect(blocks).to.deep.equal([[1, 2, 3], [4]]);
  });

  it('cuts no empty block, and none after it was stopped', () => {
    const { clock, blocks, orderer } = start();
    clock.advance(10_000);
    orderer.submit(1);
    orderer.stop();
    clock.advance(10_000);
    expect(blocks).to.deep.equal([]);
  });
});
