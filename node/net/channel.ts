/**
 * Messages on one libp2p stream: length-prefixed frames with a bound on their size and on the time they may take.
 */
import type { Stream } from '@libp2p/interface';
import { lpStream } from '@libp2p/utils';
import { NodeError } from '../errors.ts';
import { MAX_FRAME_BYTES } from './limits.ts';

/** Every call rejects when the channel's time is up or its stream ends. */
export interface Channel {
  /** @param signal instead of the channel's own. @throws NodeError E_MESSAGE_TOO_LARGE, E_PEER_TIMEOUT, E_PEER_RESET */
  send(bytes: Uint8Array, signal?: AbortSignal): Promise<void>;
  /** The next frame. @throws NodeError E_MESSAGE_TOO_LARGE, E_PEER_TIMEOUT, E_PEER_RESET */
  receive(): Promise<Uint8Array>;
}

/** A channel whose end its owner decides; handlers get the smaller one. */
export interface OwnedChannel extends Channel {
  /** Says that nothing more is sent, and gives the stream up when that takes long. */
  close(): Promise<void>;
  abort(error: Error): void;
}

const CLOSE_TIMEOUT_MS = 1_000;

export interface ChannelOptions {
  readonly signal: AbortSignal;
  /** the largest frame that is read, in bytes */
  readonly maxBytes?: number;
}

export function createChannel(
  stream: Stream,
  { signal, maxBytes = MAX_FRAME_BYTES }: ChannelOptions,
): OwnedChannel {
  const frames = lpStream(stream, { maxDataLength: maxBytes, maxBufferSize: 2 * MAX_FRAME_BYTES });
  return {
    async send(bytes, until = signal) {
      if (bytes.length > MAX_FRAME_BYTES)
        throw new NodeError(
          'E_MESSAGE_TOO_LARGE',
          `a frame has at most ${MAX_FRAME_BYTES} bytes, this one has ${bytes.length}`,
          { bytes: bytes.length },
        );
      await frames.write(bytes, { signal: until }).catch((error: unknown) => fail(error, until));
    },
    async receive() {
      const frame = await frames.read({ signal }).catch((error: unknown) => fail(error, signal));
      return frame.subarray();
    },
    close: () =>
      stream
        .close({ signal: AbortSignal.timeout(CLOSE_TIMEOUT_MS) })
        .catch((error: Error) => stream.abort(error)),
    abort: (error) => stream.abort(error),
  };
}

/** libp2p's errors as the node's own. */
export function fail(error: unknown, signal: AbortSignal): never {
  if (error instanceof NodeError) throw error;
  const { name, message } = error as Error;
  if (name === 'InvalidDataLengthError' || name === 'InvalidDataLengthLengthError')
    throw new NodeError('E_MESSAGE_TOO_LARGE', `the frame is larger than allowed: ${message}`);
  if (name === 'UnsupportedProtocolError')
    throw new NodeError('E_NO_SUCH_SERVICE', 'the other org does not offer this service');
  if (signal.aborted)
    throw signal.reason instanceof NodeError
      ? signal.reason
      : new NodeError('E_PEER_TIMEOUT', 'no answer in time', undefined, error);
  throw new NodeError('E_PEER_RESET', `the stream ended early: ${message}`, undefined, error);
}
