import { expect } from 'chai';
import { once } from 'node:events';
import { noise } from '@libp2p/noise';
import { yamux } from '@libp2p/yamux';
import { privateKeyFromProtobuf } from '@libp2p/crypto/keys';
import { gossipsub, type GossipSub } from '@libp2p/gossipsub';
import { identify } from '@libp2p/identify';
import { peerIdFromString } from '@libp2p/peer-id';
import { tcp } from '@libp2p/tcp';
import { lpStream } from '@libp2p/utils';
import { multiaddr } from '@multiformats/multiaddr';
import { createLibp2p, type Libp2p } from 'libp2p';
import { HELLO_PROTOCOL } from '../../../node/net/admission.ts';
import { encodeResult } from '../../../node/net/answer.ts';
import type { Host } from '../../../node/net/host.ts';
import { MAX_ENVELOPE_BYTES } from '../../../node/net/limits.ts';
import {
  connectedTo,
  createCandidate,
  createCandidates,
  createTestLog,
  DIGEST,
  eventually,
  rejection,
  startAll,
  startHost,
  stopAll,
  type Candidate,
} from './test-hosts.ts';

const TOPIC = `/hushmark/1/${DIGEST}`;

/** A peer that keeps none of our rules. */
function startRogue(self: Candidate, direct: Candidate[] = []) {
  return createLibp2p({
    privateKey: privateKeyFromProtobuf(self.key.bytes),
    addresses: { listen: [...self.addresses] },
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux()],
    services: {
      identify: identify(),
      pubsub: gossipsub({
        allowPublishToZeroTopicPeers: false,
        directPeers: direct.map(({ peerId, addresses }) => ({
          id: peerIdFromString(peerId),
          addrs: addresses.map((address) => multiaddr(address)),
        })),
      }),
    },
  });
}

const dialable = ({ addresses, peerId }: Candidate) =>
  addresses.map((address) => multiaddr(`${address}/p2p/${peerId}`));

