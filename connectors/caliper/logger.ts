/** Loggers in the shape that Caliper's modules expect; they write to standard error, debugging only when asked for. */
const LEVELS = ['error', 'warn', 'info', 'http', 'verbose', 'debug', 'silly'] as const;
type Level = (typeof LEVELS)[number];
export type CaliperLogger = Record<Level | 'log', (...parts: unknown[]) => void>;

/** @param name stands before each line. The environment's CALIPER_LOGGING_LEVEL sets the level (default warn). */
export function getLogger(name: string): CaliperLogger {
  const asked = LEVELS.indexOf((process.env['CALIPER_LOGGING_LEVEL'] ?? 'warn') as Level);
  const limit = asked === -1 ? LEVELS.indexOf('warn') : asked;
  const write =
    (level: Level) =>
    (message: unknown, ...rest: unknown[]) => {
      if (LEVELS.indexOf(level) > limit) return;
      console.error(`${level} [${name}]`, message, ...rest);
    };
  const entries = LEVELS.map((level) => [level, write(level)] as const);
  return { ...Object.fromEntries(entries), log: write('info') } as CaliperLogger;
}
