/** One worker thread of the pool: plays the seeds that it is given. */
import { parentPort } from 'node:worker_threads';
import { ATTACKS } from './attacks/index.ts';
import type { Attack } from './attacks/attack.ts';
import type { Done, Failure, Piece } from './pool.ts';
import { loadProduct, type Product } from './product.ts';
import { runSeed, type RunOptions } from './runs.ts';
import { sizeOf } from './world.ts';

let whole: Product | undefined;
let last: { readonly without: number; readonly product: Product } | undefined;

async function productOf(without: number | null): Promise<Product> {
  if (without === null) return (whole ??= await loadProduct());
  const { edits } = ATTACKS[without] as Attack;
  if (!edits) return productOf(null);
  if (last?.without !== without) last = { without, product: await loadProduct({ edits }) };
  return last.product;
}

async function play(piece: Piece): Promise<Done> {
  const product = await productOf(piece.without);
  const broken = piece.without === null ? undefined : ATTACKS[piece.without]?.broken;
  const options: RunOptions = {
    ...broken,
    ...(piece.n !== null && { size: sizeOf(piece.n) }),
    ...(piece.isWhole && { isWhole: true }),
  };
  const failures: Failure[] = [];
  const ends: Record<string, number> = {};
  let [runs, effects] = [0, 0];
  const before = process.threadCpuUsage();
  for (let seed = piece.from; seed < piece.to; seed++) {
    const failure = playSeed(seed);
    if (failure) failures.push(failure);
    if (failure && piece.untilFound) break;
  }
  const { user, system } = process.threadCpuUsage(before);
  return { piece, runs, effects, failures, ends, cpuMs: (user + system) / 1000 };

  function playSeed(seed: number): Failure | null {
    runs++;
    try {
      const outcome = runSeed(product, seed, options);
      effects += outcome.effects;
      for (const end of outcome.ends) ends[end] = (ends[end] ?? 0) + 1;
      return outcome.findings.length > 0 ? { seed, findings: outcome.findings } : null;
    } catch (error) {
      // the machine must never throw, whatever a peer brings; a copy without a rule may
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { seed, findings: [{ promise: 'end', message: `threw: ${message}`, atMs: 0 }] };
    }
  }
}

parentPort?.on('message', (piece: Piece) => {
  void play(piece).then((done) => parentPort?.postMessage(done));
});
