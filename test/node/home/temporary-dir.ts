/** A folder per test, removed afterwards. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function useTemporaryDir(): () => string {
  let dir = '';
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'hushmark-home-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));
  return () => dir;
}

/** The permission bits of a file or folder. */
export const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

export async function rejection(
  promise: Promise<unknown>,
): Promise<Error & { code?: string; details?: Record<string, unknown> }> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('it did not reject');
}
