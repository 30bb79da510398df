/** What will happen in one run, drawn from its seed before it begins. */
import type { Random } from './random.ts';

export interface Partition {
  /** ms since the proposal */
  readonly fromMs: number;
  readonly toMs: number;
  /** who is on the one side */
  readonly side: readonly string[];
}

export interface Crash {
  readonly org: string;
  /** ms since the proposal; null: at an effect */
  readonly atMs: number | null;
  /** before the how-maniest effect of this org */
  readonly atEffect: number | null;
  /** null: for ever */
  readonly downMs: number | null;
  /** the vault still does what it was asked for */
  readonly vaultFinishes: boolean;
}

export interface Liar {
  readonly org: string;
  readonly behaviours: readonly string[];
}

export interface Plan {
  /** messages go to everybody at once; without it only repair brings them */
  readonly gossip: boolean;
  readonly loss: number;
  readonly repeat: number;
  readonly delayMs: readonly [least: number, most: number];
  /** this share of the messages takes up to `tailMs` */
  readonly tail: number;
  readonly tailMs: number;
  readonly repairMs: number;
  /** this share of what a vault is asked for takes up to `vaultTailMs`: longer than a view */
  readonly vaultTail: number;
  readonly vaultTailMs: number;
  readonly partitions: readonly Partition[];
  readonly crashes: readonly Crash[];
  readonly liars: readonly Liar[];
  /** by org, ms */
  readonly skewsMs: ReadonlyMap<string, number>;
  /** the whole round from its proposal, the set-up included */
  readonly isWhole: boolean;
  /** so few faults that the round must be published */
  readonly mustDecide: boolean;
}

/** Nothing is lost or late, and nobody fails. */
export const CALM: Plan = {
  gossip: true,
  loss: 0,
  repeat: 0,
  delayMs: [1, 1],
  tail: 0,
  tailMs: 0,
  repairMs: 1000,
  vaultTail: 0,
  vaultTailMs: 0,
  partitions: [],
  crashes: [],
  liars: [],
  skewsMs: new Map(),
  isWhole: false,
  mustDecide: true,
};

export interface Instants {
  /** where the run begins, ms since the proposal */
  readonly fromMs: number;
  readonly cutMs: number;
  readonly voteByMs: number;
  readonly closingMs: number;
}

export interface PlanOptions {
  readonly roster: readonly string[];
  readonly f: number;
  readonly instants: Instants;
  /** names of what liars may do in a random run */
  readonly behaviours: readonly string[];
  /** and before the load, in a run that begins with the proposal */
  readonly setUpBehaviours: readonly string[];
  /** of these: whoever does one can deny the others their result */
  readonly denials: readonly string[];
  readonly isWhole: boolean;
}

export function drawPlan(random: Random, options: PlanOptions): Plan {
  const { roster, f, instants, isWhole } = options;
  const isHard = random.chance(0.5);
  const faulty = random.some(roster, random.whole(0, f));
  const liarOrgs = faulty.filter(() => random.chance(0.75));
  const liars = liarOrgs.map((org): Liar => {
    const behaviours = random.some(options.behaviours, random.whole(isWhole ? 0 : 1, 3));
    const before = isWhole ? random.some(options.setUpBehaviours, random.whole(0, 2)) : [];
    return { org, behaviours: [...before, ...behaviours] };
  });
  const crashing = isHard
    ? random.some(
        roster.filter((org) => !liarOrgs.includes(org)),
        random.whole(0, 2),
      )
    : faulty.filter((org) => !liarOrgs.includes(org));
  const denies = liars.some(({ behaviours }) =>
    behaviours.some((name) => options.denials.includes(name)),
  );
  const decidable = roster.length >= 3 * f + 1;
  return {
    gossip: random.chance(0.8),
    loss: random.one([0, 0.05, 0.2, isHard ? 0.6 : 0.2]),
    repeat: random.one([0, 0.1, 0.5]),
    delayMs: random.one([
      [1, 5],
      [1, 60],
      [20, 150],
    ]),
    tail: isHard ? random.one([0, 0.1, 0.3]) : 0,
    tailMs: random.one([500, 3000, 12_000]),
    repairMs: isHard ? random.one([250, 1000, 3000]) : random.one([150, 300]),
    vaultTail: isHard ? random.one([0, 0.05, 0.2]) : 0,
    vaultTailMs: random.one([300, 1500]),
    partitions: drawPartitions(random, options, isHard),
    crashes: crashing.map((org) => drawCrash(random, org, instants)),
    liars,
    skewsMs: new Map(roster.map((org) => [org, random.one([0, 0, random.whole(-200, 200)])])),
    isWhole,
    mustDecide: !isHard && !isWhole && decidable && !denies,
  };
}

function drawPartitions(
  random: Random,
  { roster, instants }: PlanOptions,
  isHard: boolean,
): Partition[] {
  const { fromMs, cutMs, voteByMs } = instants;
  return Array.from({ length: random.one([0, 0, 1, isHard ? 2 : 1]) }, () => {
    const begin = random.whole(fromMs, isHard ? voteByMs : cutMs + 1000);
    const latest = isHard ? voteByMs + 4000 : cutMs + (voteByMs - cutMs) / 4;
    const toMs = Math.min(latest, begin + random.whole(500, isHard ? 20_000 : 5000));
    return {
      fromMs: begin,
      toMs,
      side: random.some(roster, random.whole(1, roster.length - 1)),
    };
  });
}

function drawCrash(random: Random, org: string, { fromMs, voteByMs }: Instants): Crash {
  const byEffect = random.chance(0.6);
  return {
    org,
    atMs: byEffect ? null : random.whole(fromMs, voteByMs + 2000),
    atEffect: byEffect ? random.whole(1, 60) : null,
    downMs: random.chance(0.3) ? null : random.whole(10, 9000),
    vaultFinishes: random.chance(0.5),
  };
}
