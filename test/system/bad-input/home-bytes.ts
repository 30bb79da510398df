/** What a folder holds, to tell whether a refusal lost anything. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Logs grow, compiled code comes and goes, and SQLite makes and drops its own side files. */
const PASSED_OVER = /(^|\/)(node\.log|peer\.out|compiled\/.*|.*\.db-(wal|shm))$/;

/** SHA-256 of each file by its path. */
export function bytesOf(dir: string): Record<string, string> {
  const files = readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .filter((path) => !PASSED_OVER.test(path))
    .sort();
  const hash = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(dir, path)))
      .digest('hex');
  return Object.fromEntries(files.map((path) => [path, hash(path)]));
}
