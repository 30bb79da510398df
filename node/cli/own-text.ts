/** Own figures as text for a terminal: pure. */
import type { Metrics } from '../../aggregation/index.ts';
import type { Comparison, KindComparison } from '../own/comparison.ts';
import type { Disclosed } from '../own/disclosure-ledger.ts';
import type { OwnRecord, WorkerFigures } from '../own/own-record.ts';
import type { OwnData } from '../own/retention.ts';
import {
  countText,
  durationText,
  estimateText,
  instantText,
  NONE,
  PERCENTILES,
  secondsText,
  tpsText,
} from '../report/figures.ts';
import { metricsTable } from '../report/table.ts';
import { table, wrapped } from '../terminal/width.ts';
import { shortId } from './reach-peer.ts';

type Logs = OwnData['files'];

export function ownText(
  { round, org, scenario, windowStartMs, windowMs }: OwnRecord,
  metrics: Metrics,
  harness: WorkerFigures,
  logs: Logs,
  columns: number,
): string {
  return [
    ...wrapped(
      `${org} alone in round ${shortId(round)} (${scenario}): never sent, kept in this home`,
      columns,
      2,
    ),
    ...wrapped(`window ${secondsText(windowMs)} from ${instantText(windowStartMs)}`, columns, 2),
    '',
    ...metricsTable({ metrics }, columns),
    '',
    ...harnessLines(harness, columns),
    '',
    ...logLines(logs, columns),
  ].join('\n');
}

/** Of a round that nothing was counted of. */
export function logsText(round: string, logs: Logs, columns: number): string {
  return [
    ...wrapped(
      `Nothing is counted of round ${shortId(round)}: it ended early, or has not ended yet.`,
      columns,
    ),
    ...logLines(logs, columns),
  ].join('\n');
}

function harnessLines({ planned, achieved, shed, lagUs }: WorkerFigures, columns: number) {
  const rows = [
    ['calls planned', countText(planned)],
    ['calls made', countText(achieved)],
    ['calls shed', countText(shed)],
    ['send lag p50', durationText(Math.round(lagUs.p50))],
    ['send lag p99', durationText(Math.round(lagUs.p99))],
    ['send lag most', durationText(Math.round(lagUs.max))],
  ];
  return ['Own harness, in the window; lags of the latest worker', ...table(rows, columns)];
}

function logLines(logs: Logs, columns: number): string[] {
  if (logs.length === 0) return ['There is no private log.'];
  // a path is copied: it is never broken
  const paths = logs.flatMap(({ path, bytes }) => [path, `  ${countText(bytes)} bytes`]);
  return [...wrapped('Every transaction stands in the private log:', columns), ...paths];
}

/** Own figures beside the network's; an own estimate with its rank among the network's latencies. */
export function comparisonText(comparison: Comparison, columns: number): string {
  const { org, round, contributed, contributors } = comparison;
  const part = contributed
    ? `${org} is one of ${contributors} contributors`
    : `${org} is not in this report: ${contributors} others contributed`;
  return [
    ...wrapped(`Where ${org} stands in round ${shortId(round)}: ${part}.`, columns, 2),
    '',
    ...kindLines('transactions', comparison.transaction, columns),
    '',
    ...kindLines('reads', comparison.read, columns),
    '',
    ...wrapped(
      'Computed on this machine from the published report and own counts; nothing was sent. A rank says which share of all committed latencies of the network is lower.',
      columns,
    ),
  ].join('\n');
}

function kindLines(
  title: string,
  { own, network, committedShare, ranks }: KindComparison,
  columns: number,
): string[] {
  const share = committedShare === null ? NONE : percent(committedShare);
  const failed = ({ counts }: typeof own) => {
    const { failed: by, unconfirmed, submitted } = counts;
    const total = by.consensus + by.syntax + by.version + by.other + unconfirmed;
    return submitted === 0 ? NONE : percent(total / submitted);
  };
  const percentiles = PERCENTILES.map(([name, label]) => {
    const rank = ranks[name] ?? null;
    return [
      `latency ${label}`,
      estimateText(own.latency.percentiles[name]),
      estimateText(network.latency.percentiles[name]),
      rank === null ? '' : `rank ${percent(rank)}`,
    ];
  });
  const rows = [
    [title, 'own', 'network', ''],
    [
      'throughput, /s',
      tpsText(own.throughputMilliTps),
      tpsText(network.throughputMilliTps),
      `share ${share}`,
    ],
    ['failed or lost', failed(own), failed(network), ''],
    ['never sent', countText(own.counts.shed), countText(network.counts.shed), ''],
    [
      'latency average',
      durationText(own.latency.averageUs),
      durationText(network.latency.averageUs),
      '',
    ],
    ...percentiles,
  ];
  return table(rows, columns);
}

/** `12.3 %` */
function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}

/** Everything that ever left under masks. */
export function ledgerText(disclosures: readonly Disclosed[], columns: number): string {
  if (disclosures.length === 0) return 'Nothing was ever disclosed from this home.';
  const bytes = disclosures.reduce((total, one) => total + one.bytes, 0);
  const opened = disclosures.filter(({ certified }) => certified !== null).length;
  return [
    ...disclosures.flatMap((one) => [...disclosedLines(one, columns), '']),
    ...wrapped(
      `In all: masked vectors ${countText(disclosures.length)}, of ${countText(bytes)} bytes; certified sums ${countText(opened)}. Of a certified sum everybody knows the total of each lane.`,
      columns,
    ),
  ].join('\n');
}

function disclosedLines(one: Disclosed, columns: number): string[] {
  const { atMs, round, sum, scenario, consortium, layout, lanes, bytes, certified, roster } = one;
  const outcome = certified
    ? `certified ${instantText(certified.atMs)}: summed with ${certified.contributors.join(', ')}`
    : `no certificate is known: sent to ${roster.join(', ')}, masks closed`;
  return [
    ...wrapped(`${instantText(atMs)}  ${shortId(round)}  ${sum} of ${scenario}`, columns, 2),
    ...wrapped(
      `  ${layout}, ${countText(lanes)} lanes, ${countText(bytes)} bytes, in ${consortium.name} (${consortium.digest.slice(0, 16)})`,
      columns,
      2,
    ),
    ...wrapped(`  ${outcome}`, columns, 2),
  ];
}
