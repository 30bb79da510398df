/** A report as a table for the terminal: reads and transactions apart. Pure. */
import type { Report } from '../../protocol/report.ts';
import { wrapped } from '../terminal/width.ts';
import {
  contributorsText,
  countRows,
  durationText,
  estimateText,
  instantText,
  latencyRows,
  PERCENTILES,
  proofText,
  secondsText,
  type Row,
  shareText,
} from './figures.ts';

/**
 * Lines without a line break at the end.
 * @param columns - of the terminal: where two columns of figures do not fit, they stand below each other
 */
export function reportTable(report: Report, columns = Infinity): string {
  const head = headLines(report).flatMap((line) => wrapped(line, columns, 2));
  return [...head, '', ...metricsTable(report, columns)].join('\n');
}

type Kind = 'read' | 'transaction';

/** The figures alone, of a network or of one org. */
export function metricsTable(of: Pick<Report, 'metrics'>, columns = Infinity): string[] {
  const rows = [...countRows(of), ...latencyRows(of).map(prefixed), ...percentileRows(of)];
  const wide = tableLines(rows, ['read', 'transaction']);
  if (wide.every((line) => line.length <= columns)) return wide;
  const alone = (kind: Kind) => tableLines(rows, [kind]).flatMap((line) => narrowed(line, columns));
  return [...alone('read'), '', ...alone('transaction')];
}

function headLines(report: Report): string[] {
  const { scenario, sut, consortium, round, network, window, clockBoundUs, metrics } = report;
  return [
    `${scenario} on ${sut.type} ${sut.version}, ${consortium.name}, round ${round.slice(0, 8)}`,
    contributorsText(report),
    `certified by at least ${network.q} of ${network.members.length}; up to ${network.f} faulty tolerated`,
    `window ${secondsText(window.runMs)} from ${instantText(window.fromMs)}, after ${secondsText(window.warmUpMs)} of warm-up`,
    `latency from the intended send to the commit at ${network.threshold}; clocks within ${durationText(clockBoundUs)}`,
    'counted: for throughput what was committed valid within the window, else what was intended in it',
    ...exceptionLine(report),
    ...warnings(metrics),
  ];
}

function exceptionLine({ differencing: { comparable, exception } }: Report): string[] {
  if (exception === null) return [];
  const rounds = comparable.map((round) => round.slice(0, 8)).join(', ') || 'none';
  return [`other contributors than in comparable rounds (${rounds}), by agreement: ${exception}`];
}

/** Figures of the few that came through say little of a network that lost the rest. */
function warnings(metrics: Report['metrics']): string[] {
  return (['read', 'transaction'] as const).flatMap((kind) => {
    const { committed, submitted } = metrics[kind].counts;
    const few = committed < LEAST_COMMITTED * submitted;
    return few
      ? [`WARNING: only ${shareText(committed, submitted)} of the ${kind}s succeeded`]
      : [];
  });
}

const LEAST_COMMITTED = 0.95;

const prefixed = (row: Row): Row => ({ ...row, label: `latency ${row.label}` });

function percentileRows({ metrics }: Pick<Report, 'metrics'>): Row[] {
  return PERCENTILES.map(([name, label]) => {
    const text = (kind: Kind) => {
      const percentile = metrics[kind].latency.percentiles[name];
      return `${estimateText(percentile)}  ${proofText(percentile)}`;
    };
    return { label: `latency ${label}`, read: text('read'), transaction: text('transaction') };
  });
}

/** One line of a table with one column of figures: a proof or a remark goes below its figure. */
function narrowed(line: string, columns: number): string[] {
  if (line.length <= columns) return [line];
  if (/^-+$/.test(line)) return [line.slice(0, columns)];
  const [, figure, more = ''] = /^(\s*\S.*?\s{2,}\S+(?: \S+)*)(?:\s{2,}(.+))?$/.exec(line) ?? [];
  if (more === '') return wrapped(line.trimStart(), columns, 2);
  return [figure ?? '', ...wrapped(`  ${more}`, columns, 2)];
}

const TITLES = { label: '', read: 'reads', transaction: 'transactions' };

function tableLines(rows: readonly Row[], kinds: readonly Kind[]): string[] {
  const keys = ['label', ...kinds] as const;
  const all: readonly Row[] = [TITLES, ...rows];
  const widths = keys.map((key) => Math.max(...all.map((row) => row[key].length)));
  const [title, ...lines] = all.map((row) =>
    keys
      .map((key, i) => row[key].padEnd(widths[i] ?? 0))
      .join('   ')
      .trimEnd(),
  ) as [string, ...string[]];
  const rule = '-'.repeat(widths.reduce((total, width) => total + width + 3, -3));
  return [title, rule, ...lines];
}
