/** Rounds of which this home keeps own data; no peer needs to run. */
import { NodeError } from '../errors.ts';
import type { Home } from '../home/paths.ts';
import { ownData, type OwnData } from '../own/retention.ts';
import { matchRound } from './reach-peer.ts';

/**
 * The round that was meant, or the latest one.
 * @throws NodeError E_NO_OWN_DATA, E_NO_ROUND, E_WHICH_ROUND
 */
export function ownRound(home: Home, typed?: string): OwnData {
  const kept = ownData(home);
  const latest = kept.at(-1);
  if (latest === undefined)
    throw new NodeError('E_NO_OWN_DATA', `${home.dir} keeps no own data of any round`);
  if (typed === undefined) return latest;
  const ids = kept.map(({ round }) => round);
  const round = matchRound(ids, typed);
  return kept[ids.indexOf(round)] as OwnData;
}
