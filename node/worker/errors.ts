/**
 * What can go wrong in a worker, in words for the org's own people. Only the `code` may ever leave the org:
 * messages and details quote the workspace.
 */
export const WORKER_ERROR_CODES = [
  'E_WORKSPACE',
  'E_NETWORK_FILE',
  'E_BENCHMARK_FILE',
  'E_CONNECTOR',
  'E_SUT_DOWN',
  'E_WORKLOAD',
  'E_OUTSIDE_WORKSPACE',
  'E_WORKER_ORDER',
  'E_WORKER_DIED',
  'E_WORKER_TIMEOUT',
  'E_WORKER_STOPPED',
  'E_LOG_FILE',
] as const;
export type WorkerErrorCode = (typeof WORKER_ERROR_CODES)[number];

/** The longest text that crosses the process border, in characters. */
export const MAX_TEXT = 4_000;

export type Details = Readonly<Record<string, unknown>>;

/** An error as it crosses the process border: plain data. */
export interface ErrorRecord {
  code: WorkerErrorCode;
  message: string;
  details?: Details;
}

export class WorkerError extends Error {
  override readonly name = 'WorkerError';
  readonly code: WorkerErrorCode;
  readonly details?: Details;

  constructor(code: WorkerErrorCode, message: string, details?: Details) {
    super(message);
    this.code = code;
    if (details !== undefined) this.details = details;
  }
}

export function toRecord(error: WorkerError): ErrorRecord {
  const { code, details } = error;
  const message = cut(error.message);
  return details === undefined ? { code, message } : { code, message, details: plain(details) };
}

export function cut(text: string): string {
  return text.slice(0, MAX_TEXT);
}

/** What a receiver takes for sure, whatever a connector put there. */
function plain(details: Details): Details {
  return Object.fromEntries(
    Object.entries(details).flatMap(([name, value]): [string, unknown][] => {
      if (typeof value === 'string') return [[name, cut(value)]];
      return value === null || typeof value === 'boolean' || Number.isFinite(value)
        ? [[name, value]]
        : [];
    }),
  );
}

export function fromRecord({ code, message, details }: ErrorRecord): WorkerError {
  return new WorkerError(code, message, details);
}

/** Whose code ran when something was thrown. */
export type Stage = 'connector' | 'workload';

const UNREACHABLE = new Set([
  'E_SUT_UNREACHABLE',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Gives whatever a connector or a workload threw one of our codes, by its own code and the codes of its causes. */
export function named(thrown: unknown, stage: Stage): WorkerError {
  if (thrown instanceof WorkerError) return thrown;
  const { code, message } = fieldsOf(thrown);
  const codes = codesOf(thrown);
  const details = { stage, cause: code ?? null, ...keyOf(thrown), ...stackOf(thrown) };
  if (codes.includes('ERR_ACCESS_DENIED')) return outsideWorkspace(thrown, stage, details);
  if (codes.includes('E_NETWORK_FILE')) return new WorkerError('E_NETWORK_FILE', message, details);
  // our own errors say what to do next, and a full stop says that it was said
  const said = codes.some((one) => one.startsWith('E_')) ? ended(message) : message;
  if (codes.some((one) => UNREACHABLE.has(one)))
    return new WorkerError('E_SUT_DOWN', said, details);
  return stage === 'connector'
    ? new WorkerError('E_CONNECTOR', `the connector failed: ${said}`, details)
    : new WorkerError('E_WORKLOAD', `the workload failed: ${said}`, details);
}

const ended = (message: string) => (message.endsWith('.') ? message : `${message}.`);

function outsideWorkspace(thrown: unknown, stage: Stage, details: Details): WorkerError {
  const { resource, permission } = fieldsOf(thrown);
  const what = resource === undefined ? 'do something' : `use ${resource}`;
  return new WorkerError(
    'E_OUTSIDE_WORKSPACE',
    `the ${stage} tried to ${what}, which a worker may not: ` +
      'it reads its workspace only, writes nothing and starts no programs. Put what it needs into the workspace',
    { ...details, resource: resource ?? null, permission: permission ?? null },
  );
}

function fieldsOf(thrown: unknown) {
  const fields = Object(thrown) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    code: text(fields['code']),
    message: text(fields['message']) || text(fields['code']) || String(thrown),
    resource: text(fields['resource']),
    permission: text(fields['permission']),
  };
}

/** An error's own code and those of its causes, a few levels deep (causes may be cyclic). */
function codesOf(thrown: unknown, depth = 0): string[] {
  if (thrown === null || typeof thrown !== 'object' || depth > 4) return [];
  const { code, cause, errors } = thrown as { code?: unknown; cause?: unknown; errors?: unknown };
  const inner = [cause, ...(Array.isArray(errors) ? errors : [])];
  return [
    ...(typeof code === 'string' ? [code] : []),
    ...inner.flatMap((one) => codesOf(one, depth + 1)),
  ];
}

/** The key of a file that an error is about. */
function keyOf(thrown: unknown): { key?: string } {
  const { details } = Object(thrown) as { details?: { key?: unknown } };
  return typeof details?.key === 'string' ? { key: details.key } : {};
}

function stackOf(thrown: unknown): { at?: string } {
  const stack = thrown instanceof Error ? thrown.stack : undefined;
  const at = stack?.split('\n').find((line) => /^\s+at /.test(line) && !line.includes('node:'));
  return at === undefined ? {} : { at: at.trim() };
}
