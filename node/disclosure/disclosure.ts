/**
 * Exactly what will leave this machine in one round, before anything is signed: every statement, field by field, with
 * size and privacy class, and every lane of every summed vector. Pure.
 */
import {
  STATEMENTS,
  type Build,
  type ComparableRound,
  type MessageName,
  type Terms,
} from '../../protocol/index.ts';
import { comparedWith, earlierRoundsIn, type Compared, type EarlierRounds } from './compared.ts';
import type { PrivacyClass, Schema } from './schema.ts';
import { envelopeLike, plannedStatements, type Planned } from './statements.ts';

/** All values of one field of a statement, those of nested messages too. */
export interface DisclosedField {
  /** as in `sums.maskPublic` */
  readonly path: string;
  readonly class: PrivacyClass;
  readonly about: string;
  /** how many values, and their bytes together, without protobuf's own headers */
  readonly values: number;
  readonly bytes: number;
  /** where it is known already: text as it is, bytes in hex */
  readonly value?: string;
}

export interface DisclosedStatement {
  readonly type: string;
  /** the sum that it is about; null for one about the round */
  readonly sum: string | null;
  readonly when: string;
  readonly to: 'everybody' | 'one member';
  /** how many of them at most */
  readonly count: number;
  /** how many where nobody is late or fails, at most */
  readonly usually: number;
  /** of one envelope on the wire, signature included */
  readonly bytes: number;
  /** whether it always has this size; else it is the most */
  readonly exact: boolean;
  readonly fields: readonly DisclosedField[];
}

/** A named group of lanes, 8 bytes each. Of `or` lanes only "all were 0" can be seen in the sum. */
export interface DisclosedLanes {
  readonly name: string;
  readonly kind: 'count' | 'or';
  readonly lanes: number;
  readonly bytes: number;
}

export interface DisclosedSum {
  readonly id: string;
  readonly layout: string;
  readonly input: string;
  readonly lanes: number;
  readonly bytes: number;
  readonly groups: readonly DisclosedLanes[];
}

export interface Disclosure extends EarlierRounds {
  /** rounds of the same work that the own vault remembers, and that the proposal leaves out or tells otherwise */
  readonly leftOut: readonly Compared[];
  readonly round: string;
  readonly org: string;
  readonly consortium: string;
  readonly roster: readonly string[];
  /** the least number of contributors */
  readonly quorum: number;
  readonly build: { readonly packageVersion: string; readonly lockfileDigest: string };
  /** of every statement */
  readonly envelope: readonly DisclosedField[];
  readonly statements: readonly DisclosedStatement[];
  readonly sums: readonly DisclosedSum[];
  /** what else other members' machines learn, in words */
  readonly besides: readonly string[];
  /** bytes of all statements at most, whatever befalls the round; a decline, which takes their place, apart */
  readonly bytes: number;
  /** bytes of all statements at most, in a round in which nobody is late or fails */
  readonly usualBytes: number;
}

export const BESIDES: readonly string[] = [
  'To members: the peer id, the network addresses and the protocols of this peer.',
  'To members: this clock, in microseconds, to compare it with theirs.',
  'To members: statements of others, passed on as they came, and which of them are here.',
  'To everybody in the end: the whole summed vector, every lane, not only the figures of the report.',
];

/**
 * No statements when the org takes no part.
 * @param leftOut - what the own vault remembers, and the proposal leaves out
 */
export function disclosureOf(
  terms: Terms,
  self: string,
  build: Build,
  schema: Schema,
  leftOut: readonly ComparableRound[] = [],
): Disclosure {
  const planned = terms.roster.includes(self) ? plannedStatements(terms, self, build) : [];
  const statements = planned.map((one) => disclosed(one, terms, self, schema));
  const total = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);
  return {
    round: terms.round,
    org: self,
    consortium: terms.consortium.toString('hex'),
    roster: terms.roster,
    quorum: terms.q,
    ...earlierRoundsIn(terms.proposal),
    leftOut: leftOut.map(comparedWith),
    build: {
      packageVersion: build.packageVersion,
      lockfileDigest: hex(build.lockfileDigest),
    },
    envelope: envelopeFields(self, schema),
    statements,
    sums: planned.length > 0 ? terms.sums.map(sumOf) : [],
    besides: BESIDES,
    bytes: total(
      statements.map(({ type, bytes, count }) => (type === 'decline' ? 0 : bytes * count)),
    ),
    usualBytes: total(
      planned.map(({ usual, usually }) => envelopeLike(terms, self, usual).length * usually),
    ),
  };
}

const SIGNATURE_BYTES = 64;

function disclosed(
  { statement, when, to, count, usually, exact, known }: Planned,
  terms: Terms,
  self: string,
  schema: Schema,
): DisclosedStatement {
  const name = STATEMENTS[statement.type].message;
  return {
    type: statement.type,
    sum: 'sum' in statement.message ? statement.message.sum : null,
    when,
    to,
    count,
    usually,
    bytes: envelopeLike(terms, self, statement).length,
    exact,
    fields: fieldsOf(schema, name, '', [statement.message as Values], known),
  };
}

function envelopeFields(self: string, schema: Schema): DisclosedField[] {
  const known: Values = { type: 1, signer: self, signature: new Uint8Array(SIGNATURE_BYTES) };
  return fieldsOf(schema, 'Envelope', '', [known], false).filter(({ path }) => path !== 'payload');
}

type Values = Readonly<Record<string, unknown>>;

/** The plain fields under a message, summed up over all its occurrences. */
function fieldsOf(
  schema: Schema,
  message: MessageName,
  prefix: string,
  holders: readonly Values[],
  known: boolean,
): DisclosedField[] {
  return schema(message).flatMap((field) => {
    const path = prefix + field.name;
    const values = holders.flatMap((holder) => listed(holder[field.name]));
    if (field.message !== null)
      return fieldsOf(schema, field.message, `${path}.`, values as Values[], known);
    const plain = values.map(textOf).join(', ');
    return {
      path,
      class: field.class,
      about: field.about,
      values: values.length,
      bytes: values.reduce((total: number, value) => total + bytesOf(value), 0),
      ...(known && { value: plain }),
    };
  });
}

const listed = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

function textOf(value: unknown): string {
  return value instanceof Uint8Array ? hex(value) : String(value);
}

function bytesOf(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  if (typeof value === 'string') return Buffer.byteLength(value);
  return varintBytes(Number(value));
}

/** Protocol Buffers encoding, "Base 128 varints"; proto3 leaves out a zero. */
function varintBytes(value: number): number {
  return value === 0 ? 0 : Math.ceil(Math.floor(Math.log2(value) + 1) / 7);
}

function sumOf({ id, layout, input }: Terms['sums'][number]): DisclosedSum {
  return {
    id,
    layout: layout.id,
    input,
    lanes: layout.lanes,
    bytes: 8 * layout.lanes,
    groups: layout.segments.map((segment) => ({ ...segment, bytes: 8 * segment.lanes })),
  };
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
