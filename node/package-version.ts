/** Which program this is: the version that package.json says, and the lockfile of the release. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Build } from '../protocol/index.ts';
import { packageRoot } from './package-paths.ts';

export function packageVersion(): string {
  const text = readFileSync(join(packageRoot(), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/**
 * What an org signs of its program. The lockfile is the one that the release was built and tested with: npm never packs
 * package-lock.json, so that the build puts a copy into dist/. It says which dependencies were meant, not what npm put
 * beside them on this machine; without a copy package.json, with its exact versions, stands for it.
 */
export function packageBuild(): Build {
  const root = packageRoot();
  const candidates = ['package-lock.json', 'dist/lockfile.json', 'package.json'];
  const file = candidates.map((name) => join(root, name)).find(existsSync) as string;
  const lockfileDigest = createHash('sha256').update(readFileSync(file)).digest();
  return { packageVersion: packageVersion(), lockfileDigest };
}
