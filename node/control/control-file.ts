/** control.json: where a running peer listens for its operator, and the token that it asks for. Mode 0600. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { NodeError } from '../errors.ts';

const schema = v.object({
  url: v.pipe(v.string(), v.regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/)),
  token: v.pipe(v.string(), v.minLength(20)),
  pid: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
export type ControlFile = v.InferOutput<typeof schema>;

/** Replaces the file as a whole, so that no reader sees half of it. @throws NodeError E_IO, E_DISK_FULL */
export function writeControlFile(path: string, content: ControlFile): void {
  const draft = `${path}.${process.pid}`;
  try {
    rmSync(draft, { force: true });
    writeFileSync(draft, JSON.stringify(content), { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new NodeError('E_IO', `cannot write ${path}`, { path }, error);
  }
}

/** The file's content; null when there is none. @throws NodeError E_CONTROL_FILE, E_CONTROL_TOKEN */
export function readControlFile(path: string): ControlFile | null {
  if (!existsSync(path)) return null;
  try {
    return v.parse(schema, JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const isForeign = (error as NodeJS.ErrnoException).code === 'EACCES';
    if (isForeign)
      throw new NodeError('E_CONTROL_TOKEN', `${path} is not readable`, { path }, error);
    throw new NodeError('E_CONTROL_FILE', `${path} is damaged`, { path }, error);
  }
}

/** Removes the file if it is still the one with this token: a later peer's file stays. */
export function removeControlFile(path: string, token: string): void {
  if (tokenIn(path) === token) rmSync(path, { force: true });
}

function tokenIn(path: string): string | undefined {
  try {
    return readControlFile(path)?.token;
  } catch {
    return undefined;
  }
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
