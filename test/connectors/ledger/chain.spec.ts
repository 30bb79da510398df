import { expect } from 'chai';
import { Chain, type Block } from '../../../connectors/ledger/chain.ts';
import type { LedgerTx } from '../../../connectors/ledger/messages.ts';

const source = `
const taken = (ctx, key) => { if (ctx.get(key) !== undefined) throw new Error(key + ' is taken'); };
module.exports = {
  init(ctx, value) { ctx.put('first', value); },
  claim(ctx, key, owner) { ctx.put('tried', owner); taken(ctx, key); ctx.put(key, owner); },
  release(ctx, key) { ctx.delete(key); },
};`;

describe('ledger chain', () => {
  const install = (id: string, contract = 'c', text = source, args: unknown[] = [1]): LedgerTx => ({
    ...{ id, contract, source: text, args },
  });
  const call = (id: string, verb: string, ...args: unknown[]): LedgerTx => ({
    ...{ id, contract: 'c', verb, args },
  });
  const submitted = (...txs: LedgerTx[]) => txs.map((tx) => ({ tx, via: 'A' }));
  const validity = ({ txs }: Block) => txs.map(({ valid }) => valid);

  it('executes in order: of two claims in one block the first wins', () => {
    const chain = new Chain();
    const block = chain.execute(
      submitted(install('1'), call('2', 'claim', 'k', 'A'), call('3', 'claim', 'k', 'B')),
    );
    expect(block.txs.map(({ valid, why }) => [valid, why])).to.deep.equal([
      [true, undefined],
      [true, undefined],
      [false, 'k is taken'],
    ]);
  });

  it('keeps nothing that an invalid transaction wrote', () => {
    const chain = new Chain();
    chain.execute(submitted(install('1'), call('2', 'claim', 'k', 'A')));
    const { writes } = chain.execute(submitted(call('3', 'claim', 'k', 'B')));
    expect(writes).to.deep.equal([]);
  });

  it('passes writes on as the peers apply them, deletions too', () => {
    const chain = new Chain();
    chain.execute(submitted(install('1'), call('2', 'claim', 'k', 'A')));
    expect(chain.execute(submitted(call('3', 'release', 'k'))).writes).to.deep.equal([
      { contract: 'c', key: 'k' },
    ]);
  });

  it('comes to the same blocks from the same transactions', () => {
    const txs = submitted(install('1'), call('2', 'claim', 'k', 'A'), call('3', 'claim', 'k', 'B'));
    const plain = ({ height, txs: outcomes, writes }: Block) => ({ height, outcomes, writes });
    expect(plain(new Chain().execute(txs))).to.deep.equal(plain(new Chain().execute(txs)));
  });

  it('counts a call of an unknown contract or function as invalid', () => {
    const chain = new Chain();
    const block = chain.execute(
      submitted(call('1', 'claim', 'k'), install('2'), call('3', 'nope')),
    );
    expect(validity(block)).to.deep.equal([false, true, false]);
  });

  it('takes the same installation of the same org again, and no other under its id', () => {
    const chain = new Chain();
    chain.execute(submitted(install('1')));
    const again = submitted(
      install('2'),
      install('3', 'c', `${source}//`),
      install('4', 'c', source, [2]),
    );
    expect(validity(chain.execute(again))).to.deep.equal([true, false, false]);
    const stranger = [{ tx: install('5'), via: 'B' }];
    expect(validity(chain.execute(stranger))).to.deep.equal([false]);
  });

  it('refuses a contract that does not load or whose init throws', () => {
    const bad = ['this is no JavaScript', 'module.exports = { init() { throw new Error("no"); } }'];
    for (const text of bad) {
      expect(validity(new Chain().execute(submitted(install('1', 'c', text))))).to.deep.equal([
        false,
      ]);
    }
  });
});
