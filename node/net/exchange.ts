/**
 * Anti-entropy of signed envelopes over direct streams: two peers compare what they hold and bring each other what is
 * missing. With it, a round's outcome does not depend on gossip arriving (at all).
 *
 * A message that is addressed to one org is neither listed, nor given, nor asked for beyond the two it concerns.
 */
import { randomInt } from 'node:crypto';
import { setImmediate as immediate, setTimeout as delay } from 'node:timers/promises';
import { NodeError } from '../errors.ts';
import type { EnvelopeStore } from './envelope-store.ts';
import {
  decodeEnvelopes,
  decodeRequest,
  digestOf,
  encodeEnvelopes,
  encodeIds,
  encodeRequest,
  envelopeId,
  firstPage,
  MAX_IDS,
  type EnvelopeId,
  type ExchangeRequest,
} from './exchange-frames.ts';
import type { Host } from './host.ts';
import type { Log } from './log.ts';
import { createNews } from './news.ts';
import { idsFor, sync } from './sync.ts';

export const EXCHANGE_PROTOCOL = '/hushmark/exchange/1';

export interface ExchangeOptions {
  readonly host: Host;
  readonly store: EnvelopeStore;
  readonly log: Log;
  /** time between exchanges with a random peer, in ms */
  readonly intervalMs?: number;
  /** of any clock that goes on, in ms; default the process's own */
  readonly nowMs?: () => number;
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

/** How many orgs are asked after news: with three each it is soon everywhere, and in a small consortium at once. */
const ORGS_PER_NEWS = 3;
/** An envelope that the store rejected is tried again after 1, 2, 4 … of this many exchanges. */
const MAX_SKIPPED_SYNCS = 32;
const MAX_REJECTED = 4_096;

export async function createExchange(options: ExchangeOptions): Promise<Exchange> {
  const { host, store, log, intervalMs = 1_000, nowMs = () => performance.now() } = options;
  const stop = new AbortController();
  const rejected = createRejections();
  const running = new Map<string, Promise<void>>();
  /** orgs that will hear of news once their exchange is over */
  const toBeTold = new Set<string>();

  const keep = async (envelope: Uint8Array, fromOrg: string): Promise<boolean> => {
    // thousands may come in one frame: everything else has its turn between two of them
    await immediate();
    const id = envelopeId(envelope);
    // several peers may bring the same one
    if (store.get(id) !== undefined) return true;
    try {
      await store.accept(envelope, fromOrg);
      rejected.forget(id);
      news.note();
    } catch (error) {
      log.debug({ id, from: fromOrg, err: error }, 'did not accept an envelope');
      if (store.isJunk(id)) return false;
      if (!store.isRefused(id)) rejected.add(id);
    }
    return true;
  };
  const ask = (org: string, request: ExchangeRequest) =>
    host.request(org, EXCHANGE_PROTOCOL, encodeRequest(request), { signal: stop.signal });

  const syncWith = (org: string): Promise<void> => {
    const underWay = running.get(org);
    if (underWay) return underWay;
    const started = sync({
      org,
      store,
      ask: (request) => ask(org, request),
      keep: (envelope) => keep(envelope, org),
      isDue: (id) => rejected.isDue(id) && !store.isRefused(id),
      nowMs,
    }).finally(() => running.delete(org));
    running.set(org, started);
    return started;
  };
  const trySync = (org: string) =>
    syncWith(org).catch((error: unknown) => {
      if (!stop.signal.aborted) log.debug({ org, err: error }, 'an exchange failed');
    });

  /** One that is under way may have begun before the news. */
  const tell = async (org: string) => {
    if (toBeTold.has(org)) return;
    toBeTold.add(org);
    await running.get(org)?.catch(() => undefined);
    toBeTold.delete(org);
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
  const loop = every(intervalMs, stop.signal, () => {
    rejected.nextSync();
    // nobody waits for an org that is slow
    const [org] = some(
      host.connectedOrgs().filter((one) => !running.has(one)),
      1,
    );
    if (org !== undefined) void trySync(org);
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
  keep: (envelope: Uint8Array, fromOrg: string) => Promise<unknown>,
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

async function every(intervalMs: number, signal: AbortSignal, work: () => void) {
  while (!signal.aborted) {
    await delay(intervalMs, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) work();
  }
}
