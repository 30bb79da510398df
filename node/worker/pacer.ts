/**
 * When to send: an absolute schedule at a fixed rate (after wrk2 and Vegeta's pacer). Pure.
 * The rate is the org's; its workers take every n-th instant each, so that together they keep it exactly.
 * All instants are integer microseconds since the start of the load.
 */

export interface Plan {
  /** Transactions per second of all workers of the org together, > 0; fractions are fine. */
  tps: number;
  workerIndex: number;
  totalWorkers: number;
  warmUpUs: number;
  runUs: number;
}

export interface Pacer {
  /** How many this worker is to send, warm-up included. */
  readonly planned: number;
  /** Those of them whose instant lies in the observation window. */
  readonly plannedInWindow: number;
  /** Intended instant of the k-th transaction, k from 0. */
  intendedUs(k: number): number;
  /** How many are due at that instant, at most `planned`. */
  dueBy(elapsedUs: number): number;
}

const SECOND_US = 1_000_000;

export function createPacer(plan: Plan): Pacer {
  const { tps, workerIndex, totalWorkers, warmUpUs, runUs } = plan;
  const intendedUs = (k: number): number =>
    Math.floor(((k * totalWorkers + workerIndex) * SECOND_US) / tps);

  /** How many have an instant <= t: an estimate, then put right, as the division rounds. */
  const countUpTo = (t: number): number => {
    const ofAll = Math.floor((t * tps) / SECOND_US);
    let count = Math.max(0, Math.floor((ofAll - workerIndex) / totalWorkers) + 1);
    while (count > 0 && intendedUs(count - 1) > t) count--;
    while (intendedUs(count) <= t) count++;
    return count;
  };

  const planned = countUpTo(warmUpUs + runUs - 1);
  return {
    planned,
    plannedInWindow: planned - countUpTo(warmUpUs - 1),
    intendedUs,
    dueBy: (elapsedUs) => (elapsedUs < 0 ? 0 : Math.min(planned, countUpTo(elapsedUs))),
  };
}
