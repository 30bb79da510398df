/** Spreads seeds over worker threads, in small pieces, and gives back what each found. */
import { Worker } from 'node:worker_threads';
import type { Finding } from './checks.ts';

/** One piece of work: these seeds, on a copy without the rule of that attack (by its place; null: the copy with all rules). */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly without: number | null;
  readonly n: number | null;
  /** each begins with its proposal; else those that drew it */
  readonly isWhole: boolean;
  /** the rest is left out once something is found */
  readonly untilFound: boolean;
}

export interface Failure {
  readonly seed: number;
  readonly findings: readonly Finding[];
}

export interface Done {
  readonly piece: Piece;
  readonly runs: number;
  readonly effects: number;
  readonly failures: readonly Failure[];
  /** how peers ended, by phase and code */
  readonly ends: Readonly<Record<string, number>>;
  /** processor time of the runs, ms */
  readonly cpuMs: number;
}

/**
 * Calls `onDone` for each piece, in the order in which they are done.
 * @param onDone false: no further pieces are begun
 */
export async function spread(
  pieces: Iterable<Piece>,
  jobs: number,
  onDone: (done: Done) => boolean,
): Promise<void> {
  const left = pieces[Symbol.iterator]();
  let goesOn = true;
  const workOn = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      const next = () => {
        const { value, done } = goesOn ? left.next() : { value: undefined, done: true };
        if (done) resolve();
        else worker.postMessage(value);
      };
      worker.on('error', reject);
      worker.on('message', (done: Done) => {
        goesOn = onDone(done) && goesOn;
        next();
      });
      next();
    });
  const workers = Array.from(
    { length: jobs },
    () => new Worker(new URL('./pool-worker.ts', import.meta.url)),
  );
  try {
    await Promise.all(workers.map(workOn));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
