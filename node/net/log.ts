/**
 * What the network needs of a logger; pino's loggers fit. And a bound: whoever can make a peer write a line with each message
 * that it refuses could fill its disk.
 */
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

export interface Log {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Of each text: so many warnings at once, and then so many per second. */
const BURST = 1_000;
const PER_SECOND = 1;

/**
 * The same log, whose warnings are bounded in number; the next one that is written says how many were left out.
 * @param nowMs of any clock that goes on
 */
export function boundedLog<L extends Pick<Log, 'warn'>>(
  log: L,
  nowMs: () => number = () => performance.now(),
): L {
  const texts = new Map<string, { bucket: TokenBucket; leftOut: number }>();
  const warn: Log['warn'] = (details, text) => {
    const known = texts.get(text) ?? { bucket: createTokenBucket(BURST, PER_SECOND), leftOut: 0 };
    texts.set(text, known);
    if (!known.bucket.take(nowMs())) return void (known.leftOut += 1);
    const { leftOut } = known;
    known.leftOut = 0;
    log.warn(leftOut === 0 ? details : { ...details, leftOut }, text);
  };
  return Object.assign(Object.create(log) as L, { warn });
}
