/** Send lag: actual minus intended start. Exact order statistics (nearest rank), as they stay inside the org. */

/** @param lagsUs - microseconds; sorted in place. */
export function lagOf(lagsUs: Float64Array): { p50: number; p99: number; max: number } {
  lagsUs.sort();
  const rank = (share: number): number => lagsUs[Math.ceil(share * lagsUs.length) - 1] ?? 0;
  return { p50: rank(0.5), p99: rank(0.99), max: rank(1) };
}
