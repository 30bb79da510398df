/** One random run: the seed gives the size, the plan, the liars and every single delay. */
import { BEHAVIOURS } from './behaviours.ts';
import { SET_UP_BEHAVIOURS } from './set-up-lies.ts';
import type { Finding } from './checks.ts';
import type { Forgetting } from './surroundings.ts';
import { drawPlan, type Plan } from './plan.ts';
import type { Product } from './product.ts';
import { randomOf, type Random } from './random.ts';
import type { Hostility } from './hostility.ts';
import { createSimulation } from './simulation.ts';
import { instantsOf, loadedMs, startsOf } from './starts.ts';
import type { Behaviour } from './saying.ts';
import { createWorld, sizeOf, T0, type Size, type World } from './world.ts';

/** Sizes of random runs: mostly the small ones, in which faults weigh most and runs are short. */
const SIZES = [4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 5, 5, 7, 7, 10].map(sizeOf);
/** One run in so many begins with the proposal, and one in so many has two sums. */
const WHOLE_EVERY = 20;
const TWO_SUMS_EVERY = 10;

export interface RunOptions {
  /** default: drawn */
  readonly size?: Size;
  /** from the proposal on; default: drawn */
  readonly isWhole?: boolean;
  readonly forgets?: Forgetting;
  readonly threshold?: number;
  readonly trace?: (line: string) => void;
}

export interface Outcome {
  readonly seed: number;
  readonly size: Size;
  readonly plan: Plan;
  readonly findings: readonly Finding[];
  /** how many effects all peers carried out */
  readonly effects: number;
  /** by phase and code, how the peers ended that were alive */
  readonly ends: readonly string[];
}

const worlds = new WeakMap<Product, Map<string, World>>();

/** The same world for the same question. */
export function worldOf(product: Product, options: Parameters<typeof createWorld>[1]): World {
  const known = worlds.get(product) ?? new Map<string, World>();
  worlds.set(product, known);
  const key = JSON.stringify(options);
  const world = known.get(key) ?? createWorld(product, options);
  known.set(key, world);
  return world;
}

export function runSeed(product: Product, seed: number, options: RunOptions = {}): Outcome {
  const random = randomOf(seed);
  const drawn = random.one(SIZES);
  const size = options.size ?? drawn;
  const drawnWhole = random.whole(1, WHOLE_EVERY) === 1;
  const isWhole = options.isWhole ?? drawnWhole;
  const sums = random.whole(1, TWO_SUMS_EVERY) === 1 ? ['main', 'second'] : ['main'];
  const { threshold, trace } = options;
  const world = worldOf(product, { ...size, sums, ...(threshold && { threshold }) });
  const plan = drawPlan(random, {
    roster: world.roster,
    f: size.f,
    instants: instantsOf(world, isWhole),
    behaviours: Object.keys(BEHAVIOURS),
    setUpBehaviours: Object.keys(SET_UP_BEHAVIOURS),
    denials: Object.keys(BEHAVIOURS).filter((name) => BEHAVIOURS[name]?.denies),
    isWhole,
  });
  trace?.(`n=${size.n} f=${size.f} ${JSON.stringify({ ...plan, skewsMs: [...plan.skewsMs] })}`);
  const room = createSimulation({
    world,
    plan,
    random,
    hostility: hostilityOf(plan),
    ...(isWhole ? { startMs: T0 } : { startMs: loadedMs(world), start: startsOf(world) }),
    ...(options.forgets && { forgets: options.forgets }),
    ...(trace && { trace }),
  });
  if (isWhole) accepting(room, random);
  room.finish();
  return {
    seed,
    size,
    plan,
    findings: room.findings,
    effects: room.effects.count,
    ends: [...room.peers.values()]
      .filter((peer) => peer.isAlive())
      .map((peer) => `${peer.state().phase} ${peer.state().end?.code ?? ''}`.trim()),
  };
}

function accepting(room: ReturnType<typeof createSimulation>, random: Random): void {
  for (const peer of room.peers.values()) {
    const atMs = T0 + random.whole(0, 3000);
    room.at(atMs, () => peer.accept());
  }
}

function hostilityOf(plan: Plan): Map<string, Hostility[]> {
  return new Map(
    plan.liars.map(({ org, behaviours }) => [
      org,
      behaviours.map((name) => ((BEHAVIOURS[name] ?? SET_UP_BEHAVIOURS[name]) as Behaviour).make()),
    ]),
  );
}
