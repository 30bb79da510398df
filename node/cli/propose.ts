/** `bench-node propose`: a scenario file becomes a signed proposal to all members. */
import { basename } from 'node:path';
import { readText } from '../home/private-files.ts';
import { parseScenario, type ScenarioOverrides } from '../scenario-file.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';
import { reachPeer, shortId } from './reach-peer.ts';

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
  output.result(
    { round },
    `${round}\nEvery member now runs \`bench-node accept ${shortId(round)}\`; follow it with \`bench-node watch ${shortId(round)}\`.`,
  );
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
