/** `bench-node ledger show`: everything that ever left this org under masks; no peer needs to run. */
import { readDisclosures } from '../own/disclosure-ledger.ts';
import { columnsOf } from '../terminal/width.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';
import { existingHome } from './reach-peer.ts';
import { ledgerText } from './own-text.ts';

export async function run(_args: readonly string[], options: GlobalOptions, output: Output) {
  const home = existingHome(options);
  const disclosures = readDisclosures(home.node.disclosures);
  output.result({ disclosures }, ledgerText(disclosures, columnsOf()));
}
