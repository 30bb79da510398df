/**
 * The figures of a round computed again from the orgs' private logs of raw send and commit events, by exact sorting and
 * with no code of aggregation/: what a report has to agree with.
 */
import { readFileSync } from 'node:fs';

export interface RawKind {
  submitted: number;
  committed: number;
  committedInWindow: number;
  failed: Record<'consensus' | 'syntax' | 'version' | 'other', number>;
  unconfirmed: number;
  /** of those that committed, sorted, µs */
  latenciesUs: number[];
}

export type RawFigures = Record<'read' | 'transaction', RawKind> & { shed: number; ids: string[] };

interface Row {
  readonly kind: string;
  readonly id: string;
  readonly intendedUs: number;
  readonly finalUs: number;
  readonly outcome: string;
}

export function rawFigures(files: readonly string[]): RawFigures {
  const figures: RawFigures = { read: empty(), transaction: empty(), shed: 0, ids: [] };
  for (const file of files) {
    const [head = '', , ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
    const fromUs = Number(/windowStartUs=(-?\d+)/.exec(head)?.[1]);
    const toUs = Number(/windowEndUs=(-?\d+)/.exec(head)?.[1]);
    const inWindow = (us: number) => us >= fromUs && us < toUs;
    for (const row of lines.map(rowOf)) count(figures, row, inWindow);
  }
  for (const kind of ['read', 'transaction'] as const)
    figures[kind].latenciesUs.sort((a, b) => a - b);
  return figures;
}

/** The ⌈p·N⌉-th smallest. */
export function nearestRank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(1, Math.ceil(share * sorted.length - 1e-9)) - 1] as number;
}

function count(figures: RawFigures, row: Row, inWindow: (us: number) => boolean): void {
  const { kind, outcome, intendedUs, finalUs } = row;
  if (outcome === 'shed') {
    if (inWindow(intendedUs)) figures.shed++;
    return;
  }
  const into = figures[kind as 'read' | 'transaction'];
  if (outcome === 'committed' && inWindow(finalUs)) into.committedInWindow++;
  if (!inWindow(intendedUs)) return;
  into.submitted++;
  if (outcome === 'unconfirmed') into.unconfirmed++;
  else if (outcome === 'committed') {
    into.committed++;
    into.latenciesUs.push(finalUs - intendedUs);
    if (kind === 'transaction') figures.ids.push(row.id);
  } else into.failed[outcome as keyof RawKind['failed']]++;
}

function rowOf(line: string): Row {
  const [kind = '', id = '', intended, , final, outcome = ''] = line.split(',');
  return { kind, id, intendedUs: Number(intended), finalUs: Number(final), outcome };
}

function empty(): RawKind {
  const failed = { consensus: 0, syntax: 0, version: 0, other: 0 };
  return {
    submitted: 0,
    committed: 0,
    committedInWindow: 0,
    failed,
    unconfirmed: 0,
    latenciesUs: [],
  };
}
