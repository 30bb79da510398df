/**
 * Every error code of Hushmark, of all floors: what it means, what to do next, and the exit code that it leads to.
 * docs/errors.md is written from it (`npm run docs:errors`), and an error can have no code that is not in it.
 */
import type { ErrorKind } from './error-kinds/kind.ts';
import { NETWORK } from './error-kinds/network.ts';
import { PEER } from './error-kinds/peer.ts';
import { PROGRAM } from './error-kinds/program.ts';
import { ROUNDS } from './error-kinds/rounds.ts';
import { STATEMENTS } from './error-kinds/statements.ts';
import { SUMS } from './error-kinds/sums.ts';
import { VAULT } from './error-kinds/vault.ts';
import { CONNECTORS, WORKERS } from './error-kinds/workers.ts';

export type { ErrorKind };

export const CATALOGUE = {
  ...PROGRAM,
  ...PEER,
  ...NETWORK,
  ...STATEMENTS,
  ...ROUNDS,
  ...VAULT,
  ...WORKERS,
  ...CONNECTORS,
  ...SUMS,
} as const satisfies Readonly<Record<`E_${string}`, ErrorKind>>;

export type ErrorCode = keyof typeof CATALOGUE;

export interface CatalogueSection {
  readonly title: string;
  readonly intro?: string;
  readonly kinds: Readonly<Record<string, ErrorKind>>;
}

/** The sections of the page, in their order. */
export const SECTIONS: readonly CatalogueSection[] = [
  { title: 'The program, homes and files', kinds: PROGRAM },
  { title: 'The running peer', kinds: PEER },
  { title: 'Between peers', kinds: NETWORK },
  { title: 'Consortium, statements, bundles', kinds: STATEMENTS },
  { title: 'Decisions about a round', kinds: ROUNDS },
  { title: 'The vault', kinds: VAULT },
  { title: 'Workers and workspaces', kinds: WORKERS },
  { title: 'Connectors', kinds: CONNECTORS },
  {
    title: 'Adding up',
    intro: 'These mean a bug, or data that no honest member sends.',
    kinds: SUMS,
  },
];

/** The row of a code; undefined for one that no release has. */
export function kindOf(code: string): ErrorKind | undefined {
  return Object.hasOwn(CATALOGUE, code) ? CATALOGUE[code as ErrorCode] : undefined;
}

/**
 * A message with what to do next. One that ends with a full stop says it already.
 * @param what what happened, one sentence
 */
export function withNext(code: string, what: string): string {
  const row = kindOf(code);
  return !row || row.said || /[.!?]$/.test(what) ? what : `${what}. ${row.next}`;
}
