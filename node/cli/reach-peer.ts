/** From the options of a command to the running peer, and from what was typed to a round's id. */
import { existsSync } from 'node:fs';
import { END_PHASES } from '../../protocol/round/state.ts';
import type { Phase, RoundSummary } from '../control/api.ts';
import { openControl, type ControlClient } from '../control/client.ts';
import { NodeError } from '../errors.ts';
import { homeOf, type Home } from '../home/paths.ts';
import type { GlobalOptions } from './command.ts';

/** @throws NodeError E_PEER_NOT_RUNNING, E_NO_HOME, E_WHICH_ORG */
export function reachPeer(options: GlobalOptions): ControlClient {
  return openControl(existingHome(options).node.control, options.org);
}

/** A home that is there. @throws NodeError E_NO_HOME, E_WHICH_ORG, E_ORG_NAME */
export function existingHome({ org, home: dir }: GlobalOptions): Home {
  const home = homeOf({ org, home: dir });
  if (!existsSync(home.config)) throw new NodeError('E_NO_HOME', `${home.dir} is no home`);
  return home;
}

/** Fewer digits than this are a slip of the hand sooner than a choice. */
const FEWEST_DIGITS = 4;

/**
 * The round that was meant: an id, its first digits, or nothing when one only is open.
 * @throws NodeError E_NO_ROUND, E_WHICH_ROUND (details.rounds)
 */
export function resolveRound(rounds: readonly RoundSummary[], typed?: string): string {
  const open = rounds.filter(({ phase }) => !hasEnded(phase)).map(({ round }) => round);
  if (typed === undefined) return only(open, 'no round is open', 'several rounds are open');
  return matchRound(
    rounds.map(({ round }) => round),
    typed,
  );
}

/** @throws NodeError E_NO_ROUND, E_WHICH_ROUND (details.rounds) */
export function matchRound(ids: readonly string[], typed: string): string {
  if (!/^[0-9a-f]{4,64}$/.test(typed))
    throw new NodeError(
      'E_NO_ROUND',
      `"${typed}" is no id of a round: it takes ${FEWEST_DIGITS} to 64 digits, 0-9 and a-f`,
    );
  const meant = ids.filter((id) => id.startsWith(typed));
  return only(meant, `no round begins with ${typed}`, `several rounds begin with ${typed}`);
}

function only(ids: readonly string[], none: string, several: string): string {
  const [id] = ids;
  if (id === undefined) throw new NodeError('E_NO_ROUND', none);
  if (ids.length > 1)
    throw new NodeError('E_WHICH_ROUND', `${several}: ${ids.map(shortId).join(', ')}`, {
      rounds: ids,
    });
  return id;
}

export function hasEnded(phase: Phase): boolean {
  return (END_PHASES as readonly string[]).includes(phase);
}

/** What people read and type. */
export function shortId(round: string): string {
  return round.slice(0, 8);
}
