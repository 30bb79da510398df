/**
 * An org that can die as by SIGKILL, next to any of its durable writes: its vault over a journal, its transcript in a file,
 * its rounds. What was durable stays; of all else nothing is left, and nothing more leaves it.
 */
import type { Clock } from '../../../node/clock.ts';
import type { RoundLoad } from '../../../node/round/round-parts.ts';
import { roundVault } from '../../../node/round/round-vault.ts';
import { createRounds, type Rounds } from '../../../node/round/rounds.ts';
import { openTranscriptStore, type TranscriptStore } from '../../../node/round/transcript-store.ts';
import { openJournal, type Journal } from '../../../node/vault/journal.ts';
import type { Vault } from '../../../node/vault/vault.ts';
import {
  open,
  windowOf,
  type Consortium,
  type Terms,
  type Verified,
} from '../../../protocol/index.ts';
import { lanesOf } from '../../protocol/round/lanes.ts';
import { identityFor, memoryVault } from '../vault/four-orgs.ts';
import { memoryStore } from './memory-store.ts';

/** One durable write: in the journal by its first slot, in the transcript by type and signer. */
export interface DurableWrite {
  readonly org: string;
  /** from 1, over all lives of the org; what was not durable is counted again */
  readonly number: number;
  readonly where: 'journal' | 'transcript';
  readonly what: string;
}

/** Whether the org dies next to this write, and whether the write is durable then. */
export type Fate = (write: DurableWrite) => 'before' | 'after' | null;

export interface MortalOrg {
  readonly org: string;
  readonly vault: Vault;
  readonly rounds: Rounds;
  readonly store: TranscriptStore;
  readonly isAlive: () => boolean;
  /** The same org again, from what was durable. */
  restart(): Promise<MortalOrg>;
  end(): Promise<void>;
}

export interface Surroundings {
  readonly consortium: Consortium;
  readonly consortiumText: string;
  readonly clock: Clock;
  /** of its transcript; null for one in memory, which ends with it */
  readonly path: string | null;
  readonly fate: Fate;
  readonly send: (message: Verified) => void;
  /** of what is durable now */
  readonly onWrite?: (write: DurableWrite) => void;
}

export async function createMortalOrg(org: string, around: Surroundings): Promise<MortalOrg> {
  const journal = openJournal(':memory:', identityFor(org).journalKeys);
  await memoryVault(org, journal).signManifest(around.consortium.manifest);
  return live(org, around, journal, { writes: 0 });
}

async function live(
  org: string,
  around: Surroundings,
  durable: Journal,
  count: { writes: number },
): Promise<MortalOrg> {
  const { consortium, clock, path } = around;
  let alive = true;
  const opened = path === null ? memoryStore() : openTranscriptStore(path);

  /** What comes after its death is not written; the dead code that runs on meanwhile does not notice. */
  function write(where: DurableWrite['where'], what: string, work: () => void): void {
    if (!alive) return;
    const next: DurableWrite = { org, number: count.writes + 1, where, what };
    const fate = around.fate(next);
    if (fate !== null) alive = false;
    if (fate === 'before') return;
    work();
    count.writes += 1;
    around.onWrite?.(next);
  }

  const journal: Journal = {
    ...durable,
    write: (entry) =>
      write('journal', entry.entries[0]?.slot ?? 'erase', () => durable.write(entry)),
    close() {},
  };
  const store: TranscriptStore = {
    ...opened,
    add(envelope) {
      if (opened.has(envelope.id)) return;
      const { type } = open(consortium, envelope.bytes);
      write('transcript', `${type}/${envelope.signer}`, () => opened.add(envelope));
    },
  };
  const vault = memoryVault(org, journal);
  await vault.use(around.consortiumText);
  const rounds = createRounds({
    consortium,
    self: org,
    clock,
    store,
    async send(message) {
      if (alive) around.send(message);
    },
    partsFor: (terms, proposal) => ({
      vault: roundVault(vault, terms, proposal),
      load: loadOf(org, clock, () => alive),
      clockBoundUs: async () => 900,
    }),
    onChange() {},
    onDrop() {},
    wipe: (round) => vault.wipe(round),
    signed: (round) => vault.signed(round),
    wipeAgainAfterMs: [],
    log: { debug() {}, info() {}, warn() {} },
  });
  return {
    org,
    vault,
    rounds,
    store,
    isAlive: () => alive,
    async restart() {
      await rounds.close();
      opened.close();
      durable.verifyChain();
      const again = await live(org, around, durable, count);
      again.rounds.resume();
      return again;
    },
    async end() {
      await rounds.close();
      opened.close();
    },
  };
}

/** Measures what lanesOf says, until the drain is over. */
function loadOf(org: string, clock: Clock, isAlive: () => boolean): RoundLoad {
  let measured = false;
  return {
    prepare: async () => {},
    async run(schedule: Terms['schedule']) {
      await clock.sleepUntil(windowOf(schedule).drainedMs);
      measured = isAlive();
    },
    stop() {},
    lanes: (input) => (measured ? lanesOf(org, input) : undefined),
    close: async () => {},
  };
}
