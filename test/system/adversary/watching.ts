/**
 * What an operator notices of an attack: how long the control API takes to answer, and the memory of the peer. It looks
 * from a thread of its own, because the attack keeps this one busy.
 */
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Peer } from '../../../scenarios/demo/bench-node.ts';

export interface Noticed {
  /** of all answers of the control API */
  readonly slowestMs: number;
  /** node and vault together, the most at any time above what it was before */
  readonly grownBytes: number;
  /** by which the log grew */
  readonly logBytes: number;
}

/** Watches a peer until this work is done. @throws what the work throws */
export async function whileWatching(peer: Peer, work: () => Promise<unknown>): Promise<Noticed> {
  const logSize = () => statSync(join(peer.home, 'node/node.log')).size;
  const logBefore = logSize();
  const watcher = new Worker(new URL('./watching-thread.ts', import.meta.url), {
    workerData: { control: join(peer.home, 'node/control.json'), org: peer.org },
  });
  await once(watcher, 'message');
  try {
    await work();
    watcher.postMessage('done');
    const [seen] = (await once(watcher, 'message')) as [Omit<Noticed, 'logBytes'>];
    return { ...seen, logBytes: logSize() - logBefore };
  } finally {
    await watcher.terminate();
  }
}
