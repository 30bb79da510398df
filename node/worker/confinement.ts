/**
 * A worker's confinement: Node's permission model lets it read the program, its dependencies and its workspace;
 * no writes, no child processes, no threads, no native addons, and an environment with nothing of the node's in it.
 * Node 24 has no permission for sockets (a connector needs them anyway), and follows links that lead out of a
 * granted folder: a workspace is trusted not to hold any.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
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
  const exposed = outOfReach.find((path) =>
    `${realPath(path) ?? path}${sep}`.startsWith(found + sep),
  );
  if (exposed !== undefined) {
    const what = `the workspace ${workspace} holds ${exposed}, which its code must not read`;
    throw new WorkerError('E_WORKSPACE', `${what}: use a folder of its own`, {
      workspace,
      exposed,
    });
  }
  return found;
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
