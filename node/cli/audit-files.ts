/** What `audit verify` reads: bundles, manifests one by one or as a folder, and the copies of a report beside a bundle. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { NodeError } from '../errors.ts';
import { readText } from '../home/private-files.ts';

/** @throws NodeError E_NO_FILE, E_IO */
export async function readBundle(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** The text of each manifest; of a folder, of every .json in it. @throws NodeError E_NO_FILE, E_IO */
export async function readManifests(paths: readonly string[]): Promise<string[]> {
  const files = await Promise.all(paths.map(manifestsIn));
  return Promise.all(files.flat().map(readText));
}

async function manifestsIn(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
    const names = (await readdir(path)).filter((name) => name.endsWith('.json')).sort();
    if (names.length > 0) return names.map((name) => join(path, name));
  } catch (error) {
    throw unreadable(path, error);
  }
  throw new NodeError('E_NO_FILE', `${path} holds no .json`, { path });
}

/** Copies of a report: null where there is none to check. */
export interface Copies {
  readonly json: string | null;
  readonly html: string | null;
}

/**
 * `report.json` and `report.html` beside a bundle, or the page that was named. In a folder with several of the given
 * bundles, a copy is for the bundle whose round it names.
 * @throws NodeError E_NO_FILE, E_IO
 */
export async function readCopies(
  bundle: string,
  round: string,
  { all, html }: { readonly all: readonly string[]; readonly html: string | undefined },
): Promise<Copies> {
  const folder = dirname(resolve(bundle));
  const alone = all.filter((other) => dirname(resolve(other)) === folder).length === 1;
  const beside = async (name: string): Promise<string | null> => {
    const text = await readIfThere(join(folder, name));
    return text !== null && (alone || text.includes(round)) ? text : null;
  };
  return {
    json: await beside('report.json'),
    html: html === undefined ? await beside('report.html') : await readText(html),
  };
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readText(path);
  } catch (error) {
    if (error instanceof NodeError && error.code === 'E_NO_FILE') return null;
    throw error;
  }
}

function unreadable(path: string, error: unknown): NodeError {
  const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
  if (missing) return new NodeError('E_NO_FILE', `${path} does not exist`, { path }, error);
  return new NodeError('E_IO', `cannot read ${path}`, { path }, error);
}
