/** What to type after a round that ended without a report: the same once more, without whom it failed for. Pure. */
import { LEAST_ORGS } from '../../aggregation/quorum.ts';
import type { Phase, RoundView } from '../control/api.ts';
import { shortId } from './reach-peer.ts';

/** The ends after which somebody can be left out. */
const BEFORE_LOAD: readonly Phase[] = ['rejected', 'expired', 'notReady'];
const EXCEPTION = ' --exception "<why>"';

/** Null where nothing that anybody could type would help. */
export function onceMoreText(view: RoundView): string | null {
  const { phase, roster, end, round } = view;
  const again = `bench-node propose --again ${shortId(round)}`;
  if (end?.code === 'undecided') return undecidedText(view, again);
  const away = roster.filter((org) => BEFORE_LOAD.includes(phase) && failedFor(view).includes(org));
  if (away.length === 0) return null;
  const rest = roster.filter((org) => !away.includes(org));
  const names = away.join(', ');
  if (rest.length < LEAST_ORGS)
    return `A round has ${LEAST_ORGS} members at least. When ${names} can take part: \`${again}\`.`;
  const exception = isFixed(view) ? `${EXCEPTION}\` (rounds of the same work had ${names})` : '`';
  return `Without ${names}, ${oneOf(rest)} can propose it again: \`${again} --without ${away.join(' ')}${exception}.`;
}

/** Who could not be missing was. */
function undecidedText(view: RoundView, again: string): string | null {
  const n = view.roster.length;
  if (view.quorum === n)
    return `All ${n} had to stay until the end. When they can: \`${again}\`. Of more members than ${n} some may be missing.`;
  if (isFixed(view))
    return `All ${n} had to contribute, as in the rounds that this one was compared with. When they can: \`${again}\`; else all have to consent to \`${again}${EXCEPTION}\`.`;
  return null;
}

const isFixed = ({ comparables, exception }: RoundView) =>
  comparables.length > 0 && exception === null;

/**
 * Who was missing, declined or could not take part; nobody where a person ended it for all, or where one clock is enough for
 * two members to say it of each other.
 */
function failedFor({ end, quorum, roster }: RoundView): readonly unknown[] {
  if (!end || end.code === 'operator') return [];
  if (end.code === 'clock' && quorum === roster.length) return [];
  const { missing, org } = end.details ?? {};
  return Array.isArray(missing) ? missing : [org];
}

const oneOf = (orgs: readonly string[]) => `${orgs.slice(0, -1).join(', ')} or ${orgs.at(-1)}`;
