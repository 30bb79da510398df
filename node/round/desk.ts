/**
 * The desk where a peer's operator deals with rounds: gives each round its vault, load and clock, publishes what is
 * published, and tells listeners what happens.
 */
import { resolve } from 'node:path';
import {
  hasEnded,
  termsOf,
  type Build,
  type Consortium,
  type Effect,
  type RoundState,
  type StatementOf,
  type Terms,
  type Verified,
} from '../../protocol/index.ts';
import type { Clock } from '../clock.ts';
import type {
  Accused,
  Disclosure,
  LoadProgress,
  RoundEvent,
  RoundFiles,
  RoundSummary,
  RoundView,
  ScenarioInput,
} from '../control/api.ts';
import { disclosureOf } from '../disclosure/disclosure.ts';
import { readSchema } from '../disclosure/schema.ts';
import { errorShape, NodeError } from '../errors.ts';
import type { Home } from '../home/paths.ts';
import type { ClockSync } from '../net/clock-sync.ts';
import { openKeeping } from '../own/keeping.ts';
import { proposalOf } from '../proposal.ts';
import type { Vault } from '../vault/vault.ts';
import type { Log } from './round-parts.ts';
import { clockBoundUs } from './clock-bound.ts';
import { createEvidence } from './evidence.ts';
import { overlapping } from './overlap.ts';
import { createOwnLoad, type OwnLoad } from './own-load.ts';
import { readViews, writePublication, writeView } from './publication.ts';
import { createRemembered } from './remembered.ts';
import { roundVault } from './round-vault.ts';
import { createRounds, type Rounds } from './rounds.ts';
import type { TranscriptStore } from './transcript-store.ts';
import { storedScenario } from './stored-scenario.ts';
import { summaryOf, summaryOfView, viewOf } from './view.ts';

export interface DeskOptions {
  readonly home: Home;
  readonly self: string;
  readonly workspace: string;
  readonly consortium: Consortium;
  readonly consortiumText: string;
  readonly build: Build;
  readonly vault: Vault;
  readonly store: TranscriptStore;
  readonly clock: Clock;
  readonly clockSync: Pick<ClockSync, 'offsets'>;
  readonly send: (message: Verified) => Promise<void>;
  readonly log: Log;
}

/** What a peer remembers of a round beside the machine's state. */
interface Beside {
  readonly proposedMs: number;
  readonly load: OwnLoad;
  progress: LoadProgress | null;
  files: RoundFiles | null;
  phase: string;
}

export interface Desk {
  readonly rounds: Rounds;
  summaries(): RoundSummary[];
  view(id: string): RoundView;
  disclosure(id: string): Promise<Disclosure>;
  propose(scenario: ScenarioInput): Promise<{ round: string }>;
  /** What was proposed, to be proposed again. */
  scenario(id: string): ScenarioInput;
  accept(id: string): Promise<RoundView>;
  decline(id: string, code: string, reason: string): Promise<RoundView>;
  abort(id: string, reason: string): Promise<RoundView>;
  subscribe(listener: (event: RoundEvent) => void): () => void;
  /** of the running workers */
  workerPids(): number[];
  close(): Promise<void>;
}

