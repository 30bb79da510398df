/** Marks: strings that nobody could write by accident, and where they turn up, raw, in hex or in base64. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface Finding {
  readonly mark: string;
  /** file, or what else it was found in */
  readonly file: string;
  readonly as: string;
}

export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function newMark(name: string): string {
  return `mark-${name}-${randomBytes(6).toString('hex')}`;
}

/** Every file under these folders that holds one of the marks in some form, in its content or in its name. */
export function findMarks(marks: readonly string[], folders: readonly string[]): Finding[] {
  return findMarksIn(
    marks,
    filesUnder(folders).flatMap(({ path, name }) => [
      { name: path, bytes: contentOf(path) },
      { name: path, bytes: Buffer.from(name) },
    ]),
  );
}

/** @param marks - text, or bytes, which a finding names by their hex */
export function findMarksIn(
  marks: readonly (string | Uint8Array)[],
  sources: readonly Source[],
): Finding[] {
  const forms = marks.flatMap((given) => {
    const mark = typeof given === 'string' ? given : Buffer.from(given).toString('hex');
    return formsOf(Buffer.from(given)).map((form) => ({ mark, ...form }));
  });
  return sources.flatMap(({ name, bytes }) => {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return forms
      .filter((form) => content.includes(form.bytes))
      .map(({ mark, as }) => ({ mark, file: name, as }));
  });
}

/** A shorter form stands by chance in a few mebibytes of keys, masks and signatures. */
const LEAST_FORM = 8;

/** base64 depends on where in a group of three bytes the mark begins; its edges depend on what stands around it. */
function formsOf(raw: Buffer): { as: string; bytes: string | Buffer }[] {
  const base64 = [0, 1, 2].map((shift) => {
    const inner = Buffer.concat([Buffer.alloc(shift), raw]).toString('base64');
    return { as: `base64+${shift}`, bytes: inner.slice(shift === 0 ? 0 : 4, -4) };
  });
  const hex = raw.toString('hex');
  const encoded = [
    { as: 'hex', bytes: hex },
    { as: 'HEX', bytes: hex.toUpperCase() },
    ...base64,
    ...base64.map(({ as, bytes }) => ({
      as: `${as} url`,
      bytes: bytes.replaceAll('+', '-').replaceAll('/', '_'),
    })),
  ];
  return [{ as: 'raw', bytes: raw }, ...encoded.filter(({ bytes }) => bytes.length >= LEAST_FORM)];
}

/** A running peer renames its drafts. */
function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** With their names from the folder on: what lies above it is not the folder's. */
function filesUnder(folders: readonly string[]): { path: string; name: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path, name: relative(folder, path) })),
  );
}
