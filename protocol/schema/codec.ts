/**
 * The one place that encodes and decodes (protobuf, proto3; schema in hushmark.proto).
 *
 * Decoding is strict, because protobuf is not canonical: what does not encode back to the very bytes that came
 * (unknown or repeated fields, long varints, numbers above 2^53-1) is refused, so that one message has one id.
 * Signatures are still verified over the bytes that came, never over a re-encoding.
 */
import { ProtocolError } from '../errors.ts';
import { hushmark } from './hushmark.js';

const v1 = hushmark.v1;

/** A message with all its fields present: proto3's defaults stand for what was absent. */
type Whole<T> = T extends Uint8Array
  ? Uint8Array
  : T extends readonly (infer E)[]
    ? readonly Whole<NonNullable<E>>[]
    : T extends object
      ? { readonly [K in keyof T as K extends '$unknowns' ? never : K]-?: Whole<NonNullable<T[K]>> }
      : T;

/** Every message of the schema by its name. */
export interface Messages {
  Envelope: Whole<hushmark.v1.IEnvelope>;
  Proposal: Whole<hushmark.v1.IProposal>;
  Acceptance: Whole<hushmark.v1.IAcceptance>;
  Decline: Whole<hushmark.v1.IDecline>;
  Commit: Whole<hushmark.v1.ICommit>;
  Abort: Whole<hushmark.v1.IAbort>;
  Keys: Whole<hushmark.v1.IKeys>;
  Deal: Whole<hushmark.v1.IDeal>;
  Shares: Whole<hushmark.v1.IShares>;
  Ready: Whole<hushmark.v1.IReady>;
  Contribution: Whole<hushmark.v1.IContribution>;
  Candidate: Whole<hushmark.v1.ICandidate>;
  Prevote: Whole<hushmark.v1.IPrevote>;
  Precommit: Whole<hushmark.v1.IPrecommit>;
  Reveal: Whole<hushmark.v1.IReveal>;
  ShareReveal: Whole<hushmark.v1.IShareReveal>;
  Result: Whole<hushmark.v1.IResult>;
  Certificate: Whole<hushmark.v1.ICertificate>;
  Bundle: Whole<hushmark.v1.IBundle>;
  Evidence: Whole<hushmark.v1.IEvidence>;
  Measurement: Whole<hushmark.v1.IMeasurement>;
  OpenedShares: Whole<hushmark.v1.IOpenedShares>;
  Seed: Whole<hushmark.v1.ISeed>;
}
export type MessageName = keyof Messages;

const OBJECTS = { defaults: true, arrays: true, longs: Number } as const;

/** The bytes of a message. Numbers must be integers of at most 2^53-1, bytes Uint8Arrays: the types see to it. */
export function encode<N extends MessageName>(name: N, message: Messages[N]): Uint8Array {
  return v1[name].encode(message as never).finish();
}

/**
 * The message in these bytes.
 * @throws ProtocolError E_MALFORMED when they are no such message, E_NOT_CANONICAL when they are not its only encoding
 */
export function decode<N extends MessageName>(name: N, bytes: Uint8Array): Messages[N] {
  const kind = v1[name];
  let message: object;
  try {
    message = kind.decode(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProtocolError('E_MALFORMED', `these bytes are no ${name}: ${reason}`);
  }
  // a view of the writer's own memory: it is looked at here and nowhere else
  if (Buffer.compare(kind.encode(message as never).finish(true), bytes) !== 0)
    throw new ProtocolError(
      'E_NOT_CANONICAL',
      `this ${name} is not encoded in the one allowed way`,
    );
  const object: object = kind.toObject(message as never, OBJECTS);
  if (WITH_WIDE_NUMBERS.includes(name) && !holdsSafeNumbers(object))
    throw new ProtocolError('E_NOT_CANONICAL', `this ${name} holds a number above 2^53-1`);
  return object as Messages[N];
}

/** Messages with 64-bit numbers, their own or inner ones: in the others there is nothing to look for. */
export const WITH_WIDE_NUMBERS: readonly MessageName[] = ['Proposal', 'Measurement'];

/** Some 64-bit numbers above 2^53-1 are exact as doubles and encode back: they are refused all the same. */
function holdsSafeNumbers(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return true;
  return Object.values(value).every(holdsSafeNumbers);
}
