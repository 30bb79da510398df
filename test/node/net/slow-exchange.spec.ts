/** What one member can make of repair that answers slowly, or with nothing of use: how long, how often, and for whom. */
import { expect } from 'chai';
import { EventEmitter } from 'node:events';
import {
  decodeRequest,
  encodeEnvelopes,
  encodeIds,
  envelopeId,
  firstPage,
  MAX_IDS,
  type EnvelopeId,
  type ExchangeRequest,
} from '../../../node/net/exchange-frames.ts';
import type { EnvelopeStore } from '../../../node/net/envelope-store.ts';
import { createExchange, type Exchange } from '../../../node/net/exchange.ts';
import type { Host } from '../../../node/net/host.ts';
import { MAX_JUNK, SYNC_MS } from '../../../node/net/sync.ts';
import { createTestLog } from './test-hosts.ts';

type Answer = (request: ExchangeRequest) => Uint8Array | Promise<Uint8Array>;

const SAME = Uint8Array.of(1);
const OTHER = Uint8Array.of(0);
/** longest time that one answer may take, nearly */
const SLOW_MS = 4_900;

describe('an exchange with a member that wastes time', () => {
  let exchange: Exchange;
  let asked: { org: string; kind: ExchangeRequest['kind'] }[] = [];
  let held = new Map<EnvelopeId, Uint8Array>();
  let offered: string[] = [];
  let nowMs = 0;
  beforeEach(() => {
    [asked, held, offered, nowMs] = [[], new Map(), [], 0];
  });
  afterEach(() => exchange.stop());

  const isJunk = (text: string) => text.startsWith('junk');
  const refused = new Set<EnvelopeId>();
  const junk = new Set<EnvelopeId>();
  const store: EnvelopeStore = {
    ids: () => held.keys(),
    get: (id) => held.get(id),
    mayHave: () => true,
    isRefused: (id) => refused.has(id),
    isJunk: (id) => junk.has(id),
    async accept(bytes) {
      const text = Buffer.from(bytes).toString('latin1', 0, 12);
      offered.push(text);
      if (isJunk(text) || text.startsWith('other')) {
        refused.add(envelopeId(bytes));
        if (isJunk(text)) junk.add(envelopeId(bytes));
        throw new Error('does not hold');
      }
      held.set(envelopeId(bytes), bytes);
    },
  };

  /** No member is connected unless it is said: then a sync runs when it is asked for, and never else. */
  async function start(answers: Record<string, Answer>, connected: readonly string[] = []) {
    const host = {
      self: 'A',
      events: new EventEmitter(),
      connectedOrgs: () => [...connected],
      serve: async () => {},
      async request(
        org: string,
        _: string,
        bytes: Uint8Array,
        { signal }: { signal: AbortSignal },
      ) {
        const request = decodeRequest(bytes);
        asked.push({ org, kind: request.kind });
        const { promise, reject } = Promise.withResolvers<never>();
        signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
        return Promise.race([promise, answers[org]?.(request) ?? SAME]);
      },
    };
    exchange = await createExchange({
      host: host as unknown as Host,
      store,
      log: createTestLog().log,
      intervalMs: 1,
      nowMs: () => nowMs,
    });
  }
  const times = (kind: ExchangeRequest['kind'], org = 'L') =>
    asked.filter((one) => one.org === org && one.kind === kind).length;

  /** A member that holds these. */
  function holding(
    envelopes: readonly Uint8Array[],
    changes: Partial<Record<string, Answer>> = {},
  ) {
    const byId = new Map(envelopes.map((bytes) => [envelopeId(bytes), bytes]));
    const ids = [...byId.keys()].sort();
    return (request: ExchangeRequest): Uint8Array | Promise<Uint8Array> => {
      const changed = changes[request.kind];
      if (changed) return changed(request);
      switch (request.kind) {
        case 'compare':
          return OTHER;
        case 'list':
          return encodeIds(ids.filter((id) => id > request.after).slice(0, MAX_IDS));
        case 'get':
          return encodeEnvelopes(
            firstPage(request.ids.map((id) => byId.get(id)).filter((one) => one !== undefined)),
          );
        case 'put':
          return new Uint8Array(0);
      }
    };
  }
  const many = (text: string, count: number, bytes = 12) =>
    Array.from({ length: count }, (_, i) => Buffer.alloc(bytes, `${text} ${i} `));

  it('ends by the clock, keeps what came, and goes on from there the next time', async () => {
    const large = many('large', 12, 200_000);
    const quick = holding(large);
    const get: Answer = (request) => ((nowMs += SLOW_MS), quick(request));
    await start({ L: holding(large, { get }) });
    for (const count of [3, 6, 9, 12]) {
      await exchange.syncWith('L');
      expect(held.size).to.equal(count);
    }
    expect(nowMs).to.equal(12 * SLOW_MS);
  });

  it('ends by the clock while it pushes, too', async () => {
    for (const bytes of many('large', 12, 200_000)) held.set(envelopeId(bytes), bytes);
    const put: Answer = () => ((nowMs += SLOW_MS), new Uint8Array(0));
    await start({ L: holding([], { put }) });
    await exchange.syncWith('L');
    expect(times('put')).to.equal(Math.ceil(SYNC_MS / SLOW_MS));
  });

  it('brings a page of envelopes after the slowest of lists, and pushes nothing that it may hold', async () => {
    const [own = Buffer.of()] = many('own', 1);
    held.set(envelopeId(own), own);
    const theirs = many('theirs', 3 * MAX_IDS);
    const list: Answer = (request) => ((nowMs += SYNC_MS), holding(theirs)(request));
    await start({ L: holding(theirs, { list }) });
    await exchange.syncWith('L');
    expect(asked.map(({ kind }) => kind)).to.deep.equal(['compare', 'list', 'get']);
    expect(held.size).to.be.above(MAX_IDS / 2);
  });

  it('ends with a few envelopes that do not hold, which are not asked for again', async () => {
    await start({ L: holding(many('junk', 3 * MAX_JUNK)) });
    for (const count of [1, 2, 3, 3]) {
      await exchange.syncWith('L');
      expect(offered).to.have.length(count * MAX_JUNK);
      expect(new Set(offered)).to.have.length(count * MAX_JUNK);
    }
    expect(times('get')).to.equal(3);
  });

  it('goes on past any number that others may honestly hold, and asks for none of them again', async () => {
    const [refusedHere, theirs] = [many('other', 3 * MAX_JUNK), many('theirs', 3 * MAX_JUNK)];
    await start({ L: holding([...refusedHere, ...theirs]) });
    for (let i = 0; i < 2; i++) await exchange.syncWith('L');
    expect(held.size).to.equal(theirs.length);
    expect(offered).to.have.length(refusedHere.length + theirs.length);
    expect(times('get')).to.equal(1);
  });

  it('ends with a few envelopes that nobody asked for', async () => {
    const theirs = many('theirs', 2 * MAX_JUNK);
    const whole = holding(theirs);
    const get: Answer = async (request) =>
      Buffer.concat([
        request.kind === 'get' ? await whole({ kind: 'get', ids: request.ids.slice(0, 1) }) : OTHER,
        encodeEnvelopes(many('else', 2 * MAX_JUNK)),
      ]);
    await start({ L: holding(theirs, { get }) });
    await exchange.syncWith('L');
    expect(times('get')).to.equal(1);
    expect(offered.filter((text) => !text.startsWith('theirs'))).to.deep.equal([]);
  });

  it('ends with pages that hold a part of what fits one', async () => {
    const theirs = many('theirs', 100);
    const whole = holding(theirs);
    const get: Answer = (request) =>
      request.kind === 'get' ? whole({ kind: 'get', ids: request.ids.slice(0, 1) }) : OTHER;
    await start({ L: holding(theirs, { get }) });
    await exchange.syncWith('L');
    expect(times('get')).to.equal(2);
    expect(held.size).to.equal(2);
  });

  it('keeps nobody else waiting, and is not asked twice at a time', async () => {
    const others = Promise.withResolvers<void>();
    const other: Answer = () => {
      if (Math.min(times('compare', 'B'), times('compare', 'C')) >= 20) others.resolve();
      return SAME;
    };
    await start({ L: () => new Promise<never>(() => {}), B: other, C: other }, ['B', 'C', 'L']);
    await others.promise;
    expect(times('compare')).to.equal(1);
  });
});
