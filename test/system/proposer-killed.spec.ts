import { expect } from 'chai';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Peer } from '../../scenarios/demo/bench-node.ts';
import { startWorld, type World } from '../../scenarios/demo/world.ts';
import { randomOf } from '../simulation/random.ts';
import { endsOf, expectAlike, expectWholeReports, leadOf, startAgain } from './one-end.ts';
import { acceptAll, propose, viewWhen } from './one-round.ts';

const ORGS = ['Org1', 'Org2', 'Org3', 'Org4'];
const RUN_MS = 2_000;
const DRAIN_MS = 500;
const LENGTHS = {
  ...{ warmUpSeconds: 0, runSeconds: RUN_MS / 1000, drainSeconds: DRAIN_MS / 1000 },
  ...{ voteSeconds: 8, exception: 'a member was killed before' },
};
/** Where in the round's time: while it is set up, while the load runs, and in the second in which all is agreed and opened. */
const BEFORE_START = 2;
const RUNNING = 1;
const AGREEING = 6;
/** so that somebody has heard of the round */
const LEAST_MS = 200;

describe('a proposer that is killed', function () {
  this.timeout(600_000);
  const seed = Number(process.env['HUSHMARK_SEED'] ?? randomInt(2 ** 31));
  let dir: string;
  let world: World;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-killed-'));
    world = await startWorld({ dir, sut: 'ledger', orgs: ORGS, tps: 20, seed: 5, say: () => {} });
  });
  after(async () => {
    await world?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  /** The round is proposed, the proposer is killed at a moment of it, and comes back when the others are done. */
  async function killed(
    moment: (proposer: Peer, round: string) => Promise<unknown>,
  ): Promise<string> {
    const [proposer, ...others] = world.peers as [Peer, ...Peer[]];
    const round = await propose(world, { ...LENGTHS, leadSeconds: leadOf(world) });
    const accepted = acceptAll(others, round);
    await moment(proposer, round);
    const { phase } = await proposer.control.round(round);
    await proposer.kill();
    await accepted;
    const views = await endsOf(others, round);
    const outcome = expectAlike(views, `killed while ${phase}`);
    const back = await startAgain(world, proposer.org);
    // the next proposal lists what was certified meanwhile
    const certified = views[0]?.contributors.length;
    await viewWhen(back, round, ({ contributors }) => contributors.length === certified);
    await expectWholeReports(world, round);
    return `${phase} → ${outcome}`;
  }

  it('right after the commit hangs nobody: the others end alike, by the closing instant', async () => {
    // all four commits are out: from here the round needs no owner
    const outcome = await killed((proposer, round) =>
      viewWhen(proposer, round, ({ end, committed }) => end !== null || committed.length === 4),
    );
    expect(outcome).to.match(/→ (published|notReady \(.*Org1)/);
  });

  it('at nine random instants hangs nobody: one report at all others, or none', async () => {
    console.log(`      HUSHMARK_SEED=${seed}`);
    const { unit } = randomOf(seed);
    const atStart = leadOf(world) * 1000;
    const observed = atStart + RUN_MS + DRAIN_MS;
    const moments = [
      ...Array.from({ length: BEFORE_START }, () => Math.max(LEAST_MS, unit() * atStart)),
      ...Array.from({ length: RUNNING }, () => atStart + unit() * RUN_MS),
      ...Array.from({ length: AGREEING }, () => observed + unit() * 1000),
    ];
    const outcomes: string[] = [];
    for (const afterMs of moments) outcomes.push(await killed(() => delay(afterMs)));
    for (const outcome of outcomes) console.log(`      ${outcome}`);
    expect(outcomes.filter((outcome) => outcome.endsWith('published'))).to.not.be.empty;
  });
});
