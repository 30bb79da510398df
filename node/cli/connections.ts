/** Who of a round's members comes and goes, as the running peer sees it: no event tells, so it is asked. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Status } from '../control/api.ts';

/** Rare enough to take nothing from the load. */
const ASK_EVERY_MS = 2000;

export interface Change {
  readonly org: string;
  readonly connected: boolean;
}

/** The members that the peer does not reach. */
export function unreached({ org, connected }: Status, roster: readonly string[]): string[] {
  return roster.filter((member) => member !== org && !connected.includes(member));
}

export function changesBetween(before: readonly string[], now: readonly string[]): Change[] {
  const went = now.filter((org) => !before.includes(org));
  const came = before.filter((org) => !now.includes(org));
  return [
    ...went.map((org) => ({ org, connected: false })),
    ...came.map((org) => ({ org, connected: true })),
  ];
}

/**
 * Tells of each change until the signal, or until the peer is gone: its stream of events says that.
 * @param before - whom the peer did not reach when it was asked last
 */
export async function watchConnections(
  peer: { status(): Promise<Status> },
  roster: readonly string[],
  before: readonly string[],
  onChange: (change: Change) => void,
  signal: AbortSignal,
  pause: (signal: AbortSignal) => Promise<unknown> = (until) =>
    delay(ASK_EVERY_MS, undefined, { signal: until }),
): Promise<void> {
  try {
    let away = before;
    for (;;) {
      await pause(signal);
      const now = unreached(await peer.status(), roster);
      changesBetween(away, now).forEach(onChange);
      away = now;
    }
  } catch {
    return;
  }
}
