/**
 * One sync with one org: what it holds and this peer lacks is pulled, what it lacks is pushed. The other decides how long
 * each answer takes and what is in it, so a sync ends by the clock, and where it brings nothing. Whatever came is kept: the
 * next one goes on from there.
 */
import type { EnvelopeStore } from './envelope-store.ts';
import {
  decodeEnvelopes,
  decodeIds,
  digestOf,
  envelopeId,
  FIRST_ID,
  firstPage,
  MAX_IDS,
  MAX_PAGE_BYTES,
  type EnvelopeId,
  type ExchangeRequest,
} from './exchange-frames.ts';

export interface SyncParts {
  readonly org: string;
  readonly store: EnvelopeStore;
  ask(request: ExchangeRequest): Promise<Uint8Array>;
  /** False for what no honest org would keep. */
  keep(envelope: Uint8Array): Promise<boolean>;
  /** whether it is worth asking for */
  isDue(id: EnvelopeId): boolean;
  /** ms of any clock that goes on */
  nowMs(): number;
}

/**
 * How long a sync goes on asking. The answer that it waits for then still comes, and one page of envelopes after a list
 * that took so long: so it moves on over the slowest link as well.
 */
export const SYNC_MS = 10_000;
/** The most that one sync moves each way; the next one goes on from there. */
const MAX_IDS_PER_SYNC = 8 * MAX_IDS;
/** So many envelopes that nobody asked for, or that no honest org would keep, end a pull. */
export const MAX_JUNK = 16;

/** Rejects as `ask` does. */
export async function sync(parts: SyncParts): Promise<void> {
  const { org, store, ask, nowMs } = parts;
  const endMs = nowMs() + SYNC_MS;
  const isOver = () => nowMs() >= endMs;
  const mine = await idsFor(store, org);
  const same = await ask({ kind: 'compare', digest: digestOf(mine) });
  if (same[0] === 1) return;
  const theirs = await listAll(ask, isOver);
  await pull(parts, difference(theirs, mine), isOver);
  // a list that is not complete does not tell what they lack
  if (!isOver()) await push(parts, difference(mine, theirs), isOver);
}

/** Sorted: what this peer and the other one may both hold. */
export async function idsFor(store: EnvelopeStore, org: string): Promise<EnvelopeId[]> {
  return [...(await store.ids())].filter((id) => store.mayHave(org, id)).sort();
}

async function listAll(ask: SyncParts['ask'], isOver: () => boolean): Promise<EnvelopeId[]> {
  const all: EnvelopeId[] = [];
  for (let after = FIRST_ID; all.length < MAX_IDS_PER_SYNC;) {
    const ids = decodeIds(await ask({ kind: 'list', after }));
    const last = ids.at(-1);
    // a page that does not go forward would never end
    if (last === undefined || last <= after) break;
    all.push(...ids);
    if (ids.length < MAX_IDS || isOver()) break;
    after = last;
  }
  return all;
}

async function pull(
  { ask, keep, isDue }: SyncParts,
  ids: readonly EnvelopeId[],
  isOver: () => boolean,
): Promise<void> {
  let junk = 0;
  let bytesBefore = Infinity;
  for (let left = ids.filter(isDue); left.length > 0;) {
    const asked = left.slice(0, MAX_IDS);
    const missing = new Set(asked);
    const envelopes = decodeEnvelopes(await ask({ kind: 'get', ids: asked }));
    for (const envelope of envelopes) {
      // bytes that nobody asked for are not looked at
      if (!missing.delete(envelopeId(envelope)) || !(await keep(envelope))) junk += 1;
      if (junk >= MAX_JUNK) return;
    }
    if (missing.size === asked.length || isOver()) return;
    const bytes = envelopes.reduce((sum, { length }) => sum + 4 + length, 0);
    // whoever sends all that fits a page never needs two for what fits one
    if (missing.size > 0 && bytesBefore + bytes <= MAX_PAGE_BYTES) return;
    bytesBefore = missing.size > 0 ? bytes : Infinity;
    left = [...missing, ...left.slice(MAX_IDS)];
  }
}

async function push(
  { ask, store }: SyncParts,
  ids: readonly EnvelopeId[],
  isOver: () => boolean,
): Promise<void> {
  let left = ids.map((id) => store.get(id)).filter((envelope) => envelope !== undefined);
  while (left.length > 0 && !isOver()) {
    const page = firstPage(left);
    await ask({ kind: 'put', envelopes: page });
    left = left.slice(page.length);
  }
}

function difference(ids: readonly EnvelopeId[], without: readonly EnvelopeId[]): EnvelopeId[] {
  const known = new Set(without);
  return ids.filter((id) => !known.has(id)).slice(0, MAX_IDS_PER_SYNC);
}
