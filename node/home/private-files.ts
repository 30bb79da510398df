/**
 * Files of a home: folders 0700, files 0600, and on the disk (fsync) before the call returns.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { NodeError } from '../errors.ts';

export const DIR_MODE = 0o700;
export const FILE_MODE = 0o600;

const errnoOf = (error: unknown) => (error as NodeJS.ErrnoException | undefined)?.code;

/** Creates the folder and its parents; narrows its mode when it was there. @throws NodeError E_IO */
export async function makeDir(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: DIR_MODE });
    await chmod(path, DIR_MODE);
  } catch (error) {
    throw new NodeError('E_IO', `cannot create the folder ${path}`, { path }, error);
  }
}

/** Writes a file that must not exist yet. @throws NodeError E_FILE_EXISTS, E_IO */
export async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  await write(path, content);
  await syncDir(dirname(path));
}

/** Writes a file as a whole or not at all, in place of an older one. @throws NodeError E_IO */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await write(draft, content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error instanceof NodeError
      ? error
      : new NodeError('E_IO', `cannot write ${path}`, { path }, error);
  }
  await syncDir(dirname(path));
}

/** @throws NodeError E_NO_FILE, E_IO */
export async function readText(path: string): Promise<string> {
  return (await readBytes(path)).toString('utf8');
}

/** @throws NodeError E_NO_FILE, E_IO */
export async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT')
      throw new NodeError('E_NO_FILE', `${path} does not exist`, { path }, error);
    throw new NodeError('E_IO', `cannot read ${path}`, { path }, error);
  }
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  try {
    const file = await open(path, 'wx', FILE_MODE);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errnoOf(error) === 'EEXIST')
      throw new NodeError('E_FILE_EXISTS', `${path} exists`, { path }, error);
    throw new NodeError('E_IO', `cannot write ${path}`, { path }, error);
  }
}

/** A new name is durable only when its folder is. */
async function syncDir(path: string): Promise<void> {
  const dir = await open(path, 'r');
  try {
    await dir.sync();
  } finally {
    await dir.close();
  }
}