export function createDesk(options: DeskOptions): Desk {
  const { home, self, consortium, clock, clockSync, vault, log } = options;
  const beside = new Map<string, Beside>();
  const past = new Map(readViews(home, log).map((view) => [view.round, view]));
  const listeners = new Set<(event: RoundEvent) => void>();
  /** one publication at a time for each round, the latest state last */
  let writing = Promise.resolve();

  const remembered = createRemembered(vault, options.store, consortium);
  const keeping = openKeeping(options);
  const evidence = createEvidence({ ...options, onWritten: accused });
  const tell = (event: RoundEvent) => listeners.forEach((listener) => listener(event));

  const rounds = createRounds({
    consortium,
    self,
    clock,
    store: options.store,
    send: options.send,
    partsFor,
    onChange: changed,
    onDrop: dropped,
    wipe: (round) => vault.wipe(round),
    signed: (round) => vault.signed(round),
    log,
  });

  function partsFor(terms: Terms, proposal: StatementOf<'proposal'>) {
    const { round } = terms;
    const paths = home.round(round);
    const load = createOwnLoad({
      org: self,
      workspace: options.workspace,
      label: terms.proposal.workload,
      logPath: (index) => resolve(paths.ownDir, `transactions-${index}.csv`),
      outOfReach: [home.vault.dir, home.node.dir],
      onProgress(progress) {
        const known = beside.get(round);
        if (known) known.progress = progress;
        tell({ atMs: clock.nowMs(), round, kind: 'load', load: progress });
      },
      onMeasured: (lanes, workers) => keeping.keepOwn(terms, lanes, workers),
      clock,
      log,
    });
    // what is taken up again was proposed in an earlier life
    const proposedMs = options.store.firstOf(round)?.receivedMs ?? clock.nowMs();
    const isDealt = () => rounds.of(round).state().deals.size === terms.n;
    beside.set(round, { proposedMs, load, progress: null, files: null, phase: '' });
    return {
      load,
      vault: keeping.recording(roundVault(vault, terms, proposal), terms),
      clockBoundUs: (signal: AbortSignal) =>
        clockBoundUs({ terms, self, clock, log, offsets: clockSync.offsets, isDealt }, signal),
    };
  }

  function changed(state: RoundState, effects: readonly Effect[]): void {
    const { round } = state.terms;
    const known = beside.get(round);
    if (!known) return;
    keeping.noteCertificates(state);
    evidence.note(state, effects);
    const atMs = clock.nowMs();
    for (const effect of effects)
      if (effect.kind === 'persist')
        tell({
          atMs,
          round,
          kind: 'message',
          org: effect.message.signer,
          type: effect.message.type,
        });
    const heardResult = effects.some(
      (effect) => effect.kind === 'persist' && effect.message.type === 'result',
    );
    if (state.phase === 'published' && (heardResult || known.phase !== 'published')) publish(state);
    if (state.phase === known.phase) return;
    known.phase = state.phase;
    if (state.phase !== 'published') announce(state);
    if (!hasEnded(state)) return;
    log.info({ round, phase: state.phase, end: state.end }, 'the round is over');
    background(known.load.close());
    if (state.phase !== 'published') background(writeView(home, view(round)));
  }

  function accused(round: string, found: Accused): void {
    tell({ atMs: clock.nowMs(), round, kind: 'evidence', accused: found });
    const known = beside.get(round);
    if (!known) return;
    const state = rounds.of(round).state();
    // what is not published yet writes its view when it is
    if (hasEnded(state) && (state.phase !== 'published' || known.files))
      background(writeView(home, view(round)));
  }

  /** From now on what is on disk tells of it. */
  function dropped({ terms: { round } }: RoundState): void {
    past.set(round, view(round));
    beside.delete(round);
    evidence.forget(round);
  }

  /** A round counts as published for its operator once its files are there. */
  function publish(state: RoundState): void {
    const { round } = state.terms;
    writing = writing
      .then(async () => {
        const files = await writePublication(home, consortium, options.consortiumText, state);
        const known = beside.get(round);
        const first = known?.files === null;
        if (known) known.files = files;
        await writeView(home, view(round));
        if (first) announce(state);
      })
      .catch((error: unknown) => log.warn({ round, ...errorShape(error) }, 'could not publish'));
  }

  function announce({ terms: { round }, phase, end }: RoundState): void {
    const kind = view(round).end || phase === 'published' ? 'end' : 'phase';
    tell({ atMs: clock.nowMs(), round, kind, phase, ...(end && { end }) });
  }

  function background(work: Promise<void>): void {
    work.catch((error: unknown) => log.warn(errorShape(error), 'not done'));
  }

  function view(id: string): RoundView {
    const known = beside.get(id);
    if (known) {
      const { proposedMs, progress, files } = known;
      return viewOf(rounds.of(id).state(), proposedMs, progress, files, evidence.of(id));
    }
    const old = past.get(id);
    if (old) return old;
    throw new NodeError('E_NO_ROUND', `this peer knows no round ${id.slice(0, 12)}`);
  }

  const intend = async (id: string, event: Parameters<ReturnType<Rounds['of']>['intend']>[0]) => {
    await rounds.of(id).intend(event);
    return view(id);
  };

  function refuseOverlap(terms: Terms): void {
    const other = overlapping(
      terms,
      rounds.all().map((driver) => driver.state()),
      self,
    );
    if (other)
      throw new NodeError(
        'E_WINDOW_TAKEN',
        `its load would overlap that of round ${other.slice(0, 12)}`,
        {
          round: other,
        },
      );
  }

  return {
    rounds,
    summaries: () => [
      ...[...past.values()].filter(({ round }) => !beside.has(round)).map(summaryOfView),
      ...[...beside].map(([id, { proposedMs }]) => summaryOf(rounds.of(id).state(), proposedMs)),
    ],
    view,
    async disclosure(id) {
      const { terms } = rounds.of(id).state();
      const missing = await remembered.leftOutOf(terms);
      return disclosureOf(terms, self, options.build, readSchema(), missing);
    },
    scenario: (id) => storedScenario(options.store, consortium, id),
    async propose(scenario) {
      const { packageVersion } = options.build;
      const nowMs = clock.nowMs();
      const listed = await remembered.toList(scenario, nowMs);
      const message = proposalOf(consortium, self, scenario, packageVersion, nowMs, listed);
      refuseOverlap(termsOf(consortium, message));
      const driver = rounds.propose(await vault.sign({ type: 'proposal', message }));
      // who proposes agrees
      await driver.intend({ kind: 'accept', nowMs: clock.nowMs(), ...options.build });
      return { round: driver.state().terms.round };
    },
    async accept(id) {
      const { terms, proposal } = rounds.of(id).state();
      refuseOverlap(terms);
      await vault.permit(proposal.bytes);
      return intend(id, { kind: 'accept', nowMs: clock.nowMs(), ...options.build });
    },
    decline: (id, code, reason) =>
      intend(id, { kind: 'decline', nowMs: clock.nowMs(), code, reason }),
    abort: (id, reason) =>
      intend(id, { kind: 'abort', nowMs: clock.nowMs(), code: 'operator', reason }),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    workerPids: () => [...beside.values()].flatMap(({ load }) => load.pids()),
    async close() {
      await rounds.close();
      await Promise.all([writing, evidence.settled()]);
    },
  };
}
