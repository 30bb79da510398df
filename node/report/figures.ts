/**
 * The report's figures in words, the same in the terminal and in HTML. Pure. Names as in PSWG "Hyperledger Blockchain
 * Performance Metrics" v1.01; a percentile is an interval, which is a proof, and an estimate within it.
 */
import type { KindMetrics, Percentile, PercentileName } from '../../aggregation/index.ts';
import type { Report } from '../../protocol/report.ts';

export const KINDS = ['read', 'transaction'] as const;
export type Kind = (typeof KINDS)[number];

/** A named figure, for reads and for transactions. */
export interface Row {
  readonly label: string;
  readonly read: string;
  readonly transaction: string;
}

export const NONE = '–';

/** `12,345` */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `850 µs`, `12.35 ms`, `1.204 s`: four digits; the dash for null. */
export function durationText(us: number | null): string {
  if (us === null) return NONE;
  const [value, unit] = scaled(us, us);
  return `${value} ${unit}`;
}

/** `[12.29, 12.54) ms`, in the unit of the upper edge. */
export function intervalText([lowUs, highUs]: readonly [number, number | null]): string {
  if (highUs === null) return `over ${durationText(lowUs)}`;
  const [high, unit] = scaled(highUs, highUs);
  return `[${scaled(lowUs, highUs)[0]}, ${high}) ${unit}`;
}

/** `8.192 ms`: every digit, because an edge of an octave is exact, and a rounded one would claim too much. */
export function edgeText(us: number | null): string {
  if (us === null) return NONE;
  if (us < 1000) return `${us} µs`;
  return us < 1_000_000 ? `${us / 1000} ms` : `${us / 1_000_000} s`;
}

export function estimateText(percentile: Percentile): string {
  return 'suppressed' in percentile ? NONE : durationText(percentile.estimateUs);
}

/** Why a percentile is missing, or the interval that it lies in. */
export function proofText(percentile: Percentile): string {
  if (!('suppressed' in percentile)) return intervalText(percentile.intervalUs);
  return percentile.suppressed === 'no-samples' ? 'no samples' : 'fewer than 20 beyond';
}

/** `48.333`: thousandths, as the report holds them. */
export function tpsText(milliTps: number): string {
  return `${countText(Math.floor(milliTps / 1000))}.${String(milliTps % 1000).padStart(3, '0')}`;
}

export const PERCENTILES: readonly (readonly [name: PercentileName, label: string])[] = [
  ['p50', 'p50'],
  ['p90', 'p90'],
  ['p95', 'p95'],
  ['p99', 'p99'],
  ['p99_9', 'p99.9'],
];

/** Throughput and what became of everything that was submitted. */
export function countRows({ metrics }: Pick<Report, 'metrics'>): Row[] {
  const row = (label: string, text: (kind: KindMetrics) => string): Row => ({
    label,
    read: text(metrics.read),
    transaction: text(metrics.transaction),
  });
  const count = (label: string, of: (kind: KindMetrics) => number) =>
    row(label, (kind) => countText(of(kind)));
  return [
    row('throughput, per second', ({ throughputMilliTps }) => tpsText(throughputMilliTps)),
    count('submitted', ({ counts }) => counts.submitted),
    count('committed valid', ({ counts }) => counts.committed),
    count('failed: consensus', ({ counts }) => counts.failed.consensus),
    count('failed: syntax', ({ counts }) => counts.failed.syntax),
    count('failed: version', ({ counts }) => counts.failed.version),
    count('failed: other', ({ counts }) => counts.failed.other),
    count('unconfirmed at the cut', ({ counts }) => counts.unconfirmed),
    count('planned, never sent', ({ counts }) => counts.shed),
  ];
}

/** Latency without the percentiles. */
export function latencyRows({ metrics }: Pick<Report, 'metrics'>): Row[] {
  const row = (label: string, text: (latency: KindMetrics['latency']) => string): Row => ({
    label,
    read: text(metrics.read.latency),
    transaction: text(metrics.transaction.latency),
  });
  return [
    row('average', ({ averageUs }) => durationText(averageUs)),
    row('standard deviation', ({ standardDeviationUs }) => durationText(standardDeviationUs)),
    row('low: none under', ({ lowUs }) => edgeText(lowUs)),
    row('high: none over', ({ lowUs, highUs }) =>
      lowUs !== null && highUs === null ? 'over 100 s' : edgeText(highUs),
    ),
  ];
}

/** `99.96 %`, rounded down: only all is 100 %. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return NONE;
  const perMyriad = Number((BigInt(part) * 10_000n) / BigInt(whole));
  return `${perMyriad / 100} %`;
}

/** `2026-03-01 12:00:03 UTC` */
export function instantText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

export function secondsText(ms: number): string {
  return `${ms / 1000} s`;
}

export function contributorsText({ network }: Report): string {
  const { contributors, members } = network;
  return `${contributors.length} of ${members.length} members contributed: ${contributors.join(', ')}`;
}

function scaled(us: number, unitOfUs: number): [value: string, unit: string] {
  if (unitOfUs < 1000) return [String(us), 'µs'];
  const [value, unit] = unitOfUs < 1_000_000 ? [us / 1000, 'ms'] : [us / 1_000_000, 's'];
  return [value.toPrecision(4), unit];
}
