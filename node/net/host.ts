/**
 * The libp2p host: TCP, Noise and yamux, connections only between members, gossip for broadcasts and direct streams
 * for requests. It moves bytes and knows who sent them; it does not know what they mean.
 *
 * Importing this file loads libp2p (some 0.5 s): commands that need no network must not. `import type` is free.
 */
import { EventEmitter } from 'node:events';
import { noise } from '@libp2p/noise';
import { yamux } from '@libp2p/yamux';
import { privateKeyFromProtobuf } from '@libp2p/crypto/keys';
import { gossipsub, type GossipSub } from '@libp2p/gossipsub';
import { identify } from '@libp2p/identify';
import { type Libp2p, type PeerId } from '@libp2p/interface';
import { peerIdFromPrivateKey } from '@libp2p/peer-id';
import { tcp } from '@libp2p/tcp';
import { multiaddr } from '@multiformats/multiaddr';
import { createLibp2p } from 'libp2p';
import { NodeError } from '../errors.ts';
import { createAdmission, HELLO_PROTOCOL, type Admission, type PeerState } from './admission.ts';
import { type OwnedChannel } from './channel.ts';
import { startDialLoop } from './dial-loop.ts';
import { createGater } from './gater.ts';
import { createValidator, gossipOptions, publish } from './gossip.ts';
import { type Log } from './log.ts';
import { createMembers, dialAddresses, type Member, type Members } from './members.ts';
import {
  answering,
  createServices,
  request,
  type ChannelHandler,
  type RequestHandler,
  type RequestOptions,
  type ServiceOptions,
} from './services.ts';
import { createTrafficMeter, type Traffic, type TrafficMeter } from './traffic.ts';

export interface HostOptions {
  /** as made by transport-key.ts */
  readonly transportKey: Uint8Array;
  readonly members: readonly Member[];
  /** one's own org */
  readonly self: string;
  /** hex, 64 digits: compared with each peer, and part of the topic's name */
  readonly consortiumDigest: string;
  /** multiaddrs */
  readonly listen: readonly string[];
  /** what the others are told instead of the addresses that are listened on */
  readonly announce?: readonly string[];
  /** gossip of a member; may come more than once, so dedupe by content */
  onMessage(bytes: Uint8Array, fromOrg: string): void;
  readonly log: Log;
  /** the shortest time between dials of one peer, in ms */
  readonly dialIntervalMs?: number;
}

export interface HostEvents {
  'peer-connected': [org: string];
  'peer-disconnected': [org: string];
}

export interface Host {
  readonly events: EventEmitter<HostEvents>;
  /** one's own org */
  readonly self: string;
  readonly peerId: string;
  /** what is listened on, with real ports and the peer id */
  addresses(): string[];
  /** Gossips to all and names the orgs it was sent to. @throws NodeError E_MESSAGE_TOO_LARGE, E_NOBODY_LISTENS */
  publish(bytes: Uint8Array): Promise<string[]>;
  /**
   * @throws NodeError E_NOT_CONNECTED, E_PEER_REFUSED, E_PEER_BUSY, E_PEER_TIMEOUT, E_PEER_RESET, E_NO_SUCH_SERVICE,
   * E_MESSAGE_TOO_LARGE, E_BAD_FRAME
   */
  request(
    org: string,
    protocol: string,
    bytes: Uint8Array,
    options?: RequestOptions,
  ): Promise<Uint8Array>;
  /** What the handler throws is answered as a refusal. */
  serve(protocol: string, handler: RequestHandler, options?: ServiceOptions): Promise<void>;
  /** Several frames on one stream; the caller closes it, and reads with `decodeAnswer`. */
  open(org: string, protocol: string, options?: RequestOptions): Promise<OwnedChannel>;
  serveChannel(protocol: string, handler: ChannelHandler, options?: ServiceOptions): Promise<void>;
  /** admitted and connected, sorted */
  connectedOrgs(): string[];
  /** every other member */
  peerStates(): Record<string, PeerState>;
  /** bytes so far, by protocol */
  traffic(): Traffic;
  stop(): Promise<void>;
}

type Node = Libp2p<{ pubsub: GossipSub }>;

