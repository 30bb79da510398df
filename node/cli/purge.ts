/** `bench-node purge`: deletes own data of a round. What was published stays, and so does the disclosure ledger. */
import type { ControlClient } from '../control/client.ts';
import { NodeError } from '../errors.ts';
import { purgeRound } from '../own/retention.ts';
import { countText } from '../report/figures.ts';
import { askYesNo, canAsk } from './ask.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';
import { ownRound } from './own-rounds.ts';
import { existingHome, hasEnded, reachPeer, shortId } from './reach-peer.ts';

type Options = GlobalOptions & { readonly yes?: boolean };

export async function run([typed]: readonly string[], options: Options, output: Output) {
  const home = existingHome(options);
  const { round, dir, files, bytes } = ownRound(home, typed);
  await refuseOpen(round, options);
  const what = `${files.length} files, ${countText(bytes)} bytes in ${dir}`;
  if (!options.yes) {
    if (!canAsk() || output.json)
      throw new NodeError('E_USAGE', `there is nobody to ask: --yes deletes ${what}`);
    if (!(await askYesNo(`Delete own data of round ${shortId(round)} for ever: ${what}?`))) {
      output.note('Nothing was deleted.');
      return;
    }
  }
  await purgeRound(home, round);
  output.result({ round, deleted: files.map(({ path }) => path), bytes }, `deleted ${what}`);
}

/** A running peer still writes into the folder of an open round. @throws NodeError E_ROUND_OPEN */
async function refuseOpen(round: string, options: Options): Promise<void> {
  const peer = runningPeer(options);
  const known = (await peer?.rounds())?.find((summary) => summary.round === round);
  if (known && !hasEnded(known.phase))
    throw new NodeError('E_ROUND_OPEN', `round ${shortId(round)} is ${known.phase}`);
}

function runningPeer(options: Options): ControlClient | null {
  try {
    return reachPeer(options);
  } catch (error) {
    if (error instanceof NodeError && error.code === 'E_PEER_NOT_RUNNING') return null;
    throw error;
  }
}
