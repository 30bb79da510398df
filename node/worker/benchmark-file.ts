/**
 * Caliper's benchmark file, as far as a private round needs it: `test.workers.number` and, by its label, one of
 * `test.rounds`. Length and start come from the proposal, so `txNumber`, `txDuration` and `trim` have no effect.
 */
import * as v from 'valibot';
import { checkShape, plainObject } from '../../protocol/shape.ts';
import { WorkerError } from './errors.ts';

const text = v.pipe(v.string(), v.minLength(1));
const workers = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(64));

const fileSchema = v.object({
  test: v.object({
    workers: v.optional(v.pipe(plainObject, v.object({ number: v.optional(workers, 1) })), {}),
    rounds: v.pipe(v.array(v.looseObject({ label: text })), v.minLength(1)),
  }),
});

const roundSchema = v.object({
  label: v.string(),
  rateControl: v.object({
    type: v.literal('fixed-rate', 'only fixed-rate is supported so far'),
    opts: plainObject,
  }),
  workload: v.strictObject({ module: text, arguments: v.nullish(plainObject) }),
});
const optsSchema = v.strictObject({ tps: v.pipe(v.number(), v.gtValue(0), v.maxValue(1_000_000)) });

/** Caliper's own keys: where one of ours is missing, people look for the misspelt one. */
const KEYS = {
  test: v.object({ test: strict('name', 'description', 'workers', 'rounds') }),
  round: strict(
    'label',
    'description',
    'txNumber',
    'txDuration',
    'trim',
    'rateControl',
    'workload',
  ),
};

function strict(...names: readonly string[]) {
  return v.strictObject(Object.fromEntries(names.map((name) => [name, v.optional(v.any())])));
}

/** What the org drives in one round. */
export interface BenchmarkRound {
  /** How many workers share the load. */
  workers: number;
  /** Transactions per second of all workers together. */
  tps: number;
  /** Path of the workload module, from the workspace. */
  module: string;
  arguments: Record<string, unknown>;
}

/** The labels of all rounds. @param file - parsed YAML. @throws WorkerError E_BENCHMARK_FILE naming the key. */
export function benchmarkLabels(file: unknown): string[] {
  return checked(fileSchema, file, [], KEYS.test).test.rounds.map(({ label }) => label);
}

/** @param file - parsed YAML. @throws WorkerError E_BENCHMARK_FILE naming the key. */
export function benchmarkRound(file: unknown, label: string): BenchmarkRound {
  const { test } = checked(fileSchema, file, [], KEYS.test);
  const index = test.rounds.findIndex((round) => round.label === label);
  if (index < 0) {
    const labels = test.rounds.map((round) => round.label);
    throw new WorkerError(
      'E_BENCHMARK_FILE',
      `benchmark.yaml has no round "${label}", only ${labels.join(', ')}: give one of test.rounds that label`,
      { label, labels },
    );
  }
  const at = [`test.rounds[${index}]`];
  const round = test.rounds[index];
  const { rateControl, workload } = checked(roundSchema, round, at, KEYS.round);
  const { tps } = checked(optsSchema, rateControl.opts, [...at, 'rateControl', 'opts']);
  return {
    workers: test.workers.number,
    tps,
    module: workload.module,
    arguments: workload.arguments ?? {},
  };
}

function checked<S extends v.GenericSchema>(
  schema: S,
  given: unknown,
  at: readonly string[] = [],
  keys: v.GenericSchema = schema,
): v.InferOutput<S> {
  const { value, flaw: found } = checkShape(schema, given, at);
  if (!found) return value;
  const { flaw = found } = checkShape(keys, given, at);
  throw new WorkerError(
    'E_BENCHMARK_FILE',
    `benchmark.yaml: ${flaw.key === '' ? 'the file ' : ''}${flaw.text}`,
    { key: flaw.key || 'the file' },
  );
}
