/**
 * Anti-entropy of signed envelopes over direct streams: two peers compare what they hold and bring each other what is
 * missing. With it, a round's outcome does not depend on gossip arriving (at all).
 *
 * A message that is addressed to one org is neither listed, nor given, nor asked for beyond the two it concerns.
 */
import { randomInt } from 'node:crypto';
import { setImmediate as immediate, setTimeout as delay } from 'node:timers/promises';
import { NodeError } from '../errors.ts';
import {
  decodeEnvelopes,
  decodeIds,
  decodeRequest,
  digestOf,
  encodeEnvelopes,
  encodeIds,
  encodeRequest,
  envelopeId,
  FIRST_ID,
  firstPage,
  MAX_IDS,
  type EnvelopeId,
  type ExchangeRequest,
} from './exchange-frames.ts';
import type { Host } from './host.ts';
import type { Log } from './log.ts';
import { createNews } from './news.ts';

export const EXCHANGE_PROTOCOL = '/hushmark/exchange/1';

/** The envelopes of all rounds that are open. Ids are sha256 of the envelope's bytes, hex. */
export interface EnvelopeStore {
  ids(): Iterable<EnvelopeId> | Promise<Iterable<EnvelopeId>>;
  get(id: EnvelopeId): Uint8Array | undefined;
  /** whether this org may see the envelope; true also for its author */
  mayHave(org: string, id: EnvelopeId): boolean;
  /**
   * Verifies and keeps an envelope; twice is no error. What it rejects is offered again a little later, because it
   * may only have come too early.
   */
  accept(bytes: Uint8Array, fromOrg: string): Promise<void>;
}

export interface ExchangeOptions {
  readonly host: Host;
  readonly store: EnvelopeStore;
  readonly log: Log;
  /** time between exchanges with a random peer, in ms */
  readonly intervalMs?: number;
}

export interface Exchange {
  /** Something new is here: once no more comes, a few orgs are asked whether they have it too. */
  news(): void;
  /** Both ways with one org; joins an exchange that is under way. @throws NodeError as `host.request` */
  syncWith(org: string): Promise<void>;
  /** Both ways with every connected org; failures are logged. */
  syncAll(): Promise<void>;
  /** Fetches, keeps and returns one envelope. @throws NodeError E_NOT_HELD, or as `host.request` */
  fetchById(id: EnvelopeId, fromOrg: string): Promise<Uint8Array>;
  stop(): Promise<void>;
}

/** The most that one exchange moves each way; the next one goes on from there. */
const MAX_IDS_PER_SYNC = 8 * MAX_IDS;
/** How many orgs are asked after news: with three each it is soon everywhere, and in a small consortium at once. */
const ORGS_PER_NEWS = 3;
/** An envelope that the store rejected is tried again after 1, 2, 4 … of this many exchanges. */
const MAX_SKIPPED_SYNCS = 32;
const MAX_REJECTED = 4_096;

export async function createExchange(options: ExchangeOptions): Promise<Exchange> {
  const { host, store, log, intervalMs = 1_000 } = options;
  const stop = new AbortController();
  const rejected = createRejections();
  const running = new Map<string, Promise<void>>();

  const keep = async (envelope: Uint8Array, fromOrg: string) => {
    // thousands may come in one frame: everything else has its turn between two of them
    await immediate();
    const id = envelopeId(envelope);
    // several peers may bring the same one
    if (store.get(id) !== undefined) return;
    try {
      await store.accept(envelope, fromOrg);
      rejected.forget(id);
      news.note();
    } catch (error) {
      rejected.add(id);
      log.debug({ id, from: fromOrg, err: error }, 'did not accept an envelope');
    }
  };
  const ask = (org: string, request: ExchangeRequest) =>
    host.request(org, EXCHANGE_PROTOCOL, encodeRequest(request), { signal: stop.signal });

  const sync = async (org: string) => {
    const mine = await idsFor(store, org);
    const same = await ask(org, { kind: 'compare', digest: digestOf(mine) });
    if (same[0] === 1) return;
    const theirs = await listAll((after) => ask(org, { kind: 'list', after }));
    await pull(org, difference(theirs, mine));
    await push(org, difference(mine, theirs));
  };
  const pull = async (org: string, ids: EnvelopeId[]) => {
    for (let left = ids.filter(rejected.isDue); left.length > 0;) {
      const asked = left.slice(0, MAX_IDS);
      const envelopes = decodeEnvelopes(await ask(org, { kind: 'get', ids: asked }));
      const got = new Set(envelopes.map(envelopeId));
      // bytes that nobody asked for are not looked at
      for (const envelope of envelopes)
        if (asked.includes(envelopeId(envelope))) await keep(envelope, org);
      const rest = left.filter((id) => !got.has(id));
      if (rest.length === left.length) return;
      left = rest;
    }
  };
  const push = async (org: string, ids: EnvelopeId[]) => {
    let left = ids.map((id) => store.get(id)).filter((envelope) => envelope !== undefined);
    while (left.length > 0) {
      const page = firstPage(left);
      await ask(org, { kind: 'put', envelopes: page });
      left = left.slice(page.length);
    }
  };

  const syncWith = (org: string): Promise<void> => {
    const underWay = running.get(org);
    if (underWay) return underWay;
    const started = sync(org).finally(() => running.delete(org));
    running.set(org, started);
    return started;
  };
  const trySync = (org: string) =>
    syncWith(org).catch((error: unknown) => {
      if (!stop.signal.aborted) log.debug({ org, err: error }, 'an exchange failed');
    });

  /** One that is under way may have begun before the news. */
  const tell = async (org: string) => {
    await running.get(org)?.catch(() => undefined);
    if (!stop.signal.aborted) await trySync(org);
  };
  const news = createNews(() => {
    for (const org of some(host.connectedOrgs(), ORGS_PER_NEWS)) void tell(org);
  });

  await host.serve(EXCHANGE_PROTOCOL, (bytes, org) =>
    answer(decodeRequest(bytes), org, store, keep),
  );
  // an exchange goes both ways, so one of the two starts it
  const onConnected = (org: string) => void (host.self < org && trySync(org));
  host.events.on('peer-connected', onConnected);
  // who connected before could not be served yet
  for (const org of host.connectedOrgs()) void trySync(org);
  const loop = every(intervalMs, stop.signal, async () => {
    rejected.nextSync();
    const orgs = host.connectedOrgs();
    if (orgs.length > 0) await trySync(orgs[randomInt(orgs.length)] as string);
  });

  return {
    news: news.note,
    syncWith,
    syncAll: async () => void (await Promise.all(host.connectedOrgs().map(trySync))),
    async fetchById(id, fromOrg) {
      const [envelope] = decodeEnvelopes(await ask(fromOrg, { kind: 'get', ids: [id] }));
      if (!envelope || envelopeId(envelope) !== id)
        throw new NodeError('E_NOT_HELD', `${fromOrg} does not hold ${id}`, { org: fromOrg, id });
      await store.accept(envelope, fromOrg);
      return envelope;
    },
    async stop() {
      host.events.off('peer-connected', onConnected);
      news.stop();
      stop.abort(new NodeError('E_HOST_STOPPED', 'the exchange is stopped'));
      await Promise.allSettled([loop, ...running.values()]);
    },
  };
}

