/** `bench-node accept`: the operator's word that this org takes part. */
import { type GlobalOptions } from './command.ts';
import { type Output } from './output.ts';
import { reachPeer, resolveRound, shortId } from './reach-peer.ts';

type Options = GlobalOptions & { readonly watch?: boolean };

export async function run([typed]: readonly string[], options: Options, output: Output) {
  const peer = reachPeer(options);
  const round = resolveRound(await peer.rounds(), typed);
  const view = await peer.accept(round);
  if (options.watch) {
    output.note(`accepted ${shortId(round)}`);
    const { watchRound } = await import('./watch.ts');
    return watchRound(peer, round, output);
  }
  output.result(
    view,
    `accepted ${shortId(round)} (${view.scenario}): ${view.accepted.length} of ${view.roster.length} so far`,
  );
}
