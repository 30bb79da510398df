/** The public part of the asset-transfer scenario, as text to propose. */
import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import type { WorkspaceOptions } from './workspace.ts';

/** scenario.yaml for this kind of ledger; a chain needs longer until the last block is in. */
export async function scenarioText(sut: WorkspaceOptions['sut']): Promise<string> {
  const text = await readFile(new URL('./scenario.yaml', import.meta.url), 'utf8');
  if (sut === 'ledger') return text;
  const document = parseDocument(text);
  document.setIn(['sut', 'type'], sut);
  document.setIn(['sut', 'version'], 'anvil');
  document.set('drainSeconds', 3);
  return document.toString();
}
