/** Erasing a round's secrets for sure: a wipe that fails is tried again, and told of when it fails for good. */
import { setTimeout as delay } from 'node:timers/promises';
import { errorShape } from '../errors.ts';
import type { Log } from './round-parts.ts';

/** Pauses before each further try. */
const RETRY_AFTER_MS = [1_000, 5_000, 25_000];

export interface WipingOptions {
  /** erases a round's secrets; does nothing for a round that it does not know */
  readonly wipe: (round: string) => Promise<void>;
  readonly log: Pick<Log, 'warn'>;
  /** default 1, 5 and 25 s */
  readonly retryAfterMs?: readonly number[];
}

export interface Wiping {
  /** Resolves when it is erased, or when it was given up, which the log tells. Never rejects. */
  wipe(round: string): Promise<void>;
  /** No further tries: the next start begins anew. */
  stop(): void;
}

export function createWiping(options: WipingOptions): Wiping {
  const { log, retryAfterMs = RETRY_AFTER_MS } = options;
  const stopped = new AbortController();
  /** a restart and the round itself may ask at the same time */
  const running = new Map<string, Promise<void>>();

  async function erase(round: string): Promise<void> {
    for (const pauseMs of [...retryAfterMs, null])
      try {
        return await options.wipe(round);
      } catch (error) {
        if (stopped.signal.aborted) return;
        if (pauseMs === null)
          return log.warn(
            { round, ...errorShape(error) },
            'the secrets of this round are not erased: they are tried again at the next start',
          );
        const paused = delay(pauseMs, undefined, { signal: stopped.signal, ref: false });
        if (
          await paused.then(
            () => false,
            () => true,
          )
        )
          return;
      }
  }

  return {
    wipe(round) {
      const begun = running.get(round) ?? erase(round).finally(() => running.delete(round));
      running.set(round, begun);
      return begun;
    },
    stop: () => stopped.abort(),
  };
}
