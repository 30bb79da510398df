/**
 * The errors of the node floor: one class. Every error has the shape `{code, message, details?}`; the message says what
 * happened and then, from the catalogue, what to do next.
 */
import { getSystemErrorMessage } from 'node:util';
import { CATALOGUE, kindOf, withNext, type ErrorCode } from './error-catalogue.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

export { type ErrorCode };

export type ErrorDetails = Readonly<Record<string, unknown>>;

/** What every error looks like outside of the process: in `--json`, in the control API, in the log. */
export interface ErrorShape {
  readonly code: string;
  readonly message: string;
  readonly details?: ErrorDetails;
}

export class NodeError extends Error implements ErrorShape {
  override readonly name = 'NodeError';
  readonly code: ErrorCode;
  readonly exitCode: ExitCode;
  readonly details?: ErrorDetails;

  /**
   * @param what what happened, one sentence without a full stop: the catalogue's next step follows. With a full stop it
   * says the next step itself.
   */
  constructor(code: ErrorCode, what: string, details?: ErrorDetails, cause?: unknown) {
    const why = code === 'E_IO' ? systemReason(cause) : undefined;
    const known = why?.isFull ? 'E_DISK_FULL' : code;
    super(
      withNext(known, why ? `${what}: ${why.text}` : what),
      cause === undefined ? {} : { cause },
    );
    this.code = known;
    this.exitCode = CATALOGUE[known].exitCode;
    if (details !== undefined) this.details = details;
  }

  toJSON(): ErrorShape {
    return errorShape(this);
  }
}

/** A disk, a quota or a limit of the process that leaves no room. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Why the system refused, in its own words. */
function systemReason(cause: unknown): { text: string; isFull: boolean } | undefined {
  const { errno, code } = (cause ?? {}) as NodeJS.ErrnoException;
  if (typeof errno !== 'number' || typeof code !== 'string') return undefined;
  return { text: getSystemErrorMessage(errno), isFull: FULL.has(code) };
}

const isCode = (value: unknown): value is string =>
  typeof value === 'string' && /^E_[A-Z0-9_]{1,60}$/.test(value);

/** Any thrown value in the one shape, with what to do next. What is no error of Hushmark's own is `E_INTERNAL`. */
export function errorShape(error: unknown): ErrorShape {
  if (error instanceof Error && 'code' in error && isCode(error.code)) {
    const { code } = error;
    const message = withNext(code, error.message);
    const details = 'details' in error ? (error.details as ErrorDetails | undefined) : undefined;
    return details && Object.keys(details).length > 0
      ? { code, message, details }
      : { code, message };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'E_INTERNAL', message: `${message}. ${CATALOGUE.E_INTERNAL.next}` };
}

/** The exit code for any thrown value. */
export function exitCodeOf(error: unknown): ExitCode {
  return kindOf(errorShape(error).code)?.exitCode ?? EXIT.data;
}
