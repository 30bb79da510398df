/** The thread of watching.ts: asks for the status, again and again, and tells the slowest answer when it is over. */
import { setTimeout as delay } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { openControl } from '../../../node/control/client.ts';

const EVERY_MS = 50;
const { control, org } = workerData as { control: string; org: string };
const client = openControl(control, org);

let slowestMs = 0;
async function memory(): Promise<number> {
  const askedMs = performance.now();
  const { nodeBytes, vaultBytes } = (await client.status()).memory;
  slowestMs = Math.max(slowestMs, performance.now() - askedMs);
  return nodeBytes + vaultBytes;
}

const before = await memory();
let most = before;
let isDone = false;
parentPort?.once('message', () => (isDone = true));
parentPort?.postMessage('watching');
do {
  most = Math.max(most, await memory());
  await delay(EVERY_MS);
} while (!isDone);
most = Math.max(most, await memory());
parentPort?.postMessage({ slowestMs, grownBytes: most - before });
