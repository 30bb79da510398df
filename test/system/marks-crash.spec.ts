/** Processes that die while marks are in flight: what they say on their way out stays in their own org. */
import { expect } from 'chai';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Peer } from '../../scenarios/demo/bench-node.ts';
import { homeOf, workspaceOf } from '../../scenarios/demo/world.ts';
import { startTapped, type TappedWorld } from './frame-tap-world.ts';
import { findMarks, findMarksIn, newMark } from './marks.ts';
import { acceptAll, propose, until, viewWhen } from './one-round.ts';
import { endBy, endpointIn, plantMarks, type Planted } from './planted-marks.ts';

const ORGS = ['Org1', 'Org2', 'Org3'];
const LENGTHS = { warmUpSeconds: 1, runSeconds: 2 };

describe('what is private to an org, when its processes die', function () {
  this.timeout(240_000);
  let dir: string;
  let world: TappedWorld;
  /** of the orgs whose processes die */
  let planted: Map<string, Planted>;
  let first: Peer;
  let second: Peer;
  let third: Peer;

  before(async function () {
    if (process.platform !== 'linux') {
      console.log('      skipped: finds the vault by /proc');
      return this.skip();
    }
    dir = mkdtempSync(join(tmpdir(), `${newMark('path')}-`));
    const options = { dir, sut: 'ledger', orgs: ORGS, tps: 30, seed: 4 } as const;
    world = await startTapped({ ...options, logLevel: 'debug', say: () => {} });
    [first, second, third] = world.peers as [Peer, Peer, Peer];
    planted = new Map(
      [second, third].map(({ org }) => {
        const workspace = workspaceOf(dir, org);
        return [org, plantMarks(workspace, endpointIn(workspace))];
      }),
    );
  });
  after(async () => {
    await world?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const marksOf = ({ org }: Peer) => Object.values(planted.get(org) as Planted) as string[];
  /** At the others, in what Node itself wrote about its end, and in what anybody said to the network. */
  const outside = (peer: Peer) => [
    ...findMarks(marksOf(peer), [
      world.reports,
      ...world.peers.filter((other) => other !== peer).map(({ home }) => home),
    ]),
    ...findMarksIn(
      marksOf(peer),
      world.peers.flatMap((one) => world.sources(one)),
    ),
  ];
  const childrenOf = (pid: number): number[] =>
    readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map(Number);
  const isGone = (pid: number) => async () => {
    try {
      process.kill(pid, 0);
      return false;
    } catch {
      return true;
    }
  };
  const ended = (peers: readonly Peer[], round: string) =>
    Promise.all(peers.map((peer) => viewWhen(peer, round, (view) => view.end !== null)));

  for (const end of ['throw', 'abort'] as const)
    it(`stays there when its worker dies of an ${end === 'throw' ? 'uncaught error' : 'abort'}`, async () => {
      endBy(workspaceOf(dir, second.org), end);
      const round = await propose(world, LENGTHS);
      await acceptAll(world.peers.slice(1), round);
      const views = await ended(world.peers, round);
      endBy(workspaceOf(dir, second.org), null);
      for (const view of views) expect(view.phase).to.equal('aborted');
      const log = join(homeOf(dir, second.org), 'node');
      const own = findMarks(marksOf(second), [log]).map(({ mark }) => mark);
      const { thrown, functionName, printed } = planted.get(second.org) as Planted;
      const said = end === 'throw' ? [thrown, functionName] : [printed];
      expect(own, 'its own log says what happened').to.include.members(said);
      expect(outside(second)).to.deep.equal([]);
    });

  it('stays there when a vault is killed and a peer aborted under load', async () => {
    const round = await propose(world, LENGTHS);
    await acceptAll(world.peers.slice(1), round);
    for (const peer of [second, third])
      await viewWhen(peer, round, (view) => (view.load?.submitted ?? 0) > 10 || view.end !== null);
    // Node writes a report of a running process at SIGUSR2, if it is told to
    process.kill(second.pid, 'SIGUSR2');
    await until(async () => readdirSync(world.reports).length > 0);
    const [vault] = childrenOf(second.pid).filter((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('vault/process'),
    );
    process.kill(vault as number, 'SIGKILL');
    process.kill(third.pid, 'SIGABRT');
    await Promise.all([second, third].map(({ pid }) => until(isGone(pid))));
    const [view] = await ended([first], round);
    expect(view?.phase).to.equal('aborted');
    expect(readFileSync(join(second.home, 'peer.out'), 'utf8')).to.include('E_VAULT_DIED');
    for (const peer of [second, third]) expect(outside(peer), peer.org).to.deep.equal([]);
  });
});
