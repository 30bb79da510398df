/**
 * The journal: what was signed and revealed, durable before it leaves. SQLite in WAL mode with synchronous=FULL; the
 * entries are append-only, one per slot, each chained to the one before by an HMAC (RFC 2104) under a key that the
 * passphrase guards: who cannot open the vault cannot change an entry unseen. Seeds stand apart, sealed, and are erased.
 *
 * Not noticed: an older copy of the whole file put back. Never restore a journal from a backup while a round is open.
 */
import { createHmac } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { domain, sameBytes } from '../../protocol/index.ts';
import { VaultError } from './errors.ts';
import type { JournalKeys } from './identity-key.ts';
import { openSeed, sealSeed } from './sealed-seed.ts';

export interface Entry {
  /** from 1, without a gap */
  readonly seq: number;
  readonly slot: string;
  /** an envelope, or what the vault keeps for itself */
  readonly content: Uint8Array;
}

/** What becomes durable together, or not at all. */
export interface Write {
  readonly entries: readonly Omit<Entry, 'seq'>[];
  readonly seeds?: readonly { round: string; sum: string; seed: Uint8Array }[];
  /** round whose seeds are erased */
  readonly erase?: string;
}

export interface Journal {
  get(slot: string): Uint8Array | undefined;
  /** slots that begin with this and were filled after the entry `seq`, in that order: what they hold is not read */
  slots(prefix: string, seq: number): Omit<Entry, 'content'>[];
  /** entries whose slot begins with this, in the order in which they were written */
  under(prefix: string): Entry[];
  /** the seed of a sum, to be zeroed after use; undefined when none was drawn or it is erased */
  seed(round: string, sum: string): Buffer | undefined;
  /** Durable when it returns. @throws VaultError E_CONFLICT (nothing is written) for a slot that is filled, E_JOURNAL */
  write(write: Write): void;
  /** @throws VaultError E_JOURNAL_DAMAGED (details.seq) */
  verifyChain(): void;
  close(): void;
}

const SCHEMA = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA trusted_schema = OFF;
  BEGIN IMMEDIATE;
  CREATE TABLE IF NOT EXISTS entries (
    seq INTEGER PRIMARY KEY, slot TEXT NOT NULL UNIQUE, content BLOB NOT NULL,
    prev BLOB NOT NULL, hash BLOB NOT NULL
  ) STRICT;
  CREATE TRIGGER IF NOT EXISTS entries_stay BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TRIGGER IF NOT EXISTS entries_remain BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
  CREATE TABLE IF NOT EXISTS seeds (
    round TEXT NOT NULL, sum TEXT NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (round, sum)
  ) STRICT;
  COMMIT;
