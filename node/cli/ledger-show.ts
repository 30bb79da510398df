/** `bench-node ledger show`: everything that ever left this org under masks; no peer needs to run. */
import { existsSync } from 'node:fs';
import { NodeError } from '../errors.ts';
import { homeOf } from '../home/paths.ts';
import { readDisclosures } from '../own/disclosure-ledger.ts';
import { columnsOf } from '../terminal/width.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';
import { ledgerText } from './own-text.ts';

export async function run(_args: readonly string[], options: GlobalOptions, output: Output) {
  const home = homeOf(options);
  if (!existsSync(home.config)) throw new NodeError('E_NO_HOME', `${home.dir} is no home`);
  const disclosures = readDisclosures(home.node.disclosures);
  output.result({ disclosures }, ledgerText(disclosures, columnsOf()));
}
