/**
 * Gossipsub for a closed consortium: strict signatures, members only, one topic. A hint, never a guarantee: what it
 * loses, exchange.ts brings.
 */
import { setImmediate as immediate, setTimeout as delay } from 'node:timers/promises';
import {
  TopicValidatorResult,
  type GossipSub,
  type GossipsubOpts,
  type TopicValidatorFn,
} from '@libp2p/gossipsub';
import { NodeError } from '../errors.ts';
import {
  GOSSIP_BURST,
  GOSSIP_BURST_BYTES,
  GOSSIP_BYTES_PER_SECOND,
  GOSSIP_PAUSE_MS,
  GOSSIP_PER_SECOND,
  MAX_ENVELOPE_BYTES,
  MAX_FLOOD_MEMBERS,
  MAX_GOSSIP_BACKLOG_BYTES,
  MAX_GOSSIP_FRAME_BYTES,
  MAX_GOSSIP_MESSAGES,
  MAX_GOSSIP_STREAMS,
} from './limits.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

/** In small consortia each sends to each and nobody relays: 1.2 times the least traffic, where a full mesh takes 15. */
const FLOOD = { D: 0, Dlo: 0, Dhi: 0, Dout: 0, Dscore: 0 } as const;
const MESH = { D: 3, Dlo: 2, Dhi: 4, Dout: 1, Dscore: 2 } as const;

/** What one frame may hold: the library's own numbers, but for the messages. */
const FRAME_LIMITS = {
  maxMessages: MAX_GOSSIP_MESSAGES,
  maxSubscriptions: 5_000,
  maxControlMessages: 5_000,
  maxIhaveMessageIDs: 5_000,
  maxIwantMessageIDs: 5_000,
  maxIdontwantMessageIDs: 512,
  maxPeerInfos: 16,
} as const;

/** @param members the size of the consortium, oneself included */
export function gossipOptions(topic: string, members: number): Partial<GossipsubOpts> {
  return {
    ...(members <= MAX_FLOOD_MEMBERS ? FLOOD : MESH),
    globalSignaturePolicy: 'StrictSign',
    fallbackToFloodsub: false,
    floodPublish: true,
    // otherwise a message that is too large resolves with no recipients
    batchPublish: true,
    allowPublishToZeroTopicPeers: false,
    emitSelf: false,
    doPX: false,
    mcacheLength: 60,
    mcacheGossip: 50,
    allowedTopics: [topic],
    maxInboundDataLength: MAX_GOSSIP_FRAME_BYTES,
    maxInboundStreams: MAX_GOSSIP_STREAMS,
    decodeRpcLimits: FRAME_LIMITS,
    // one after the other, for each peer: who sends faster than this one verifies has to wait
    awaitRpcHandler: true,
    awaitRpcMessageHandler: true,
    maxOutboundBufferSize: MAX_GOSSIP_BACKLOG_BYTES,
    // otherwise members behind one address, as all are in a demo, are scored out of the mesh
    scoreParams: { IPColocationFactorWeight: 0 },
  };
}

export interface ValidatorOptions {
  /** the org of a peer id, undefined for strangers */
  orgOf(peerId: string): string | undefined;
  nowMs(): number;
  onRefused(reason: 'stranger' | 'size' | 'rate', author: string, relay: string): void;
}

/**
 * Only author, size and rate are judged: a refused id stays refused for as long as gossipsub remembers it. An outsider's
 * valid signature, passed on by a member, gets as far as here.
 */
export function createValidator({ orgOf, nowMs, onRefused }: ValidatorOptions): TopicValidatorFn {
  const rates = new Map<string, { messages: TokenBucket; bytes: TokenBucket }>();
  const withinRate = (org: string, bytes: number) => {
    const rate = rates.get(org) ?? {
      messages: createTokenBucket(GOSSIP_BURST, GOSSIP_PER_SECOND),
      bytes: createTokenBucket(GOSSIP_BURST_BYTES, GOSSIP_BYTES_PER_SECOND),
    };
    rates.set(org, rate);
    return rate.messages.take(nowMs()) && rate.bytes.take(nowMs(), bytes);
  };
  return (relay, message) => {
    const author = message.type === 'signed' ? message.from.toString() : '';
    const org = orgOf(author);
    const refuse = (reason: Parameters<typeof onRefused>[0]) => {
      onRefused(reason, org ?? author, relay.toString());
      return TopicValidatorResult.Reject;
    };
    if (org === undefined) return refuse('stranger');
    if (message.data.length > MAX_ENVELOPE_BYTES) return refuse('size');
    if (!withinRate(org, message.data.length)) return refuse('rate');
    return TopicValidatorResult.Accept;
  };
}

/** The part of the library's class that is replaced; its source says that this may be done. */
interface Reader {
  handleReceivedRpc(
    from: { toString(): string },
    rpc: { readonly messages: readonly unknown[] },
  ): Promise<void>;
}

/**
 * The same gossip, in which no peer is read faster than its messages may come: false signatures cost the time to verify
 * them, too. Between two frames everything else has its turn.
 * @param members the size of the consortium: each of them may be heard from one peer
 */
export function paced(gossip: GossipSub, members: number, nowMs: () => number): GossipSub {
  const reader = gossip as unknown as Reader;
  const handle = reader.handleReceivedRpc.bind(gossip);
  const rates = new Map<string, TokenBucket>();
  reader.handleReceivedRpc = async (from, rpc) => {
    await immediate();
    const relay = from.toString();
    const rate =
      rates.get(relay) ?? createTokenBucket(members * GOSSIP_BURST, members * GOSSIP_PER_SECOND);
    rates.set(relay, rate);
    // a frame without messages is not free either
    while (!rate.take(nowMs(), 1 + rpc.messages.length))
      await delay(GOSSIP_PAUSE_MS, undefined, { ref: false });
    await handle(from, rpc);
  };
  return gossip;
}

/**
 * Sends to every peer that listens, and says how many peer ids those are.
 * @throws NodeError E_MESSAGE_TOO_LARGE, E_NOBODY_LISTENS
 */
export async function publish(
  gossip: GossipSub,
  topic: string,
  bytes: Uint8Array,
): Promise<string[]> {
  if (bytes.length === 0 || bytes.length > MAX_ENVELOPE_BYTES)
    throw new NodeError(
      'E_MESSAGE_TOO_LARGE',
      `a message has 1 to ${MAX_ENVELOPE_BYTES} bytes, this one has ${bytes.length}`,
      { bytes: bytes.length },
    );
  const recipients = await gossip
    .publish(topic, bytes)
    .then((result) => result.recipients)
    .catch((error: Error) => {
      if (error.message.includes('NoPeersSubscribedToTopic')) return [];
      throw error;
    });
  if (recipients.length === 0)
    throw new NodeError('E_NOBODY_LISTENS', 'no other org is connected and listens');
  return recipients.map((peerId) => peerId.toString());
}
