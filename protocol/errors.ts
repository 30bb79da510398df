/**
 * The one shape of a refusal on this floor. Refusals are data; only bugs throw anything else.
 */
export interface Refusal {
  /** `E_SOMETHING`, documented in docs/errors.md */
  readonly code: string;
  /** one sentence: what does not hold, and what to do where something can be done */
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A refusal, thrown where a function has a value to return otherwise. */
export class ProtocolError extends Error implements Refusal {
  override readonly name = 'ProtocolError';
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** The refusal that a thrown value stands for; anything but a coded error is a bug and is thrown again. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    const details = 'details' in error ? (error.details as Record<string, unknown>) : undefined;
    return { code: error.code, message: error.message, ...(details && { details }) };
  }
  throw error;
}
