/**
 * Statements that came before the proposal of their round: kept for a minute, within bounds for each signer, so that no
 * member can take the room of another. What finds no room is offered again by repair.
 */
import type { Verified } from '../../protocol/index.ts';

/** For each signer. */
const MAX_STATEMENTS = 64;
const MAX_BYTES = 2 ** 20;
const MAX_AGE_MS = 60_000;

interface Held {
  readonly round: string;
  readonly message: Verified;
  readonly atMs: number;
}

export interface Early {
  /** False when its signer has no room left; a second time changes nothing. */
  hold(round: string, message: Verified, nowMs: number): boolean;
  /** Gives out what waited for this round, each signer's in the order in which they came. */
  take(round: string, nowMs: number): Verified[];
  /** Drops what is older than a minute. */
  sweep(nowMs: number): void;
}

export function createEarly(): Early {
  const bySigner = new Map<string, Map<string, Held>>();

  function sweep(nowMs: number): void {
    for (const [signer, held] of bySigner) {
      for (const [id, { atMs }] of held) if (nowMs - atMs > MAX_AGE_MS) held.delete(id);
      if (held.size === 0) bySigner.delete(signer);
    }
  }

  return {
    hold(round, message, nowMs) {
      sweep(nowMs);
      const held = bySigner.get(message.signer) ?? new Map<string, Held>();
      if (held.has(message.id)) return true;
      const bytes = [...held.values()].reduce((sum, one) => sum + one.message.bytes.length, 0);
      if (held.size >= MAX_STATEMENTS || bytes + message.bytes.length > MAX_BYTES) return false;
      bySigner.set(message.signer, held.set(message.id, { round, message, atMs: nowMs }));
      return true;
    },
    take(round, nowMs) {
      sweep(nowMs);
      const taken: Verified[] = [];
      for (const held of bySigner.values())
        for (const [id, one] of held)
          if (one.round === round) {
            held.delete(id);
            taken.push(one.message);
          }
      return taken;
    },
    sweep,
  };
}
