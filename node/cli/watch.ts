/** `bench-node watch`: a round, followed until it ends; the exit code says how. */
import type { Phase, RoundEvent, RoundView } from '../control/api.ts';
import type { ControlClient } from '../control/client.ts';
import { NodeError } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { GlobalOptions } from './command.ts';
import { exitCodeOfSignal, interrupted, type Signal } from './interrupt.ts';
import { createLiveLine } from './live-line.ts';
import type { Output } from './output.ts';
import { hasEnded, reachPeer, resolveRound } from './reach-peer.ts';
import { endOfWatchText, eventText, loadText, viewText } from './round-text.ts';

/** How long to wait, after the own report is out, for the signatures of the others. */
const SIGNATURES_MS = 5000;

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
  try {
    // First the stream, then the view: an event between the two would be lost otherwise.
    const events = await peer.events({ round, signal: stop.signal });
    const view = await peer.round(round);
    output.line(viewText(view));
    if (!hasEnded(view.phase)) {
      const following = follow(peer, view, events, output, stop);
      const signal = await Promise.race([following, leaving(stop)]);
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
  view: RoundView,
  events: AsyncIterable<RoundEvent>,
  output: Output,
  stop: AbortController,
): Promise<void> {
  const live = createLiveLine(output.json || output.quiet ? { write: () => {} } : process.stderr);
  let over = false;
  let timer: NodeJS.Timeout | undefined;
  try {
    for await (const event of events) {
      if (output.json) output.result(event, '');
      if (event.load) live.show(loadText(event.load, view.deadlines));
      const text = eventText(event);
      if (text !== null) {
        live.clear();
        output.line(text);
      }
      if (event.kind === 'end') {
        over = true;
        timer = setTimeout(() => stop.abort(), SIGNATURES_MS);
      }
      if (over && (await isSignedByAll(peer, view.round))) return;
    }
  } finally {
    clearTimeout(timer);
    live.clear();
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
  const text = ending ?? (output.quiet ? viewText(view) : null);
  if (output.json || text !== null) output.result({ kind: 'round', view }, text ?? '');
  return EXITS[view.phase] ?? EXIT.ok;
}
