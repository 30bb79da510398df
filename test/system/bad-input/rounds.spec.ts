/** Rounds in which something is wrong with a workspace, a ledger, a scenario or an instant: each ends by its code. */
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Counts, Metrics } from '../../../aggregation/metrics.ts';
import type { RoundView } from '../../../node/control/api.ts';
import { kindOf, type ErrorCode, type ErrorKind } from '../../../node/error-catalogue.ts';
import { EXIT } from '../../../node/exit-codes.ts';
import type { Peer } from '../../../scenarios/demo/bench-node.ts';
import { homeOf, startWorld, workspaceOf, type World } from '../../../scenarios/demo/world.ts';
import { acceptAll, propose, publish, until, viewWhen } from '../one-round.ts';
import { bytesOf } from './home-bytes.ts';
import { expectRefusal, run } from './refusal.ts';

/** Longer than a busy machine takes before the load; a phase is long enough for its clocks, too. */
const LENGTHS = { warmUpSeconds: 0, runSeconds: 3, leadSeconds: 20 };

const SCENARIO = `name: asset-transfer
sut:
  type: ledger
  version: '1'
workload:
  class: asset-transfer
  description: transfers
warmUpSeconds: 0
runSeconds: 600
deadlines: { acceptSeconds: 20, commitSeconds: 30, readySeconds: 40, startSeconds: 50 }
`;

