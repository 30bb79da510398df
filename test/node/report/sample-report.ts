/** A report like a round's, of latencies given here. */
import {
  createRecorder,
  laneIndex,
  mainLayout,
  metricsOf,
  segmentLanes,
} from '../../../aggregation/index.ts';
import type { Cells, Report } from '../../../protocol/report.ts';

export interface Sample {
  readonly read?: readonly number[];
  readonly transaction?: readonly number[];
  readonly scenario?: string;
  readonly members?: readonly string[];
}

const RUN_MS = 12_000;

/** @param sample - latencies in µs; every one of them was committed within the window */
export function sampleReport({
  read = [],
  transaction = [],
  scenario = 'asset-transfer',
  members = ['Org1', 'Org2', 'Org3', 'Org4'],
}: Sample = {}): Report {
  const layout = mainLayout();
  const recorder = createRecorder(layout);
  for (const us of read) recorder.add('read', 'committed', us, true);
  for (const us of transaction) recorder.add('transaction', 'committed', us, true);
  recorder.add('transaction', 'version', 0, false);
  recorder.lanes[laneIndex(layout, 'contributors')] = members.length;
  const cells = (kind: 'read' | 'transaction'): Cells => {
    const lanes = [...segmentLanes(layout, recorder.lanes, `${kind}.latency`)];
    return lanes.flatMap((count, cell) => (count > 0 ? [[cell, count] as const] : []));
  };
  return {
    format: 'hushmark-report/1',
    round: '3fa1c2d4'.repeat(8),
    consortium: { name: 'Trade', digest: '09bc'.repeat(16) },
    scenario,
    proposer: 'Org1',
    sut: { type: 'ledger', version: '1' },
    workload: { class: 'asset-transfer', description: 'Transfers and reads, a contract per org.' },
    network: {
      members,
      contributors: members,
      f: 1,
      q: Math.floor((members.length + 1) / 2) + 1,
      threshold: "the submitter's own peer",
    },
    window: {
      fromMs: Date.UTC(2026, 2, 1, 12),
      toMs: Date.UTC(2026, 2, 1, 12) + RUN_MS,
      warmUpMs: 3000,
      runMs: RUN_MS,
      drainMs: 2000,
    },
    grid: 'log-linear-us-32-v1',
    clockBoundUs: 412,
    sums: [
      {
        id: 'main',
        layout: 'main-v1',
        context: 'aa'.repeat(32),
        set: 'bb'.repeat(32),
        contributors: members,
        lanesDigest: 'cc'.repeat(32),
      },
    ],
    metrics: metricsOf(layout, recorder.lanes, {
      windowMs: RUN_MS,
      contributors: members.length,
    }),
    cells: { read: cells('read'), transaction: cells('transaction') },
    environment: { consensusProtocol: 'not disclosed', workloadCode: 'private to each org' },
    differencing: { comparable: [], exception: null },
  };
}

/** Latencies of a made-up ledger: a hump around `middleUs`, and a tail. */
export function hump(count: number, middleUs: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const t = (i + 0.5) / count;
    return Math.round(middleUs * Math.exp(0.35 * Math.log(t / (1 - t))));
  });
}
