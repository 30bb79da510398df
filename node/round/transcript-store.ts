/**
 * Every accepted envelope of every round, on disk before anything follows from it (SQLite, write-ahead log, full sync).
 * An envelope is kept as it came, with the instant at which it came, so that a restarted peer hears it again.
 */
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { NodeError } from '../errors.ts';

export interface StoredEnvelope {
  readonly id: string;
  readonly round: string;
  readonly signer: string;
  readonly bytes: Uint8Array;
  /** the only org that may have it; null when it is for all */
  readonly addressee: string | null;
  readonly receivedMs: number;
}

export interface TranscriptStore {
  /** Durable when it returns; a second time changes nothing. @throws NodeError E_JOURNAL */
  add(envelope: StoredEnvelope): void;
  get(id: string): StoredEnvelope | undefined;
  has(id: string): boolean;
  idsOf(round: string): string[];
  /** in the order in which they came */
  of(round: string): StoredEnvelope[];
  /** what this org signed in a round */
  signedBy(round: string, signer: string): StoredEnvelope[];
  /** the one that came first: the proposal */
  firstOf(round: string): StoredEnvelope | undefined;
  /** ids of all rounds, oldest first */
  rounds(): string[];
  close(): void;
}

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS envelope (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    round TEXT NOT NULL,
    signer TEXT NOT NULL,
    addressee TEXT,
    received_ms INTEGER NOT NULL,
    bytes BLOB NOT NULL
  );
  CREATE INDEX IF NOT EXISTS envelope_round ON envelope (round, seq);
`;

interface Row {
  readonly id: string;
  readonly round: string;
  readonly signer: string;
  readonly addressee: string | null;
  readonly received_ms: number;
  readonly bytes: Uint8Array;
}

const SQLITE_FULL = 13;
const DAMAGED: readonly (number | undefined)[] = [11 /* SQLITE_CORRUPT */, 26 /* SQLITE_NOTADB */];

function storeError(error: unknown, what: string, path: string): NodeError {
  const { errcode, message } = error as Error & { errcode?: number };
  const code = DAMAGED.includes(errcode)
    ? 'E_TRANSCRIPT'
    : errcode === SQLITE_FULL
      ? 'E_DISK_FULL'
      : 'E_JOURNAL';
  return new NodeError(code, `cannot ${what} ${path}: ${message}`, { path }, error);
}

/** A file with a page missing opens, and fails only when that page is read. */
function checkPages(db: DatabaseSync): void {
  const found = db.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
  if (found.quick_check !== 'ok')
    throw Object.assign(new Error(found.quick_check), { errcode: DAMAGED[0] });
}

/** @throws NodeError E_JOURNAL when the file cannot be opened, E_TRANSCRIPT when it is damaged, E_DISK_FULL */
export function openTranscriptStore(path: string): TranscriptStore {
  const guard = <T>(what: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw storeError(error, what, path);
    }
  };
  const db = guard('open', () => {
    // SQLite gives its log the mode of the file, so the file comes first
    closeSync(openSync(path, 'a', 0o600));
    const opened = new DatabaseSync(path);
    try {
      opened.exec(SCHEMA);
      checkPages(opened);
    } catch (error) {
      opened.close();
      throw error;
    }
    return opened;
  });
  const insert = db.prepare(
    'INSERT OR IGNORE INTO envelope (id, round, signer, addressee, received_ms, bytes) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const byId = db.prepare('SELECT * FROM envelope WHERE id = ?');
  const byRound = db.prepare('SELECT * FROM envelope WHERE round = ? ORDER BY seq');
  const bySigner = db.prepare('SELECT * FROM envelope WHERE round = ? AND signer = ? ORDER BY seq');
  const firstOfRound = db.prepare('SELECT * FROM envelope WHERE round = ? ORDER BY seq LIMIT 1');
  const known = db.prepare('SELECT 1 FROM envelope WHERE id = ?');
  const ids = db.prepare('SELECT id FROM envelope WHERE round = ? ORDER BY seq');
  const all = db.prepare('SELECT round FROM envelope GROUP BY round ORDER BY min(seq)');
  const envelope = ({ received_ms, ...row }: Row): StoredEnvelope => ({
    ...row,
    receivedMs: received_ms,
  });
  return {
    add: ({ id, round, signer, addressee, receivedMs, bytes }) =>
      guard('write', () => void insert.run(id, round, signer, addressee, receivedMs, bytes)),
    get(id) {
      const row = guard('read', () => byId.get(id)) as Row | undefined;
      return row && envelope(row);
    },
    has: (id) => guard('read', () => known.get(id)) !== undefined,
    idsOf: (round) => guard('read', () => ids.all(round) as { id: string }[]).map(({ id }) => id),
    of: (round) => guard('read', () => byRound.all(round) as unknown as Row[]).map(envelope),
    signedBy: (round, signer) =>
      guard('read', () => bySigner.all(round, signer) as unknown as Row[]).map(envelope),
    firstOf(round) {
      const row = guard('read', () => firstOfRound.get(round)) as Row | undefined;
      return row && envelope(row);
    },
    rounds: () => guard('read', () => all.all() as { round: string }[]).map(({ round }) => round),
    close: () => db.close(),
  };
}