/** Resolves when it listens; connections follow by themselves. @throws NodeError E_LISTEN, E_NOT_A_MEMBER */
export async function createHost(options: HostOptions): Promise<Host> {
  const { log } = options;
  const members = createMembers(options.members, options.self);
  const topic = `/hushmark/1/${options.consortiumDigest}`;
  const meter = createTrafficMeter();
  const node = await createNode(options, members, topic, meter);
  const events = new EventEmitter<HostEvents>();
  const stopping = new AbortController();

  const services = createServices({
    node,
    members,
    log,
    stopped: stopping.signal,
    admitted: (org) => admission.admitted(org),
  });
  const connectionsOf = (org: string) =>
    node.getConnections().filter(({ remotePeer }) => members.orgOf(remotePeer.toString()) === org);
  const admission: Admission = createAdmission({
    consortiumDigest: options.consortiumDigest,
    log,
    hello: (org, bytes) => request(services, org, HELLO_PROTOCOL, bytes, { maxBytes: 1_024 }),
    isConnected: (org) => connectionsOf(org).length > 0,
    hangUp: (org) => connectionsOf(org).forEach((connection) => void connection.close()),
    onAdmitted: (org) => {
      log.info({ org }, 'connected');
      events.emit('peer-connected', org);
    },
    onLost: (org) => {
      log.info({ org }, 'disconnected');
      events.emit('peer-disconnected', org);
    },
  });
  await services.serveChannel(
    HELLO_PROTOCOL,
    answering((bytes, org) => admission.answer(bytes, org)),
    { beforeAdmission: true, maxBytes: 1_024 },
  );

  const withOrg = (use: (org: string) => void) => (event: CustomEvent<PeerId>) => {
    const org = members.orgOf(event.detail.toString());
    if (org !== undefined) use(org);
  };
  node.addEventListener('peer:connect', withOrg(admission.connected));
  node.addEventListener('peer:disconnect', withOrg(admission.disconnected));
  listenToGossip(node.services.pubsub, topic, options, members);

  await startNode(node, options);
  // gossipsub takes subscriptions only when it runs
  node.services.pubsub.subscribe(topic);
  const stopDialling = dialMembers(node, members, options);
  const connectedOrgs = () =>
    members.others.map(({ org }) => org).filter((org) => admission.state(org) === 'connected');

  return {
    events,
    self: options.self,
    peerId: node.peerId.toString(),
    addresses: () => node.getMultiaddrs().map(String),
    async publish(bytes) {
      if (stopping.signal.aborted) throw new NodeError('E_HOST_STOPPED', 'the network is stopped');
      const peers = await publish(node.services.pubsub, topic, bytes);
      return peers.map((peerId) => members.orgOf(peerId)).filter((org) => org !== undefined);
    },
    request: (org, protocol, bytes, given) => request(services, org, protocol, bytes, given),
    serve: (protocol, handler, given) =>
      services.serveChannel(protocol, answering(handler), { ...given, beforeAdmission: false }),
    open: services.open,
    serveChannel: (protocol, handler, given) =>
      services.serveChannel(protocol, handler, { ...given, beforeAdmission: false }),
    connectedOrgs,
    peerStates: () =>
      Object.fromEntries(members.others.map(({ org }) => [org, admission.state(org)])),
    traffic: meter.read,
    async stop() {
      stopping.abort(new NodeError('E_HOST_STOPPED', 'the network is stopped'));
      await stopDialling();
      await node.stop();
    },
  };
}

async function createNode(
  { transportKey, listen, announce = [], log }: HostOptions,
  members: Members,
  topic: string,
  meter: TrafficMeter,
): Promise<Node> {
  const privateKey = privateKeyFromProtobuf(transportKey);
  const peerId = peerIdFromPrivateKey(privateKey).toString();
  if (peerId !== members.self.peerId)
    throw new NodeError(
      'E_NOT_A_MEMBER',
      `the consortium lists another transport key for this org`,
      {
        org: members.self.org,
        listed: members.self.peerId,
        own: peerId,
      },
    );
  return createLibp2p({
    start: false,
    privateKey,
    nodeInfo: { name: 'hushmark', version: '1', userAgent: 'hushmark' },
    addresses: { listen: [...listen], ...(announce.length > 0 && { announce: [...announce] }) },
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux()],
    connectionGater: createGater({
      isMember: (peerId) => members.orgOf(peerId) !== undefined,
      onStranger: (peerId, direction) => log.warn({ peerId, direction }, 'refused a stranger'),
    }),
    // members may all come from one address: no guard per address, the gater is the guard
    connectionManager: { inboundConnectionThreshold: 1_000, maxIncomingPendingConnections: 100 },
    // the default takes a busy machine for a dead one
    connectionMonitor: { pingInterval: 30_000, pingTimeout: { minTimeout: 20_000 } },
    metrics: () => meter.metrics,
    services: {
      identify: identify(),
      pubsub: gossipsub(gossipOptions(topic, members.others.length + 1)),
    },
  });
}

async function startNode(node: Node, { listen }: HostOptions): Promise<void> {
  try {
    await node.start();
  } catch (error) {
    await node.stop();
    throw new NodeError('E_LISTEN', `cannot listen on ${listen.join(', ')}`, { listen }, error);
  }
}

function listenToGossip(
  gossip: GossipSub,
  topic: string,
  { onMessage, log }: HostOptions,
  members: Members,
): void {
  const orgOf = (peerId: string) =>
    peerId === members.self.peerId ? members.self.org : members.orgOf(peerId);
  const onRefused = (reason: string, author: string, relay: string) =>
    log.warn({ reason, author, relay: orgOf(relay) ?? relay }, 'dropped a gossiped message');
  const nowMs = () => performance.now();
  gossip.topicValidators.set(topic, createValidator({ orgOf, nowMs, onRefused }));
  gossip.addEventListener('message', ({ detail }) => {
    const org = detail.type === 'signed' ? members.orgOf(detail.from.toString()) : undefined;
    if (org === undefined || detail.topic !== topic) return;
    try {
      onMessage(detail.data, org);
    } catch (error) {
      log.error({ org, err: error }, 'a gossiped message could not be handled');
    }
  });
}

function dialMembers(node: Node, members: Members, { log, dialIntervalMs }: HostOptions) {
  const connected = (peerId: string) =>
    node.getConnections().some(({ remotePeer }) => remotePeer.toString() === peerId);
  return startDialLoop({
    members,
    ...(dialIntervalMs !== undefined && { intervalMs: dialIntervalMs }),
    isConnected: (member) => connected(member.peerId),
    dial: async (member, signal) => {
      await node.dial(
        dialAddresses(member).map((address) => multiaddr(address)),
        { signal },
      );
    },
    onMiss: ({ org }, misses, error) =>
      log.debug({ org, misses, err: (error as Error).message }, 'could not connect'),
  });
}
