/** The golden files of format version 1, as generate.ts writes and golden.spec.ts reads them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Edit } from './edits.ts';

/** A file that has to be refused, made of a good one. */
export interface BadFile {
  /** what was done, in words */
  readonly about: string;
  /** folder in good/ */
  readonly of: string;
  readonly file: 'round.bundle' | 'report.html' | 'report.json';
  readonly edits: readonly Edit[];
  /** whose consortium.json the auditor has, a folder in good/; default that of `of` */
  readonly consortium?: string;
  /** the check that fails, and what its reason has to name */
  readonly check: string;
  readonly names: readonly string[];
}

/** Manifests of chain/ in the order in which they are given, and what comes of it with the bundle of good/four-orgs. */
export interface ChainCase {
  readonly about: string;
  readonly given: readonly string[];
  /** place in the chain of the manifest under which the bundle was made; null when it is refused */
  readonly place: number | null;
  readonly names: readonly string[];
}

/** Beside an .evidence file: what it proves. */
export interface GoodEvidence {
  /** in words */
  readonly what: string;
  /** the manifests that the auditor has, paths in v1/; and the place in their chain of the one that it was signed under */
  readonly given: readonly string[];
  readonly place: number;
  readonly lie: string;
  readonly org: string;
  readonly round: string;
  readonly about: string;
}

/** A file that proves nothing, made of a good one. */
export interface BadEvidence {
  readonly about: string;
  /** in evidence/good/, without its ending */
  readonly of: string;
  readonly edits: readonly Edit[];
  /** default those of `of` */
  readonly given?: readonly string[];
  /** what the reason has to name */
  readonly names: readonly string[];
}

const ROOT = new URL('v1/', import.meta.url);

export const goldenPath = (name: string) => new URL(name, ROOT).pathname;
export const readGolden = (name: string) => readFileSync(new URL(name, ROOT));
export const readGoldenJson = <T>(name: string) => JSON.parse(readGolden(name).toString()) as T;
export const goldenNames = (folder: string) => readdirSync(new URL(folder, ROOT)).sort();

/** Never over a file that is there. @returns whether it was written */
export function addGolden(name: string, content: string | Uint8Array): boolean {
  const url = new URL(name, ROOT);
  if (existsSync(url)) return false;
  mkdirSync(dirname(url.pathname), { recursive: true });
  writeFileSync(url, content, { flag: 'wx' });
  return true;
}
