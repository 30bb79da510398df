/**
 * A journal in memory, for a simulated vault: what is written is durable at once and outlives a crash. The first entries,
 * those of a set-up that many runs share, are never changed.
 */
import type { Entry, Journal } from '../../node/vault/journal.ts';

export interface Kept {
  readonly entries: ReadonlyMap<string, Uint8Array>;
  /** by `round/sum` */
  readonly seeds: ReadonlyMap<string, Uint8Array>;
}

export interface MemoryJournal extends Journal {
  kept(): Kept;
  /** Forgets everything but this. */
  reset(to: Kept): void;
}

export const NOTHING_KEPT: Kept = { entries: new Map(), seeds: new Map() };

/** @param conflict makes what a filled slot throws */
export function createMemoryJournal(conflict: (slot: string) => Error): MemoryJournal {
  const own = new Map<string, Uint8Array>();
  let before = NOTHING_KEPT;
  let seeds = before.seeds;
  const get = (slot: string) => own.get(slot) ?? before.entries.get(slot);
  const all = () => [...before.entries, ...own];
  return {
    get,
    slots: (prefix, after) =>
      all().flatMap(([slot], i) =>
        i + 1 > after && slot.startsWith(prefix) ? [{ seq: i + 1, slot }] : [],
      ),
    under: (prefix) =>
      all()
        .filter(([slot]) => slot.startsWith(prefix))
        .map(([slot, content], seq): Entry => ({ seq, slot, content })),
    seed(round, sum) {
      const seed = seeds.get(`${round}/${sum}`);
      return seed && Buffer.from(seed);
    },
    write({ entries, seeds: drawn = [], erase }) {
      for (const { slot } of entries) if (get(slot)) throw conflict(slot);
      for (const { slot, content } of entries) own.set(slot, content);
      if (drawn.length > 0) {
        const more = drawn.map(
          ({ round, sum, seed }) => [`${round}/${sum}`, Buffer.from(seed)] as const,
        );
        seeds = new Map([...seeds, ...more]);
      }
      if (erase !== undefined)
        seeds = new Map([...seeds].filter(([place]) => !place.startsWith(`${erase}/`)));
    },
    verifyChain() {},
    close() {},
    kept: () => ({ entries: new Map(all()), seeds }),
    reset(to) {
      own.clear();
      before = to;
      seeds = to.seeds;
    },
  };
}
