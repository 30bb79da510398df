import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import { openJournal, type Journal } from '../../../node/vault/journal.ts';
import { joinParts, splitParts } from '../../../node/vault/parts.ts';
import { identityFor } from './four-orgs.ts';

const bytes = (text: string) => Buffer.from(text);
const keys = identityFor('Org1').journalKeys;

describe('journal', () => {
  let dir: string;
  let path: string;
  let open: Journal[];

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-journal-'));
    path = join(dir, 'journal.db');
    open = [];
  });
  afterEach(() => {
    for (const journal of open) journal.close();
    rmSync(dir, { recursive: true });
  });

  function opened(): Journal {
    const journal = openJournal(path, keys);
    open.push(journal);
    return journal;
  }
  function close(): void {
    for (const journal of open.splice(0)) journal.close();
  }
  function threeEntries(): void {
    const journal = opened();
    for (const slot of ['r/a', 'r/b', 'r/c'])
      journal.write({ entries: [{ slot, content: bytes(`content of ${slot}`) }] });
    close();
  }
  /** What somebody with the disk, but without the passphrase, can do. */
  function tamper(sql: string): void {
    const db = new DatabaseSync(path);
    db.exec('DROP TRIGGER entries_stay; DROP TRIGGER entries_remain;');
    db.exec(sql);
    db.close();
  }

  it('finds the entries of a round without a look at all the others', () => {
    const journal = opened();
    const many = Array.from({ length: 20_000 }, (_, i) => `${i}`.padStart(6, '0'));
    journal.write({ entries: many.map((slot) => ({ slot: `${slot}/x`, content: bytes(slot) })) });
    expect(journal.under('')).to.have.length(many.length);
    const took = (work: () => unknown) => {
      const fromMs = performance.now();
      for (let i = 0; i < 10; i++) work();
      return performance.now() - fromMs;
    };
    const all = took(() => journal.slots('none', 0));
    expect(took(() => journal.under('010000/'))).to.be.below(all / 5);
    expect(journal.under('010000/').map(({ slot }) => slot)).to.deep.equal(['010000/x']);
  });

  it('has after a restart what was written before', () => {
    threeEntries();
    const journal = opened();
    expect(journal.get('r/b')).to.deep.equal(new Uint8Array(bytes('content of r/b')));
    expect(journal.get('r/d')).to.equal(undefined);
    expect(journal.under('r/').map(({ seq, slot }) => [seq, slot])).to.deep.equal([
      [1, 'r/a'],
      [2, 'r/b'],
      [3, 'r/c'],
    ]);
    journal.write({ entries: [{ slot: 'r/d', content: bytes('more') }] });
    journal.verifyChain();
  });

  it('names the slots that were filled after an entry', () => {
    threeEntries();
    const journal = opened();
    expect(journal.slots('r/', 1).map(({ seq, slot }) => [seq, slot])).to.deep.equal([
      [2, 'r/b'],
      [3, 'r/c'],
    ]);
    expect(journal.slots('r/', 3)).to.deep.equal([]);
    expect(journal.slots('other', 0)).to.deep.equal([]);
  });

  it('fills a slot once, also after a restart, and then writes nothing of the rest', () => {
    threeEntries();
    const journal = opened();
    const entries = [
      { slot: 'r/new', content: bytes('x') },
      { slot: 'r/a', content: bytes('other') },
    ];
    expect(() => journal.write({ entries }))
      .to.throw()
      .with.property('code', 'E_CONFLICT');
    expect(journal.get('r/new')).to.equal(undefined);
  });

  it('finds a changed content, slot, order or hash, a missing entry and a foreign one', () => {
    const changes = [
      `UPDATE entries SET content = CAST('content of r/x' AS BLOB) WHERE seq = 2`,
      `UPDATE entries SET slot = 'r/z' WHERE seq = 3`,
      `UPDATE entries SET hash = zeroblob(32) WHERE seq = 3`,
      `UPDATE entries SET prev = zeroblob(32) WHERE seq = 2`,
      `UPDATE entries SET seq = 9 WHERE seq = 2`,
      `DELETE FROM entries WHERE seq = 1`,
      `INSERT INTO entries SELECT 4, 'r/d', content, hash, hash FROM entries WHERE seq = 3`,
    ];
    for (const change of changes) {
      rmSync(path, { force: true });
      threeEntries();
      tamper(change);
      expect(opened, change).to.throw().with.property('code', 'E_JOURNAL_DAMAGED');
    }
  });

  it('finds a bit flipped on the disk', () => {
    threeEntries();
    const file = readFileSync(path);
    const at = file.indexOf('content of r/b');
    file.writeUInt8(file.readUInt8(at) ^ 1, at);
    writeFileSync(path, file);
    expect(opened).to.throw().with.property('code', 'E_JOURNAL_DAMAGED');
  });

  it('refuses to change or delete an entry', () => {
    threeEntries();
    const db = new DatabaseSync(path);
    expect(() => db.exec(`UPDATE entries SET slot = 'x'`)).to.throw('append-only');
    expect(() => db.exec(`DELETE FROM entries`)).to.throw('append-only');
    db.close();
  });

  it('is not readable as the journal of another identity, nor as no database at all', () => {
    threeEntries();
    expect(() => openJournal(path, identityFor('Org2').journalKeys))
      .to.throw()
      .with.property('code', 'E_JOURNAL_DAMAGED');
    writeFileSync(path, 'x'.repeat(8192));
    expect(opened).to.throw().with.property('code', 'E_JOURNAL_DAMAGED');
  });

  it('says when its folder is not there', () => {
    path = join(dir, 'nowhere', 'journal.db');
    expect(opened).to.throw().with.property('code', 'E_JOURNAL');
  });

  it('belongs to one vault at a time', () => {
    opened();
    expect(opened).to.throw().with.property('code', 'E_VAULT_BUSY');
  });

  it('keeps its files for their owner alone', () => {
    opened().write({ entries: [{ slot: 'r/a', content: bytes('x') }] });
    const modes = readdirSync(dir).map((name) => statSync(join(dir, name)).mode & 0o777);
    expect(modes.length).to.be.greaterThan(1);
    expect(new Set(modes)).to.deep.equal(new Set([0o600]));
  });

  describe('seeds', () => {
    const seed = bytes('a seed of exactly thirty-2 bytes');
    const content = bytes('x');
    const onDisk = () =>
      Buffer.concat(readdirSync(dir).map((name) => readFileSync(join(dir, name))));
    const sealed = () => {
      const db = new DatabaseSync(path);
      const row = db.prepare('SELECT sealed FROM seeds').get();
      db.close();
      return Buffer.from(row?.['sealed'] as Uint8Array);
    };
    const draw = () =>
      opened().write({
        entries: [{ slot: 'r/keys', content }],
        seeds: [{ round: 'r', sum: 'main', seed }],
      });

    it('come back after a restart, and stand nowhere in the clear', () => {
      draw();
      expect(onDisk().includes(seed)).to.equal(false);
      close();
      expect(opened().seed('r', 'main')).to.deep.equal(seed);
    });

    it('are gone from the disk when they are erased', () => {
      draw();
      close();
      const traces = sealed();
      const journal = opened();
      expect(onDisk().includes(traces)).to.equal(true);
      journal.write({ entries: [{ slot: 'r/wiped', content }], erase: 'r' });
      expect(journal.seed('r', 'main')).to.equal(undefined);
      expect(onDisk().includes(traces)).to.equal(false);
      expect(journal.get('r/keys')).to.deep.equal(new Uint8Array(content));
    });

    it('are gone after the next start, when a kill came right after they were erased', () => {
      draw();
      close();
      const traces = sealed();
      // as the vault writes; what it has on disk then is what a kill leaves
      const db = new DatabaseSync(path);
      db.exec('PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON');
      db.exec(`INSERT INTO seeds SELECT 'other', sum, sealed FROM seeds; DELETE FROM seeds`);
      const left = readdirSync(dir).map((name) => ({
        name,
        content: readFileSync(join(dir, name)),
      }));
      db.close();
      for (const { name, content } of left) writeFileSync(join(dir, name), content);
      expect(onDisk().includes(traces), 'in what the kill left').to.equal(true);
      expect(opened().seed('r', 'main')).to.equal(undefined);
      expect(onDisk().includes(traces), 'after the next start').to.equal(false);
    });

    it('do not open in the place of another one', () => {
      draw();
      close();
      tamper(`UPDATE seeds SET sum = 'or1'`);
      const journal = opened();
      expect(() => journal.seed('r', 'or1'))
        .to.throw()
        .with.property('code', 'E_JOURNAL_DAMAGED');
    });
  });
});

describe('parts of a record', () => {
  it('come apart as they were joined, empty ones too', () => {
    const parts = [bytes('a'), new Uint8Array(0), bytes('longer')].map(
      (part) => new Uint8Array(part),
    );
    expect(splitParts(joinParts(parts)).map((part) => new Uint8Array(part))).to.deep.equal(parts);
    expect(splitParts(joinParts([]))).to.deep.equal([]);
  });

  it('are refused when cut short anywhere', () => {
    const whole = joinParts([bytes('abc')]);
    for (let length = 1; length < whole.length; length++)
      expect(() => splitParts(whole.subarray(0, length)))
        .to.throw()
        .with.property('code', 'E_MALFORMED');
  });
});
