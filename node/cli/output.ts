/**
 * What a command says: results on stdout, everything else on stderr. With `--json` a result is one JSON object on stdout
 * and an error is `{"error": {code, message, details?}}` on stderr, so that `--json > file` never mixes the two.
 * Colour is for terminals alone, and for none where NO_COLOR is set (no-color.org).
 */
import { styleText } from 'node:util';
import type { ErrorShape } from '../errors.ts';

export interface Output {
  readonly json: boolean;
  readonly quiet: boolean;
  /** The command's result: the object with --json, the text without. */
  result(value: unknown, text: string): void;
  /** The command's result, as it stands in a file already. */
  verbatim(text: string): void;
  /** A line that is part of the result while it grows; with --json and --quiet nothing. */
  line(text: string): void;
  /** A word to the person who waits, on stderr; with --json and --quiet nothing. */
  note(text: string): void;
  error(error: ErrorShape): void;
  /** The text in this colour where stdout is a terminal. */
  paint(style: Style, text: string): string;
}

export type Style = 'green' | 'yellow' | 'red' | 'bold';

export interface OutputOptions {
  readonly quiet?: boolean;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

interface Sink {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

type Environment = NonNullable<OutputOptions['env']>;

export function createOutput(
  json: boolean,
  stdout: Sink,
  stderr: Sink,
  { quiet = false, env = process.env }: OutputOptions = {},
): Output {
  const talks = !json && !quiet;
  return {
    json,
    quiet,
    result: (value, text) => stdout.write(json ? `${JSON.stringify(value)}\n` : ended(text)),
    verbatim: (text) => stdout.write(ended(text)),
    line: (text) => {
      if (talks) stdout.write(ended(text));
    },
    note: (text) => {
      if (talks) stderr.write(ended(text));
    },
    error(error) {
      const code = painted(stderr, env, 'red', error.code);
      stderr.write(json ? `${JSON.stringify({ error })}\n` : `${code}: ${error.message}\n`);
    },
    paint: (style, text) => painted(stdout, env, style, text),
  };
}

function painted({ isTTY }: Sink, env: Environment, style: Style, text: string): string {
  const plain = !isTTY || !!env['NO_COLOR'] || env['TERM'] === 'dumb';
  return plain ? text : styleText(style, text, { validateStream: false });
}

const ended = (text: string) => (text.endsWith('\n') ? text : `${text}\n`);
