/**
 * The worker's clock: integer microseconds, monotonic, zero at this process's start.
 * An instant agreed upon between orgs comes to a worker as `process.hrtime`, which all processes of one machine
 * share, so that a step of the wall clock between the starts of two processes cannot move it.
 */

/** Now, in integer microseconds of this process's monotonic clock. */
export function nowUs(): number {
  return Math.round(performance.now() * 1000);
}

/** @param epochMs - instant on this process's own epoch clock (`timeOrigin + now`). Returns machine-wide nanoseconds. */
export function epochToHrtime(epochMs: number): bigint {
  const aheadMs = epochMs - (performance.timeOrigin + performance.now());
  return process.hrtime.bigint() + BigInt(Math.round(aheadMs * 1e6));
}

/** @param hrtimeNs - machine-wide nanoseconds. Returns integer microseconds of this process's monotonic clock. */
export function hrtimeToUs(hrtimeNs: bigint): number {
  return nowUs() + Math.round(Number(hrtimeNs - process.hrtime.bigint()) / 1000);
}
