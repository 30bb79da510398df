/** Calls run on their peer's state when they are taken, and count only if what they read still holds in their turn. */
import { expect } from 'chai';
import fc from 'fast-check';
import { Chain, type Block, type Submitted } from '../../../connectors/ledger/chain.ts';
import { Peer } from '../../../connectors/ledger/peer.ts';
import { manualClock } from './manual-clock.ts';

const source = `module.exports = {
  put(ctx, key, value) { ctx.put(key, value); },
  copy(ctx, from, to) { ctx.put(to, ctx.get(from) ?? null); },
  add(ctx, key, by) { ctx.put(key, (ctx.get(key) ?? 0) + by); ctx.put(key, ctx.get(key) + 0); },
  drop(ctx, key) { if (ctx.get(key) === undefined) throw new Error('no ' + key); ctx.delete(key); },
  get: (ctx, key) => ctx.get(key) ?? null,
};`;

type Call = [verb: string, ...args: unknown[]];

function startWorld() {
  const clock = manualClock();
  const chain = new Chain();
  const peers = ['A', 'B'].map(
    (org) => new Peer({ org, meanUs: 1000, jitter: 0, seed: 1 }, clock, () => {}),
  ) as [Peer, Peer];
  let sent = 0;
  const order = (...submitted: Submitted[]): Block => {
    const block = chain.execute(submitted);
    for (const peer of peers) peer.deliver(block);
    return block;
  };
  const take = (peer: Peer, [verb, ...args]: Call): Submitted => {
    const tx = { id: `tx${++sent}`, contract: 'c', verb, args };
    return { tx, via: peer.org, endorsement: peer.endorse(tx) };
  };
  const commit = () => clock.advance(10_000);
  const get = (peer: Peer, key: string) => peer.read({ contract: 'c', verb: 'get', args: [key] });
  order({ tx: { id: 'install', contract: 'c', source, args: [] }, via: 'A' });
  commit();
  return { peers, order, take, commit, get };
}

const outcomes = ({ txs }: Block) =>
  txs.map(({ valid, failureClass }) => (valid ? 'valid' : failureClass));

describe('versioned reads', () => {
  it('of two changes made on one state the first in the block wins, and says what became of the second', () => {
    const { peers, order, take, commit, get } = startWorld();
    const [a, b] = peers;
    const block = order(take(a, ['add', 'x', 1]), take(b, ['add', 'x', 5]));
    expect(outcomes(block)).to.deep.equal(['valid', 'version']);
    expect(block.txs[1]?.why).to.equal('"x" was changed after it was read');
    commit();
    expect(peers.map((peer) => get(peer, 'x'))).to.deep.equal([
      { ok: true, json: '1' },
      { ok: true, json: '1' },
    ]);
  });

  it('fails what read a state that a block made old, and not what was read after it', () => {
    const { peers, order, take, commit } = startWorld();
    const [a] = peers;
    const early = take(a, ['add', 'x', 1]);
    order(take(a, ['put', 'x', 7]));
    expect(outcomes(order(early))).to.deep.equal(['version']);
    commit();
    expect(outcomes(order(take(a, ['add', 'x', 1])))).to.deep.equal(['valid']);
  });

  it('fails what a late peer took on its old state', () => {
    const { peers, order, take, commit } = startWorld();
    const [a, b] = peers;
    b.lagUs = 60_000_000;
    order(take(a, ['put', 'x', 7]));
    commit();
    expect([a.height, b.height]).to.deep.equal([2, 1]);
    const block = order(take(b, ['add', 'x', 1]), take(a, ['add', 'x', 1]));
    expect(outcomes(block)).to.deep.equal(['version', 'valid']);
  });

  it('lets pass what touched other keys, or wrote without reading', () => {
    const { peers, order, take } = startWorld();
    const [a, b] = peers;
    const block = order(
      take(a, ['add', 'x', 1]),
      take(b, ['add', 'y', 1]),
      take(a, ['put', 'x', 2]),
      take(b, ['put', 'x', 3]),
    );
    expect(outcomes(block)).to.deep.equal(['valid', 'valid', 'valid', 'valid']);
  });

  it('counts a missing key as read: making it, and making it anew, are changes', () => {
    const { peers, order, take, commit } = startWorld();
    const [a] = peers;
    const onNothing = take(a, ['copy', 'x', 'y']);
    order(take(a, ['put', 'x', 1]));
    expect(outcomes(order(onNothing))).to.deep.equal(['version']);
    commit();
    const onFirst = take(a, ['copy', 'x', 'y']);
    order(take(a, ['drop', 'x']));
    commit();
    order(take(a, ['put', 'x', 1]));
    expect(outcomes(order(onFirst))).to.deep.equal(['version']);
  });

  it('keeps what the contract refused as refused, of class consensus, whatever has changed', () => {
    const { peers, order, take } = startWorld();
    const [a] = peers;
    const block = order(take(a, ['put', 'x', 1]), take(a, ['drop', 'x']), take(a, ['nope']));
    expect(outcomes(block)).to.deep.equal(['valid', 'consensus', 'consensus']);
    expect(block.txs[1]?.why).to.equal('no x');
  });

  it('is serial: the valid ones alone, run one after the other, write the same', () => {
    const key = fc.constantFrom('x', 'y', 'z');
    const call: fc.Arbitrary<Call> = fc.oneof(
      fc.tuple(fc.constant('put'), key, fc.integer()),
      fc.tuple(fc.constant('add'), key, fc.integer({ min: 1, max: 9 })),
      fc.tuple(fc.constant('copy'), key, key),
      fc.tuple(fc.constant('drop'), key),
    );
    const step = fc.record({
      calls: fc.array(fc.tuple(fc.nat(1), call), { minLength: 1, maxLength: 6 }),
      commits: fc.boolean(),
      lagging: fc.boolean(),
    });
    let conflicts = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { peers, order, take, commit } = startWorld();
        const serial = new Chain();
        serial.execute([{ tx: { id: 'i', contract: 'c', source, args: [] }, via: 'A' }]);
        for (const { calls, commits, lagging } of steps) {
          peers[1].lagUs = lagging ? 15_000 : 0;
          const block = order(...calls.map(([at, one]) => take(peers[at] as Peer, one)));
          conflicts += outcomes(block).filter((outcome) => outcome === 'version').length;
          const valid = calls.filter((_, index) => block.txs[index]?.valid);
          const alone = serial.execute(
            valid.map(([, [verb, ...args]]) => ({
              tx: { id: 's', contract: 'c', verb, args },
              via: 'A',
            })),
          );
          expect(plainWrites(block)).to.deep.equal(plainWrites(alone));
          if (commits) commit();
        }
      }),
      { numRuns: 60, seed: 4 },
    );
    expect(conflicts).to.be.greaterThan(20);
  });
});

/** Without versions: places in a block differ when the invalid ones are left out. */
const plainWrites = ({ writes }: Block) =>
  writes.map(({ contract, key, value }) => [contract, key, value?.json]);
