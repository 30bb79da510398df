/** A world whose peers are tapped (frame-tap.ts), and what each of them said. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Peer } from '../../scenarios/demo/bench-node.ts';
import { startWorld, type World, type WorldOptions } from '../../scenarios/demo/world.ts';
import { joined, readBlocks, saidOver, type Block, type Said } from './frame-records.ts';
import type { Source } from './marks.ts';
import { withEnv } from './with-env.ts';

const TAP = new URL('./frame-tap.ts', import.meta.url);

export interface TappedWorld extends World {
  /** What the peer handed to libp2p for encryption, and what its sockets were given, the control API's apart. */
  sources(peer: Peer): Source[];
  /** The streams that the peer wrote to. */
  said(peer: Peer): Said[];
  /** Where a peer that ends badly leaves Node's diagnostic reports. */
  readonly reports: string;
}

/** @param preloads - further modules that the peers load first */
export async function startTapped(
  options: WorldOptions,
  preloads: readonly string[] = [],
): Promise<TappedWorld> {
  const tapped = join(options.dir, 'tapped');
  const reports = join(options.dir, 'reports');
  mkdirSync(reports);
  const modules = [TAP.href, ...preloads].map((url) => `--import=${url}`);
  const events = ['--report-on-fatalerror', '--report-uncaught-exception', '--report-on-signal'];
  const env = {
    NODE_OPTIONS: [...modules, ...events, `--report-directory=${reports}`].join(' '),
    FRAME_TAP_DIR: tapped,
  };
  const world = await withEnv(env, () => startWorld(options));
  const controlPorts = new Map(world.peers.map((peer) => [peer.pid, controlPortOf(peer)]));
  const frames = ({ pid }: Peer): Block[] => readBlocks(join(tapped, `${pid}.frames`));
  return {
    ...world,
    reports,
    said: (peer) => saidOver(frames(peer)),
    sources(peer) {
      const sockets = readBlocks(join(tapped, `${peer.pid}.sockets`));
      const parts: [string, Buffer[]][] = [
        ['frames', joined(frames(peer))],
        ['streams', saidOver(frames(peer)).map(contentOf)],
        ['sockets', joined(sockets.filter((one) => one.channel !== controlPorts.get(peer.pid)))],
      ];
      return parts.flatMap(([what, all]) =>
        all.map((bytes) => ({ name: `${what} of ${peer.org}`, bytes })),
      );
    },
  };
}

const contentOf = ({ frames }: Said) => Buffer.concat(frames.map(({ bytes }) => bytes));

function controlPortOf({ home }: Peer): number {
  const file = readFileSync(join(home, 'node', 'control.json'), 'utf8');
  return Number(new URL((JSON.parse(file) as { url: string }).url).port);
}

export const preload = (file: string) => new URL(file, import.meta.url).href;
