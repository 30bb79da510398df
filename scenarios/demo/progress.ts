/** Live progress of the demo's round: one line for each phase, one bar for the load. */
import { Presets, SingleBar } from 'cli-progress';
import type { LoadProgress, RoundEvent } from '../../node/control/api.ts';
import type { Peer } from './bench-node.ts';

const PHASES: Readonly<Record<string, string>> = {
  accepted: 'every organisation accepted the proposal',
  preparing: 'every organisation committed to the roster; each prepares its own contracts and keys',
  ready: 'set up; waiting for every signature and the agreed instant',
  warmUp: 'warm-up: everybody drives its own load',
  running: 'running: the observation window is open',
  contributing: 'masked contributions are sent',
  certified: 'the set of contributors is certified',
  revealed: 'seeds are revealed; everybody adds up',
  published: 'published',
};

export interface Progress {
  stop(): void;
}

/** Follows a round on all peers. `seconds` of load are expected. */
export async function showProgress(
  peers: readonly Peer[],
  round: string,
  seconds: number,
  say: (line: string) => void,
): Promise<Progress> {
  const gone = new AbortController();
  const loads = new Map<string, LoadProgress>();
  const bar = createBar(seconds);
  const seen = new Set<string>();
  const onEvent = (org: string, event: RoundEvent) => {
    if (event.kind === 'load' && event.load) {
      loads.set(org, event.load);
      bar.show([...loads.values()]);
    }
    const text = PHASES[event.phase ?? ''];
    if (!text || !event.phase || seen.has(event.phase)) return;
    seen.add(event.phase);
    if (event.phase === 'contributing') bar.stop();
    if (bar.running) return;
    say(`${event.phase.padEnd(12)} ${text}`);
  };
  await Promise.all(
    peers.map(async ({ org, control }) => {
      const events = await control.events({ round, signal: gone.signal });
      void follow(events, (event) => onEvent(org, event), gone.signal);
    }),
  );
  return {
    stop() {
      gone.abort();
      bar.stop();
    },
  };
}

async function follow(
  events: AsyncIterable<RoundEvent>,
  onEvent: (event: RoundEvent) => void,
  gone: AbortSignal,
): Promise<void> {
  try {
    for await (const event of events) onEvent(event);
  } catch (error) {
    if (!gone.aborted) throw error;
  }
}

function createBar(seconds: number) {
  const bar = new SingleBar(
    {
      format:
        'load         [{bar}] {value}/{total} s   {submitted} sent, {committed} committed, {failed} failed',
      stream: process.stderr,
      hideCursor: true,
      noTTYOutput: false,
    },
    Presets.legacy,
  );
  let last: { submitted: number; committed: number; failed: number } | undefined;
  const sum = (loads: readonly LoadProgress[], key: 'submitted' | 'committed' | 'failed') =>
    loads.reduce((total, load) => total + load[key], 0);
  return {
    running: false,
    show(loads: readonly LoadProgress[]) {
      const elapsed = Math.max(...loads.map(({ elapsedMs }) => elapsedMs)) / 1000;
      last = {
        submitted: sum(loads, 'submitted'),
        committed: sum(loads, 'committed'),
        failed: sum(loads, 'failed'),
      };
      if (!this.running && process.stderr.isTTY) {
        bar.start(seconds, 0, last);
        this.running = true;
      }
      if (this.running) bar.update(Math.min(seconds, Math.round(elapsed)), last);
    },
    stop() {
      if (this.running) bar.stop();
      this.running = false;
    },
  };
}
