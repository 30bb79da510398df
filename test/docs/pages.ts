/** The pages that users read, and the sources that they speak of. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const TOP = join(import.meta.dirname, '../..');

export interface Page {
  /** from the repository's top, with `/` */
  readonly path: string;
  readonly text: string;
}

/** README.md, CHANGELOG.md and everything in docs/. */
export function pages(): Page[] {
  const inDocs = filesIn('docs', /\.md$/);
  return ['README.md', 'CHANGELOG.md', ...inDocs].map((path) => ({ path, text: read(path) }));
}

/** TypeScript and JavaScript of these folders, without their comments; generated code is left out. */
export function sources(...folders: string[]): Page[] {
  return folders
    .flatMap((folder) => filesIn(folder, /\.[jt]s$/))
    .filter((path) => !path.startsWith('protocol/schema/'))
    .map((path) => ({ path, text: withoutComments(read(path)) }));
}

function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(join(TOP, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(TOP.length + 1))
    .sort();
}

export function read(path: string): string {
  return readFileSync(join(TOP, path), 'utf8');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
