/** Lines of a stream, each cut to a length: what never ends its line must not fill the reader's memory. */
import type { Readable } from 'node:stream';

/** @param longest - characters of a line that are kept */
export function boundedLines(
  input: Readable,
  longest: number,
  onLine: (line: string) => void,
): void {
  let line = '';
  input.setEncoding('utf8').on('data', (text: string) => {
    const parts = text.split('\n');
    const last = parts.pop() as string;
    for (const part of parts) {
      onLine((line + part).slice(0, longest).trimEnd());
      line = '';
    }
    line = (line + last).slice(0, longest);
  });
  input.once('end', () => {
    if (line !== '') onLine(line);
  });
}
