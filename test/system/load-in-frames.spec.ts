/** Whether what an org sends, and when, depends on how much load it drives. */
import { expect } from 'chai';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RoundView } from '../../node/control/api.ts';
import { homeOf as pathsOf } from '../../node/home/paths.ts';
import {
  open,
  openConsortium,
  parseManifestFile,
  type StatementType,
  type Verified,
} from '../../protocol/index.ts';
import { homeOf, workspaceOf } from '../../scenarios/demo/world.ts';
import { startTapped, type TappedWorld } from './frame-tap-world.ts';
import { saidAtMs, type Said } from './frame-records.ts';
import { publish, until } from './one-round.ts';

const ORGS = ['Org1', 'Org2', 'Org3'];
const RUN_SECONDS = 10;
const LENGTHS = { warmUpSeconds: 0, runSeconds: RUN_SECONDS, leadSeconds: 5 };
const NO_OP = new URL('../node/worker/fixtures/no-op-connector.cjs', import.meta.url);

const WORKLOAD = `'use strict';
const { WorkloadModuleBase } = require('@hyperledger/caliper-core');
class Workload extends WorkloadModuleBase {
  submitTransaction() {
    return this.sutAdapter.sendRequests({});
  }
}
module.exports.createWorkloadModule = () => new Workload();
`;

interface Case {
  readonly tps: number;
  readonly network: object;
}
const NULL = { caliper: { blockchain: 'null' } };
/** each is a whole round, in this order; the first one warms everything up */
const CASES = {
  first: { tps: 20, network: NULL },
  few: { tps: 1, network: NULL },
  many: { tps: 1000, network: NULL },
  unanswered: {
    tps: 1000,
    network: { caliper: { blockchain: './no-op.cjs' }, noOp: { answerMs: 3_600_000 } },
  },
} satisfies Record<string, Case>;
type Name = keyof typeof CASES;

