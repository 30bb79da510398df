/**
 * Where an org stands in its network: own figures beside those of the published report. Computed at home from two files;
 * nothing is asked and nothing is sent. Pure.
 */
import { cellOf, type KindMetrics, type Kind, type Metrics } from '../../aggregation/index.ts';
import type { Cells, Report } from '../../protocol/report.ts';
import { PERCENTILES } from '../report/figures.ts';

export interface KindComparison {
  readonly own: KindMetrics;
  readonly network: KindMetrics;
  /** own part of what the network committed valid; null when it committed nothing */
  readonly committedShare: number | null;
  /** by percentile: which share of the network's committed latencies lies below the own estimate, 0 to 1 */
  readonly ranks: Readonly<Record<string, number | null>>;
}

export interface Comparison {
  readonly round: string;
  readonly org: string;
  /** whether the org's own counts are part of the report */
  readonly contributed: boolean;
  readonly contributors: number;
  readonly read: KindComparison;
  readonly transaction: KindComparison;
}

export function compare(org: string, own: Metrics, report: Report): Comparison {
  const of = (kind: Kind): KindComparison => ({
    own: own[kind],
    network: report.metrics[kind],
    committedShare: share(own[kind].counts.committed, report.metrics[kind].counts.committed),
    ranks: ranksOf(own[kind], report.cells[kind]),
  });
  const { contributors } = report.network;
  return {
    round: report.round,
    org,
    contributed: contributors.includes(org),
    contributors: contributors.length,
    read: of('read'),
    transaction: of('transaction'),
  };
}

function ranksOf({ latency }: KindMetrics, cells: Cells): Record<string, number | null> {
  const ranks = PERCENTILES.map(([name]) => {
    const percentile = latency.percentiles[name];
    const estimateUs = 'suppressed' in percentile ? null : percentile.estimateUs;
    return [name, estimateUs === null ? null : rankOf(estimateUs, cells)];
  });
  return Object.fromEntries(ranks) as Record<string, number | null>;
}

/** Of the estimate's own cell half counts as below: where in the cell the network's latencies lie is not known. */
function rankOf(us: number, cells: Cells): number | null {
  const own = cellOf(us);
  const sum = (of: (cell: number) => number) =>
    cells.reduce((total, [cell, count]) => total + of(cell) * count, 0);
  return share(
    sum((cell) => (cell < own ? 1 : cell === own ? 0.5 : 0)),
    sum(() => 1),
  );
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
