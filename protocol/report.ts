/**
 * The report: what a round publishes. One JSON text, the same bytes on every peer: no signatures, no local times, integers
 * and strings only. Metrics as PSWG "Hyperledger Blockchain Performance Metrics" v1.01 names them, reads and transactions
 * apart.
 */
import {
  decodeLanes,
  fromBytes,
  metricsOf,
  CELLS,
  laneIndex,
  type Layout,
  type Metrics,
} from '../aggregation/index.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { hex, sha256 } from './digest.ts';
import type { Consortium } from './manifest.ts';
import { contributionOf, type RoundState, type SumState } from './round/state.ts';
import { windowOf } from './terms.ts';

/** One sum as the report names it. Digests in hex. */
export interface ReportedSum {
  readonly id: string;
  readonly layout: string;
  readonly context: string;
  readonly set: string;
  readonly contributors: readonly string[];
  readonly lanesDigest: string;
}

/** Non-empty cells of the public grid: [cell, count]. They are all that the summed histogram says. */
export type Cells = readonly (readonly [number, number])[];

export interface Report {
  readonly format: 'hushmark-report/1';
  readonly round: string;
  readonly consortium: { readonly name: string; readonly digest: string };
  readonly scenario: string;
  readonly proposer: string;
  readonly sut: { readonly type: string; readonly version: string };
  readonly workload: { readonly class: string; readonly description: string };
  readonly network: {
    /** orgs of the roster */
    readonly members: readonly string[];
    /** orgs in the main sum */
    readonly contributors: readonly string[];
    readonly f: number;
    readonly q: number;
    /** where a commit was observed, PSWG's "@ network threshold" */
    readonly threshold: string;
  };
  readonly window: {
    readonly fromMs: number;
    readonly toMs: number;
    readonly warmUpMs: number;
    readonly runMs: number;
    readonly drainMs: number;
  };
  readonly grid: string;
  /** no two clocks of the roster were further apart than this */
  readonly clockBoundUs: number;
  readonly sums: readonly ReportedSum[];
  readonly metrics: Metrics;
  readonly cells: { readonly read: Cells; readonly transaction: Cells };
  /** PSWG section 4: what a reader of such figures needs to know, or that it was not disclosed */
  readonly environment: Readonly<Record<string, string>>;
  /** earlier rounds of the same work, and why their contributors may differ from this one's; null when they do not */
  readonly differencing: {
    readonly comparable: readonly string[];
    readonly exception: string | null;
  };
}

/** The lanes of every sum of the list, 8 bytes each, little-endian. */
type AllLanes = readonly Uint8Array[];

/**
 * The report of a round whose sums are all added up.
 * @throws AggregationError E_IMPLAUSIBLE when the main sum breaks an invariant
 */
export function reportOf(consortium: Consortium, state: RoundState, lanes: AllLanes): Report {
  const { terms } = state;
  const { proposal, schedule } = terms;
  const window = windowOf(schedule);
  const sums = terms.sums.map((plan, i) => reportedSum(state, i, plan, lanes[i] as Uint8Array));
  const [main] = sums as [ReportedSum, ...ReportedSum[]];
  const layout = terms.sums[0]?.layout as Layout;
  const counts = decodeLanes(
    fromBytes(lanes[0] as Uint8Array, layout.lanes),
    layout,
    main.contributors.length,
  );
  return {
    format: 'hushmark-report/1',
    round: terms.round,
    consortium: { name: consortium.manifest.name, digest: hex(consortium.digest) },
    scenario: proposal.scenario,
    proposer: proposal.proposer,
    sut: { type: proposal.sutType, version: proposal.sutVersion },
    workload: { class: proposal.workload, description: proposal.description },
    network: {
      members: terms.roster,
      contributors: main.contributors,
      f: terms.f,
      q: terms.q,
      threshold: "the submitter's own peer",
    },
    window: {
      fromMs: window.fromMs,
      toMs: window.toMs,
      warmUpMs: schedule.warmUpMs,
      runMs: schedule.runMs,
      drainMs: schedule.drainMs,
    },
    grid: proposal.grid,
    clockBoundUs: clockBoundOf(state.sums[0] as SumState),
    sums,
    metrics: metricsOf(layout, counts, {
      windowMs: schedule.runMs,
      contributors: main.contributors.length,
    }),
    cells: {
      read: cellsOf(layout, counts, 'read'),
      transaction: cellsOf(layout, counts, 'transaction'),
    },
    environment: environmentOf(state),
    differencing: {
      comparable: proposal.comparables.map(({ round }) => hex(round)),
      exception: proposal.exception || null,
    },
  };
}

/** What the contributors said with their data, which the certificate fixes: of a Ready a liar could sign two. */
function clockBoundOf(sum: SumState): number {
  const said = sum.certified?.set.map(({ org, contribution }) =>
    contributionOf(sum, org, hex(contribution)),
  );
  return Math.max(...(said ?? []).map((one) => one?.message.clockBoundUs ?? 0));
}

/** report.json, byte for byte. */
export function reportText(report: Report): string {
  return `${canonicalJson(report as unknown as Json)}\n`;
}

/** What members sign of it: 32 bytes. */
export function reportDigest(text: string): Buffer {
  return sha256(Buffer.from(text));
}

function reportedSum(
  { sums }: RoundState,
  index: number,
  plan: { readonly id: string; readonly layout: Layout },
  lanes: Uint8Array,
): ReportedSum {
  const sum = sums[index];
  if (!sum?.context || !sum.certified) throw new TypeError('a reported sum is certified');
  return {
    id: plan.id,
    layout: plan.layout.id,
    context: hex(sum.context),
    set: hex(sum.certified.hash),
    contributors: sum.certified.set.map(({ org }) => org),
    lanesDigest: hex(sha256(lanes)),
  };
}

function cellsOf(layout: Layout, counts: Float64Array, kind: 'read' | 'transaction'): Cells {
  const cells: [number, number][] = [];
  const first = laneIndex(layout, `${kind}.latency`);
  counts.subarray(first, first + CELLS).forEach((count, cell) => {
    if (count > 0) cells.push([cell, count]);
  });
  return cells;
}

const NOT_DISCLOSED = 'not disclosed';

function environmentOf({ terms }: RoundState): Record<string, string> {
  const { proposal, n } = terms;
  return {
    consensusProtocol: NOT_DISCLOSED,
    geographicDistribution: NOT_DISCLOSED,
    hardware: NOT_DISCLOSED,
    networkModel: NOT_DISCLOSED,
    nodesInTestTransaction: NOT_DISCLOSED,
    softwareDependencies: `${proposal.sutType} ${proposal.sutVersion}`,
    testTools: `hushmark ${proposal.packageVersion}; open-loop load, one driver at each of ${n} orgs`,
    dataStore: NOT_DISCLOSED,
    workloadCode: 'private to each org',
    observationPoints: "each org's own peer",
    transactionComplexity: NOT_DISCLOSED,
    faultload: NOT_DISCLOSED,
    invalidTransactions: 'counted apart and not part of throughput or latency',
  };
}