describe('what an org sends in a round', function () {
  this.timeout(400_000);
  let dir: string;
  let world: TappedWorld;
  /** by org */
  const said = new Map<string, Said[]>();
  const rounds = new Map<
    Name,
    RoundView['deadlines'] & { readonly round: string; readonly all: Verified[] }
  >();

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-load-'));
    const options = { dir, sut: 'ledger', orgs: ORGS, tps: 10, seed: 5 } as const;
    world = await startTapped({ ...options, say: () => {} });
    const views = new Map<Name, RoundView>();
    for (const [name, one] of Object.entries(CASES) as [Name, Case][]) {
      drive(workspaceOf(dir, 'Org2'), one);
      const view = (await publish(world, LENGTHS))[1] as RoundView;
      views.set(name, view);
      await until(async () => Date.now() > view.deadlines.closingMs);
    }
    for (const peer of world.peers) said.set(peer.org, world.said(peer));
    await world.stop();
    for (const [name, { round, deadlines }] of views)
      rounds.set(name, { ...deadlines, round, all: statementsIn(round) });
  });
  after(async () => {
    await world?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  function drive(workspace: string, { tps, network }: Case): void {
    cpSync(NO_OP, join(workspace, 'no-op.cjs'));
    writeFileSync(join(workspace, 'workload.js'), WORKLOAD);
    writeFileSync(join(workspace, 'network.yaml'), JSON.stringify(network));
    const file = join(workspace, 'benchmark.yaml');
    const workload = readFileSync(file, 'utf8').replace(/tps: \d+/, `tps: ${tps}`);
    writeFileSync(file, workload);
  }

  /** Of all orgs, as they lie in the transcript of one. */
  function statementsIn(round: string): Verified[] {
    const home = pathsOf({ home: homeOf(dir, 'Org2') });
    const consortium = openConsortium(parseManifestFile(readFileSync(home.consortium, 'utf8')));
    const db = new DatabaseSync(home.node.rounds, { readOnly: true });
    try {
      const rows = db.prepare('SELECT bytes FROM envelope WHERE round = ?').all(round);
      return rows.map(({ bytes }) => open(consortium, bytes as Uint8Array));
    } finally {
      db.close();
    }
  }

  const of = (name: Name) => rounds.get(name) as NonNullable<ReturnType<typeof rounds.get>>;
  const names = Object.keys(CASES) as Name[];

  /** What the coordinator says beside is an office that goes round. */
  const statements = (name: Name) =>
    of(name)
      .all.filter(({ type, signer }) => signer === 'Org2' && type !== 'candidate')
      .sort((a, b) => a.type.localeCompare(b.type));
  /** When this org said it, in ms after the instant at which all contribute. */
  const lateMs = (name: Name, type: StatementType, org = 'Org2'): number => {
    const { all, startMs, warmUpMs, runMs, drainMs } = of(name);
    const statement = all.find((one) => one.type === type && one.signer === org) as Verified;
    const atMs = saidAtMs(said.get(org) as Said[], statement.bytes) as number;
    return atMs - (startMs + warmUpMs + runMs + drainMs + 500);
  };

  /** Frames and bytes by protocol while the load ran and was drained. */
  function duringLoad(name: Name) {
    const { startMs, warmUpMs, runMs, drainMs } = of(name);
    const endMs = startMs + warmUpMs + runMs + drainMs;
    const counted = new Map<string, { frames: number; bytes: number }>();
    for (const { protocol, frames } of said.get('Org2') as Said[]) {
      const within = frames.filter(({ atMs }) => atMs >= startMs && atMs < endMs);
      if (within.length === 0) continue;
      const { frames: before, bytes } = counted.get(protocol) ?? { frames: 0, bytes: 0 };
      counted.set(protocol, {
        frames: before + within.length,
        bytes: within.reduce((sum, one) => sum + one.bytes.length, bytes),
      });
    }
    return counted;
  }

  it('was the load that each case asked for', async () => {
    const submitted = await Promise.all(
      names.map(async (name) => {
        const { ownDir } = pathsOf({ home: homeOf(dir, 'Org2') }).round(of(name).round);
        return readFileSync(join(ownDir, 'transactions-0.csv'), 'utf8').trimEnd().split('\n')
          .length;
      }),
    );
    // two lines of heading
    expect(submitted).to.deep.equal(names.map((name) => CASES[name].tps * RUN_SECONDS + 2));
  });

  it('is the same statements with the same number of bytes', () => {
    const [first, ...others] = names.map((name) =>
      statements(name).map(({ type, bytes }) => ({
        type,
        // the bound of the clock, measured before the load, has one byte or two more
        bytes: type === 'ready' ? 'about 147' : bytes.length,
      })),
    );
    expect(first?.map(({ type }) => type)).to.include.members(['contribution', 'result']);
    for (const other of others) expect(other).to.deep.equal(first);
    for (const name of names) {
      const ready = statements(name).find(({ type }) => type === 'ready');
      expect(ready?.bytes.length, name).to.be.within(145, 149);
    }
  });

  it('leaves at the instant on which all agreed, whatever there was to count', () => {
    // how late this machine is today: the others have the same load in all rounds
    const others = names.flatMap((name) =>
      ['Org1', 'Org3'].map((org) => lateMs(name, 'contribution', org)),
    );
    const latestMs = 100 + 2 * Math.max(...others);
    for (const name of names) expect(lateMs(name, 'contribution'), name).to.be.within(-2, latestMs);
  });

  it('while the load runs is only what is always said, and no more of it', () => {
    const periodic = ['/meshsub/1.2.0', '/hushmark/exchange/1', '/hushmark/clock/1'];
    // of libp2p: every half a minute, and when a stream comes too late
    periodic.push('(yamux)', '/ipfs/ping/1.0.0', '(given up)');
    for (const name of names) {
      const counted = duringLoad(name);
      expect(periodic, name).to.include.members([...counted.keys()]);
      // a heartbeat each second to each of two others; its length is that of all that was said in the last 50 s
      expect(counted.get('/meshsub/1.2.0')?.frames, `gossip, ${name}`).to.be.within(22, 26);
      // each second each of three orgs compares with one of two others, drawn at random: 24 streams, 5 sigma
      expect(counted.get('/hushmark/exchange/1')?.frames, `exchange, ${name}`).to.be.within(
        24,
        110,
      );
    }
    const total = (name: Name) =>
      [...duringLoad(name)]
        .filter(([protocol]) => protocol !== '/meshsub/1.2.0')
        .reduce((sum, [, { bytes }]) => sum + bytes, 0);
    // two comparisons of clocks and the draw of the exchange; one byte for each transaction would be three times as much
    for (const name of names) expect(Math.abs(total(name) - total('few')), name).to.be.below(3_500);
  });
});