async function answer(
  request: ExchangeRequest,
  org: string,
  store: EnvelopeStore,
  keep: (envelope: Uint8Array, fromOrg: string) => Promise<void>,
): Promise<Uint8Array> {
  switch (request.kind) {
    case 'compare':
      return Uint8Array.of(digestOf(await idsFor(store, org)) === request.digest ? 1 : 0);
    case 'list': {
      const ids = await idsFor(store, org);
      return encodeIds(ids.filter((id) => id > request.after).slice(0, MAX_IDS));
    }
    case 'get': {
      const shown = request.ids.filter((id) => store.mayHave(org, id));
      const envelopes = shown.map((id) => store.get(id)).filter((found) => found !== undefined);
      return encodeEnvelopes(firstPage(envelopes));
    }
    case 'put':
      for (const envelope of request.envelopes) await keep(envelope, org);
      return new Uint8Array(0);
  }
}

/** Sorted: what this peer and the other one may both hold. */
async function idsFor(store: EnvelopeStore, org: string): Promise<EnvelopeId[]> {
  return [...(await store.ids())].filter((id) => store.mayHave(org, id)).sort();
}

async function listAll(page: (after: EnvelopeId) => Promise<Uint8Array>): Promise<EnvelopeId[]> {
  const all: EnvelopeId[] = [];
  for (let after = FIRST_ID; all.length < MAX_IDS_PER_SYNC;) {
    const ids = decodeIds(await page(after));
    const last = ids.at(-1);
    // a page that does not go forward would never end
    if (last === undefined || last <= after) break;
    all.push(...ids);
    if (ids.length < MAX_IDS) break;
    after = last;
  }
  return all;
}

function difference(ids: readonly EnvelopeId[], without: readonly EnvelopeId[]): EnvelopeId[] {
  const known = new Set(without);
  return ids.filter((id) => !known.has(id)).slice(0, MAX_IDS_PER_SYNC);
}

/** This many of them at random, or all. */
function some(orgs: readonly string[], count: number): string[] {
  const left = [...orgs];
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(randomInt(left.length), 1)[0] as string,
  );
}

/** Envelopes that the store rejected: asked for again ever more rarely, but not given up. */
function createRejections() {
  const until = new Map<EnvelopeId, { sync: number; skip: number }>();
  let sync = 0;
  return {
    nextSync: () => void (sync += 1),
    isDue: (id: EnvelopeId) => (until.get(id)?.sync ?? 0) <= sync,
    forget: (id: EnvelopeId) => void until.delete(id),
    add(id: EnvelopeId) {
      const skip = Math.min(2 * (until.get(id)?.skip ?? 0.5), MAX_SKIPPED_SYNCS);
      until.delete(id);
      until.set(id, { sync: sync + skip, skip });
      const [oldest] = until.keys();
      if (until.size > MAX_REJECTED && oldest !== undefined) until.delete(oldest);
    },
  };
}

async function every(intervalMs: number, signal: AbortSignal, work: () => Promise<void>) {
  while (!signal.aborted) {
    await delay(intervalMs, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) await work();
  }
}
