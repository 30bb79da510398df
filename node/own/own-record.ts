/**
 * `own.json`: what an org's own load measured in one round, kept at home and nowhere else (0600). Counts before masking,
 * in the layout of the sum; and whether the harness kept its own schedule.
 */
import * as v from 'valibot';
import { layoutById, metricsOf, type Metrics } from '../../aggregation/index.ts';
import { parseShape } from '../../protocol/shape.ts';
import { NodeError } from '../errors.ts';
import { createRoundDirs, type RoundPaths } from '../home/paths.ts';
import { readText, replaceFile } from '../home/private-files.ts';

const FORMAT = 'hushmark-own/1';
const whole = v.pipe(v.number(), v.safeInteger());
const count = v.pipe(whole, v.minValue(0));
const us = v.pipe(v.number(), v.finite());

const workerSchema = v.strictObject({
  /** calls of the workload that the window's schedule asked for, were made, and were shed */
  planned: count,
  achieved: count,
  shed: count,
  /** actual minus intended start */
  lagUs: v.strictObject({ p50: us, p99: us, max: us }),
});

const recordSchema = v.strictObject({
  format: v.literal(FORMAT),
  round: v.string(),
  org: v.string(),
  scenario: v.string(),
  /** begin of the observation window, epoch ms, and its length */
  windowStartMs: whole,
  windowMs: v.pipe(whole, v.minValue(1)),
  layout: v.string(),
  /** lanes that are not 0: [lane, count] */
  lanes: v.array(v.strictTuple([count, count])),
  workers: v.array(workerSchema),
});

export type OwnRecord = v.InferOutput<typeof recordSchema>;
export type WorkerFigures = v.InferOutput<typeof workerSchema>;

/** @param lanes - of all workers together */
export function ownRecord(
  about: Omit<OwnRecord, 'format' | 'lanes'>,
  lanes: Float64Array,
): OwnRecord {
  const counted = [...lanes.entries()].filter(([, value]) => value !== 0);
  return { format: FORMAT, ...about, lanes: counted };
}

/** @throws NodeError E_IO */
export async function writeOwnRecord(paths: RoundPaths, record: OwnRecord): Promise<void> {
  await createRoundDirs(paths);
  await replaceFile(paths.own, `${JSON.stringify(record)}\n`);
}

/** @throws NodeError E_NO_OWN_DATA when there is none, E_OWN_DATA when it cannot be read as such */
export async function readOwnRecord(paths: RoundPaths): Promise<OwnRecord> {
  const text = await readText(paths.own).catch((error: unknown) => {
    if (!(error instanceof NodeError) || error.code !== 'E_NO_FILE') throw error;
    throw new NodeError('E_NO_OWN_DATA', 'this org counted nothing in this round');
  });
  try {
    return parseShape(recordSchema, JSON.parse(text));
  } catch (error) {
    throw new NodeError('E_OWN_DATA', `${paths.own} is damaged`, { path: paths.own }, error);
  }
}

/** The org's own figures, by the rules of the report. @throws NodeError E_OWN_DATA */
export function ownMetrics({ layout: id, lanes, windowMs }: OwnRecord): Metrics {
  const layout = layoutById(id);
  if (!layout) throw new NodeError('E_OWN_DATA', `this release does not know the layout ${id}`);
  const numbers = new Float64Array(layout.lanes);
  for (const [lane, value] of lanes) numbers[lane] = value;
  try {
    return metricsOf(layout, numbers, { windowMs, contributors: 1 });
  } catch (error) {
    throw new NodeError('E_OWN_DATA', `the counts contradict each other`, {}, error);
  }
}

/** All workers together; of the lags those of the worker that was latest. */
export function harnessFigures(workers: readonly WorkerFigures[]): WorkerFigures {
  const total = (of: (worker: WorkerFigures) => number) =>
    workers.reduce((sum, worker) => sum + of(worker), 0);
  const worst = (of: (worker: WorkerFigures) => number) => Math.max(0, ...workers.map(of));
  return {
    planned: total(({ planned }) => planned),
    achieved: total(({ achieved }) => achieved),
    shed: total(({ shed }) => shed),
    lagUs: {
      p50: worst(({ lagUs }) => lagUs.p50),
      p99: worst(({ lagUs }) => lagUs.p99),
      max: worst(({ lagUs }) => lagUs.max),
    },
  };
}
