/**
 * Tells of every block of the org's own node, in order, with the instant at which its event arrived and the outcome of
 * its transactions. Heights that were skipped are fetched, with the instant of the event that showed them.
 */
import type { Hex } from 'viem';
import { nowUs } from '../contract/verdict.ts';
import { reasonOf } from '../errors.ts';
import type { Rpc } from './rpc.ts';

export interface SeenBlock {
  height: number;
  /** Monotonic microseconds. */
  atUs: number;
  txs: { hash: Hex; valid: boolean }[];
}

export interface BlockWatch {
  stop(): void;
}

interface Receipt {
  transactionHash: Hex;
  status: Hex;
}

/** Watches from the block after the newest. `onEnd` is called once, with a reason, when the node can be watched no more. */
export async function watchBlocks(
  rpc: Rpc,
  pollMs: number,
  onBlock: (block: SeenBlock) => void,
  onEnd: (reason: string) => void,
): Promise<BlockWatch> {
  let watching = true;
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();
  let last = Infinity;
  const stop = (): void => {
    watching = false;
    clearTimeout(timer);
  };
  const end = (reason: string): void => {
    if (watching) onEnd(reason);
    stop();
  };
  const onHeight = (height: number): void => {
    const atUs = nowUs();
    const from = last + 1;
    last = Math.max(last, height);
    for (let next = from; next <= height; next++) {
      work = work
        .then(async () => {
          if (watching) onBlock({ height: next, atUs, txs: await outcomes(rpc, next) });
        })
        .catch((error: unknown) => end(reasonOf(error)));
    }
  };
  const poll = async (): Promise<void> => {
    try {
      onHeight(Number(await rpc.client.request({ method: 'eth_blockNumber' }, { dedupe: false })));
      if (watching) timer = setTimeout(() => void poll(), pollMs);
    } catch (error) {
      end(reasonOf(error));
    }
  };

  if (rpc.subscribeHeads) {
    const early: number[] = [];
    let deliver = (height: number): unknown => early.push(height);
    await rpc.subscribeHeads(
      (height) => deliver(height),
      () => end('the connection was lost'),
    );
    last = await newest(rpc);
    deliver = onHeight;
    for (const height of early) onHeight(height);
  } else {
    last = await newest(rpc);
    timer = setTimeout(() => void poll(), pollMs);
  }
  return { stop };
}

async function newest(rpc: Rpc): Promise<number> {
  return Number(await rpc.client.request({ method: 'eth_blockNumber' }));
}

async function outcomes(rpc: Rpc, height: number): Promise<SeenBlock['txs']> {
  const params: [Hex] = [`0x${height.toString(16)}`];
  const receipts = (await rpc.client.request({
    method: 'eth_getBlockReceipts' as 'eth_getTransactionReceipt',
    params,
  })) as unknown as Receipt[] | null;
  if (!receipts) throw new Error(`the node has no receipts of block ${height}`);
  return receipts.map(({ transactionHash, status }) => ({
    hash: transactionHash,
    valid: status === '0x1',
  }));
}
