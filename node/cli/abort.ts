/** `bench-node abort`: ends a round for everybody. */
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';
import { reachPeer, resolveRound, shortId } from './reach-peer.ts';

type Options = GlobalOptions & { readonly reason: string };

export async function run([typed]: readonly string[], options: Options, output: Output) {
  const peer = reachPeer(options);
  const round = resolveRound(await peer.rounds(), typed);
  const view = await peer.abort(round, options.reason);
  output.result(view, `aborted ${shortId(round)} (${view.scenario})`);
}
