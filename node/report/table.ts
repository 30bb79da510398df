/** A report as a table for the terminal: reads and transactions apart. Pure. */
import type { Report } from '../../protocol/report.ts';
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
} from './figures.ts';

/** Lines without a line break at the end. */
export function reportTable(report: Report): string {
  const rows = [
    ...countRows(report),
    ...latencyRows(report).map(prefixed),
    ...percentileRows(report),
  ];
  return [...headLines(report), '', ...tableLines(rows)].join('\n');
}

function headLines(report: Report): string[] {
  const { scenario, sut, consortium, round, network, window, clockBoundUs } = report;
  return [
    `${scenario} on ${sut.type} ${sut.version}, ${consortium.name}, round ${round.slice(0, 8)}`,
    contributorsText(report),
    `certified by at least ${network.q} of ${network.members.length}; up to ${network.f} faulty tolerated`,
    `window ${secondsText(window.runMs)} from ${instantText(window.fromMs)}, after ${secondsText(window.warmUpMs)} of warm-up`,
    `latency from the intended send to the commit at ${network.threshold}; clocks within ${durationText(clockBoundUs)}`,
  ];
}

const prefixed = (row: Row): Row => ({ ...row, label: `latency ${row.label}` });

function percentileRows({ metrics }: Report): Row[] {
  return PERCENTILES.map(([name, label]) => {
    const text = (kind: 'read' | 'transaction') => {
      const percentile = metrics[kind].latency.percentiles[name];
      return `${estimateText(percentile)}  ${proofText(percentile)}`;
    };
    return { label: `latency ${label}`, read: text('read'), transaction: text('transaction') };
  });
}

function tableLines(rows: readonly Row[]): string[] {
  const all = [{ label: '', read: 'reads', transaction: 'transactions' }, ...rows];
  const width = (key: keyof Row) => Math.max(...all.map((row) => row[key].length));
  const [label, read, transaction] = [width('label'), width('read'), width('transaction')];
  const lines = all.map((row) =>
    [row.label.padEnd(label), row.read.padEnd(read), row.transaction].join('   ').trimEnd(),
  );
  return [lines[0] as string, '-'.repeat(label + read + transaction + 6), ...lines.slice(1)];
}
