/** Text that fits the terminal: pure, but for asking how wide that is. */

/** Narrower than this nothing fits; without a terminal lines may be long, for a file has no width. */
const NARROWEST = 40;
const WITHOUT_TERMINAL = 120;

export function columnsOf(stream: { readonly columns?: number } = process.stdout): number {
  return Math.max(NARROWEST, stream.columns ?? WITHOUT_TERMINAL);
}

/**
 * The lines of a text, each at most `columns` wide: broken at spaces, inside a word only when it alone is too long.
 * @param indent - of every line but the first
 */
export function wrapped(text: string, columns: number, indent = 0): string[] {
  const lines: string[] = [];
  // a deep indent on a narrow terminal would leave no room for the words
  const margin = ' '.repeat(Math.min(indent, Math.floor(columns / 2)));
  let rest = text;
  while (rest.length > columns) {
    const least = rest.length - rest.trimStart().length + 1;
    const space = rest.lastIndexOf(' ', columns);
    const at = space > least ? space : columns;
    lines.push(rest.slice(0, at).trimEnd());
    rest = margin + rest.slice(at).trimStart();
  }
  return [...lines, rest];
}

/** Rows as columns, two spaces between them; what does not fit goes on in the last column. */
export function table(rows: readonly (readonly string[])[], columns: number): string[] {
  const count = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: count - 1 }, (_, i) =>
    Math.max(...rows.map((row) => (row[i] ?? '').length)),
  );
  const indent = widths.reduce((total, width) => total + width + 2, 0);
  return rows.flatMap((row) => {
    const cells = row.map((cell, i) => (i < count - 1 ? cell.padEnd(widths[i] ?? 0) : cell));
    return wrapped(cells.join('  ').trimEnd(), columns, indent);
  });
}

/** Lines for a terminal, none wider than it is; without one they stay as they are, for a file has no width. */
export function fitted(
  text: string,
  indent: number,
  stream: { readonly isTTY?: boolean; readonly columns?: number } = process.stdout,
): string {
  if (!stream.isTTY) return text;
  const lines = text.split('\n').flatMap((line) => wrapped(line, columnsOf(stream), indent));
  return lines.join('\n');
}
