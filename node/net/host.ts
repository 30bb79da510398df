/**
 * The libp2p host: TCP, Noise and yamux, connections only between members, gossip for broadcasts and direct streams
 * for requests. It moves bytes and knows who sent them; it does not know what they mean.
 *
 * Importing this file loads libp2p, which takes long: commands that need no network must not. `import type` is free.
 */
import { EventEmitter } from 'node:events';
import type { GossipSub } from '@libp2p/gossipsub';
import type { PeerId } from '@libp2p/interface';
import { multiaddr } from '@multiformats/multiaddr';
import { NodeError } from '../errors.ts';
import { createAdmission, HELLO_PROTOCOL, type Admission, type PeerState } from './admission.ts';
import type { OwnedChannel } from './channel.ts';
import { startDialLoop } from './dial-loop.ts';
import { createValidator, publish } from './gossip.ts';
import { createNode, startNode, type GossipNode } from './libp2p-node.ts';
import { boundedLog, type Log } from './log.ts';
import { createMembers, dialAddresses, type Member, type Members } from './members.ts';
import {
  answering,
  createServices,
  request,
  type ChannelHandler,
  type RequestHandler,
  type RequestOptions,
  type ServiceOptions,
  type Services,
} from './services.ts';
import { createTrafficMeter, type Traffic } from './traffic.ts';

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

const HELLO_LIMITS = { maxBytes: 1_024 } as const;

/** Resolves when it listens; connections follow by themselves. @throws NodeError E_LISTEN, E_NOT_A_MEMBER */
export async function createHost(given: HostOptions): Promise<Host> {
  const options = { ...given, log: boundedLog(given.log) };
  const members = createMembers(options.members, options.self);
  const topic = `/hushmark/1/${options.consortiumDigest}`;
  const { read: traffic, metrics } = createTrafficMeter();
  const node = await createNode({ ...options, members, topic, metrics });
  const events = new EventEmitter<HostEvents>();
  const stopping = new AbortController();
  const services = createServices({
    node,
    members,
    log: options.log,
    stopped: stopping.signal,
    admitted: (org) => admission.admitted(org),
  });
  const admission = await startAdmission(options, node, members, services, events);
  listenToGossip(node.services.pubsub, topic, options, members);
  await startNode(node, { ...options, topic });
  const stopDialling = dialMembers(node, members, options);
  const otherOrgs = members.others.map(({ org }) => org);

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
    connectedOrgs: () => otherOrgs.filter((org) => admission.state(org) === 'connected'),
    peerStates: () => Object.fromEntries(otherOrgs.map((org) => [org, admission.state(org)])),
    traffic,
    async stop() {
      stopping.abort(new NodeError('E_HOST_STOPPED', 'the network is stopped'));
      await stopDialling();
      await node.stop();
    },
  };
}

/** Says and answers hello on every connection, and tells who came and went. */
async function startAdmission(
  { consortiumDigest, log }: HostOptions,
  node: GossipNode,
  members: Members,
  services: Services,
  events: EventEmitter<HostEvents>,
): Promise<Admission> {
  const connectionsOf = (org: string) =>
    node.getConnections().filter(({ remotePeer }) => members.orgOf(remotePeer.toString()) === org);
  const tell = (event: keyof HostEvents, message: string) => (org: string) => {
    log.info({ org }, message);
    events.emit(event, org);
  };
  const admission = createAdmission({
    consortiumDigest,
    log,
    hello: (org, bytes) => request(services, org, HELLO_PROTOCOL, bytes, HELLO_LIMITS),
    isConnected: (org) => connectionsOf(org).length > 0,
    hangUp: (org) => connectionsOf(org).forEach((connection) => void connection.close()),
    onAdmitted: tell('peer-connected', 'connected'),
    onLost: tell('peer-disconnected', 'disconnected'),
  });
  const answerHello = answering((bytes, org) => admission.answer(bytes, org));
  await services.serveChannel(HELLO_PROTOCOL, answerHello, {
    ...HELLO_LIMITS,
    beforeAdmission: true,
  });
  const withOrg = (use: (org: string) => void) => (event: CustomEvent<PeerId>) => {
    const org = members.orgOf(event.detail.toString());
    if (org !== undefined) use(org);
  };
  node.addEventListener('peer:connect', withOrg(admission.connected));
  node.addEventListener('peer:disconnect', withOrg(admission.disconnected));
  return admission;
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

function dialMembers(node: GossipNode, members: Members, { log, dialIntervalMs }: HostOptions) {
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