describe('the host', () => {
  const hosts: Host[] = [];
  const rogues: Libp2p<{ pubsub: GossipSub }>[] = [];

  afterEach(async () => {
    await stopAll(hosts.splice(0));
    await Promise.all(rogues.splice(0).map((rogue) => rogue.stop()));
  });

  it('connects every member with every other and delivers a message to all', async () => {
    const candidates = await createCandidates(4);
    const got = new Map(
      candidates.map(({ org }) => [org, Promise.withResolvers<[string, string]>()]),
    );
    hosts.push(
      ...(await startAll(candidates, ({ org }) => ({
        onMessage: (bytes, from) => got.get(org)?.resolve([Buffer.from(bytes).toString(), from]),
      }))),
    );
    const orgs = await eventually(async () => {
      const recipients = await hosts[0]!.publish(Buffer.from('hello'));
      expect(recipients).to.have.length(3);
      return recipients;
    });
    expect(orgs).to.have.members(['Org2', 'Org3', 'Org4']);
    for (const org of orgs) expect(await got.get(org)?.promise).to.deep.equal(['hello', 'Org1']);
    const { gossip } = hosts[0]!.traffic();
    expect(gossip?.out).to.be.greaterThan(0);
    expect(gossip?.in).to.be.greaterThan(0);
  });

  it('refuses to gossip what is too large, and says so when nobody listens', async () => {
    const [one, two] = (await createCandidates(2)) as [Candidate, Candidate];
    const host = await startHost(one, [one, two]);
    hosts.push(host);
    const large = await rejection(host.publish(Buffer.alloc(MAX_ENVELOPE_BYTES + 1)));
    expect(large.code).to.equal('E_MESSAGE_TOO_LARGE');
    expect((await rejection(host.publish(Buffer.from('x')))).code).to.equal('E_NOBODY_LISTENS');
  });

  it('delivers a message of the greatest size', async () => {
    const candidates = await createCandidates(2);
    const got = Promise.withResolvers<number>();
    hosts.push(
      ...(await startAll(candidates, () => ({ onMessage: (bytes) => got.resolve(bytes.length) }))),
    );
    await eventually(() => hosts[0]!.publish(Buffer.alloc(MAX_ENVELOPE_BYTES, 7)));
    expect(await got.promise).to.equal(MAX_ENVELOPE_BYTES);
  });

  it('refuses to start with a transport key that the consortium does not list', async () => {
    const [one, two] = (await createCandidates(2)) as [Candidate, Candidate];
    const other = await createCandidate('Org1');
    const error = await rejection(startHost({ ...one, key: other.key }, [one, two]));
    expect(error.code).to.equal('E_NOT_A_MEMBER');
  });

  it('says which address it cannot listen on', async () => {
    const [one, two] = (await createCandidates(2)) as [Candidate, Candidate];
    hosts.push(await startHost(one, [one, two]));
    const error = await rejection(startHost(two, [one, two], { listen: one.addresses }));
    expect(error.code).to.equal('E_LISTEN');
    expect(error.message).to.include(one.addresses[0]);
  });

  it('closes the connection of a stranger who dials', async () => {
    const [one, two] = (await createCandidates(2)) as [Candidate, Candidate];
    const stranger = await createCandidate('Stranger');
    const { log, line } = createTestLog();
    hosts.push(await startHost(one, [one, two], { log }));
    const rogue = await startRogue(stranger);
    rogues.push(rogue);
    const closed = once(rogue as unknown as EventTarget, 'peer:disconnect').catch(() => undefined);
    // the dial itself may resolve: the other side refuses a moment later
    const dialled = await rogue.dial(dialable(one)).then(
      () => true,
      () => false,
    );
    if (dialled) await closed;
    const refused = await line(({ message }) =>
      message.startsWith('refused a stranger. Nothing was said'),
    );
    expect(refused.details).to.deep.equal({
      code: 'E_STRANGER',
      peerId: stranger.peerId,
      direction: 'inbound',
    });
    expect(rogue.getConnections()).to.deep.equal([]);
    expect(hosts[0]!.connectedOrgs()).to.deep.equal([]);
  });

  it('does not stay with a stranger who answers at a member’s address', async () => {
    const [one, two] = (await createCandidates(2)) as [Candidate, Candidate];
    const stranger = { ...(await createCandidate('Stranger')), addresses: two.addresses };
    rogues.push(await startRogue(stranger));
    const { log, line } = createTestLog();
    hosts.push(await startHost(one, [one, two], { log }));
    const miss = await line(({ message }) => message === 'could not connect');
    expect(miss.details['err']).to.be.a('string');
    expect(hosts[0]!.connectedOrgs()).to.deep.equal([]);
    expect(rogues[0]!.getConnections()).to.deep.equal([]);
  });

  it('drops the gossip of a stranger, even when a member passes it on', async () => {
    const [one, two] = (await createCandidates(2)) as [Candidate, Candidate];
    const stranger = await createCandidate('Stranger');
    const { log, line } = createTestLog();
    const got: string[] = [];
    const arrived = Promise.withResolvers<void>();
    hosts.push(
      await startHost(one, [one, two], {
        log,
        onMessage: (bytes) => {
          got.push(Buffer.from(bytes).toString());
          arrived.resolve();
        },
      }),
    );
    // a member that gossips with everybody, and forwards to the honest one
    const relay = await startRogue(two, [one]);
    const outsider = await startRogue(stranger, [two]);
    rogues.push(relay, outsider);
    await relay.handle(HELLO_PROTOCOL, async (stream) => {
      const frames = lpStream(stream);
      await frames.write(encodeResult((await frames.read()).subarray()));
      await stream.close();
    });
    relay.services.pubsub.subscribe(TOPIC);
    outsider.services.pubsub.subscribe(TOPIC);
    const joined = connectedTo(hosts[0]!, 1);
    await relay.dial(dialable(one));
    await joined;
    await outsider.dial(dialable(two));
    const { pubsub } = relay.services;
    await eventually(async () => expect(pubsub.getSubscribers(TOPIC)).to.have.length(2));
    await eventually(() => outsider.services.pubsub.publish(TOPIC, Buffer.from('from outside')));
    const dropped = await line(({ message }) => message === 'dropped a gossiped message');
    expect(dropped.details).to.deep.equal({
      reason: 'stranger',
      author: stranger.peerId,
      relay: 'Org2',
    });
    await relay.services.pubsub.publish(TOPIC, Buffer.from('from a member'));
    await arrived.promise;
    expect(got).to.deep.equal(['from a member']);
  });

  it('gives no service to a member with another consortium, and both name it in the log', async () => {
    const [one, two] = (await createCandidates(2)) as [Candidate, Candidate];
    const logs = [createTestLog(), createTestLog()] as const;
    hosts.push(
      await startHost(one, [one, two], { log: logs[0].log }),
      await startHost(two, [one, two], { log: logs[1].log, consortiumDigest: 'cd'.repeat(32) }),
    );
    await hosts[1]!.serve('/hushmark/echo/1', (bytes) => bytes);
    for (const { line } of logs)
      expect((await line(({ level }) => level === 'error')).details['code']).to.equal(
        'E_OTHER_CONSORTIUM',
      );
    const error = await rejection(hosts[0]!.request('Org2', '/hushmark/echo/1', Buffer.from('?')));
    expect(error.code).to.equal('E_PEER_REFUSED');
    expect(error.details?.['code']).to.equal('E_OTHER_CONSORTIUM');
    expect(hosts[0]!.connectedOrgs()).to.deep.equal([]);
    expect(hosts[0]!.peerStates()).to.deep.equal({ Org2: 'other-consortium' });
  });

  it('finds a member again that went away and came back', async () => {
    const candidates = await createCandidates(2);
    const [one, two] = (await startAll(candidates)) as [Host, Host];
    hosts.push(one);
    const lost = once(one.events, 'peer-disconnected');
    await two.stop();
    expect(await lost).to.deep.equal(['Org2']);
    expect(one.connectedOrgs()).to.deep.equal([]);
    hosts.push(await startHost(candidates[1]!, candidates));
    await connectedTo(one, 1);
    expect(one.connectedOrgs()).to.deep.equal(['Org2']);
  });
});
