/**
 * `npm run fuzz -- [--seconds N | --inputs N] [--seed S] [--target NAME]`: seeded mutations of real statements against all
 * decoders, and through the receive path of a live round. What is found is kept in corpus/, where the specs try it again.
 * With `--keep` it makes the rest of corpus/ anew: of each target the shortest input that is refused with each code; others
 * stay while they are refused as before.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { between, flagsOf } from '../flags.ts';
import { CORPUS, corpusFiles, shortestOf } from './corpus.ts';
import { decodersOf } from './decoders.ts';
import { fuzzReceivePath, keptReceiving, receiveOnce } from './receive-path.ts';
import { makeSeeds } from './seeds.ts';
import { Found, fuzz, inputOf, tryOne, type Tally } from './target.ts';

const flags = flagsOf<{
  seconds?: number;
  inputs?: number;
  seed: number;
  target: string;
  keep: boolean;
}>(
  'npm run fuzz --',
  'Mutated statements against all decoders, and through the receive path of a live round.',
  '--seconds 60 --seed 7 --target receive',
  (command) =>
    command
      .option('--inputs <n>', 'so many (default: 100000)', between(1, 1e10))
      .option('--seconds <s>', 'for so long', between(1, 1e6))
      .option('--seed <n>', 'the first one', between(0, 2 ** 31), 1)
      .option('--target <name>', 'only those with this in their name', '')
      .option('--keep', 'make the corpus anew: the shortest input for each refusal', false),
);
const firstSeed = flags.seed;
const seconds = flags.seconds ?? Infinity;
const inputs = flags.inputs ?? (seconds === Infinity ? 100_000 : Infinity);
/** What one turn of all targets takes of the inputs; the receive path gets a hundredth. */
const TURN = 20_000;
const RECEIVE_SHARE = 0.01;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heapMb = () => (collect(), process.memoryUsage().heapUsed / 2 ** 20);
// most inputs are refused, and a trace of each costs more than the decoding
const traces = Error.stackTraceLimit;
Error.stackTraceLimit = 0;

const seeds = makeSeeds();
const targets = decodersOf(seeds).filter(({ name }) => name.includes(flags.target));
const weights = targets.reduce((sum, { weight }) => sum + weight, 0);
const receives = 'receive'.includes(flags.target);
const rows = new Map<string, { inputs: number; ms: number; tally: Tally }>();
const rowOf = (name: string) => {
  const row = rows.get(name) ?? { inputs: 0, ms: 0, tally: new Map<string, number>() };
  rows.set(name, row);
  return row;
};
const total = () => [...rows.values()].reduce((sum, row) => sum + row.inputs, 0);

async function turn(seed: number, wanted: number): Promise<void> {
  for (const target of targets) {
    const row = rowOf(target.name);
    const count = Math.max(1, Math.round((wanted * target.weight) / weights));
    const startedMs = performance.now();
    fuzz(target, seed, count, row.tally);
    row.ms += performance.now() - startedMs;
    row.inputs += count;
  }
  if (!receives) return;
  const row = rowOf('receive');
  const count = Math.ceil(targets.length > 0 ? wanted * RECEIVE_SHARE : wanted);
  const startedMs = performance.now();
  for (const [code, times] of await fuzzReceivePath(seeds, seed, count))
    row.tally.set(code, (row.tally.get(code) ?? 0) + times);
  row.ms += performance.now() - startedMs;
  row.inputs += count;
}

function print(): void {
  for (const [name, row] of rows) {
    const rate = Math.round(row.inputs / (row.ms / 1000));
    const codes = [...row.tally].sort((a, b) => b[1] - a[1]).map((pair) => pair.join(' '));
    console.log(
      `${name.padEnd(18)} ${String(row.inputs).padStart(9)}  ${String(rate).padStart(8)}/s  ${codes.join(', ')}`,
    );
  }
}

/** What so many inputs of each target bring, by their weights. */
const KEEP_INPUTS = 500;

async function keep(): Promise<void> {
  const { target: receive, end } = await keptReceiving(seeds);
  for (const target of [...targets, { ...receive, weight: 40 }])
    for (const [name, bytes] of shortestOf(target, firstSeed, target.weight * KEEP_INPUTS))
      writeFileSync(join(CORPUS, name), bytes);
  await end();
  // what these inputs did not bring stays as long as it is refused as before
  for (const { name, target: of, code, bytes } of corpusFiles()) {
    const target = targets.find((one) => one.name === of);
    if (!code || (!target && of !== 'receive')) continue;
    const input = inputOf(bytes);
    const outcome = target ? tryOne(target, input) : await receiveOnce(seeds, input);
    if (outcome !== code) rmSync(join(CORPUS, name));
  }
  console.log(`${corpusFiles().length} inputs in ${CORPUS}`);
}

if (flags.keep) {
  await keep();
  process.exit();
}

const startedMs = performance.now();
const elapsed = () => (performance.now() - startedMs) / 1000;
await turn(firstSeed, 500);
const before = heapMb();
try {
  for (let seed = firstSeed + 1; total() < inputs && elapsed() < seconds; seed++) {
    await turn(seed, Math.min(TURN, inputs - total()));
    process.stderr.write(`\r${total()} inputs, ${elapsed().toFixed(0)} s `);
  }
} catch (error) {
  Error.stackTraceLimit = traces;
  if (!(error instanceof Found)) throw error;
  const path = join(CORPUS, error.file);
  writeFileSync(path, error.input);
  console.error(`\n${error.message}\nkept in ${path}`);
  process.exit(1);
}
process.stderr.write('\n');
print();
const rate = Math.round(total() / elapsed());
console.log(
  `${total()} inputs in ${elapsed().toFixed(1)} s (${rate}/s), seed ${firstSeed}: nothing but typed refusals`,
);
console.log(`heap ${before.toFixed(1)} MiB before, ${heapMb().toFixed(1)} MiB after`);
