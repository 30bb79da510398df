/** `bench-node watch`: a round, followed until it ends; the exit code says how. */
import type { Phase, RoundEvent, RoundView } from '../control/api.ts';
import type { ControlClient } from '../control/client.ts';
import { NodeError } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fitted } from '../terminal/width.ts';
import type { GlobalOptions } from './command.ts';
import { unreached, watchConnections } from './connections.ts';
import { exitCodeOfSignal, interrupted, type Signal } from './interrupt.ts';
import type { Output } from './output.ts';
import { hasEnded, reachPeer, resolveRound } from './reach-peer.ts';
import {
  connectionText,
  endOfWatchText,
  eventText,
  unreachedText,
  viewText,
} from './round-text.ts';
import { createFoot } from './watch-foot.ts';

/** How long to wait, after the own report is out, for the signatures of the others. */
const SIGNATURES_MS = 5000;

/** Where the text of a line begins, after its instant. */
const INDENT = 10;

const EXITS: Readonly<Partial<Record<Phase, ExitCode>>> = {
  rejected: EXIT.rejected,
  cancelled: EXIT.rejected,
  expired: EXIT.expired,
  notReady: EXIT.notReady,
  aborted: EXIT.aborted,
};

export async function run([typed]: readonly string[], options: GlobalOptions, output: Output) {
  const peer = reachPeer(options);
  const rounds = await peer.rounds();
  const waits = typed === undefined && rounds.every(({ phase }) => hasEnded(phase));
  const round = waits ? await nextRound(peer, output) : resolveRound(rounds, typed);
  return watchRound(peer, round, output);
}

async function nextRound(peer: ControlClient, output: Output): Promise<string> {
  output.note('waiting for a proposal; Ctrl-C ends it');
  const stop = new AbortController();
  try {
    const events = await peer.events({ signal: stop.signal });
    const rounds = await peer.rounds();
    const open = rounds.find((summary) => !hasEnded(summary.phase));
    if (open) return open.round;
    const known = new Set(rounds.map(({ round }) => round));
    for await (const event of events) if (!known.has(event.round)) return event.round;
  } finally {
    stop.abort();
  }
  throw stopped();
}

const stopped = () => new NodeError('E_PEER_NOT_RUNNING', 'the peer stopped while it was watched');

/** @returns the exit code of the round's end */
export async function watchRound(
  peer: ControlClient,
  round: string,
  output: Output,
): Promise<ExitCode> {
  const stop = new AbortController();
  // before it says anything: whoever reads it may press Ctrl-C at once
  const left = leaving(stop);
  try {
    // First the stream, then the view: an event between the two would be lost otherwise.
    const events = await peer.events({ round, signal: stop.signal });
    const view = await peer.round(round);
    output.line(fitted(viewText(view, Date.now()), INDENT));
    if (!hasEnded(view.phase)) {
      const away = unreached(await peer.status(), view.roster);
      if (away.length > 0) output.line(fitted(' '.repeat(INDENT) + unreachedText(away), INDENT));
      const following = follow(peer, { view, away }, events, output, stop);
      const signal = await Promise.race([following, left]);
      if (signal) {
        await following;
        output.note('no longer watching: the round goes on');
        return exitCodeOfSignal(signal) as ExitCode;
      }
    }
    return finish(await peer.round(round), output);
  } finally {
    stop.abort();
  }
}

/** Ctrl-C ends the watching, in order; once more ends it at once. */
async function leaving(stop: AbortController): Promise<Signal> {
  const signal = await interrupted();
  stop.abort();
  return signal;
}

async function follow(
  peer: ControlClient,
  { view, away }: { readonly view: RoundView; readonly away: readonly string[] },
  events: AsyncIterable<RoundEvent>,
  output: Output,
  stop: AbortController,
): Promise<void> {
  const foot = createFoot(view, output.json || output.quiet ? { write: () => {} } : process.stderr);
  const tell = (text: string) => foot.above(() => output.line(fitted(text, INDENT)));
  const done = new AbortController();
  const connections = watchConnections(
    peer,
    view.roster,
    away,
    ({ org, connected }) => {
      const atMs = Date.now();
      const event = { atMs, round: view.round, kind: 'connection', org, connected };
      if (output.json) output.result(event, '');
      else tell(connectionText(atMs, org, connected));
    },
    AbortSignal.any([stop.signal, done.signal]),
  );
  let over = false;
  let timer: NodeJS.Timeout | undefined;
  try {
    for await (const event of events) {
      if (output.json) output.result(event, '');
      foot.heard(event);
      const text = eventText(event);
      if (text !== null) tell(text);
      if (event.kind === 'end') {
        over = true;
        timer = setTimeout(() => stop.abort(), SIGNATURES_MS);
      }
      if (over && (await isSignedByAll(peer, view.round))) return;
    }
  } finally {
    clearTimeout(timer);
    done.abort();
    foot.close();
    await connections;
  }
  if (!over && !stop.signal.aborted) throw stopped();
}

/** Nothing more is to come: no report, or everybody signed it. */
async function isSignedByAll(peer: ControlClient, round: string): Promise<boolean> {
  const { files, verifiedBy, roster } = await peer.round(round);
  return !files || verifiedBy.length >= roster.length;
}

function finish(view: RoundView, output: Output): ExitCode {
  const ending = endOfWatchText(view);
  // without --quiet the line of how it ended stands there already
  const ended = output.quiet && !view.files ? [viewText(view, Date.now())] : [];
  const text = [...ended, ...(ending === null ? [] : [ending])].join('\n');
  if (output.json || text !== '') output.result({ kind: 'round', view }, text);
  return EXITS[view.phase] ?? EXIT.ok;
}
