/** A workspace of the sample scenario in a temporary folder, with its network file parsed. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  writeWorkspace,
  type Workspace,
  type WorkspaceOptions,
} from '../../scenarios/asset-transfer/workspace.ts';

export interface TemporaryWorkspace extends Workspace {
  network: Record<string, Record<string, unknown>>;
  remove(): Promise<void>;
}

export async function temporaryWorkspace(options: WorkspaceOptions): Promise<TemporaryWorkspace> {
  const dir = await mkdtemp(join(tmpdir(), 'hushmark-workspace-'));
  const workspace = await writeWorkspace(dir, options);
  const text = await readFile(join(dir, 'network.yaml'), 'utf8');
  const network = parse(text) as TemporaryWorkspace['network'];
  return { ...workspace, network, remove: () => rm(dir, { recursive: true }) };
}
