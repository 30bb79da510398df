/** Where the keys of a YAML file stand, so that what is wrong with one is found by its line. */
import { LineCounter, parseDocument, type Document } from 'yaml';

export interface ParsedYaml {
  readonly value: unknown;
  /** the first thing that makes it no YAML */
  readonly broken: { readonly line: number; readonly why: string } | undefined;
  /** The line of a key, or of the nearest one above it that is there; from 1. */
  lineOf(path: readonly (string | number)[]): number;
}

export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  return {
    value: error ? undefined : document.toJS(),
    broken: error && { line: lines.linePos(error.pos[0]).line, why: error.message },
    lineOf: (path) => lineOf(document, lines, path),
  };
}

interface Items {
  readonly items?: readonly {
    readonly key?: { readonly value?: unknown; readonly range?: number[] };
  }[];
}

function lineOf(
  document: Document,
  lines: LineCounter,
  path: readonly (string | number)[],
): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const parent = document.getIn(path.slice(0, depth - 1), true) ?? document.contents;
    const named = (parent as Items).items?.find((item) => item.key?.value === path[depth - 1]);
    const node = document.getIn(path.slice(0, depth), true) as { range?: number[] } | undefined;
    const start = named?.key?.range?.[0] ?? node?.range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}
