/**
 * Reads what frame-tap.ts wrote: blocks of bytes by channel; and the blocks that went into Noise as the streams that they
 * carry, with the protocol of each (yamux: https://github.com/hashicorp/yamux/blob/master/spec.md; multistream-select 1.0).
 */
import { existsSync, readFileSync } from 'node:fs';

export interface Block {
  /** epoch milliseconds */
  readonly atMs: number;
  readonly channel: number;
  readonly bytes: Buffer;
}

/** What one side of one stream said, or, with the protocol `(yamux)`, what the multiplexer said for itself. */
export interface Said {
  /** negotiated; `(given up)` when its other end was gone before that; `(unknown)` when it was not even tried */
  readonly protocol: string;
  /** frames with content, in order, their bytes without yamux's header */
  readonly frames: { readonly atMs: number; readonly bytes: Buffer }[];
}

const BLOCK_HEAD = 16;
const FRAME_HEAD = 12;
const DATA = 0;

export function readBlocks(path: string): Block[] {
  const all = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const blocks: Block[] = [];
  // the process may have been killed within the last one
  for (let at = 0; at + BLOCK_HEAD <= all.length;) {
    const length = all.readUInt32BE(at + 12);
    const bytes = all.subarray(at + BLOCK_HEAD, at + BLOCK_HEAD + length);
    blocks.push({ atMs: all.readDoubleBE(at), channel: all.readUInt32BE(at + 8), bytes });
    at += BLOCK_HEAD + length;
  }
  return blocks;
}

/** Each channel's bytes as one, so that a mark that lies across two blocks is found too. */
export function joined(blocks: readonly Block[]): Buffer[] {
  const channels = Map.groupBy(blocks, ({ channel }) => channel);
  return [...channels.values()].map((of) => Buffer.concat(of.map(({ bytes }) => bytes)));
}

/** The streams that a peer wrote to, over all of its connections. */
export function saidOver(blocks: readonly Block[]): Said[] {
  const connections = Map.groupBy(blocks, ({ channel }) => channel);
  return [...connections.values()].flatMap(streamsOf);
}

type Frames = Said['frames'];

function streamsOf(blocks: readonly Block[]): Said[] {
  const streams = new Map<number, Frames>();
  const own: Frames = [];
  let left = Buffer.alloc(0);
  for (const { atMs, bytes } of blocks) {
    let rest = Buffer.concat([left, bytes]);
    for (;;) {
      if (rest.length < FRAME_HEAD) break;
      if (rest[0] !== 0 || (rest[1] as number) > 3) throw new Error('this is no frame of yamux');
      const isData = rest[1] === DATA;
      const size = FRAME_HEAD + (isData ? rest.readUInt32BE(8) : 0);
      if (rest.length < size) break;
      const id = rest.readUInt32BE(4);
      const content = rest.subarray(FRAME_HEAD, size);
      if (isData && content.length > 0)
        streams.set(id, [...(streams.get(id) ?? []), { atMs, bytes: content }]);
      else own.push({ atMs, bytes: rest.subarray(0, size) });
      rest = rest.subarray(size);
    }
    left = rest;
  }
  const said = [...streams.values()].map((frames) => ({ protocol: protocolOf(frames), frames }));
  return [...said, { protocol: '(yamux)', frames: own }];
}

/** Both sides of a negotiation say its name: `<length>/multistream/1.0.0\n<length><protocol>\n`. */
function protocolOf(frames: Frames): string {
  const start = Buffer.concat(frames.slice(0, 12).map(({ bytes }) => bytes)).toString('latin1');
  const names = [...start.slice(0, 400).matchAll(/(\/[!-~]+)\n/g)];
  const chosen = names.find(([, name]) => !name?.startsWith('/multistream/'))?.[1];
  if (chosen !== undefined) return chosen;
  return names.length > 0 ? '(given up)' : '(unknown)';
}

/** When the last of these bytes was first said on one of the streams, in epoch milliseconds. */
export function saidAtMs(said: readonly Said[], bytes: Uint8Array): number | undefined {
  const instants = said.flatMap(({ frames }) => {
    const at = Buffer.concat(frames.map((frame) => frame.bytes)).indexOf(bytes);
    if (at < 0) return [];
    let end = 0;
    const frame = frames.find((one) => (end += one.bytes.length) >= at + bytes.length);
    return frame ? [frame.atMs] : [];
  });
  return instants.length > 0 ? Math.min(...instants) : undefined;
}
