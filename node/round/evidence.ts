/**
 * Evidence beside a round's files: what the machine accuses an org of, written once for each lie, and found again after a
 * restart. A file says what it proves to anybody; nobody has to trust this peer.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  evidenceOf,
  verifyEvidence,
  type Consortium,
  type Conviction,
  type Effect,
  type RoundState,
} from '../../protocol/index.ts';
import type { Accused } from '../control/api.ts';
import { errorShape } from '../errors.ts';
import type { Home } from '../home/paths.ts';
import { makeDir, replaceFile } from '../home/private-files.ts';
import type { Log } from './round-parts.ts';
import type { TranscriptStore } from './transcript-store.ts';

/** Of one org in one round: more would prove nothing more, and fill the disk. */
const MOST_FILES = 16;
const ENDING = '.evidence';

export interface EvidenceOptions {
  readonly home: Home;
  readonly consortium: Consortium;
  readonly store: Pick<TranscriptStore, 'get'>;
  /** a file is there, and `of` names it */
  readonly onWritten: (round: string, accused: Accused) => void;
  readonly log: Log;
}

export interface EvidenceKeeping {
  /** Takes the accusations among these effects; what can be proven is on disk a little later. */
  note(state: RoundState, effects: readonly Effect[]): void;
  /** who is proven to have lied in this round, in the order in which it was found */
  of(round: string): readonly Accused[];
  /** Drops a round from the memory; its files stay. */
  forget(round: string): void;
  /** resolves when nothing is being written */
  settled(): Promise<void>;
}

interface Known {
  readonly accused: Accused[];
  /** whose lies are proven, or being written */
  readonly lies: Map<string, string>;
  readonly files: Set<string>;
}

const lieOf = ({ lie, org, about }: Conviction) => [lie, org, about].join(' ');

export function createEvidence(options: EvidenceOptions): EvidenceKeeping {
  const { home, consortium, store, log } = options;
  const rounds = new Map<string, Known>();
  let writing = Promise.resolve();

  const dirOf = (round: string) => home.round(round).evidence;

  function knownOf(round: string): Known {
    const known = rounds.get(round) ?? readKnown(dirOf(round), consortium);
    rounds.set(round, known);
    return known;
  }

  function note(state: RoundState, effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.kind !== 'accuse') continue;
      const { round } = state.terms;
      const { lie, org, ids } = effect;
      const found = evidenceOf(consortium, state, effect, (id) => store.get(id)?.bytes);
      if (found) keep(round, found.conviction, found.bytes);
      else log.info({ round, lie, org, ids }, 'a lie that can not be proven to others');
    }
  }

  function keep(round: string, conviction: Conviction, bytes: Uint8Array): void {
    const known = knownOf(round);
    const { lie, org, means } = conviction;
    const key = lieOf(conviction);
    const against = [...known.lies.values()].filter((other) => other === org).length;
    if (known.lies.has(key) || against >= MOST_FILES) return;
    const name = freeName(known.files, `${lie}-${org}`);
    known.lies.set(key, org);
    known.files.add(name);
    const file = join(dirOf(round), name);
    writing = writing
      .then(async () => {
        await makeDir(dirOf(round));
        await replaceFile(file, bytes);
        const accused = { org, lie, file, means };
        known.accused.push(accused);
        log.warn({ round, org, lie, file }, `${means}: the evidence is written`);
        options.onWritten(round, accused);
      })
      .catch((error: unknown) => {
        // it is accused again when this peer starts again
        known.lies.delete(key);
        log.warn({ round, org, lie, ...errorShape(error) }, 'could not write evidence');
      });
  }

  return {
    note,
    of: (round) => knownOf(round).accused,
    forget: (round) => void rounds.delete(round),
    settled: () => writing,
  };
}

/** `falseSeed-Org3.evidence`, then `falseSeed-Org3-2.evidence`. */
function freeName(taken: ReadonlySet<string>, start: string): string {
  for (let i = 1; ; i++) {
    const name = `${start}${i === 1 ? '' : `-${i}`}${ENDING}`;
    if (!taken.has(name)) return name;
  }
}

/** What an earlier life of this peer wrote; what does not hold is passed over. */
function readKnown(dir: string, consortium: Consortium): Known {
  const known: Known = { accused: [], lies: new Map(), files: new Set() };
  if (!existsSync(dir)) return known;
  for (const name of readdirSync(dir).sort()) {
    known.files.add(name);
    const file = join(dir, name);
    const conviction = name.endsWith(ENDING) ? convictionIn(file, consortium) : null;
    if (!conviction) continue;
    const { org, lie, means } = conviction;
    known.lies.set(lieOf(conviction), org);
    known.accused.push({ org, lie, file, means });
  }
  return known;
}

function convictionIn(file: string, consortium: Consortium): Conviction | null {
  try {
    return verifyEvidence(readFileSync(file), consortium);
  } catch {
    return null;
  }
}
