/** A round's progress in words: pure. */
import type { Accused, LoadProgress, Phase, RoundEvent, RoundView } from '../control/api.ts';
import { kindOf } from '../error-catalogue.ts';
import { bar } from './live-line.ts';
import { shortId } from './reach-peer.ts';
import { onceMoreText } from './once-more-text.ts';
import { earlierRoundsText, stayText } from './terms-text.ts';

const PHASES: Readonly<Record<Phase, string>> = {
  proposed: 'proposed: waiting for everybody to accept',
  accepted: 'accepted by all: waiting for the commits',
  committed: 'committed by all',
  preparing: 'preparing: each deploys its own, keys are dealt',
  ready: 'ready: waiting for every signature and the agreed start',
  warmUp: 'warming up: this load is not counted',
  running: 'running: the observation window is open',
  observed: 'observed: the window has closed, late commits come in',
  contributing: 'contributing: masked sums only',
  certified: 'certified: it is agreed who is in the sum',
  revealed: 'revealed: the masks of the sum are open',
  published: 'published',
  rejected: 'rejected',
  cancelled: 'cancelled',
  expired: 'expired',
  notReady: 'not ready: the round never started',
  aborted: 'aborted',
};

/** What somebody said, where it helps a person who waits. */
const MESSAGES: Readonly<Record<string, string>> = {
  acceptance: 'accepted',
  decline: 'declined',
  commit: 'committed',
  ready: 'is ready',
  contribution: 'contributed',
  abort: 'aborts',
  result: 'signed the report',
};

const INDENT = ' '.repeat(10);

/** `12:03:04`, UTC. */
export function clockText(ms: number): string {
  return new Date(ms).toISOString().slice(11, 19);
}

/** The line of an event; null for one that only a program wants. */
export function eventText(event: RoundEvent): string | null {
  const { kind, atMs, phase, org, type, accused, end } = event;
  const line = (text: string) => `${clockText(atMs)}  ${text}`;
  if (kind === 'end' && phase) return line(endText(phase, end));
  if (kind === 'phase' && phase) return line(PHASES[phase]);
  if (kind === 'message' && org !== undefined && type !== undefined && MESSAGES[type])
    return line(`  ${org} ${MESSAGES[type]}`);
  if (kind === 'evidence' && accused) return line(`  ${accusedText(accused)}`);
  return null;
}

const accusedText = ({ means, file }: Accused) => `${means}: evidence in ${file}`;

/** A code is said once; where it is all that an org told of its reason, with what it means. */
function endText(phase: Phase, end: RoundEvent['end']): string {
  if (!end) return PHASES[phase];
  const { code, message } = end;
  const before = ` ${message}`.endsWith(` ${code}`) ? message.slice(0, -code.length) : null;
  // what follows speaks of a message, which only the org itself has
  const means = kindOf(code)?.means.split(';')[0];
  const said = before === null ? message.replace(/\.$/, '') : before + (means ?? code);
  const named = before === null || means !== undefined;
  return `${PHASES[phase]}: ${said}${named ? ` (${code})` : ''}`;
}

/** Before the load starts there is something to wait for. */
const BEFORE_LOAD: readonly Phase[] = ['proposed', 'accepted', 'committed', 'preparing', 'ready'];

/**
 * What stands at the foot of the terminal while the load runs.
 * @param columns - of the terminal: less is said on a narrow one
 */
export function loadText(
  { elapsedMs, submitted, committed, failed }: LoadProgress,
  { warmUpMs, runMs }: RoundView['deadlines'],
  columns: number,
): string {
  const allMs = warmUpMs + runMs;
  const seconds = `${(Math.min(elapsedMs, allMs) / 1000).toFixed(1)} of ${allMs / 1000} s`;
  const counts = `${submitted} sent, ${committed} committed, ${failed} failed`;
  const texts = [
    `${bar(elapsedMs / allMs)} ${seconds}  own load: ${counts}`,
    `${seconds}  own: ${counts}`,
    `${seconds}  ${committed} of ${submitted} done`,
  ];
  return texts.find((text) => text.length < columns) ?? seconds;
}

/** A member of the round that this peer lost, or found. */
export function connectionText(atMs: number, org: string, connected: boolean): string {
  return `${clockText(atMs)}    ${org} is ${connected ? 'connected' : 'not connected any more'}`;
}

/** What stands there before: the seconds until something has to have happened. Null when nothing is waited for. */
export function waitText({ phase, deadlines }: RoundView, nowMs: number): string | null {
  const { acceptByMs, startMs } = deadlines;
  if (!BEFORE_LOAD.includes(phase) || nowMs >= startMs) return null;
  const load = `load in ${spanText(startMs - nowMs)}`;
  const accepting = phase === 'proposed' && nowMs < acceptByMs;
  return accepting ? `${spanText(acceptByMs - nowMs)} left to accept, ${load}` : load;
}

/** `1 min 30 s`; a part of a second counts as one. */
function spanText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** When the load starts, and how long it lasts. */
export function startText({ deadlines }: RoundView, nowMs: number): string {
  const { startMs, warmUpMs, runMs } = deadlines;
  const when =
    nowMs < startMs
      ? `starts at ${clockText(startMs)} UTC, in ${spanText(startMs - nowMs)}`
      : `started at ${clockText(startMs)} UTC`;
  return `the load ${when}: ${warmUpMs / 1000} s warm-up, then ${runMs / 1000} s that count`;
}

/** Where a round stands, before the first event comes. */
export function viewText(view: RoundView, nowMs: number): string {
  const { round, scenario, proposer, proposedMs, roster, accepted, phase, end, deadlines } = view;
  const proposed = `${proposer} at ${clockText(proposedMs)} UTC`;
  const head = `round ${shortId(round)}: ${scenario}, proposed by ${proposed} to ${roster.join(', ')}`;
  // when it ended is not known here; what is open is so now
  if (end || phase === 'published') return `${head}\n${INDENT}${endText(phase, end ?? undefined)}`;
  const lines = [head, `${clockText(nowMs)}  ${PHASES[phase]}`];
  if (phase === 'proposed') {
    const missing = roster.filter((org) => !accepted.includes(org));
    const until = `until ${clockText(deadlines.acceptByMs)} UTC`;
    lines.push(
      `${INDENT}${accepted.length} of ${roster.length} accepted; ${missing.join(', ')} can ${until}`,
    );
  }
  const terms = [...earlierRoundsText(view), ...[stayText(view) ?? []].flat()];
  lines.push(...terms.map((text) => INDENT + text));
  for (const one of view.accused) lines.push(`${INDENT}${accusedText(one)}`);
  if (BEFORE_LOAD.includes(phase)) lines.push(INDENT + startText(view, nowMs));
  return lines.join('\n');
}

/** Who of a round's members this peer does not reach. */
export function unreachedText(orgs: readonly string[]): string {
  return `not connected: ${orgs.join(', ')}`;
}

/** What is left to say once a round has ended. */
export function endOfWatchText(view: RoundView): string | null {
  const { files, verifiedBy, roster, round } = view;
  if (!files) return onceMoreText(view);
  return [
    `verified by ${verifiedBy.length} of ${roster.length}: ${verifiedBy.join(', ')}`,
    `report  ${files.html}`,
    `bundle  ${files.bundle}`,
    `See the figures with \`bench-node report ${shortId(round)}\`.`,
  ].join('\n');
}
