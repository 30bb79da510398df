/** CPU time of this process, all of its threads, and how it is put into tables. */

/** Microseconds of CPU that this took. */
export function cpuUs(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return user + system;
}

/** The median of several runs, the first ones left out, in which the code is compiled. */
export function medianUs(runs: number, work: () => unknown): number {
  const all = Array.from({ length: runs + Math.ceil(runs / 2) + 1 }, () => cpuUs(work));
  return median(all.slice(-runs));
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] as number;
}

/** Milliseconds with as many digits as mean something. */
export function ms(us: number): number {
  return Number((us / 1000).toFixed(us < 10_000 ? 2 : us < 100_000 ? 1 : 0));
}
