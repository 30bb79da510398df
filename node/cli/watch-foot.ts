/** What changes at the foot of the terminal while a round is watched: a countdown, then the own load. */
import type { RoundEvent, RoundView } from '../control/api.ts';
import { createLiveLine, type Terminal } from './live-line.ts';
import { loadText, waitText } from './round-text.ts';

export interface Foot {
  heard(event: RoundEvent): void;
  /** Prints lines that stay, and comes back under them. */
  above(print: () => void): void;
  close(): void;
}

const TICK_MS = 1000;

/** On something that is no terminal it shows nothing. */
export function createFoot(
  view: RoundView,
  terminal: Terminal,
  nowMs: () => number = Date.now,
): Foot {
  const live = createLiveLine(terminal);
  let { phase } = view;
  let load = view.load;
  const show = () => {
    const running = phase === 'warmUp' || phase === 'running';
    const text =
      running && load
        ? loadText(load, view.deadlines, terminal.columns ?? 80)
        : waitText({ ...view, phase }, nowMs());
    if (text === null) live.clear();
    else live.show(text);
  };
  show();
  const timer = terminal.isTTY ? setInterval(show, TICK_MS) : undefined;
  return {
    heard(event) {
      if (event.phase) phase = event.phase;
      if (!event.load) return;
      load = event.load;
      show();
    },
    above(print) {
      live.clear();
      print();
      show();
    },
    close() {
      clearInterval(timer);
      live.clear();
    },
  };
}
