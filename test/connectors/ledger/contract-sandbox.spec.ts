import { expect } from 'chai';
import { loadContract, type ContractStore } from '../../../connectors/ledger/contract-sandbox.ts';

describe('ledger contract sandbox', () => {
  const store = (): ContractStore & { entries: Map<string, string> } => {
    const entries = new Map<string, string>();
    return {
      entries,
      get: (key) => entries.get(key),
      put: (key, json) => void (json === undefined ? entries.delete(key) : entries.set(key, json)),
    };
  };
  const run = (body: string, args: unknown[] = []) =>
    loadContract(`module.exports = { run(ctx, ...args) { ${body} } };`).call('run', args, store());

  for (const name of [
    'Date',
    'process',
    'require',
    'setTimeout',
    'performance',
    'console',
    'fetch',
  ]) {
    it(`gives a contract no ${name}`, () => {
      expect(run(`return typeof ${name};`)).to.deep.equal({ ok: true, json: '"undefined"' });
    });
  }

  it('gives a contract no randomness and no code from text', () => {
    expect(run('return typeof Math.random;')).to.deep.equal({ ok: true, json: '"undefined"' });
    expect(run('return Function("return 1")();').ok).to.equal(false);
  });

  it('does not lead from what a contract is given to the host', () => {
    const attempts = ['ctx.get', 'ctx', 'args', 'args[0]', 'this'];
    for (const start of attempts) {
      const body = `return ${start}.constructor.constructor("return process")().pid;`;
      expect(run(body, [{}]).ok, start).to.equal(false);
    }
  });

  it('passes arguments and results as JSON', () => {
    const outcome = run('return { sum: args[0] + args[1].b };', [1, { b: 2 }]);
    expect(outcome).to.deep.equal({ ok: true, json: '{"sum":3}' });
    expect(run('')).to.deep.equal({ ok: true, json: 'null' });
  });

  it('says what a contract threw, whatever that is', () => {
    expect(run('throw new Error("enough");')).to.deep.equal({ ok: false, why: 'enough' });
    expect(run('throw null;')).to.deep.equal({ ok: false, why: 'null' });
    expect(run('throw { get message() { throw 1; } };')).to.deep.equal({
      ok: false,
      why: 'it threw',
    });
  });

  it('keeps values apart from the objects that were stored', () => {
    const contract = loadContract(`module.exports = {
      put(ctx) { const value = { n: 1 }; ctx.put('k', value); value.n = 2; },
      get: (ctx) => ctx.get('k').n,
    };`);
    const kept = store();
    contract.call('put', [], kept);
    expect(contract.call('get', [], kept)).to.deep.equal({ ok: true, json: '1' });
  });

  it('ends the loading of a contract that never comes back', () => {
    expect(() => loadContract('for (;;);')).to.throw(/timed out/);
  });
});
