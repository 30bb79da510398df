/** What keeps a running peer from its work is said in its terminal, too: logs are read too late. */
import type { ErrorShape } from '../errors.ts';
import type { Log } from '../net/log.ts';

const TROUBLES: ReadonlySet<unknown> = new Set([
  ...['E_CLOCK_APART', 'E_DISK_FULL', 'E_IO', 'E_JOURNAL', 'E_LOG_FILE', 'E_TRANSCRIPT'],
]);
/** The same trouble comes with every message: once in so long is enough. */
const AGAIN_MS = 30_000;

/** The same log, which also tells of such trouble. @param nowMs - of any clock that goes on */
export function tellingLog(
  log: Log,
  tell: (trouble: ErrorShape) => void,
  nowMs: () => number = () => performance.now(),
): Log {
  const told = new Map<unknown, number>();
  const look = (details: object, text: string) => {
    const { code, message = text } = details as Partial<ErrorShape>;
    if (!TROUBLES.has(code) || nowMs() - (told.get(code) ?? -Infinity) < AGAIN_MS) return;
    told.set(code, nowMs());
    tell({ code: String(code), message });
  };
  return {
    debug: (details, text) => log.debug(details, text),
    info: (details, text) => log.info(details, text),
    warn(details, text) {
      look(details, text);
      log.warn(details, text);
    },
    error(details, text) {
      look(details, text);
      log.error(details, text);
    },
  };
}
