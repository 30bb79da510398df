/**
 * A tap on what a peer says, for tests alone: `node --import …/frame-tap.ts` in NODE_OPTIONS of a peer, and the folder in
 * FRAME_TAP_DIR. Nothing of the product knows of it. It writes down, with the instant, (1) each block of bytes that libp2p
 * hands to Noise, before it is encrypted, and (2) each block that any TCP socket of the process is given, as it is.
 * Workers and vaults have an environment of their own, and are not tapped. frame-records.ts reads what it writes.
 */
import { mkdirSync, openSync, writeSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { Socket } from 'node:net';
import { join } from 'node:path';

interface Bytes {
  subarray(): Uint8Array;
}
interface Secured {
  connection: { send(data: Uint8Array | Bytes): boolean };
}
type Secure = (this: unknown, ...args: unknown[]) => Promise<Secured>;
interface NoiseClass {
  prototype: { secureInbound: Secure; secureOutbound: Secure };
}

const dir = process.env['FRAME_TAP_DIR'];
const NOISE = '/@libp2p/noise/dist/src/noise.js';
const HOOK = 'frameTapOfTheTests';

/** instant (epoch ms, f64), channel (u32), length (u32), the bytes */
function recorder(path: string): (channel: number, bytes: Uint8Array) => void {
  let file: number | undefined;
  return (channel, bytes) => {
    file ??= openSync(path, 'a', 0o600);
    const head = Buffer.alloc(16);
    head.writeDoubleBE(performance.timeOrigin + performance.now());
    head.writeUInt32BE(channel, 8);
    head.writeUInt32BE(bytes.length, 12);
    writeSync(file, Buffer.concat([head, bytes]));
  };
}

function tapNoise(noise: NoiseClass, record: ReturnType<typeof recorder>): void {
  let connections = 0;
  const tapped = (secure: Secure): Secure =>
    async function (this: unknown, ...args) {
      const secured = await secure.apply(this, args);
      const { connection } = secured;
      const channel = ++connections;
      const send = connection.send.bind(connection);
      connection.send = (data) => {
        record(channel, data.subarray());
        return send(data);
      };
      return secured;
    };
  const { prototype } = noise;
  prototype.secureInbound = tapped(prototype.secureInbound);
  prototype.secureOutbound = tapped(prototype.secureOutbound);
}

/** Of each socket with another end: its own port is the channel, so that a test can tell the control API apart. */
function tapSockets(record: ReturnType<typeof recorder>): void {
  const write = Socket.prototype.write as (...args: unknown[]) => boolean;
  Socket.prototype.write = function (this: Socket, ...args: unknown[]) {
    const [data, encoding] = args;
    const bytes =
      typeof data === 'string'
        ? Buffer.from(data, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
        : (data as Uint8Array);
    if (this.localPort !== undefined) record(this.localPort, bytes);
    return write.apply(this, args);
  } as typeof Socket.prototype.write;
}

if (dir !== undefined) {
  mkdirSync(dir, { recursive: true });
  tapSockets(recorder(join(dir, `${process.pid}.sockets`)));
  const record = recorder(join(dir, `${process.pid}.frames`));
  (globalThis as Record<string, unknown>)[HOOK] = (noise: NoiseClass) => tapNoise(noise, record);
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!url.endsWith(NOISE)) return loaded;
      return { ...loaded, source: `${String(loaded.source)}\nglobalThis.${HOOK}(Noise);\n` };
    },
  });
}
