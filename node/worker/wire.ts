/**
 * Messages between node and worker on a pipe of their own: a length (u32, big-endian), then a value in V8's structured
 * clone format. Not Node's IPC channel: there one call of the worker's code (`process.send({ cmd: 'NODE_HANDLE_ACK' })`),
 * or some bytes that it writes to the descriptor, end the parent. Here they break the wire, and its owner decides.
 */
import type { Duplex } from 'node:stream';
import { deserialize, serialize } from 'node:v8';

/** The worker's descriptor of the pipe. */
export const WIRE_FD = 3;
/** A batch of the private log has about 1 MB at most. */
const MAX_BYTES = 16 * 2 ** 20;
const HEAD = 4;

export interface WireEvents {
  message(value: unknown): void;
  /** Once, and nothing after: what came is no message. */
  broken(reason: string): void;
  /** Once: the other end is gone. */
  closed(): void;
}

export interface Wire {
  /** A message to an end that is gone is lost. */
  send(message: unknown): void;
}

export function createWire(pipe: Duplex, { message, broken, closed }: WireEvents): Wire {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = HEAD;
  let isBroken = false;
  const giveUp = (reason: string): void => {
    isBroken = true;
    chunks = [];
    broken(reason);
  };

  pipe.on('data', (chunk: Buffer) => {
    if (isBroken) return;
    chunks.push(chunk);
    held += chunk.length;
    if (held < wanted) return;
    let rest = Buffer.concat(chunks);
    while (rest.length >= HEAD) {
      const size = HEAD + rest.readUInt32BE();
      if (size > MAX_BYTES) return giveUp('a message that is too long');
      wanted = size;
      if (rest.length < size) break;
      const read = valueOf(rest.subarray(HEAD, size));
      if (!read) return giveUp('bytes that are no message');
      message(read.value);
      rest = rest.subarray(size);
      wanted = HEAD;
    }
    chunks = [rest];
    held = rest.length;
  });
  // a broken pipe also closes
  pipe.on('error', () => {});
  pipe.once('close', closed);

  return {
    send(value) {
      const body = serialize(value);
      const head = Buffer.alloc(HEAD);
      head.writeUInt32BE(body.length);
      if (pipe.writable) pipe.write(Buffer.concat([head, body]));
    },
  };
}

function valueOf(bytes: Uint8Array): { value: unknown } | undefined {
  try {
    return { value: deserialize(bytes) };
  } catch {
    return undefined;
  }
}
