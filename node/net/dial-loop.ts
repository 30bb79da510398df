/**
 * Keeps a connection to every member, for ever. libp2p's own discovery dials once, and its keep-alive gives up after
 * half a minute.
 */
import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Member, Members } from './members.ts';

/**
 * Whether to dial on this tick. Of two peers the one with the smaller id dials, so that there is one connection; the
 * larger helps after 3 misses (the smaller may be unable to reach it). After 8 misses, every 4th tick.
 * @param misses ticks in a row without a connection, 0 on the first
 */
export function shouldDial(self: string, other: string, misses: number): boolean {
  if (self > other && misses < 3) return false;
  return misses < 8 || misses % 4 === 0;
}

export interface DialLoopOptions {
  readonly members: Members;
  isConnected(member: Member): boolean;
  /** resolves when connected, rejects when not */
  dial(member: Member, signal: AbortSignal): Promise<void>;
  onMiss(member: Member, misses: number, error: unknown): void;
  /** the shortest time between ticks in ms; up to half of it is added at random */
  readonly intervalMs?: number;
  /** long enough for a machine on which all members start at once: a dial given up half-way is work lost */
  readonly dialTimeoutMs?: number;
}

/** Starts at once. The returned function stops it and resolves when no dial is under way. */
export function startDialLoop(options: DialLoopOptions): () => Promise<void> {
  const { members, intervalMs = 1_000 } = options;
  const stop = new AbortController();
  const misses = new Map<string, number>();
  const dialling = new Map<string, Promise<void>>();

  const tick = (member: Member) => {
    if (dialling.has(member.org)) return;
    if (options.isConnected(member)) {
      misses.delete(member.org);
      return;
    }
    const missed = misses.get(member.org) ?? 0;
    misses.set(member.org, missed + 1);
    if (!shouldDial(members.self.peerId, member.peerId, missed)) return;
    const attempt = dialOnce(member, missed, options, stop.signal);
    dialling.set(member.org, attempt);
    void attempt.finally(() => dialling.delete(member.org));
  };

  const run = async () => {
    while (!stop.signal.aborted) {
      members.others.forEach(tick);
      const waitMs = intervalMs + randomInt(Math.floor(intervalMs / 2) + 1);
      await delay(waitMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
    await Promise.all(dialling.values());
  };
  const running = run();
  return () => {
    stop.abort();
    return running;
  };
}

async function dialOnce(
  member: Member,
  missed: number,
  { dial, onMiss, dialTimeoutMs = 10_000 }: DialLoopOptions,
  stop: AbortSignal,
): Promise<void> {
  try {
    await dial(member, AbortSignal.any([stop, AbortSignal.timeout(dialTimeoutMs)]));
  } catch (error) {
    if (!stop.aborted) onMiss(member, missed, error);
  }
}
