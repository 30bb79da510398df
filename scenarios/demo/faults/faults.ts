/**
 * `demo --fault`: what happens to the last organisation while the round goes on, and what the others make of it. With four
 * of them and one tolerated, a verified report comes out of each.
 */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RoundView } from '../../../node/control/api.ts';
import { startPeer, type Peer } from '../bench-node.ts';
import { homeOf, passphraseOf, type World } from '../world.ts';
import { cutBy, FALSE_SEED, TWO_VOTES } from './patches.ts';
import { patchedCopy, type Patch } from './patched-copy.ts';

export const FAULTS = ['dropout', 'crash', 'liar', 'partition', 'equivocation'] as const;
export type FaultName = (typeof FAULTS)[number];

/** What has to be there in the end, beside a verified report. */
export interface Expectation {
  /** the last org publishes too */
  readonly lastPublishes: boolean;
  /** the last org's data is in the sum; undefined where either may be */
  readonly lastContributes?: boolean;
  /** what the others hold against it */
  readonly lie?: string;
}

interface Fault {
  readonly tells: string;
  readonly expects: Expectation;
  /** what which orgs run instead of the program */
  readonly patches?: (dir: string) => readonly Patch[];
  readonly patched?: 'last' | 'all';
  /** does its harm while the round goes on; resolves when it is done */
  readonly act?: (world: World, round: string, say: (line: string) => void) => Promise<void>;
}

const FAULT: Record<FaultName, Fault> = {
  dropout: {
    tells: 'its process is killed while the load runs',
    expects: { lastPublishes: false, lastContributes: false },
    act: async (world, round, say) => {
      const { last, first } = endsOf(world);
      if (!(await viewWhen(first, round, ({ phase }) => phase === 'running'))) return;
      await delay(1_000);
      await last.kill();
      say(`fault        ${last.org} is killed: its data is lost`);
    },
  },
  crash: {
    tells: 'its process is killed right after it has contributed, and started again',
    expects: { lastPublishes: true, lastContributes: true },
    act: async (world, round, say) => {
      const { last, first } = endsOf(world);
      const contributed = ({ contributed: orgs }: RoundView) => orgs.includes(last.org);
      if (!(await viewWhen(first, round, contributed))) return;
      await last.kill();
      say(`fault        ${last.org} is killed: it has contributed, and revealed nothing yet`);
      const again = await startPeer(last.org, last.home, passphraseOf(world.dir, last.org));
      world.replace(again);
      say(`fault        ${last.org} is back (pid ${again.pid}), with its journal`);
    },
  },
  liar: {
    tells: 'it reveals another seed than the one that it had hashed',
    expects: { lastPublishes: true, lastContributes: true, lie: 'falseSeed' },
    patches: () => FALSE_SEED,
    patched: 'last',
  },
  partition: {
    tells: 'it is cut off from all others when the contributions are due, for some seconds',
    expects: { lastPublishes: true },
    patches: (dir) => cutBy(cutFile(dir)),
    patched: 'all',
    act: async (world, round, say) => {
      const { last, first } = endsOf(world);
      if (!(await viewWhen(first, round, ({ phase }) => phase === 'running'))) return;
      await writeFile(cutFile(world.dir), JSON.stringify([last.org]));
      say(`fault        ${last.org} is cut off`);
      await viewWhen(first, round, ({ phase }) => phase === 'published');
      await rm(cutFile(world.dir));
      say(`fault        ${last.org} is reachable again, and has to catch up`);
    },
  },
  equivocation: {
    tells: 'it votes for two sets in one view',
    expects: { lastPublishes: true, lie: 'equivocation' },
    patches: () => TWO_VOTES,
    patched: 'last',
  },
};

export const faultOf = (name: FaultName): Fault => FAULT[name];

/** The programs that orgs run instead of this one. */
export async function programsFor(
  name: FaultName,
  dir: string,
  orgs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { patches, patched } = FAULT[name];
  if (!patches) return new Map();
  const program = await patchedCopy(join(dir, 'patched'), patches(dir));
  const who = patched === 'all' ? orgs : orgs.slice(-1);
  return new Map(who.map((org) => [org, program]));
}

const cutFile = (dir: string) => join(dir, 'cut-off.json');

function endsOf({ peers }: World): { first: Peer; last: Peer } {
  const [first] = peers;
  const last = peers.at(-1);
  if (!first || !last) throw new TypeError('a world has peers');
  return { first, last };
}

const POLL_MS = 20;

/** Whether this came to hold before the round ended. */
async function viewWhen(
  { control }: Peer,
  round: string,
  holds: (view: RoundView) => boolean,
): Promise<boolean> {
  for (;;) {
    const view = await control.round(round);
    if (holds(view) || view.end !== null) return holds(view);
    await delay(POLL_MS);
  }
}

export const homesOf = (dir: string, orgs: readonly string[]) =>
  orgs.map((org) => homeOf(dir, org));
