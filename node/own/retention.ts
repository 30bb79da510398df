/** Own data of rounds on the disk: what is there, and deleting it, by hand or by age. Reports and ledgers stay. */
import { readdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeError } from '../errors.ts';
import type { Home } from '../home/paths.ts';

export interface OwnData {
  readonly round: string;
  readonly dir: string;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  readonly bytes: number;
  /** when something was last written, epoch ms */
  readonly latestMs: number;
}

const DAY_MS = 24 * 3600 * 1000;

/** Of every round, the latest last. */
export function ownData(home: Home): OwnData[] {
  return namesIn(join(home.dir, 'own'))
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
    .map((round) => dataOf(round, home.round(round).ownDir))
    .sort((a, b) => a.latestMs - b.latestMs);
}

/** @throws NodeError E_IO */
export async function purgeRound(home: Home, round: string): Promise<void> {
  const { ownDir: path } = home.round(round);
  try {
    await rm(path, { recursive: true, force: true });
  } catch (error) {
    throw new NodeError('E_IO', `cannot delete ${path}`, { path }, error);
  }
}

/**
 * Deletes own data that nothing was added to for longer than this, and tells of which rounds.
 * @param days - 0 keeps everything. @throws NodeError E_IO
 */
export async function purgeOlder(home: Home, days: number, nowMs: number): Promise<string[]> {
  if (days === 0) return [];
  const old = ownData(home).filter(({ latestMs }) => latestMs < nowMs - days * DAY_MS);
  for (const { round } of old) await purgeRound(home, round);
  return old.map(({ round }) => round);
}

function dataOf(round: string, dir: string): OwnData {
  const stats = namesIn(dir).map((name) => ({
    path: join(dir, name),
    stat: statSync(join(dir, name)),
  }));
  const files = stats.map(({ path, stat }) => ({ path, bytes: stat.size }));
  return {
    round,
    dir,
    files,
    bytes: files.reduce((total, { bytes }) => total + bytes, 0),
    latestMs: Math.max(statSync(dir).mtimeMs, ...stats.map(({ stat }) => stat.mtimeMs)),
  };
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new NodeError('E_IO', `cannot read ${dir}`, { path: dir }, error);
  }
}
