/**
 * The PSWG metrics (Hyperledger Blockchain Performance Metrics, v1.01) of a decoded sum of `main-v1`: reads and
 * transactions apart, latency of what was committed valid, throughput, failures by class. Integers in, integers out;
 * the object has one key order, so its JSON is the same bytes on every machine.
 */
import {
  divideHalfUp,
  extremesOf,
  momentsOf,
  percentilesOf,
  type Extremes,
  type Moments,
  type Percentile,
  type PercentileName,
} from './distribution.ts';
import { AggregationError } from './errors.ts';
import { OVERFLOW_CELL } from './grid.ts';
import {
  FAILURES,
  laneIndex,
  segmentLanes,
  type Failure,
  type Kind,
  type Layout,
} from './layout.ts';

export interface Counts {
  /** intended within the window; all others but `committedInWindow` are parts of it */
  readonly submitted: number;
  readonly committed: number;
  readonly committedInWindow: number;
  readonly failed: Readonly<Record<Failure, number>>;
  readonly unconfirmed: number;
  readonly shed: number;
}

export interface Latency extends Moments, Extremes {
  /** samples above the grid, over 100.66 s */
  readonly aboveGrid: number;
  readonly percentiles: Readonly<Record<PercentileName, Percentile>>;
}

export interface KindMetrics {
  readonly counts: Counts;
  /** committed valid within the window, in thousandths per second, rounded half up */
  readonly throughputMilliTps: number;
  readonly latency: Latency;
}

export interface Metrics {
  readonly contributors: number;
  readonly windowMs: number;
  readonly read: KindMetrics;
  readonly transaction: KindMetrics;
}

/**
 * @param sum from `decodeLanes`
 * @param window.windowMs length of the observation window, a positive integer
 * @param window.contributors the size of the certified set
 * @throws AggregationError E_IMPLAUSIBLE (details.segment) when the counts contradict each other or the set;
 *   E_LAYOUT, E_LENGTH for a sum or window that is none
 */
export function metricsOf(
  layout: Layout,
  sum: Float64Array,
  { windowMs, contributors }: { readonly windowMs: number; readonly contributors: number },
): Metrics {
  if (sum.length !== layout.lanes)
    throw new AggregationError('E_LAYOUT', `${layout.id} has ${layout.lanes} lanes`);
  if (!Number.isSafeInteger(windowMs) || windowMs < 1)
    throw new AggregationError('E_LENGTH', 'a window is a positive number of whole ms', {
      windowMs,
    });
  if (sum[laneIndex(layout, 'contributors')] !== contributors)
    implausible('contributors', 'does not name as many orgs as the set');
  return {
    contributors,
    windowMs,
    read: kindMetricsOf(layout, sum, 'read', windowMs),
    transaction: kindMetricsOf(layout, sum, 'transaction', windowMs),
  };
}

function kindMetricsOf(
  layout: Layout,
  sum: Float64Array,
  kind: Kind,
  windowMs: number,
): KindMetrics {
  const counts = countsOf(layout, sum, kind);
  const cells = segmentLanes(layout, sum, `${kind}.latency`);
  checkCounts(kind, counts, cells);
  const perMs = BigInt(counts.committedInWindow) * 1_000_000n;
  return {
    counts,
    throughputMilliTps: Number(divideHalfUp(perMs, BigInt(windowMs))),
    latency: {
      ...momentsOf(cells),
      ...extremesOf(cells),
      aboveGrid: cells[OVERFLOW_CELL] as number,
      percentiles: percentilesOf(cells),
    },
  };
}

function countsOf(layout: Layout, sum: Float64Array, kind: Kind): Counts {
  const at = (name: string) => sum[laneIndex(layout, `${kind}.${name}`)] as number;
  const failed = FAILURES.map((failure) => [failure, at(`failed.${failure}`)]);
  return {
    submitted: at('submitted'),
    committed: at('committed'),
    committedInWindow: at('committedInWindow'),
    failed: Object.fromEntries(failed) as Record<Failure, number>,
    unconfirmed: at('unconfirmed'),
    shed: at('shed'),
  };
}

/** In BigInt: 721 lanes that are plausible one by one can leave 2^53 behind together. */
function checkCounts(kind: Kind, counts: Counts, cells: Float64Array): void {
  const total = (numbers: Iterable<number>) =>
    [...numbers].reduce((sum, number) => sum + BigInt(number), 0n);
  const { submitted, committed, failed, unconfirmed, shed } = counts;
  if (total(cells) !== BigInt(committed))
    implausible(`${kind}.latency`, 'does not hold as many latencies as were committed');
  if (total([committed, ...Object.values(failed), unconfirmed, shed]) !== BigInt(submitted))
    implausible(`${kind}.submitted`, 'is not the number of all outcomes');
}

function implausible(segment: string, flaw: string): never {
  throw new AggregationError('E_IMPLAUSIBLE', `${segment} ${flaw}`, { segment });
}
