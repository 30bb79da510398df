/**
 * Caliper's benchmark file, as far as a private round needs it: `test.workers.number` and, by its label, one of
 * `test.rounds`. Length and start come from the proposal, so `txNumber`, `txDuration` and `trim` have no effect.
 */
import { z } from 'zod';
import { WorkerError } from './errors.ts';

const fileSchema = z.looseObject({
  test: z.looseObject({
    workers: z.looseObject({ number: z.int().min(1).max(64).default(1) }).default({ number: 1 }),
    rounds: z.array(z.looseObject({ label: z.string().min(1) })).min(1),
  }),
});

const roundSchema = z.looseObject({
  label: z.string(),
  rateControl: z.looseObject({
    type: z.literal('fixed-rate', { error: 'only fixed-rate is supported so far' }),
    opts: z.looseObject({ tps: z.number().positive().max(1_000_000) }),
  }),
  workload: z.looseObject({
    module: z.string().min(1),
    arguments: z.record(z.string(), z.unknown()).nullish(),
  }),
});

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
  return checked(fileSchema, file, '').test.rounds.map(({ label }) => label);
}

/** @param file - parsed YAML. @throws WorkerError E_BENCHMARK_FILE naming the key. */
export function benchmarkRound(file: unknown, label: string): BenchmarkRound {
  const { test } = checked(fileSchema, file, '');
  const index = test.rounds.findIndex((round) => round.label === label);
  if (index < 0) {
    const labels = test.rounds.map((round) => round.label);
    throw new WorkerError(
      'E_BENCHMARK_FILE',
      `benchmark.yaml has no round "${label}", only ${labels.join(', ')}: give one of test.rounds that label`,
      { label, labels },
    );
  }
  const { rateControl, workload } = checked(
    roundSchema,
    test.rounds[index],
    `test.rounds[${index}].`,
  );
  return {
    workers: test.workers.number,
    tps: rateControl.opts.tps,
    module: workload.module,
    arguments: workload.arguments ?? {},
  };
}

function checked<T>(schema: z.ZodType<T>, value: unknown, prefix: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const key = prefix + (issue?.path.join('.') || 'the file');
  throw new WorkerError(
    'E_BENCHMARK_FILE',
    `benchmark.yaml, ${key}: ${issue?.message ?? 'is wrong'}; correct it in the workspace`,
    { key },
  );
}
