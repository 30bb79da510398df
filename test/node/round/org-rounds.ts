/** The rounds of org A in this process: a store on disk, a clock that is set by hand, and a vault and a load that obey. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../../node/clock.ts';
import type { RoundLoad, RoundVault } from '../../../node/round/round-parts.ts';
import { createRounds, type Rounds } from '../../../node/round/rounds.ts';
import { openTranscriptStore, type TranscriptStore } from '../../../node/round/transcript-store.ts';
import { addresseeOf, type Statement, type Verified } from '../../../protocol/statement.ts';
import type { RoundState } from '../../../protocol/round/state.ts';
import { consortiumOf, said, type TestConsortium } from '../../protocol/consortium.ts';
import { proposalOf, T0 } from '../../protocol/proposal.ts';

export const SELF = 'A';

export interface OrgRounds {
  readonly world: TestConsortium;
  readonly rounds: Rounds;
  readonly store: TranscriptStore;
  readonly clock: { ms: number };
  /** codes and messages of warnings */
  readonly warnings: { code?: string; round?: string; text: string }[];
  readonly dropped: RoundState[];
  readonly wiped: string[];
  readonly signed: Statement[];
  readonly load: { prepared: number; run: number; closed: number };
  receive(message: Verified): boolean;
  end(): Promise<void>;
}

export interface Choice {
  readonly vault?: Partial<RoundVault>;
  readonly load?: Partial<RoundLoad>;
  readonly wipe?: (round: string) => Promise<void>;
  /** what the vault has in its journal; an error: it can not be read now */
  readonly journal?: readonly Uint8Array[] | Error;
  readonly nowMs?: number;
  /** statements on disk from an earlier life, by when they came */
  readonly stored?: readonly { round: string; message: Verified; receivedMs: number }[];
  /** changes the store, for its faults */
  readonly change?: (store: TranscriptStore) => TranscriptStore;
}

export function orgRounds(world: TestConsortium = consortiumOf(4), choice: Choice = {}): OrgRounds {
  const dir = mkdtempSync(join(tmpdir(), 'hushmark-rounds-'));
  const { change = (store) => store } = choice;
  const opened = openTranscriptStore(join(dir, 'rounds.db'));
  const store = change(opened);
  for (const { round, message, receivedMs } of choice.stored ?? []) {
    const { id, signer, bytes } = message;
    opened.add({ id, round, signer, bytes, addressee: addresseeOf(message), receivedMs });
  }
  const clock = { ms: choice.nowMs ?? T0 };
  const load = { prepared: 0, run: 0, closed: 0 };
  const warnings: OrgRounds['warnings'] = [];
  const [dropped, wiped, signed]: [RoundState[], string[], Statement[]] = [[], [], []];
  const rounds = createRounds({
    consortium: world.consortium,
    self: SELF,
    clock: handClock(clock),
    store,
    send: async () => {},
    partsFor: () => ({
      vault: {
        async sign(statement) {
          signed.push(statement);
          return said(world, SELF, statement.type, statement.message as never).bytes;
        },
        open: never,
        deal: never,
        check: never,
        mask: never,
        reveal: never,
        release: never,
        wipe: never,
        ...choice.vault,
      },
      load: {
        prepare: async () => void (load.prepared += 1),
        run: () => ((load.run += 1), never()),
        stop() {},
        lanes: () => undefined,
        close: async () => void (load.closed += 1),
        ...choice.load,
      },
      clockBoundUs: async () => 100,
    }),
    onChange() {},
    onDrop: (state) => void dropped.push(state),
    wipe: choice.wipe ?? (async (round) => void wiped.push(round)),
    async signed() {
      if (choice.journal instanceof Error) throw choice.journal;
      return choice.journal ?? [];
    },
    wipeAgainAfterMs: [0, 0],
    log: {
      debug() {},
      info() {},
      warn: (details, text) => void warnings.push({ ...details, text }),
    },
  });
  return {
    world,
    rounds,
    store,
    clock,
    warnings,
    dropped,
    wiped,
    signed,
    load,
    receive: (message) => rounds.receive(message.bytes, message.signer),
    async end() {
      await rounds.close();
      opened.close();
      rmSync(dir, { recursive: true });
    },
  };
}

const never = () => new Promise<never>(() => {});

const handClock = (at: { ms: number }): Clock => ({
  nowUs: () => at.ms * 1000,
  nowMs: () => at.ms,
  sleepUntil: never,
});

/** A proposal by any org, all its instants moved by `laterMs`. */
export function proposalBy(world: TestConsortium, org: string, nonce: number, laterMs = 0) {
  const plain = proposalOf(world, { nonce });
  const { acceptByMs, commitByMs, readyByMs, startMs, closingMs } = plain.schedule;
  return said(world, org, 'proposal', {
    ...plain,
    proposer: org,
    nonce: Uint8Array.from({ length: 16 }, (_, i) => (i === 0 ? nonce >> 8 : nonce & 255)),
    sums: plain.sums.map((sum) => ({
      ...sum,
      input: 'load',
      cutMs: sum.cutMs + laterMs,
      voteByMs: sum.voteByMs + laterMs,
    })),
    schedule: {
      ...plain.schedule,
      acceptByMs: acceptByMs + laterMs,
      commitByMs: commitByMs + laterMs,
      readyByMs: readyByMs + laterMs,
      startMs: startMs + laterMs,
      closingMs: closingMs + laterMs,
    },
  });
}

/** What is under way in this process has come to its end. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
