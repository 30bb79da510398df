/**
 * A worker's confinement: Node's permission model lets it read the program, its dependencies and its workspace;
 * no writes, no child processes, no threads, no native addons, and an environment with nothing of the node's in it.
 * Node 24 has no permission for sockets (a connector needs them anyway), and follows links that lead out of a
 * granted folder: those that lead to what must stay out of reach are refused, others are the operator's own.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, sep } from 'node:path';
import { entryPath, readablePaths, scrubbedEnv } from '../package-paths.ts';
import { WorkerError } from './errors.ts';
import { NETWORK_FILE } from './workspace-files.ts';

/**
 * The real path of a workspace folder.
 * @param outOfReach - paths of which none may lie in it
 * @throws WorkerError E_WORKSPACE
 */
export function checkedWorkspace(workspace: string, outOfReach: readonly string[]): string {
  const found = realPath(workspace);
  if (found === undefined || !statSync(found).isDirectory()) {
    const what = `there is no workspace folder ${workspace}`;
    throw new WorkerError('E_WORKSPACE', `${what}: create it, or correct its path`, { workspace });
  }
  for (const hidden of outOfReach.map((path) => realPath(path) ?? path)) {
    const leads = [found, ...linksIn(found)].find((path) => leadsTo(path, hidden, found));
    if (leads === undefined) continue;
    const what = `the workspace ${workspace} holds ${leads === found ? hidden : `${leads}, which leads to ${hidden}`}`;
    throw new WorkerError(
      'E_WORKSPACE',
      `${what}, which its code must not read: use a folder of its own`,
      { workspace, exposed: hidden },
    );
  }
  return found;
}

/** Symbolic links at any depth, and none of what lies behind them (Node's recursive `readdir` would follow them). */
function linksIn(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) return [path];
    return entry.isDirectory() ? linksIn(path) : [];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // what this user cannot read, its worker cannot either
    return [];
  }
}

/** Whether it is, holds, or lies in a hidden folder; the workspace itself may lie in one. */
function leadsTo(path: string, hidden: string, workspace: string): boolean {
  const real = realPath(path);
  if (real === undefined) return false;
  const holds = `${hidden}${sep}`.startsWith(real.endsWith(sep) ? real : real + sep);
  return holds || (path !== workspace && (real + sep).startsWith(hidden + sep));
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** Its fourth descriptor is the wire (wire.ts). @param workspace - real path */
export function startConfined(workspace: string): ChildProcess {
  const reads = [...readablePaths(), workspace].map((path) => `--allow-fs-read=${path}`);
  // node:sqlite opens files past the permission model
  const confined = ['--permission', '--no-experimental-sqlite', ...reads];
  return spawn(process.execPath, [...confined, entryPath('./process', import.meta.url)], {
    cwd: workspace,
    env: scrubbedEnv({ CALIPER_WORKSPACE: workspace, CALIPER_NETWORKCONFIG: NETWORK_FILE }),
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
}
