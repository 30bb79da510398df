/** `bench-node propose`: a scenario file becomes a signed proposal to all members. */
import { basename } from 'node:path';
import type { RoundView } from '../control/api.ts';
import { readText } from '../home/private-files.ts';
import { parseScenario, type ScenarioOverrides } from '../scenario-file.ts';
import type { GlobalOptions } from './command.ts';
import { unreached } from './connections.ts';
import type { Output } from './output.ts';
import { NodeError } from '../errors.ts';
import type { ControlClient } from '../control/client.ts';
import { reachPeer, resolveRound, shortId } from './reach-peer.ts';
import { clockText, startText, unreachedText } from './round-text.ts';
import { earlierRoundsText, stayText } from './terms-text.ts';

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
type Differences = {
  readonly again?: string;
  readonly without?: readonly string[];
  readonly exception?: string;
};
type Options = GlobalOptions & Seconds & Differences & { readonly watch?: boolean };

export async function run([file]: readonly string[], options: Options, output: Output) {
  const peer = reachPeer(options);
  const scenario = await scenarioFrom(peer, file, options);
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
    ...earlierRoundsText(view),
    ...[stayText(view) ?? []].flat(),
    `Every member now runs \`bench-node accept ${id}\`, until ${clockText(view.deadlines.acceptByMs)} UTC.`,
    startText(view, nowMs),
    `Follow it with \`bench-node watch ${id}\`.`,
  ].join('\n');
}

/** Of a file, or of an earlier round: who was left out then stays out. */
async function scenarioFrom(peer: ControlClient, file: string | undefined, options: Options) {
  const { again } = options;
  if ((file === undefined) === (again === undefined))
    throw new NodeError('E_USAGE', 'give a scenario file, or --again and a round');
  if (file !== undefined)
    return parseScenario(await readText(file), basename(file), overridesOf(options));
  const { deadlines, without = [], ...overrides } = overridesOf(options);
  const before = await peer.scenario(resolveRound(await peer.rounds(), again));
  const left = [...new Set([...(before.without ?? []), ...without])];
  return {
    ...before,
    ...overrides,
    deadlines: { ...before.deadlines, ...deadlines },
    ...(left.length > 0 && { without: left }),
  };
}

/** What the command line says instead of the file. */
export function overridesOf(options: Seconds & Differences): ScenarioOverrides {
  const pick = (names: readonly (keyof Seconds)[]) =>
    Object.fromEntries(
      names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
    );
  const deadlines = pick(DEADLINES);
  return {
    ...pick(LOAD),
    ...(options.without && { without: options.without }),
    ...(options.exception !== undefined && { exception: options.exception }),
    ...(Object.keys(deadlines).length > 0 && { deadlines }),
  };
}
