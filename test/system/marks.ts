/** Marks: strings that nobody could write by accident, and where they turn up, raw, in hex or in base64. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Finding {
  readonly mark: string;
  readonly file: string;
  readonly as: string;
}

export function newMark(name: string): string {
  return `mark-${name}-${randomBytes(6).toString('hex')}`;
}

/** Every file under these folders that holds one of the marks in some form. */
export function findMarks(marks: readonly string[], folders: readonly string[]): Finding[] {
  return filesUnder(folders).flatMap((file) => {
    const content = readFileSync(file);
    return marks.flatMap((mark) =>
      formsOf(mark)
        .filter(({ bytes }) => content.includes(bytes))
        .map(({ as }) => ({ mark, file, as })),
    );
  });
}

/** base64 depends on where in a group of three bytes the mark begins; its edges depend on what stands around it. */
function formsOf(mark: string): { as: string; bytes: string }[] {
  const raw = Buffer.from(mark);
  const base64 = [0, 1, 2].map((shift) => {
    const inner = Buffer.concat([Buffer.alloc(shift), raw]).toString('base64');
    return { as: `base64+${shift}`, bytes: inner.slice(shift === 0 ? 0 : 4, -4) };
  });
  const hex = raw.toString('hex');
  return [
    { as: 'raw', bytes: mark },
    { as: 'hex', bytes: hex },
    { as: 'HEX', bytes: hex.toUpperCase() },
    ...base64,
    ...base64.map(({ as, bytes }) => ({
      as: `${as} url`,
      bytes: bytes.replaceAll('+', '-').replaceAll('/', '_'),
    })),
  ];
}

function filesUnder(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}
