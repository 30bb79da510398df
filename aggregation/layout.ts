/**
 * What the lanes of a vector mean. A layout is public and versioned; its digest is in the context of every sum, so that
 * orgs with different layouts get masks that do not cancel.
 */
import { createHash } from 'node:crypto';
import { AggregationError } from './errors.ts';
import { CELLS } from './grid.ts';

/** An org's count lane is below this; 256 orgs add up to less than 2^48, exact in a double. */
export const MAX_LANE = 2 ** 40;

/** PSWG: reads and transactions are measured apart. */
export const KINDS = ['read', 'transaction'] as const;
export type Kind = (typeof KINDS)[number];

/** PSWG metrics paper v1.01, Appendix B: why a transaction was not committed valid. */
export const FAILURES = ['consensus', 'syntax', 'version', 'other'] as const;
export type Failure = (typeof FAILURES)[number];

/** `count` lanes add up; `or` lanes are 0, or uniform in the ring, so that only "all were 0" shows. */
export interface Segment {
  readonly name: string;
  readonly kind: 'count' | 'or';
  readonly lanes: number;
}

export interface Layout {
  readonly id: string;
  readonly segments: readonly Segment[];
  /** of all segments together */
  readonly lanes: number;
}

/** A layout of these segments, in this order. Names and id: letters, digits, dots and dashes. */
export function layoutOf(id: string, segments: readonly Segment[]): Layout {
  const names = segments.map(({ name }) => name);
  if ([id, ...names].some((name) => !/^[A-Za-z0-9.-]+$/.test(name)))
    throw new AggregationError('E_LAYOUT', `name segments of ${id} with letters, digits, . and -`);
  if (new Set(names).size !== names.length)
    throw new AggregationError('E_LAYOUT', `${id} names a segment twice: rename one`);
  if (segments.some(({ lanes }) => !Number.isSafeInteger(lanes) || lanes < 1))
    throw new AggregationError('E_LAYOUT', `give every segment of ${id} at least one lane`);
  const lanes = segments.reduce((sum, segment) => sum + segment.lanes, 0);
  return Object.freeze({ id, segments: Object.freeze([...segments]), lanes });
}

const count = (name: string, lanes = 1): Segment => ({ name, kind: 'count', lanes });

/**
 * Counts of one kind. `submitted`: intended within the observation window, whatever became of it. `unconfirmed`: sent,
 * no answer by the cut. `shed`: planned, never sent. `latency`: the cells of those that were committed valid.
 * `committedInWindow`: committed valid at an instant within the window, whenever they were intended.
 */
const kindSegments = (kind: Kind): Segment[] => [
  count(`${kind}.submitted`),
  count(`${kind}.committed`),
  count(`${kind}.committedInWindow`),
  ...FAILURES.map((failure) => count(`${kind}.failed.${failure}`)),
  count(`${kind}.unconfirmed`),
  count(`${kind}.shed`),
  count(`${kind}.latency`, CELLS),
];

const main = layoutOf('main-v1', [count('contributors'), ...KINDS.flatMap(kindSegments)]);

/** The sum that every round has: 1,461 lanes. */
export function mainLayout(): Layout {
  return main;
}

const known: ReadonlyMap<string, Layout> = new Map([[main.id, main]]);

export function layoutById(id: string): Layout | undefined {
  return known.get(id);
}

/** SHA-256 (32 bytes) over id, bound and segments, one a line: names hold neither spaces nor line ends. */
export function layoutDigest(layout: Layout): Uint8Array {
  const lines = layout.segments.map(({ name, kind, lanes }) => `${kind} ${lanes} ${name}`);
  const text = ['hushmark layout 1', layout.id, `below ${MAX_LANE}`, ...lines, ''].join('\n');
  return createHash('sha256').update(text).digest();
}

/** The first lane of a segment. Throws E_LAYOUT when there is none of this name. */
export function laneIndex(layout: Layout, segmentName: string): number {
  let lane = 0;
  for (const { name, lanes } of layout.segments) {
    if (name === segmentName) return lane;
    lane += lanes;
  }
  throw new AggregationError('E_LAYOUT', `${layout.id} has no segment ${segmentName}`);
}

/** The lanes of one segment of a decoded vector: a view, not a copy. Throws E_LAYOUT. */
export function segmentLanes(
  layout: Layout,
  numbers: Float64Array,
  segmentName: string,
): Float64Array {
  const first = laneIndex(layout, segmentName);
  const segment = layout.segments.find(({ name }) => name === segmentName) as Segment;
  if (numbers.length !== layout.lanes)
    throw new AggregationError('E_LAYOUT', `${layout.id} has ${layout.lanes} lanes`);
  return numbers.subarray(first, first + segment.lanes);
}
