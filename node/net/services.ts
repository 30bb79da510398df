/**
 * Requests to, and services for, the other members on direct streams. Everything is bounded in size, time and number,
 * and every refusal is answered with its reason.
 */
import type { Connection, Libp2p, Stream } from '@libp2p/interface';
import { NodeError, type ErrorCode } from '../errors.ts';
import { decodeAnswer, encodeRefusal, encodeResult } from './answer.ts';
import { createChannel, fail, type Channel, type OwnedChannel } from './channel.ts';
import {
  MAX_FRAME_BYTES,
  MAX_REQUESTS_AT_ONCE,
  MAX_STREAMS,
  REQUEST_TIMEOUT_MS,
  REQUESTS_BURST,
  REQUESTS_PER_SECOND,
} from './limits.ts';
import type { Log } from './log.ts';
import type { Members } from './members.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

export interface RequestOptions {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** the largest answer, in bytes */
  readonly maxBytes?: number;
}

export interface ServiceOptions {
  readonly timeoutMs?: number;
  /** the largest request, in bytes */
  readonly maxBytes?: number;
  /** requests per org that are served at once */
  readonly maxAtOnce?: number;
}

export type RequestHandler = (
  bytes: Uint8Array,
  fromOrg: string,
  signal: AbortSignal,
) => Uint8Array | Promise<Uint8Array>;

/** Every frame that it sends is made with `encodeResult`, because a refusal may come instead of one. */
export type ChannelHandler = (
  channel: Channel,
  fromOrg: string,
  signal: AbortSignal,
) => Promise<void>;

export interface ServicesOptions {
  readonly node: Libp2p;
  readonly members: Members;
  readonly log: Log;
  /** rejects when the org is not to be served */
  admitted(org: string): Promise<void>;
  readonly stopped: AbortSignal;
}

export interface Services {
  open(org: string, protocol: string, options?: RequestOptions): Promise<OwnedChannel>;
  serveChannel(
    protocol: string,
    handler: ChannelHandler,
    options?: ServiceOptions & { readonly beforeAdmission?: boolean },
  ): Promise<void>;
}

export function createServices({
  node,
  members,
  log,
  admitted,
  stopped,
}: ServicesOptions): Services {
  const connectionTo = (org: string): Connection => {
    const peerId = members.of(org)?.peerId;
    if (peerId === undefined)
      throw new NodeError('E_NOT_A_MEMBER', `${org} is no other member of the consortium`, { org });
    const open = node
      .getConnections()
      .find(({ remotePeer, status }) => remotePeer.toString() === peerId && status === 'open');
    if (!open) throw new NodeError('E_NOT_CONNECTED', `${org} is not connected`, { org });
    return open;
  };

  const rates = new Map<string, TokenBucket>();
  const isWithinRate = (org: string): boolean => {
    const rate = rates.get(org) ?? createTokenBucket(REQUESTS_BURST, REQUESTS_PER_SECOND);
    rates.set(org, rate);
    return rate.take(performance.now());
  };

  return {
    async open(org, protocol, options = {}) {
      const signal = within(options.timeoutMs, stopped, options.signal);
      const stream = await connectionTo(org)
        .newStream(protocol, { signal, maxOutboundStreams: MAX_STREAMS })
        .catch((error: unknown) => fail(error, signal));
      return createChannel(stream, { signal, maxBytes: options.maxBytes ?? MAX_FRAME_BYTES });
    },

    async serveChannel(protocol, handler, options = {}) {
      const { maxAtOnce = MAX_REQUESTS_AT_ONCE, maxBytes = MAX_FRAME_BYTES } = options;
      const atOnce = new Map<string, number>();
      const serveOne = async (stream: Stream, org: string) => {
        const signal = within(options.timeoutMs, stopped);
        const channel = createChannel(stream, { signal, maxBytes });
        const running = atOnce.get(org) ?? 0;
        atOnce.set(org, running + 1);
        try {
          if (running >= maxAtOnce)
            throw new NodeError('E_PEER_BUSY', `${running} requests are being served`);
          if (!options.beforeAdmission) await untilAborted(admitted(org), signal);
          await untilAborted(handler(channel, org, signal), signal);
          await channel.close();
        } catch (error) {
          log.debug({ org, protocol, err: error }, 'refused a request');
          await tell(channel, error);
        } finally {
          atOnce.set(org, (atOnce.get(org) ?? 1) - 1);
        }
      };
      await node.handle(
        protocol,
        (stream, connection) => {
          const org = members.orgOf(connection.remotePeer.toString());
          if (org === undefined) return stream.abort(new Error('not a member'));
          if (isWithinRate(org)) return serveOne(stream, org);
          const { code, message } = new NodeError('E_PEER_BUSY', `${org} sends too many requests`);
          log.warn({ code, org }, message);
          connection.abort(new Error(message));
        },
        { maxInboundStreams: MAX_STREAMS, maxOutboundStreams: MAX_STREAMS },
      );
    },
  };
}

/** One request and its answer on a stream of its own. */
export async function request(
  services: Services,
  org: string,
  protocol: string,
  bytes: Uint8Array,
  options: RequestOptions = {},
): Promise<Uint8Array> {
  const channel = await services.open(org, protocol, options);
  try {
    await channel.send(bytes);
    const result = decodeAnswer(await channel.receive(), org);
    await channel.close();
    return result;
  } catch (error) {
    channel.abort(error as Error);
    throw error;
  }
}

/** A handler of requests as one of channels. */
export function answering(handler: RequestHandler): ChannelHandler {
  return async (channel, org, signal) => {
    const bytes = await channel.receive();
    await channel.send(encodeResult(await handler(bytes, org, signal)));
  };
}

const TELL_TIMEOUT_MS = 1_000;

async function tell(channel: OwnedChannel, error: unknown): Promise<void> {
  try {
    await channel.send(encodeRefusal(error), AbortSignal.timeout(TELL_TIMEOUT_MS));
    await channel.close();
  } catch {
    channel.abort(error as Error);
  }
}

function within(timeoutMs = REQUEST_TIMEOUT_MS, ...signals: (AbortSignal | undefined)[]) {
  const given = signals.filter((signal) => signal !== undefined);
  return AbortSignal.any([AbortSignal.timeout(timeoutMs), ...given]);
}

/** A handler that never settles must not hold its place for ever. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const code: ErrorCode = 'E_PEER_TIMEOUT';
  const onAbort = () => reject(new NodeError(code, 'the request took too long'));
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
