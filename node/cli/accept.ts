/** `bench-node accept`: the operator's word that this org takes part, after a look at what will leave the machine. */
import type { Disclosure, RoundView } from '../control/api.ts';
import type { ControlClient } from '../control/client.ts';
import type { ExitCode } from '../exit-codes.ts';
import { columnsOf } from '../terminal/width.ts';
import { askYesNo, canAsk } from './ask.ts';
import type { GlobalOptions } from './command.ts';
import { disclosureText } from './disclosure-text.ts';
import type { Output } from './output.ts';
import { reachPeer, resolveRound, shortId } from './reach-peer.ts';
import { startText } from './round-text.ts';
import { earlierRoundsText, leftOutText, stayText } from './terms-text.ts';

type Options = GlobalOptions & {
  readonly watch?: boolean;
  readonly showDisclosure?: boolean;
  readonly yes?: boolean;
};

export async function run([typed]: readonly string[], options: Options, output: Output) {
  const peer = reachPeer(options);
  const round = resolveRound(await peer.rounds(), typed);
  if (options.showDisclosure) return showAndAccept(peer, round, options, output);
  const { phase, exception, ...terms } = await peer.round(round);
  // what is consented to is said before it is signed
  if (phase === 'proposed' && exception !== null) {
    const { leftOut } = await peer.disclosure(round);
    for (const text of [...earlierRoundsText({ ...terms, exception }), ...leftOutText(leftOut)])
      output.note(text);
  }
  return accept(peer, round, options, output);
}

async function accept(
  peer: ControlClient,
  round: string,
  options: Options,
  output: Output,
): Promise<ExitCode | void> {
  const view = await peer.accept(round);
  if (options.watch) {
    output.note(`accepted ${shortId(round)}`);
    const { watchRound } = await import('./watch.ts');
    return watchRound(peer, round, output);
  }
  output.result(view, acceptedText(view));
}

/** Without --yes and without anybody to ask it only shows. */
async function showAndAccept(
  peer: ControlClient,
  round: string,
  options: Options,
  output: Output,
): Promise<ExitCode | void> {
  const disclosure = await peer.disclosure(round);
  if (output.json && !options.watch) return acceptAsJson(peer, disclosure, options, output);
  output.result({ kind: 'disclosure', disclosure }, disclosureText(disclosure, columnsOf()));
  const { phase, accepted } = await peer.round(round);
  const question = `Sign that ${disclosure.org} takes part in round ${shortId(round)}?`;
  const may = phase === 'proposed' && !accepted.includes(disclosure.org) && canAsk();
  const decided = options.yes ?? (may && (await askYesNo(question)));
  if (decided) return accept(peer, round, options, output);
  const { org } = disclosure;
  if (accepted.includes(org)) output.note(`${org} has accepted; the round is ${phase}.`);
  else if (phase !== 'proposed') output.note(`Nothing was signed: the round is ${phase}.`);
  else
    output.note(
      `Nothing was signed. \`bench-node accept ${shortId(round)} --org ${org}\` does it.`,
    );
}

async function acceptAsJson(
  peer: ControlClient,
  disclosure: Disclosure,
  { yes }: Options,
  output: Output,
): Promise<void> {
  const accepted = yes ? await peer.accept(disclosure.round) : null;
  output.result({ disclosure, accepted }, '');
}

function acceptedText(view: RoundView): string {
  const { round, scenario, accepted, roster } = view;
  const id = shortId(round);
  return [
    `accepted ${id} (${scenario}): ${accepted.length} of ${roster.length} so far`,
    ...(view.exception === null ? earlierRoundsText(view) : []),
    ...[stayText(view) ?? []].flat(),
    startText(view, Date.now()),
    `Follow it with \`bench-node watch ${id}\`.`,
  ].join('\n');
}
