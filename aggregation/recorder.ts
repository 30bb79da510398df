/**
 * A worker's counts, straight into the lanes of `main`: no allocation per call.
 * Counts of several workers of one org are added before they are masked; a recorder knows nothing of masks.
 */
import { AggregationError } from './errors.ts';
import { cellOf } from './grid.ts';
import { FAILURES, KINDS, laneIndex, type Failure, type Kind, type Layout } from './layout.ts';

/** What became of a transaction that was intended within the observation window. */
export type Outcome = 'committed' | Failure | 'unconfirmed' | 'shed';

export interface Recorder {
  /** own counts, unmasked: non-negative integers, one per lane of the layout */
  readonly lanes: Float64Array;
  /**
   * One transaction whose *intended send* lies in the observation window.
   * @param latencyUs from intended send to commit, integer us; read only when committed
   * @param commitInWindow whether its *commit* lies in the window too; read only when committed
   */
  add(kind: Kind, outcome: Outcome, latencyUs: number, commitInWindow: boolean): void;
  /** A valid commit within the window of something intended outside of it: throughput only. */
  addCommitInWindow(kind: Kind): void;
  /** This org takes part: once per org, not per worker. */
  markContributor(): void;
}

/** A recorder for a layout with the segments of `main-v1`. Throws E_LAYOUT for another. */
export function createRecorder(layout: Layout): Recorder {
  const lanes = new Float64Array(layout.lanes);
  const contributors = laneIndex(layout, 'contributors');
  const at = Object.fromEntries(KINDS.map((kind) => [kind, placesOf(layout, kind)])) as Record<
    Kind,
    Places
  >;
  const increment = (lane: number) => {
    lanes[lane] = (lanes[lane] as number) + 1;
  };
  return {
    lanes,
    add(kind, outcome, latencyUs, commitInWindow) {
      const places = at[kind];
      increment(places.submitted);
      increment(places.outcomes[outcome]);
      if (outcome !== 'committed') return;
      increment(places.latency + cellOf(latencyUs));
      if (commitInWindow) increment(places.committedInWindow);
    },
    addCommitInWindow: (kind) => increment(at[kind].committedInWindow),
    markContributor: () => {
      lanes[contributors] = 1;
    },
  };
}

interface Places {
  readonly submitted: number;
  readonly committedInWindow: number;
  readonly latency: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

function placesOf(layout: Layout, kind: Kind): Places {
  const at = (name: string) => laneIndex(layout, `${kind}.${name}`);
  const failed = FAILURES.map((failure) => [failure, at(`failed.${failure}`)]);
  return {
    submitted: at('submitted'),
    committedInWindow: at('committedInWindow'),
    latency: at('latency'),
    outcomes: {
      committed: at('committed'),
      unconfirmed: at('unconfirmed'),
      shed: at('shed'),
      ...(Object.fromEntries(failed) as Record<Failure, number>),
    },
  };
}

/** Adds another worker's counts lane by lane. Throws E_LENGTH when the layouts differ in size. */
export function addLanes(into: Float64Array, from: Float64Array): void {
  if (into.length !== from.length)
    throw new AggregationError('E_LENGTH', 'add counts of one layout only', {
      lengths: [into.length, from.length],
    });
  for (let lane = 0; lane < into.length; lane++)
    into[lane] = (into[lane] as number) + (from[lane] as number);
}
