/** control.json: where a running peer listens for its operator, and the token that it asks for. Mode 0600. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';

const schema = v.object({
  url: v.pipe(v.string(), v.regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/)),
  token: v.pipe(v.string(), v.minLength(20)),
  pid: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
export type ControlFile = v.InferOutput<typeof schema>;

/** Replaces the file as a whole, so that no reader sees half of it. */
export function writeControlFile(path: string, content: ControlFile): void {
  const draft = `${path}.${process.pid}`;
  rmSync(draft, { force: true });
  writeFileSync(draft, JSON.stringify(content), { mode: 0o600, flag: 'wx' });
  renameSync(draft, path);
}

/** The file's content; null when there is none, or none that makes sense. */
export function readControlFile(path: string): ControlFile | null {
  try {
    return v.parse(schema, JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Removes the file if it is still the one with this token: a later peer's file stays. */
export function removeControlFile(path: string, token: string): void {
  if (readControlFile(path)?.token === token) rmSync(path, { force: true });
}

/** Whether a process with this id is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
