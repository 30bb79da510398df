/**
 * The disclosure ledger: everything that ever left this org under masks. A line is on disk before a contribution can
 * leave, so the record may name one that a crash kept back, and never lacks one. Lines are only ever added.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import * as v from 'valibot';
import { parseShape } from '../../protocol/shape.ts';
import { NodeError } from '../errors.ts';

const id = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const whole = v.pipe(v.number(), v.safeInteger());

const sentSchema = v.strictObject({
  kind: v.literal('sent'),
  atMs: whole,
  round: id,
  scenario: v.string(),
  sum: v.string(),
  consortium: v.strictObject({ name: v.string(), digest: id }),
  roster: v.array(v.string()),
  layout: v.string(),
  lanes: whole,
  /** of the masked vector */
  bytes: whole,
  /** id of the signed envelope */
  contribution: id,
});

const certifiedSchema = v.strictObject({
  kind: v.literal('certified'),
  atMs: whole,
  round: id,
  sum: v.string(),
  set: id,
  contributors: v.array(v.string()),
});

const lineSchema = v.variant('kind', [sentSchema, certifiedSchema]);

export type SentLine = v.InferOutput<typeof sentSchema>;
export type CertifiedLine = v.InferOutput<typeof certifiedSchema>;
type Line = SentLine | CertifiedLine;

/** One contribution, and what became of it. */
export interface Disclosed extends Omit<SentLine, 'kind'> {
  /** null: no certificate is known, so the masks of this sum were never opened here */
  readonly certified: Pick<CertifiedLine, 'atMs' | 'set' | 'contributors'> | null;
}

export interface DisclosureLedger {
  /** Durable when it returns; a second time changes nothing. @throws NodeError E_IO: then nothing may be sent */
  sent(line: Omit<SentLine, 'kind'>): void;
  /** @throws NodeError E_IO */
  certified(line: Omit<CertifiedLine, 'kind'>): void;
}

/** A contribution that left this org, by what else is on disk. */
export interface Contribution {
  readonly round: string;
  /** id of the signed envelope */
  readonly id: string;
}

/**
 * For the running peer, the only one that writes.
 * @param contributions - that the ledger must have
 * @throws NodeError E_IO, E_DISCLOSURE_LEDGER
 */
export function openDisclosureLedger(
  path: string,
  contributions: readonly Contribution[] = [],
): DisclosureLedger {
  const lines = readLines(path);
  checkComplete(path, lines, contributions);
  dropTornLine(path);
  const known = new Set(lines.map(keyOf));
  const add = (line: Line) => {
    if (known.has(keyOf(line))) return;
    append(path, line);
    known.add(keyOf(line));
  };
  return {
    sent: (line) => add({ kind: 'sent', ...line }),
    certified: (line) => add({ kind: 'certified', ...line }),
  };
}

/** All that was ever disclosed, oldest first; nothing when there is no file. @throws NodeError E_IO, E_DISCLOSURE_LEDGER */
export function readDisclosures(path: string): Disclosed[] {
  if (isTorn(path))
    throw new NodeError(
      'E_DISCLOSURE_LEDGER',
      `${path} ends in the middle of a line. Start the peer: it drops the line, unless something followed from it.`,
      { path },
    );
  const lines = readLines(path);
  return lines.flatMap((line) => {
    if (line.kind !== 'sent') return [];
    const found = lines.find(
      (other): other is CertifiedLine =>
        other.kind === 'certified' && other.round === line.round && other.sum === line.sum,
    );
    const certified = found && {
      atMs: found.atMs,
      set: found.set,
      contributors: found.contributors,
    };
    return [{ ...withoutKind(line), certified: certified ?? null }];
  });
}

function withoutKind({ kind, ...sent }: SentLine): Omit<SentLine, 'kind'> {
  void kind;
  return sent;
}

const keyOf = ({ kind, round, sum }: Line) => `${kind}/${round}/${sum}`;

function append(path: string, line: Line): void {
  guarded(path, 'write', () => {
    const file = openSync(path, 'a', 0o600);
    try {
      writeSync(file, `${JSON.stringify(line)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
}

function checkComplete(
  path: string,
  lines: readonly Line[],
  contributions: readonly Contribution[],
): void {
  const sent = new Set(lines.map((line) => line.kind === 'sent' && line.contribution));
  const lacking = contributions.find(({ id }) => !sent.has(id));
  if (lacking)
    throw new NodeError(
      'E_DISCLOSURE_LEDGER',
      `${path} lacks the contribution to round ${lacking.round.slice(0, 12)}`,
      { path, ...lacking },
    );
}

function isTorn(path: string): boolean {
  if (!existsSync(path)) return false;
  const bytes = guarded(path, 'read', () => readFileSync(path));
  return bytes.length > 0 && bytes.at(-1) !== 10;
}

/** A crash while a line was written: it was not durable, so nothing had followed from it. */
function dropTornLine(path: string): void {
  if (!isTorn(path)) return;
  guarded(path, 'repair', () => {
    const bytes = readFileSync(path);
    const end = bytes.lastIndexOf('\n') + 1;
    const file = openSync(path, 'r+');
    try {
      ftruncateSync(file, end);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
}

function readLines(path: string): Line[] {
  if (!existsSync(path)) return [];
  const text = guarded(path, 'read', () => readFileSync(path, 'utf8'));
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .slice(0, -1)
    .map((line, index) => {
      try {
        return parseShape(lineSchema, JSON.parse(line));
      } catch (error) {
        throw new NodeError(
          'E_DISCLOSURE_LEDGER',
          `${path}, line ${index + 1}: this is no line of the disclosure ledger`,
          { path, line: index + 1 },
          error,
        );
      }
    });
}

function guarded<T>(path: string, what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new NodeError('E_IO', `cannot ${what} ${path}`, { path }, error);
  }
}
