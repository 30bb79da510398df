/**
 * The public grid `log-linear-us-32-v1`: integer microseconds, 32 cells per octave from 32 us on, one cell per
 * microsecond below 64 us. HdrHistogram's idea with a fixed layout; the index is exact in every language.
 *
 * Cells 0..719 hold [0, 100,663,296) us; cell 720, the overflow cell, all that lies above: 100,663,296 = 48 << 21.
 */
export const GRID_ID = 'log-linear-us-32-v1';

/** 720 cells up to 100.66 s, and the overflow cell. */
export const CELLS = 721;

export const OVERFLOW_CELL = 720;

/** Where the overflow cell begins, in us. */
export const OVERFLOW_US = 100_663_296;

/** Half open, integer us: [lowUs, highUs). The overflow cell has no upper bound. */
export interface Bounds {
  readonly lowUs: number;
  readonly highUs: number | null;
}

/**
 * The cell of a latency.
 * @param us integer microseconds (fractions are cut off). Negative: cell 0. Not finite: the overflow cell.
 * @returns 0..720
 */
export function cellOf(us: number): number {
  // clamp first: clz32 works modulo 2^32, 4,295 s would land in cell 0
  if (!(us < OVERFLOW_US) || us === -Infinity) return OVERFLOW_CELL;
  if (us < 0) return 0;
  const e = Math.max(0, 26 - Math.clz32(us));
  return (e << 5) + (us >>> e);
}

/** What a cell (0..720) holds. */
export function cellBounds(cell: number): Bounds {
  if (cell >= OVERFLOW_CELL) return { lowUs: OVERFLOW_US, highUs: null };
  const e = cell < 64 ? 0 : (cell >> 5) - 1;
  const lowUs = (cell - (e << 5)) * 2 ** e;
  return { lowUs, highUs: lowUs + 2 ** e };
}

/**
 * The octave [2^k, 2^(k+1)) us around a cell; [0, 1) for cell 0. The overflow cell begins within [2^26, 2^27), so its
 * octave has that lower edge and no upper one.
 */
export function octaveBounds(cell: number): Bounds {
  const { lowUs, highUs } = cellBounds(cell);
  if (lowUs === 0) return { lowUs: 0, highUs: 1 };
  const edgeUs = 2 ** (31 - Math.clz32(lowUs));
  return { lowUs: edgeUs, highUs: highUs === null ? null : edgeUs * 2 };
}
