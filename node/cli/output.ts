/**
 * What a command says: results on stdout, everything else on stderr. With `--json` a result is one JSON object on stdout
 * and an error is `{"error": {code, message, details?}}` on stderr, so that `--json > file` never mixes the two.
 */
import type { ErrorShape } from '../errors.ts';

export interface Output {
  readonly json: boolean;
  /** The command's result: the object with --json, the text without. */
  result(value: unknown, text: string): void;
  /** The command's result, as it stands in a file already. */
  verbatim(text: string): void;
  /** A line that is part of the result while it grows; with --json nothing. */
  line(text: string): void;
  /** A word to the person who waits, on stderr; with --json nothing. */
  note(text: string): void;
  error(error: ErrorShape): void;
}

interface Sink {
  write(text: string): unknown;
}

export function createOutput(json: boolean, stdout: Sink, stderr: Sink): Output {
  return {
    json,
    result: (value, text) => stdout.write(json ? `${JSON.stringify(value)}\n` : ended(text)),
    verbatim: (text) => stdout.write(ended(text)),
    line: (text) => {
      if (!json) stdout.write(ended(text));
    },
    note: (text) => {
      if (!json) stderr.write(ended(text));
    },
    error: (error) =>
      stderr.write(json ? `${JSON.stringify({ error })}\n` : `${error.code}: ${error.message}\n`),
  };
}

const ended = (text: string) => (text.endsWith('\n') ? text : `${text}\n`);
