/**
 * A copy of this program in which a few lines are others: what a liar would run, or a machine whose cable is pulled. The
 * program itself has no switch that makes it lie.
 */
import { cp, mkdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Patch {
  /** from the program's folder, without extension: `node/vault/one-sum` */
  readonly file: string;
  /** stands there exactly once, in the sources and in the built program alike */
  readonly find: string;
  readonly put: string;
}

const HERE = fileURLToPath(import.meta.url);
const CODE = ['node', 'protocol', 'aggregation', 'connectors', 'scenarios'];

/** @returns the copy's bench-node. @throws Error for a patch that does not fit this program */
export async function patchedCopy(dir: string, patches: readonly Patch[]): Promise<string> {
  // scenarios/demo/faults/, in the clone or in dist/
  const program = join(dirname(HERE), '..', '..', '..');
  const isBuilt = extname(HERE) === '.js';
  const root = isBuilt ? join(program, '..') : program;
  const copy = isBuilt ? join(dir, 'dist') : dir;
  await mkdir(copy, { recursive: true });
  for (const floor of CODE) await cp(join(program, floor), join(copy, floor), { recursive: true });
  for (const file of ['package.json', 'package-lock.json', 'dist/lockfile.json'])
    if (existsSync(join(root, file))) await cp(join(root, file), join(dir, file));
  await symlink(await realpath(dependenciesOf(root)), join(dir, 'node_modules'));
  for (const patch of patches) await apply(join(copy, patch.file) + extname(HERE), patch);
  return join(copy, 'node', 'bench-node.js');
}

/** Of a clone they lie in it, of an installed package beside it. */
function dependenciesOf(root: string): string {
  const inside = join(root, 'node_modules');
  if (existsSync(join(inside, 'libp2p'))) return inside;
  const beside = dirname(root);
  return basename(beside) === 'node_modules' ? beside : inside;
}

async function apply(path: string, { find, put }: Patch): Promise<void> {
  const text = await readFile(path, 'utf8');
  if (text.split(find).length !== 2) throw new Error(`${path} has not one place with ${find}`);
  await writeFile(
    path,
    text.replace(find, () => put),
  );
}
