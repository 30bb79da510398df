import { expect } from 'chai';
import { Chain, type Block } from '../../../connectors/ledger/chain.ts';
import { commitDelayUs } from '../../../connectors/ledger/commit-delay.ts';
import { Peer } from '../../../connectors/ledger/peer.ts';
import { manualClock } from './manual-clock.ts';

const source = `module.exports = {
  set(ctx, value) { ctx.put('x', value); },
  get: (ctx) => ctx.get('x'),
};`;

describe('ledger peer', () => {
  const world = (meansUs: Record<string, number>, jitter = 0, seed = 1) => {
    const clock = manualClock();
    const commits: [peer: string, height: number, atUs: number][] = [];
    const peers = Object.entries(meansUs).map(
      ([org, meanUs]) =>
        new Peer({ org, meanUs, jitter, seed }, clock, (peer, block, atUs) =>
          commits.push([peer.org, block.height, atUs]),
        ),
    );
    const chain = new Chain();
    let sent = 0;
    const block = (
      contract: string,
      rest: { source: string } | { verb: string },
      args: unknown[],
    ) => {
      const tx = { id: `tx${++sent}`, contract, ...rest, args };
      const made: Block = chain.execute([{ tx, via: 'A' }]);
      for (const peer of peers) peer.deliver(made);
    };
    return { clock, commits, peers, block };
  };

  it('commits after its own delay, whatever the others do', () => {
    const { clock, commits, block } = world({ A: 10_000, B: 40_000 });
    block('c', { source }, []);
    clock.advance(100_000);
    expect(commits).to.deep.equal([
      ['A', 1, 10_000],
      ['B', 1, 40_000],
    ]);
  });

  it('answers from its own state: a late peer still has the old value', () => {
    const { clock, peers, block } = world({ A: 1000, B: 50_000 });
    block('c', { source }, []);
    block('c', { verb: 'set' }, [1]);
    clock.advance(60_000);
    block('c', { verb: 'set' }, [2]);
    clock.advance(2000);
    const read = { contract: 'c', verb: 'get', args: [] };
    expect(peers.map((peer) => peer.read(read))).to.deep.equal([
      { ok: true, json: '2' },
      { ok: true, json: '1' },
    ]);
    expect(peers.map(({ height }) => height)).to.deep.equal([3, 2]);
  });

  it('commits in order although a later block drew a shorter delay', () => {
    const { clock, commits, block } = world({ A: 100_000 }, 1, 3);
    for (let height = 1; height <= 20; height++) block('c', { source }, []);
    clock.advance(1_000_000);
    expect(commits.map(([, height]) => height)).to.deep.equal(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    const times = commits.map(([, , atUs]) => atUs);
    expect(times).to.deep.equal([...times].sort((a, b) => a - b));
  });

  it('draws the same delays from the same seed, others from another, within the jitter', () => {
    const profile = { org: 'A', meanUs: 10_000, jitter: 0.2, seed: 7 };
    const draw = (seed: number) =>
      Array.from({ length: 200 }, (_, index) => commitDelayUs({ ...profile, seed }, index + 1));
    expect(draw(7)).to.deep.equal(draw(7));
    expect(draw(8)).not.to.deep.equal(draw(7));
    expect(Math.min(...draw(7))).to.be.within(8000, 8300);
    expect(Math.max(...draw(7))).to.be.within(11_700, 12_000);
    expect(commitDelayUs({ ...profile, org: 'B' }, 1)).not.to.equal(commitDelayUs(profile, 1));
  });

  it('refuses a read that writes, and changes nothing', () => {
    const { clock, peers, block } = world({ A: 0 });
    block('c', { source }, []);
    clock.advance(1);
    const [peer] = peers as [Peer];
    const write = peer.read({ contract: 'c', verb: 'set', args: [5] });
    expect(write).to.deep.equal({ ok: false, known: true, why: 'a read must not write' });
    const value = peer.read({ contract: 'c', verb: 'get', args: [] });
    expect(value).to.deep.equal({ ok: true, json: 'null' });
  });

  it('commits later by its lag, from the next block on, and on time when that ends', () => {
    const { clock, commits, peers, block } = world({ A: 1000, B: 1000 });
    const [, b] = peers as [Peer, Peer];
    b.lagUs = 500_000;
    block('c', { source }, []);
    clock.advance(600_000);
    b.lagUs = 0;
    block('c', { verb: 'set' }, [1]);
    clock.advance(600_000);
    expect(commits).to.deep.equal([
      ['A', 1, 1000],
      ['B', 1, 501_000],
      ['A', 2, 601_000],
      ['B', 2, 601_000],
    ]);
  });

  it('commits nothing while it is stopped, and all that it missed, in order, when it is back', () => {
    const { clock, commits, peers, block } = world({ A: 1000 });
    const [peer] = peers as [Peer];
    block('c', { source }, []);
    clock.advance(10_000);
    block('c', { verb: 'set' }, [1]);
    peer.stop();
    block('c', { verb: 'set' }, [2]);
    clock.advance(1_000_000);
    expect([peer.height, peer.running]).to.deep.equal([1, false]);
    peer.start();
    peer.start();
    block('c', { verb: 'set' }, [3]);
    clock.advance(1_000_000);
    expect(commits.map(([, height, atUs]) => [height, atUs])).to.deep.equal([
      [1, 1000],
      [2, 1_011_000],
      [3, 1_011_000],
      [4, 1_011_000],
    ]);
    const value = peer.read({ contract: 'c', verb: 'get', args: [] });
    expect(value).to.deep.equal({ ok: true, json: '3' });
    expect(peer.committedFrom(3).map(({ height }) => height)).to.deep.equal([3, 4]);
  });
});
