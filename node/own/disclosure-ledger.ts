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
import { z } from 'zod';
import { NodeError } from '../errors.ts';

const id = z.string().regex(/^[0-9a-f]{64}$/);

const sentSchema = z.strictObject({
  kind: z.literal('sent'),
  atMs: z.int(),
  round: id,
  scenario: z.string(),
  sum: z.string(),
  consortium: z.strictObject({ name: z.string(), digest: id }),
  roster: z.array(z.string()),
  layout: z.string(),
  lanes: z.int(),
  /** of the masked vector */
  bytes: z.int(),
  /** id of the signed envelope */
  contribution: id,
});

const certifiedSchema = z.strictObject({
  kind: z.literal('certified'),
  atMs: z.int(),
  round: id,
  sum: z.string(),
  set: id,
  contributors: z.array(z.string()),
});

const lineSchema = z.discriminatedUnion('kind', [sentSchema, certifiedSchema]);

export type SentLine = z.infer<typeof sentSchema>;
export type CertifiedLine = z.infer<typeof certifiedSchema>;
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

/** For the running peer, the only one that writes. @throws NodeError E_IO, E_DISCLOSURE_LEDGER */
export function openDisclosureLedger(path: string): DisclosureLedger {
  dropTornLine(path);
  const known = new Set(readLines(path).map(keyOf));
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

/** A crash while a line was written: it was not durable, so nothing had followed from it. */
function dropTornLine(path: string): void {
  if (!existsSync(path)) return;
  guarded(path, 'repair', () => {
    const bytes = readFileSync(path);
    const end = bytes.lastIndexOf('\n') + 1;
    if (end === bytes.length) return;
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
        return lineSchema.parse(JSON.parse(line));
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
