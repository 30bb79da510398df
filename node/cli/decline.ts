/** `bench-node decline`: the operator's word that this org does not take part, with a typed reason. */
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';
import { reachPeer, resolveRound, shortId } from './reach-peer.ts';

type Options = GlobalOptions & { readonly code: string; readonly reason: string };

export async function run([typed]: readonly string[], options: Options, output: Output) {
  const peer = reachPeer(options);
  const round = resolveRound(await peer.rounds(), typed);
  const view = await peer.decline(round, options.code, options.reason);
  output.result(view, `declined ${shortId(round)} (${view.scenario}): ${options.code}`);
}
