/** The summed latencies of one kind as a histogram on a log axis: hand-written SVG, no script. Pure. */
import { cellBounds, OVERFLOW_CELL, type Percentile } from '../../aggregation/index.ts';
import type { Cells, Report } from '../../protocol/report.ts';
import { countText, durationText, edgeText, intervalText, type Kind } from './figures.ts';

const WIDTH = 480;
const HEIGHT = 240;
const PLOT = { left: 12, right: 468, top: 40, bottom: 200 } as const;
/** Cells of the grid in one bar: eight bars an octave can be told apart at this size. */
const CELLS_PER_BAR = 4;
const MARKED = [
  ['p50', 'p50'],
  ['p95', 'p95'],
  ['p99', 'p99'],
] as const;

interface Bar {
  readonly lowUs: number;
  /** null for the overflow cell */
  readonly highUs: number | null;
  readonly count: number;
}

/** @param id - unique in the page. Empty when nothing was committed. */
export function distributionSvg(report: Report, kind: Kind, id: string): string {
  const bars = barsOf(report.cells[kind]);
  if (bars.length === 0) return '';
  const { percentiles, averageUs } = report.metrics[kind].latency;
  const x = axisOf(bars);
  const most = Math.max(...bars.map(densityOf));
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  const shapes = bars.map((bar) => barShape(bar, x, most));
  const title = `Latency of ${countText(total)} committed ${kind === 'read' ? 'reads' : 'transactions'}`;
  const text = `Density on a logarithmic axis; average ${durationText(averageUs)}. The table has the percentiles.`;
  return [
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${title}</title><desc id="${id}-desc">${text}</desc>`,
    `<g class="bars">${shapes.join('')}</g>`,
    axisShape(x),
    markers(percentiles, x),
    '</svg>',
  ].join('');
}

function barsOf(cells: Cells): Bar[] {
  const bars = new Map<number, number>();
  for (const [cell, count] of cells) {
    const first = cell === OVERFLOW_CELL ? cell : cell - (cell % CELLS_PER_BAR);
    bars.set(first, (bars.get(first) ?? 0) + count);
  }
  return [...bars.entries()].map(([first, count]) => {
    const { lowUs } = cellBounds(first);
    const last = Math.min(first + CELLS_PER_BAR - 1, OVERFLOW_CELL);
    const highUs = first === OVERFLOW_CELL ? null : cellBounds(last).highUs;
    return { lowUs, highUs, count };
  });
}

/** Where the bar ends on the axis: what lies above the grid is drawn one octave wide. */
function endUs({ lowUs, highUs }: Bar): number {
  return highUs ?? lowUs * 2;
}

interface Axis {
  readonly fromUs: number;
  readonly toUs: number;
  at(us: number): number;
}

/** From octave to octave, an octave of air on both sides, three at least. */
function axisOf(bars: readonly Bar[]): Axis {
  const octave = (us: number) => Math.log2(Math.max(us, 1));
  const last = bars.at(-1);
  const from = Math.max(0, Math.floor(octave(bars[0]?.lowUs ?? 1)) - 1);
  const to = Math.max(from + 3, Math.ceil(octave(last ? endUs(last) : 1)) + 1);
  const scale = (PLOT.right - PLOT.left) / (to - from);
  return {
    fromUs: 2 ** from,
    toUs: 2 ** to,
    at: (us) => round(PLOT.left + (octave(us) - from) * scale),
  };
}

/** Per octave: the cells of an octave are equally wide in µs, and so are narrower and narrower on this axis. */
function densityOf(bar: Bar): number {
  return bar.count / Math.log2(endUs(bar) / Math.max(bar.lowUs, 1));
}

function barShape(bar: Bar, x: Axis, most: number): string {
  const { lowUs, highUs, count } = bar;
  const height = Math.max(1, ((PLOT.bottom - PLOT.top) * densityOf(bar)) / most);
  const left = x.at(lowUs);
  const width = round(Math.max(1, x.at(endUs(bar)) - left - 0.5));
  const top = round(PLOT.bottom - height);
  const label = `${intervalText([lowUs, highUs])}: ${countText(count)}`;
  return `<rect x="${left}" y="${top}" width="${width}" height="${round(height)}"><title>${label}</title></rect>`;
}

function axisShape(x: Axis): string {
  const decades = Array.from({ length: 9 }, (_, i) => 10 ** i);
  const within = (us: number) => us >= x.fromUs && us <= x.toUs;
  const few = decades.filter(within).length < 3;
  const ticks = decades.flatMap((us) => (few ? [us, 2 * us, 5 * us] : [us])).filter(within);
  const marks = ticks.map((us) => {
    const at = x.at(us);
    return `<line x1="${at}" x2="${at}" y1="${PLOT.bottom}" y2="${PLOT.bottom + 5}"/><text x="${at}" y="${PLOT.bottom + 20}" text-anchor="middle">${edgeText(us)}</text>`;
  });
  return `<g class="axis"><line x1="${PLOT.left}" x2="${PLOT.right}" y1="${PLOT.bottom}" y2="${PLOT.bottom}"/>${marks.join('')}</g>`;
}

/** Lines at the estimates; their names stand in steps, so that close ones do not cover each other. */
function markers(percentiles: Report['metrics'][Kind]['latency']['percentiles'], x: Axis): string {
  const lines = MARKED.flatMap(([name, label], i) => {
    const percentile: Percentile = percentiles[name];
    if ('suppressed' in percentile || percentile.estimateUs === null) return [];
    const at = x.at(percentile.estimateUs);
    const y = 12 + i * 13;
    const anchor = at > WIDTH - 60 ? 'end' : 'start';
    const textX = anchor === 'end' ? at - 4 : at + 4;
    return `<line x1="${at}" x2="${at}" y1="${y - 10}" y2="${PLOT.bottom}"/><text x="${textX}" y="${y}" text-anchor="${anchor}">${label}</text>`;
  });
  return `<g class="marks">${lines.join('')}</g>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
