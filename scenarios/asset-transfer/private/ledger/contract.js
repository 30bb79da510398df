/** The asset contract for the embedded ledger: each exported function is a verb, `ctx` holds the contract's own keys. */
'use strict';

const key = (id) => `asset/${id}`;

function balanceOf(ctx, id) {
  const balance = ctx.get(key(id));
  if (balance === undefined) throw new Error(`no asset ${id}`);
  return balance;
}

module.exports = {
  /** Creates, or sets back, `count` assets from `first` on. */
  open(ctx, first, count, balance) {
    for (let id = first; id < first + count; id++) ctx.put(key(id), balance);
  },

  transfer(ctx, from, to, amount) {
    const have = balanceOf(ctx, from);
    if (!Number.isSafeInteger(amount) || amount <= 0) throw new Error('an amount is 1 or more');
    if (have < amount) throw new Error('not enough');
    ctx.put(key(from), have - amount);
    ctx.put(key(to), balanceOf(ctx, to) + amount);
  },

  read: balanceOf,
};
