import { expect } from 'chai';
import { EventEmitter, once } from 'node:events';
import { envelopeId } from '../../../node/net/exchange-frames.ts';
import type { EnvelopeStore } from '../../../node/net/envelope-store.ts';
import { createExchange, EXCHANGE_PROTOCOL, type Exchange } from '../../../node/net/exchange.ts';
import type { Host } from '../../../node/net/host.ts';
import {
  createCandidates,
  createTestLog,
  rejection,
  startAll,
  startHost,
  stopAll,
  type Candidate,
} from './test-hosts.ts';

/** An envelope of this spec says who may have it: `author>everybody:text` or `author>org:text`. */
const envelope = (author: string, to: string, text: string): Buffer =>
  Buffer.from(`${author}>${to}:${text}`);

interface TestStore extends EnvelopeStore {
  readonly held: Map<string, Uint8Array>;
  readonly changes: EventEmitter;
  /** envelopes that were offered, kept or not */
  readonly offered: string[];
  reject: (text: string) => boolean;
  put(bytes: Uint8Array): string;
}

function createStore(): TestStore {
  const held = new Map<string, Uint8Array>();
  const changes = new EventEmitter();
  const put = (bytes: Uint8Array) => {
    const id = envelopeId(bytes);
    held.set(id, bytes);
    changes.emit('change');
    return id;
  };
  const store: TestStore = {
    held,
    changes,
    offered: [],
    reject: () => false,
    put,
    ids: () => held.keys(),
    get: (id) => held.get(id),
    mayHave(org, id) {
      const [author, to] = Buffer.from(held.get(id) ?? '')
        .toString()
        .split(/[>:]/);
      return to === 'everybody' || to === org || author === org;
    },
    async accept(bytes) {
      const text = Buffer.from(bytes).toString();
      store.offered.push(text);
      if (store.reject(text)) throw new Error('too early');
      put(bytes);
    },
    isRefused: () => false,
    isJunk: () => false,
  };
  return store;
}

async function holds(store: TestStore, count: number): Promise<void> {
  while (store.held.size < count) await once(store.changes, 'change');
}

