/**
 * The libp2p node itself: its parts, its bounds and its start.
 */
import { noise } from '@libp2p/noise';
import { yamux } from '@libp2p/yamux';
import { privateKeyFromProtobuf } from '@libp2p/crypto/keys';
import { gossipsub, type GossipSub } from '@libp2p/gossipsub';
import { identify } from '@libp2p/identify';
import type { Connection, Libp2p, Metrics } from '@libp2p/interface';
import { peerIdFromPrivateKey } from '@libp2p/peer-id';
import { tcp } from '@libp2p/tcp';
import { createLibp2p } from 'libp2p';
import { NodeError } from '../errors.ts';
import { createGater } from './gater.ts';
import { gossipOptions, paced } from './gossip.ts';
import { MAX_CONNECTIONS_PER_MEMBER, REQUEST_TIMEOUT_MS } from './limits.ts';
import type { Log } from './log.ts';
import type { Members } from './members.ts';

export type GossipNode = Libp2p<{ pubsub: GossipSub }>;

export interface NodeOptions {
  readonly transportKey: Uint8Array;
  readonly listen: readonly string[];
  readonly announce?: readonly string[];
  readonly members: Members;
  readonly topic: string;
  readonly metrics: Metrics;
  readonly log: Log;
}

/** The transport key is another member's, or nobody's. */
function otherKey({ self, orgOf }: Members, own: string): NodeError {
  const details = { org: self.org, listed: self.peerId, own };
  const other = orgOf(own);
  return other === undefined
    ? new NodeError(
        'E_NOT_A_MEMBER',
        'the consortium lists another transport key for this org',
        details,
      )
    : new NodeError(
        'E_TWO_ORGS',
        `the transport key of this home is ${other}'s, not ${self.org}'s`,
        details,
      );
}

/** A node that does not run yet. @throws NodeError E_NOT_A_MEMBER, E_TWO_ORGS */
export async function createNode(options: NodeOptions): Promise<GossipNode> {
  const { transportKey, listen, announce = [], members, topic, metrics, log } = options;
  const privateKey = privateKeyFromProtobuf(transportKey);
  const peerId = peerIdFromPrivateKey(privateKey).toString();
  if (peerId !== members.self.peerId) throw otherKey(members, peerId);
  const size = members.others.length + 1;
  const gossip = gossipsub(gossipOptions(topic, size));
  const node = await createLibp2p({
    start: false,
    privateKey,
    nodeInfo: { name: 'hushmark', version: '1', userAgent: 'hushmark' },
    addresses: { listen: [...listen], ...(announce.length > 0 && { announce: [...announce] }) },
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux()],
    connectionGater: createGater({
      isMember: (peerId) => members.orgOf(peerId) !== undefined,
      onStranger(peerId, direction) {
        const { code, message } = new NodeError('E_STRANGER', 'refused a stranger');
        log.warn({ code, peerId, direction }, message);
      },
    }),
    // members may all come from one address: no guard per address, the gater is the guard
    connectionManager: {
      inboundConnectionThreshold: 1_000,
      maxIncomingPendingConnections: 100,
      inboundStreamProtocolNegotiationTimeout: REQUEST_TIMEOUT_MS,
    },
    // the default takes a busy machine for a dead one
    connectionMonitor: { pingInterval: 30_000, pingTimeout: { minTimeout: 20_000 } },
    metrics: () => metrics,
    services: {
      identify: identify(),
      pubsub: (components: Parameters<typeof gossip>[0]) =>
        paced(gossip(components), size, () => performance.now()),
    },
  });
  node.addEventListener('connection:open', ({ detail: { remotePeer } }) => {
    const connections = node.getConnections(remotePeer);
    const tooMany = connections.length - MAX_CONNECTIONS_PER_MEMBER;
    // the newest lives for certain: of the others, the peer may not have heard yet that they are gone
    for (const connection of oldestFirst(connections).slice(0, Math.max(0, tooMany)))
      connection.abort(new Error('more connections than a member needs'));
  });
  return node;
}

const oldestFirst = (connections: readonly Connection[]) =>
  connections.toSorted((a, b) => a.timeline.open - b.timeline.open);

/** Listens and subscribes. @throws NodeError E_LISTEN */
export async function startNode(
  node: GossipNode,
  { listen, topic }: Pick<NodeOptions, 'listen' | 'topic'>,
): Promise<void> {
  try {
    await node.start();
  } catch (error) {
    await node.stop();
    throw new NodeError('E_LISTEN', `cannot listen on ${listen.join(', ')}`, { listen }, error);
  }
  // gossipsub takes subscriptions only when it runs
  node.services.pubsub.subscribe(topic);
}
