/** One kind of error: a row of the catalogue, and of docs/errors.md. */
import type { ExitCode } from '../exit-codes.ts';

export interface ErrorKind {
  readonly exitCode: ExitCode;
  /** what it means: a part of a sentence, without a full stop */
  readonly means: string;
  /** what to do next: a sentence */
  readonly next: string;
  /** every message of this code says what to do next by itself, in better words */
  readonly said: boolean;
}

export const kind = (exitCode: ExitCode, means: string, next: string): ErrorKind => ({
  exitCode,
  means,
  next,
  said: false,
});

/** For a code whose messages all end with what to do next. */
export const saidKind = (exitCode: ExitCode, means: string, next: string): ErrorKind => ({
  exitCode,
  means,
  next,
  said: true,
});
