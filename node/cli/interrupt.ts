/** Ctrl-C, and its like: the first one asks to stop, the second one ends the process at once. */
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
export type Signal = (typeof SIGNALS)[number];

/** What a shell calls the exit of a process that a signal ended. */
export function exitCodeOfSignal(signal: Signal): number {
  return 128 + constants.signals[signal];
}

/** Listens from now on. Resolves with the first signal; `atSecond` is called with the next one. */
export function interrupted(
  atSecond: (signal: Signal) => void = (signal) => process.exit(exitCodeOfSignal(signal)),
): Promise<Signal> {
  const { promise, resolve } = Promise.withResolvers<Signal>();
  let first = true;
  const heard = (signal: Signal) => {
    if (first) resolve(signal);
    else atSecond(signal);
    first = false;
  };
  for (const signal of SIGNALS) process.on(signal, heard);
  return promise;
}
