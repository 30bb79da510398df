/**
 * Keys, values and their versions. A call runs on a store that notes what it read, in which version, and what it wrote:
 * enough to apply it elsewhere, and to tell later whether what it read still holds (Fabric's read-write sets and MVCC).
 */
import type { ContractStore } from './contract-sandbox.ts';

/** `height.index` of the transaction that wrote a value; a key that does not exist has none. */
export type Version = string;

export interface Versioned {
  json: string;
  version: Version;
}

/** Contract id → key → value. */
export type WorldState = Map<string, Map<string, Versioned>>;

export interface Write {
  contract: string;
  key: string;
  /** Absent: the key is deleted. */
  value?: Versioned;
}

/** What one call of one contract read and wrote. */
export interface ReadWriteSet {
  contract: string;
  /** Keys that were read before the call wrote them; `undefined`: there was no such key. */
  reads: ReadonlyMap<string, Version | undefined>;
  /** JSON text; `undefined`: deleted. */
  writes: ReadonlyMap<string, string | undefined>;
}

/** A store that reads through to `state`, sees its own writes, and changes nothing. */
export interface NotingStore extends ContractStore {
  noted(): ReadWriteSet;
}

export function notingStore(state: WorldState, contract: string): NotingStore {
  const reads = new Map<string, Version | undefined>();
  const writes = new Map<string, string | undefined>();
  return {
    get(key) {
      if (writes.has(key)) return writes.get(key);
      const found = state.get(contract)?.get(key);
      reads.set(key, found?.version);
      return found?.json;
    },
    put: (key, json) => void writes.set(key, json),
    noted: () => ({ contract, reads, writes }),
  };
}

/** The first key that is no longer in the version that was read, if there is one. */
export function staleKey(state: WorldState, { contract, reads }: ReadWriteSet): string | undefined {
  const keys = state.get(contract);
  for (const [key, version] of reads) if (keys?.get(key)?.version !== version) return key;
  return undefined;
}

export function writesOf({ contract, writes }: ReadWriteSet, version: Version): Write[] {
  return [...writes].map(([key, json]) =>
    json === undefined ? { contract, key } : { contract, key, value: { json, version } },
  );
}

export function applyWrites(state: WorldState, writes: readonly Write[]): void {
  for (const { contract, key, value } of writes) {
    let keys = state.get(contract);
    if (!keys) state.set(contract, (keys = new Map()));
    if (value === undefined) keys.delete(key);
    else keys.set(key, value);
  }
}
