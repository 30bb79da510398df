/** A round's progress in words: pure. */
import type { Accused, LoadProgress, Phase, RoundEvent, RoundView } from '../control/api.ts';
import { kindOf } from '../error-catalogue.ts';
import { bar } from './live-line.ts';
import { shortId } from './reach-peer.ts';

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
  const means = kindOf(code)?.means;
  const said = before === null ? message.replace(/\.$/, '') : before + (means ?? code);
  const named = before === null || means !== undefined;
  return `${PHASES[phase]}: ${said}${named ? ` (${code})` : ''}`;
}

/** What stands at the foot of the terminal while the load runs. */
export function loadText(
  { elapsedMs, submitted, committed, failed }: LoadProgress,
  { warmUpMs, runMs }: RoundView['deadlines'],
): string {
  const allMs = warmUpMs + runMs;
  const seconds = `${(Math.min(elapsedMs, allMs) / 1000).toFixed(1)} of ${allMs / 1000} s`;
  return `${bar(elapsedMs / allMs)} ${seconds}  own load: ${submitted} sent, ${committed} committed, ${failed} failed`;
}

/** Where a round stands, before the first event comes. */
export function viewText(view: RoundView): string {
  const { round, scenario, proposer, roster, accepted, phase, end, deadlines } = view;
  const lines = [
    `round ${shortId(round)}: ${scenario}, proposed by ${proposer}, ${roster.length} members`,
    `${clockText(view.proposedMs)}  ${endText(phase, end ?? undefined)}`,
  ];
  if (phase === 'proposed')
    lines.push(
      `          ${accepted.length} of ${roster.length} accepted so far; until ${clockText(deadlines.acceptByMs)} UTC`,
    );
  for (const one of view.accused) lines.push(`          ${accusedText(one)}`);
  return lines.join('\n');
}

/** What is left to say once a round has ended. */
export function endOfWatchText({ files, verifiedBy, roster, round }: RoundView): string | null {
  if (!files) return null;
  return [
    `verified by ${verifiedBy.length} of ${roster.length}: ${verifiedBy.join(', ')}`,
    `report  ${files.html}`,
    `bundle  ${files.bundle}`,
    `See the figures with \`bench-node report ${shortId(round)}\`.`,
  ].join('\n');
}
