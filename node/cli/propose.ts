/** `bench-node propose`: a scenario file becomes a signed proposal to all members. */
import { basename } from 'node:path';
import type { RoundView } from '../control/api.ts';
import { readText } from '../home/private-files.ts';
import { parseScenario, type ScenarioOverrides } from '../scenario-file.ts';
import type { GlobalOptions } from './command.ts';
import { unreached } from './connections.ts';
import type { Output } from './output.ts';
import { reachPeer, shortId } from './reach-peer.ts';
import { clockText, startText, unreachedText } from './round-text.ts';

const LOAD = ['warmUpSeconds', 'runSeconds', 'drainSeconds'] as const;
const DEADLINES = [
  'acceptSeconds',
  'commitSeconds',
  'readySeconds',
  'startSeconds',
  'contributeSeconds',
  'voteSeconds',
  'closeSeconds',
] as const;

type Seconds = Partial<Record<(typeof LOAD)[number] | (typeof DEADLINES)[number], number>>;
type Options = GlobalOptions & Seconds & { readonly watch?: boolean };

export async function run([file = '']: readonly string[], options: Options, output: Output) {
  const scenario = parseScenario(await readText(file), basename(file), overridesOf(options));
  const peer = reachPeer(options);
  const { round } = await peer.propose(scenario);
  if (options.watch) {
    output.note(`proposed ${shortId(round)}`);
    const { watchRound } = await import('./watch.ts');
    return watchRound(peer, round, output);
  }
  const [view, status] = await Promise.all([peer.round(round), peer.status()]);
  const notConnected = unreached(status, view.roster);
  output.result({ round, notConnected }, proposedText(view, notConnected, Date.now()));
}

function proposedText(view: RoundView, away: readonly string[], nowMs: number): string {
  const id = shortId(view.round);
  const warning =
    away.length === 0
      ? []
      : [`${unreachedText(away)}. They hear of it when they are, if that is in time.`];
  return [
    view.round,
    ...warning,
    `Every member now runs \`bench-node accept ${id}\`, until ${clockText(view.deadlines.acceptByMs)} UTC.`,
    startText(view, nowMs),
    `Follow it with \`bench-node watch ${id}\`.`,
  ].join('\n');
}

/** What the command line says instead of the file. */
export function overridesOf(options: Seconds): ScenarioOverrides {
  const pick = (names: readonly (keyof Seconds)[]) =>
    Object.fromEntries(
      names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
    );
  const deadlines = pick(DEADLINES);
  return { ...pick(LOAD), ...(Object.keys(deadlines).length > 0 && { deadlines }) };
}
