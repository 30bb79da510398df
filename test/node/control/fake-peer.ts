/** A peer that only remembers: rounds are given, events are emitted by hand. */
import type { PeerApi, Phase, RoundEvent, RoundView } from '../../../node/control/api.ts';
import type { Compared } from '../../../node/disclosure/compared.ts';
import { disclosureOf, type Disclosure } from '../../../node/disclosure/disclosure.ts';
import { readSchema } from '../../../node/disclosure/schema.ts';
import { consortiumOf } from '../../protocol/consortium.ts';
import { BUILD } from '../../protocol/proposal.ts';
import { createRoom } from '../../protocol/round/room.ts';
import { NodeError } from '../../../node/errors.ts';
import { checkScenario } from '../../../node/scenario-file.ts';

export interface FakePeer extends PeerApi {
  readonly calls: unknown[];
  /** what was asked for since the last listener came: `round` or `rounds` */
  readonly reads: string[];
  /** what its vault remembers, and no proposal lists */
  readonly leftOut: Compared[];
  readonly listeners: Set<(event: RoundEvent) => void>;
  put(view: RoundView): void;
  emit(event: RoundEvent): void;
}

export const SCENARIO = checkScenario({
  name: 'asset-transfer',
  sut: { type: 'ledger', version: '1' },
  workload: { class: 'asset-transfer', description: 'Transfers.' },
  warmUpSeconds: 1,
  runSeconds: 5,
});

export const ROUND = '3fa1'.repeat(16);

export function fakeView(phase: Phase, more: Partial<RoundView> = {}): RoundView {
  return {
    round: ROUND,
    scenario: 'asset-transfer',
    phase,
    proposer: 'Org1',
    proposedMs: 1_000,
    deadlines: {
      acceptByMs: 2_000,
      commitByMs: 3_000,
      readyByMs: 4_000,
      startMs: 5_000,
      warmUpMs: 1_000,
      runMs: 9_000,
      drainMs: 1_000,
      closingMs: 60_000,
    },
    roster: ['Org1', 'Org2', 'Org3'],
    quorum: 3,
    comparables: [],
    exception: null,
    accepted: [],
    committed: [],
    ready: [],
    contributed: [],
    contributors: [],
    results: [],
    sums: [],
    end: null,
    load: null,
    files: null,
    verifiedBy: [],
    accused: [],
    ...more,
  };
}

export function fakeDisclosure(): Disclosure {
  return disclosureOf(createRoom(consortiumOf(4)).terms, 'B', BUILD, readSchema());
}

export function fakePeer(...views: RoundView[]): FakePeer {
  const rounds = new Map(views.map((view) => [view.round, view]));
  const calls: unknown[] = [];
  const reads: string[] = [];
  const leftOut: Compared[] = [];
  const listeners = new Set<(event: RoundEvent) => void>();
  const find = (id: string) => {
    const view = rounds.get(id);
    if (!view) throw new NodeError('E_NO_ROUND', `there is no round ${id}`, { id });
    return view;
  };
  const record = async (...call: unknown[]) => {
    calls.push(call);
    return find(String(call[1]));
  };
  return {
    calls,
    reads,
    leftOut,
    listeners,
    put: (view) => void rounds.set(view.round, view),
    emit: (event) => listeners.forEach((listener) => listener(event)),
    status: () => ({
      org: 'Org1',
      version: '0.1.0',
      consortium: { name: 'Trade', digest: '09bc'.repeat(16) },
      peerId: '12D3KooW',
      addresses: ['/ip4/127.0.0.1/tcp/4001'],
      connected: ['Org2'],
      members: ['Org1', 'Org2', 'Org3'],
      rounds: [...rounds.values()],
      memory: { nodeBytes: 2 ** 26, vaultBytes: 2 ** 25, workerBytes: [] },
      traffic: { gossip: { in: 2048, out: 1024 } },
      clock: null,
    }),
    rounds() {
      reads.push('rounds');
      return [...rounds.values()];
    },
    round(id) {
      reads.push('round');
      return find(id);
    },
    async disclosure(id) {
      find(id);
      return { ...fakeDisclosure(), round: id, leftOut };
    },
    scenario(id) {
      find(id);
      return SCENARIO;
    },
    async propose(scenario) {
      calls.push(['propose', scenario]);
      return { round: ROUND };
    },
    accept: (id) => record('accept', id),
    decline: (id, code, reason) => record('decline', id, code, reason),
    abort: (id, reason) => record('abort', id, reason),
    subscribe(listener) {
      listeners.add(listener);
      reads.length = 0;
      return () => listeners.delete(listener);
    },
    async stop() {},
  };
}