describe('a round', function () {
  this.timeout(240_000);
  let dir: string;
  let world: World;
  let first: RoundView;
  let kept: Record<string, string>[];
  const orgs = ['Org1', 'Org2', 'Org3'];

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-rounds-'));
    world = await startWorld({ dir, sut: 'ledger', orgs, tps: 20, seed: 5, say: () => {} });
    [first] = (await publish(world, LENGTHS)) as [RoundView];
    cpSync(workspaceOf(dir, 'Org2'), join(dir, 'sound'), { recursive: true });
    kept = orgs.map((org) => publishedBytes(org));
  });
  afterEach(() => {
    rmSync(workspaceOf(dir, 'Org2'), { recursive: true });
    cpSync(join(dir, 'sound'), workspaceOf(dir, 'Org2'), { recursive: true });
  });
  after(async () => {
    // whatever went wrong later, nothing of the first round is lost
    const now = kept && orgs.map((org) => publishedBytes(org));
    await world?.stop();
    rmSync(dir, { recursive: true, force: true });
    expect(now).to.deep.equal(kept);
  });

  const as = (org: string) => ['--org', org, '--home', homeOf(dir, org)];
  /** The view of a round is written anew when a signature comes later. */
  const publishedBytes = (org: string) => {
    const bytes = ['rounds', 'own'].flatMap((folder) =>
      Object.entries(bytesOf(join(homeOf(dir, org), folder, first.round))),
    );
    return Object.fromEntries(bytes.filter(([path]) => !path.startsWith('round.json')));
  };
  const peerOf = (org: string) => world.peers.find((peer) => peer.org === org) as Peer;
  const file = (name: string) => join(workspaceOf(dir, 'Org2'), name);
  const change = (name: string, right: string | RegExp, wrong: string) =>
    writeFileSync(file(name), readFileSync(file(name), 'utf8').replace(right, wrong));
  const scenario = (text: string): string => {
    const path = join(dir, 'scenario.yaml');
    writeFileSync(path, text);
    return path;
  };

  interface Row {
    readonly code: ErrorCode;
    /** of what Org2 reads: the others are told the code only */
    readonly says: RegExp;
    spoil(): void;
  }
  const rows: Record<string, Row> = {
    'a workload that throws when it begins': {
      spoil: () =>
        change(
          'workload.js',
          'async initializeWorkloadModule(...context) {',
          'async initializeWorkloadModule(...context) { throw new Error("no seeds today");',
        ),
      code: 'E_WORKLOAD',
      says: /the workload failed: no seeds today\. Mend it in the workspace/,
    },
    'a workload that is not there': {
      spoil: () => rmSync(file('workload.js')),
      code: 'E_WORKLOAD',
      says: /"\.\/workload\.js" does not exist in the workspace: correct workload\.module/,
    },
    'a workload that is no program': {
      spoil: () => truncateSync(file('workload.js'), 700),
      code: 'E_WORKLOAD',
      says: /the workload failed: /,
    },
    'a slip in network.yaml': {
      spoil: () => change('network.yaml', 'endpoint:', 'endpiont:'),
      code: 'E_NETWORK_FILE',
      says: /network\.yaml, line \d+: unknown key "ledger\.endpiont"\. Correct it/,
    },
    'a network.yaml that is no YAML': {
      spoil: () => change('network.yaml', 'ledger:', 'ledger: ['),
      code: 'E_NETWORK_FILE',
      says: /network\.yaml, line \d+: this is no YAML: .*\. Correct it/,
    },
    'a network.yaml cut off': {
      spoil: () => truncateSync(file('network.yaml'), 20),
      code: 'E_NETWORK_FILE',
      says: /network\.yaml, line \d+: caliper\.blockchain: must name a connector/,
    },
    'a slip in benchmark.yaml': {
      spoil: () => change('benchmark.yaml', 'tps:', 'tsp:'),
      code: 'E_BENCHMARK_FILE',
      says: /benchmark\.yaml, line \d+: unknown key "test\.rounds\[0\]\.rateControl\.opts\.tsp"/,
    },
    'a benchmark.yaml cut off': {
      spoil: () => truncateSync(file('benchmark.yaml'), 100),
      code: 'E_BENCHMARK_FILE',
      says: /benchmark\.yaml, line \d+: /,
    },
    'a ledger that is down': {
      spoil: () => change('network.yaml', /endpoint: .*/, 'endpoint: 127.0.0.1:9'),
      code: 'E_SUT_DOWN',
      says: /no ledger peer at 127\.0\.0\.1:9 .*: start the ledger, or correct ledger\.endpoint in the network file \(E_SUT_DOWN\)/,
    },
  };

  for (const [what, { spoil, code, says }] of Object.entries(rows))
    it(`never starts with ${what}: its org reads why, the others only the code`, async () => {
      spoil();
      const round = await propose(world, LENGTHS);
      await acceptAll(world.peers.slice(1), round);
      await Promise.all(
        world.peers.map((peer) => viewWhen(peer, round, ({ end }) => end !== null)),
      );
      const own = await run(['watch', round, ...as('Org2')]);
      expect([own.code, own.stderr]).to.deep.equal([EXIT.notReady, '']);
      expect(own.stdout).to.match(says);
      expect(own.stdout.split(code), 'the code stands there once').to.have.length(2);
      const { next } = kindOf(code) as ErrorKind;
      expect(own.stdout.split(next.slice(0, -1)).length).to.be.at.most(2);
      const others = await run(['watch', round, ...as('Org1')]);
      expect(others.code).to.equal(EXIT.notReady);
      expect(others.stdout).to.match(
        new RegExp(`Org2 can not take part, as it says: [^;]+ \\(${code}\\)`),
      );
      expect(others.stdout).not.to.match(/127\.0\.0\.1|workload\.js|seeds|tsp|endpiont/);
    });

  it('counts each transaction of a workload that throws as failed, and is published', async () => {
    change(
      'workload.js',
      'async submitTransaction() {',
      'async submitTransaction() { throw new Error("not today");',
    );
    const [view] = (await publish(world, LENGTHS)) as [RoundView];
    const countsOf = async (org: string): Promise<Counts> => {
      const { stdout } = await run(['own', view.round, '--json', ...as(org)]);
      return (JSON.parse(stdout) as { metrics: Metrics }).metrics.transaction.counts;
    };
    const own = await countsOf('Org2');
    expect([own.committed, own.failed.other]).to.deep.equal([0, own.submitted]);
    expect(own.submitted).to.be.above(5);
    expect((await countsOf('Org1')).failed.other).to.equal(0);
  });

  it('is not proposed with a slip in its scenario, or with half of it', async () => {
    const known = await peerOf('Org1').control.rounds();
    const command = (text: string) => ['propose', scenario(text), ...as('Org1')];
    expectRefusal(await run(command(SCENARIO.replace('runSeconds', 'runSecond'))), {
      code: 'E_SCENARIO',
      says: /scenario\.yaml:9: unknown key "runSecond"/,
    });
    expectRefusal(await run(command(SCENARIO.slice(0, 100))), {
      code: 'E_SCENARIO',
      says: /scenario\.yaml:\d+: /,
    });
    expectRefusal(await run(command(SCENARIO.replace('sut:', 'sut: ['))), {
      code: 'E_SCENARIO',
      says: /scenario\.yaml:\d+: /,
    });
    expect(await peerOf('Org1').control.rounds()).to.deep.equal(known);
  });

  it('is accepted once, beside no other load, while it is proposed', async () => {
    const round = await propose(world, { ...LENGTHS, leadSeconds: 60 });
    await until(async () =>
      (await peerOf('Org3').control.rounds()).some((known) => known.round === round),
    );
    expectRefusal(await run(['propose', scenario(SCENARIO), ...as('Org1')]), {
      code: 'E_WINDOW_TAKEN',
      says: new RegExp(`overlap that of round ${round.slice(0, 12)}`),
    });
    const accept = ['accept', round, ...as('Org3')];
    expect(await run(accept)).to.include({ code: EXIT.ok });
    expectRefusal(await run(accept), {
      code: 'E_ALREADY_DECIDED',
      says: /this org has decided already/,
    });
    expect(await run(['abort', round, ...as('Org1')])).to.include({ code: EXIT.ok });
    await viewWhen(peerOf('Org2'), round, ({ end }) => end !== null);
    expectRefusal(await run(['accept', round, ...as('Org2')]), {
      code: 'E_ILLEGAL_EVENT',
      says: /this round is over \(cancelled\): nothing was changed/,
    });
  });

  it('is accepted by nobody after its deadline', async () => {
    const round = await propose(world, { ...LENGTHS, leadSeconds: 3 });
    await viewWhen(peerOf('Org2'), round, ({ phase }) => phase === 'expired');
    expectRefusal(await run(['accept', round, ...as('Org2')]), {
      code: 'E_TOO_LATE',
      says: /the time to accept is over: ask for a new proposal/,
    });
    const watched = await run(['watch', round, ...as('Org2')]);
    expect(watched.code).to.equal(EXIT.expired);
    expect(watched.stdout).to.include('expired: no answer in time from Org2, Org3');
  });

  it('is published with the failures when its ledger goes down, and says so', async function () {
    if (process.platform !== 'linux') {
      console.log('      skipped: finds the ledger by /proc');
      return this.skip();
    }
    const round = await propose(world, { ...LENGTHS, runSeconds: 6 });
    await acceptAll(world.peers.slice(1), round);
    const [proposer] = world.peers as [Peer];
    await viewWhen(proposer, round, ({ load, end }) => end !== null || (load?.committed ?? 0) > 10);
    process.kill(ledgerPid(), 'SIGKILL');
    for (const peer of world.peers) {
      const over = ({ end, files }: RoundView) => end !== null || files !== null;
      expect((await viewWhen(peer, round, over)).phase).to.equal('published');
    }
    const report = await run(['report', round, ...as('Org2')]);
    expect(report.stdout).to.match(/WARNING: only \d+(\.\d+)? % of the transactions succeeded/);
    const next = await propose(world, LENGTHS);
    await acceptAll(world.peers.slice(1), next);
    const { end } = await viewWhen(proposer, next, (view) => view.end !== null);
    expect(end?.code).to.equal('E_SUT_DOWN');
  });
});

/** The ledger is a child of this process, as the world started it. */
function ledgerPid(): number {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  const found = children
    .trim()
    .split(' ')
    .find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('ledger/process'));
  if (found === undefined) throw new Error('there is no ledger');
  return Number(found);
}