`;

const FIRST = new Uint8Array(32);
const SQLITE_BUSY = 5;

interface Head {
  readonly seq: number;
  readonly hash: Uint8Array;
}

interface Row {
  seq: number;
  slot: string;
  content: Uint8Array;
  prev: Uint8Array;
  hash: Uint8Array;
}

/**
 * Opens the journal of one vault, creates it (0600) when there is none, and checks its chain.
 * @param path a file, or `:memory:` for a simulation
 * @throws VaultError E_JOURNAL_DAMAGED, E_JOURNAL, E_VAULT_BUSY when another process holds it
 */
export function openJournal(path: string, keys: JournalKeys): Journal {
  const db = openDatabase(path);
  const head: Head = { seq: 0, hash: FIRST };
  const select = db.prepare('SELECT content FROM entries WHERE slot = ?');
  const range = db.prepare(
    'SELECT seq, slot, content FROM entries WHERE slot >= ? AND slot < ? ORDER BY seq',
  );
  const names = db.prepare(
    'SELECT seq, slot FROM entries WHERE seq > ?2 AND substr(slot, 1, length(?1)) = ?1 ORDER BY seq',
  );
  const insert = db.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?)');
  const selectSeed = db.prepare('SELECT sealed FROM seeds WHERE round = ? AND sum = ?');
  const insertSeed = db.prepare('INSERT INTO seeds VALUES (?, ?, ?)');
  const eraseSeeds = db.prepare('DELETE FROM seeds WHERE round = ?');
  const all = db.prepare('SELECT seq, slot, content, prev, hash FROM entries ORDER BY seq');
  const contentOf = (slot: string) => select.get(slot)?.['content'] as Uint8Array | undefined;

  function writeAll({ entries, seeds = [], erase }: Write): Head {
    let { seq, hash } = head;
    for (const { slot, content } of entries) {
      const prev = hash;
      seq += 1;
      hash = chained(keys.chain, prev, seq, slot, content);
      insert.run(seq, slot, content, prev, hash);
    }
    for (const { round, sum, seed } of seeds)
      insertSeed.run(round, sum, sealSeed(keys.seeds, `${round}/${sum}`, seed));
    if (erase !== undefined) eraseSeeds.run(erase);
    return { seq, hash };
  }

  function verifyChain(): Head {
    let seq = 0;
    let hash: Uint8Array = FIRST;
    for (const row of all.iterate() as Iterable<unknown> as Iterable<Row>) {
      seq += 1;
      const right = chained(keys.chain, hash, seq, row.slot, row.content);
      if (row.seq !== seq || !sameBytes(row.prev, hash) || !sameBytes(row.hash, right))
        throw damaged(`entry ${seq} was changed`, { seq });
      hash = row.hash;
    }
    return { seq, hash };
  }

  const journal: Journal = {
    get: (slot) => guarded(() => contentOf(slot)),
    slots: (prefix, seq) =>
      guarded(() => names.all(prefix, seq) as unknown as Omit<Entry, 'content'>[]),
    under: (prefix) => guarded(() => range.all(prefix, afterAll(prefix)) as unknown as Entry[]),
    seed(round, sum) {
      const row = guarded(() => selectSeed.get(round, sum));
      return row && openSeed(keys.seeds, `${round}/${sum}`, row['sealed'] as Uint8Array);
    },
    write(write) {
      const filled = write.entries.find(({ slot }) => journal.get(slot) !== undefined);
      if (filled)
        throw new VaultError('E_CONFLICT', `${filled.slot} is filled and stays as it is`, {
          slot: filled.slot,
        });
      guarded(() =>
        Object.assign(
          head,
          transaction(db, () => writeAll(write)),
        ),
      );
      if (write.erase !== undefined) guarded(() => emptyLog(db));
    },
    verifyChain: () => void guarded(verifyChain),
    close: () => db.close(),
  };
  try {
    Object.assign(head, guarded(verifyChain));
    // a kill may have come between an erasure and this
    guarded(() => emptyLog(db));
  } catch (error) {
    db.close();
    throw error;
  }
  return journal;
}

/** The first text that begins with nothing like this, so that the index over slots, which are ASCII, leads to them. */
function afterAll(prefix: string): string {
  if (prefix === '') return '\x7f';
  return prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
}

/** What was erased must not live on in SQLite's log. */
function emptyLog(db: DatabaseSync): void {
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

function chained(
  key: Uint8Array,
  prev: Uint8Array,
  seq: number,
  slot: string,
  content: Uint8Array,
) {
  const lengths = Buffer.alloc(12);
  lengths.writeUIntBE(seq, 0, 6);
  lengths.writeUIntBE(Buffer.byteLength(slot), 6, 6);
  return createHmac('sha256', key)
    .update(domain('journal'))
    .update(prev)
    .update(lengths)
    .update(slot)
    .update(content)
    .digest();
}

function openDatabase(path: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    if (path !== ':memory:') createPrivately(path);
    db = new DatabaseSync(path);
    db.exec(SCHEMA);
    return db;
  } catch (error) {
    db?.close();
    if (sqliteCode(error) === SQLITE_BUSY)
      throw new VaultError(
        'E_VAULT_BUSY',
        'another process has this vault open: stop the peer of this home first',
        { path },
        error,
      );
    throw journalError(error);
  }
}

/**
 * SQLite gives its log the mode of the file, so the file comes first. The new names are durable with the first commit:
 * SQLite syncs the folder with a new log (node:fs has no fsync under the permission model).
 */
function createPrivately(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof VaultError ? error : journalError(error);
  }
}

const sqliteCode = (error: unknown) => (error as { errcode?: number } | null)?.errcode;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;

function journalError(error: unknown): VaultError {
  const code = sqliteCode(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code === SQLITE_CORRUPT || code === SQLITE_NOTADB) return damaged(message, {}, error);
  return new VaultError(
    code === SQLITE_FULL ? 'E_DISK_FULL' : 'E_JOURNAL',
    `the journal cannot be read or written: ${message}`,
    {},
    error,
  );
}

function damaged(what: string, details: Record<string, unknown>, cause?: unknown): VaultError {
  return new VaultError('E_JOURNAL_DAMAGED', `the journal is damaged: ${what}`, details, cause);
}
