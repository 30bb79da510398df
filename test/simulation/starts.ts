/** The state of a room in which everybody is ready and drives its load: made once for each world, shared by its runs. */
import { CALM, type Instants } from './plan.ts';
import { randomOf } from './random.ts';
import { createSimulation, type Start } from './simulation.ts';
import { T0, type World } from './world.ts';

const known = new WeakMap<World, ReadonlyMap<string, Start>>();

/** Begins at `loadedMs`. */
export function startsOf(world: World): ReadonlyMap<string, Start> {
  const before = known.get(world);
  if (before) return before;
  const plan = { ...CALM, isWhole: false };
  const room = createSimulation({ world, plan, random: randomOf(0), startMs: T0 });
  for (const peer of room.peers.values()) peer.accept();
  room.runUntil(loadedMs(world));
  const starts = new Map(
    [...room.peers.values()].map((peer): [string, Start] => {
      const state = peer.state();
      if (state.phase !== 'running') throw new Error(`${peer.org} is ${state.phase}: no start`);
      const { journal } = world.seatOf(peer.org);
      const start = { state, transcript: [...peer.transcript.values()], journal: journal.kept() };
      return [peer.org, start];
    }),
  );
  known.set(world, starts);
  return starts;
}

/** When the observation window is over: all that matters comes after it. */
export function loadedMs({ product, terms }: World): number {
  return product.protocol.windowOf(terms.schedule).toMs;
}

/** The instants that faults are drawn around, ms since the proposal. */
export function instantsOf(world: World, isWhole: boolean): Instants {
  const { sums, schedule } = world.terms;
  const last = sums.at(-1) as (typeof sums)[number];
  return {
    fromMs: isWhole ? 0 : loadedMs(world) - T0,
    cutMs: (sums[0] as (typeof sums)[number]).cutMs - T0,
    voteByMs: last.voteByMs - T0,
    closingMs: schedule.closingMs - T0,
  };
}