describe('the exchange', () => {
  let hosts: Host[] = [];
  let stores: TestStore[] = [];
  let exchanges: Exchange[] = [];

  const start = async (candidates: readonly Candidate[], intervalMs: number) => {
    hosts = await startAll(candidates);
    stores = candidates.map(createStore);
    exchanges = await Promise.all(
      hosts.map((host, i) =>
        createExchange({ host, store: stores[i]!, log: createTestLog().log, intervalMs }),
      ),
    );
    // the exchanges of the first moment are over
    await Promise.all(exchanges.map((exchange) => exchange.syncAll()));
  };
  afterEach(async () => {
    await Promise.all(exchanges.map((exchange) => exchange.stop()));
    await stopAll(hosts);
  });

  it('brings every message to every member without any gossip', async () => {
    await start(await createCandidates(4), 20);
    for (const [i, store] of stores.entries())
      for (let k = 0; k < 5; k++) store.put(envelope(`Org${i + 1}`, 'everybody', `${k}`));
    await Promise.all(stores.map((store) => holds(store, 20)));
    expect(hosts[0]!.traffic()['gossip']?.out ?? 0).to.be.lessThan(1_000);
  });

  it('shows a message for one org to nobody else', async () => {
    await start(await createCandidates(3), 20);
    const [one, two, three] = stores as [TestStore, TestStore, TestStore];
    const secret = one.put(envelope('Org1', 'Org2', 'for Org2 alone'));
    one.put(envelope('Org1', 'everybody', 'for all'));
    await holds(two, 2);
    await holds(three, 1);
    for (let round = 0; round < 3; round++)
      await Promise.all(exchanges.map((exchange) => exchange.syncAll()));
    expect(three.offered).to.deep.equal(['Org1>everybody:for all']);
    for (const from of ['Org1', 'Org2'])
      expect((await rejection(exchanges[2]!.fetchById(secret, from))).code).to.equal('E_NOT_HELD');
  });

  it('brings what a third org signed, whoever holds it', async () => {
    await start(await createCandidates(2), 20);
    const [one, two] = stores as [TestStore, TestStore];
    one.put(envelope('Org3', 'everybody', 'said to Org1 alone'));
    await holds(two, 1);
    expect(two.offered).to.deep.equal(['Org3>everybody:said to Org1 alone']);
  });

  it('moves more than fits one frame, in pages', async () => {
    await start(await createCandidates(2), 60_000);
    const [one, two] = stores as [TestStore, TestStore];
    for (let k = 0; k < 6; k++)
      one.put(Buffer.concat([envelope('Org1', 'everybody', `${k}`), Buffer.alloc(100_000, 32)]));
    for (let k = 0; k < 2_500; k++) two.put(envelope('Org2', 'everybody', `${k}`));
    await exchanges[0]!.syncWith('Org2');
    expect(one.held.size).to.equal(2_506);
    expect(two.held.size).to.equal(2_506);
  });

  it('costs next to nothing when both hold the same', async () => {
    await start(await createCandidates(2), 60_000);
    for (const store of stores)
      for (let k = 0; k < 100; k++) store.put(envelope('Org1', 'everybody', `${k}`));
    const before = hosts[0]!.traffic()[EXCHANGE_PROTOCOL] ?? { in: 0, out: 0 };
    await exchanges[0]!.syncWith('Org2');
    const after = hosts[0]!.traffic()[EXCHANGE_PROTOCOL]!;
    expect(after.out - before.out).to.equal(34);
    expect(after.in - before.in).to.equal(3);
  });

  it('offers again what came too early', async () => {
    await start(await createCandidates(2), 20);
    const [one, two] = stores as [TestStore, TestStore];
    let early = 2;
    two.reject = () => early-- > 0;
    one.put(envelope('Org1', 'everybody', 'acceptance before its proposal'));
    await holds(two, 1);
    expect(two.offered).to.have.length(3);
  });

  it('starts by itself as soon as two members connect', async () => {
    const candidates = await createCandidates(2);
    await start(candidates, 60_000);
    stores[0]!.put(envelope('Org1', 'everybody', 'said while Org2 was away'));
    await exchanges[1]!.stop();
    await hosts[1]!.stop();
    hosts[1] = await startHost(candidates[1]!, candidates);
    const { log } = createTestLog();
    exchanges[1] = await createExchange({
      host: hosts[1],
      store: stores[1]!,
      log,
      intervalMs: 60_000,
    });
    await holds(stores[1]!, 1);
  });

  it('fetches one message by its id', async () => {
    await start(await createCandidates(2), 60_000);
    const bytes = envelope('Org1', 'everybody', 'x');
    const id = stores[0]!.put(bytes);
    expect(Buffer.from(await exchanges[1]!.fetchById(id, 'Org1'))).to.deep.equal(bytes);
    expect(stores[1]!.held.has(id)).to.equal(true);
  });

  it('looks at no bytes but those it asked for', async () => {
    await start(await createCandidates(2), 60_000);
    const [one, two] = stores as [TestStore, TestStore];
    const id = one.put(envelope('Org1', 'everybody', 'asked for'));
    one.get = () => envelope('Org1', 'everybody', 'something else');
    expect((await rejection(exchanges[1]!.fetchById(id, 'Org1'))).code).to.equal('E_NOT_HELD');
    await exchanges[1]!.syncWith('Org1');
    expect(two.offered).to.deep.equal([]);
  });

  it('refuses a frame that it cannot read', async () => {
    await start(await createCandidates(2), 60_000);
    const overlong = Buffer.concat([Uint8Array.of(2), Buffer.alloc(32 * 4_000)]);
    const cut = Buffer.from([3, 0, 0, 0, 9, 1]);
    for (const frame of [Buffer.alloc(0), Buffer.from([9]), Buffer.from([0, 1]), overlong, cut]) {
      const error = await rejection(hosts[0]!.request('Org2', EXCHANGE_PROTOCOL, frame));
      expect(error.details?.['code']).to.equal('E_BAD_FRAME');
    }
  });
});
