/**
 * Where this package lives: its root, the program files that other processes start from, and what such a
 * process must be able to read. Holds for a clone (`.ts` run as it is), for `dist/` and for an installed
 * package, whose dependencies may stand beside it or, linked, in a store elsewhere.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Program folders of a clone; a built package has the same ones under `dist/`. */
const FLOORS = ['aggregation', 'connectors', 'protocol', 'node', 'scenarios'];

/** What a started process may know of its parent's environment: nothing that names a person or a secret. */
const HARMLESS = ['TZ', 'LANG', 'LC_ALL'];

/**
 * The file of a program to start, given by its path without extension, relative to the calling module:
 * `entryPath('./process', import.meta.url)`. tsc does not rewrite such names, so the extension is the caller's own.
 */
export function entryPath(relative: string, importMetaUrl: string): string {
  const caller = fileURLToPath(importMetaUrl);
  return join(dirname(caller), relative.replace(/\.[jt]s$/, '')) + extname(caller);
}

/** The folder of this package's own package.json. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('no package.json above the program: install it again');
    folder = parent;
  }
  return folder;
}

/**
 * What a confined process must read to run this program: the code (not the whole root, which in a clone may
 * hold somebody's home), package.json, and each node_modules folder with a dependency of this package in it.
 */
export function readablePaths(): string[] {
  const root = packageRoot();
  const dist = join(root, 'dist');
  const runsBuilt = fileURLToPath(import.meta.url).startsWith(dist + sep);
  const code = runsBuilt ? [dist] : FLOORS.map((floor) => join(root, floor)).filter(existsSync);
  return [...new Set([...code, join(root, 'package.json'), ...dependencyFolders(root)])];
}

/**
 * An environment with nothing of this process in it but time zone and language.
 * @param extra - variables that the started program needs
 */
export function scrubbedEnv(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = {};
  for (const name of HARMLESS) {
    const value = process.env[name];
    if (value !== undefined) kept[name] = value;
  }
  return { ...kept, ...extra };
}

function dependencyFolders(root: string): string[] {
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Partial<Record<'dependencies' | 'optionalDependencies', Record<string, string>>>;
  const found = new Set<string>();
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const folder = resolutionFolders(root).find((one) => existsSync(join(one, name)));
    if (folder === undefined) continue;
    found.add(folder).add(realpathSync(folder));
    const real = realpathSync(join(folder, name));
    // A linked dependency (pnpm) finds its own dependencies in the store that it really lies in.
    if (real !== join(realpathSync(folder), name)) found.add(storeOf(real));
  }
  return [...found];
}

/** The node_modules folders that Node's resolution walks through, nearest first. */
function resolutionFolders(from: string): string[] {
  const folders: string[] = [];
  for (let folder = from; ; folder = dirname(folder)) {
    if (!folder.endsWith(`${sep}node_modules`)) folders.push(join(folder, 'node_modules'));
    if (dirname(folder) === folder) return folders;
  }
}

function storeOf(real: string): string {
  const marker = `${sep}node_modules${sep}`;
  const at = real.indexOf(marker);
  return at < 0 ? real : real.slice(0, at + marker.length - 1);
}
