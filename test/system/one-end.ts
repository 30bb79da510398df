/** What has to hold of a round whoever was killed: it ends, for all alike, and a report is absent or whole. */
import { expect } from 'chai';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RoundView } from '../../node/control/api.ts';
import { benchNode, startPeer, type Peer } from '../../scenarios/demo/bench-node.ts';
import { homeOf, passphraseOf, type World } from '../../scenarios/demo/world.ts';

/** How long after the closing instant a peer may still be writing. */
const GRACE_MS = 5_000;

/** How the round ended at these peers. @throws Error when one goes on after the closing instant */
export async function endsOf(peers: readonly Peer[], round: string): Promise<RoundView[]> {
  return Promise.all(peers.map((peer) => endOf(peer, round)));
}

async function endOf({ control, org }: Peer, round: string): Promise<RoundView> {
  for (;;) {
    const view = await control.round(round);
    const { phase, end, files, deadlines } = view;
    const late = Date.now() >= deadlines.closingMs;
    // until the closing instant a certificate may supersede what a peer gave up
    const isFinal = phase === 'published' ? files !== null : end !== null && (late || isOver(view));
    if (isFinal) return view;
    if (Date.now() > deadlines.closingMs + GRACE_MS)
      throw new Error(`${org} is ${phase} after the closing instant`);
    await delay(50);
  }
}

const isOver = ({ phase }: RoundView) => ['rejected', 'cancelled', 'expired'].includes(phase);

const outcomeOf = ({ phase, end }: RoundView) =>
  end ? `${phase} (${end.code}: ${end.message})` : phase;

/**
 * All end in one phase, each with a reason. Before the load two peers may name two reasons: whichever they learned first.
 * @returns the phase, and the first one's reason
 */
export function expectAlike(views: readonly RoundView[], about: string): string {
  const outcomes = views.map(outcomeOf);
  const phases = new Set(views.map(({ phase }) => phase));
  expect(phases.size, `${about}: ${outcomes.join(' | ')}`).to.equal(1);
  for (const { phase, end } of views)
    expect(phase === 'published' || end?.code, `${about}: a reason`).to.be.ok;
  return outcomes[0] as string;
}

/**
 * Reports on disk are the same bytes wherever there is one, and every bundle verifies.
 * @returns how many orgs have a bundle
 */
export async function expectWholeReports(
  { dir, consortium, peers }: World,
  round: string,
): Promise<number> {
  const folders = peers.map(({ org }) => join(homeOf(dir, org), 'rounds', round));
  const found = (name: string) =>
    folders.map((at) => join(at, name)).filter((at) => existsSync(at));
  const reports = new Set(found('report.json').map((path) => readFileSync(path, 'utf8')));
  expect(reports.size, 'different reports').to.be.at.most(1);
  for (const report of reports) expect(JSON.parse(report)).to.be.an('object');
  const bundles = found('round.bundle');
  if (bundles.length === 0) return 0;
  const run = await benchNode(['audit', 'verify', ...bundles, '--consortium', consortium]);
  expect(run.code, run.stdout + run.stderr).to.equal(0);
  return bundles.length;
}

/** Starts a peer that was killed, and waits until it is connected to all others. */
export async function startAgain(world: World, org: string): Promise<Peer> {
  const peer = await startPeer(org, homeOf(world.dir, org), passphraseOf(world.dir, org));
  world.replace(peer);
  while ((await peer.control.status()).connected.length < world.peers.length - 1) await delay(50);
  return peer;
}

const LEAST_LEAD_SECONDS = 6;

/** Seconds from the proposal to the start of the load that peers of this machine need to be ready. */
export const leadOf = ({ startSeconds }: World): number =>
  Math.max(LEAST_LEAD_SECONDS, Math.ceil(startSeconds));
