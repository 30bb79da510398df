/**
 * Typed signed statements: everything that an organisation says to others in a round.
 *
 * A statement travels in an Envelope {type, signer, payload, signature}; its id is SHA-256 of the envelope's bytes; the
 * signature (Ed25519, RFC 8032) covers domain, consortium digest, type and payload, as sent. Each statement has a slot: of
 * two different statements of one signer for one slot, one is a lie, and the pair is its evidence.
 */
import type { Consortium } from './manifest.ts';
import { digest, domain, hex, idOf } from './digest.ts';
import { ProtocolError } from './errors.ts';
import { verifySignature } from './identity.ts';
import { decode, encode, type Messages } from './schema/codec.ts';

/** What stands on the wire for each type, the message of its payload, and the most bytes that this may have. */
export const STATEMENTS = {
  proposal: { code: 1, message: 'Proposal', limit: 64 * 1024 },
  acceptance: { code: 2, message: 'Acceptance', limit: 1024 },
  decline: { code: 3, message: 'Decline', limit: 4096 },
  commit: { code: 4, message: 'Commit', limit: 16 * 1024 },
  abort: { code: 5, message: 'Abort', limit: 4096 },
  keys: { code: 10, message: 'Keys', limit: 4096 },
  deal: { code: 11, message: 'Deal', limit: 160 * 1024 },
  shares: { code: 12, message: 'Shares', limit: 4096 },
  ready: { code: 13, message: 'Ready', limit: 1024 },
  contribution: { code: 20, message: 'Contribution', limit: 192 * 1024 },
  candidate: { code: 21, message: 'Candidate', limit: 160 * 1024 },
  prevote: { code: 22, message: 'Prevote', limit: 1024 },
  precommit: { code: 23, message: 'Precommit', limit: 1024 },
  reveal: { code: 24, message: 'Reveal', limit: 32 * 1024 },
  shareReveal: { code: 25, message: 'ShareReveal', limit: 64 * 1024 },
  result: { code: 26, message: 'Result', limit: 1024 },
} as const;

export type StatementType = keyof typeof STATEMENTS;
export type Payload<T extends StatementType> = Messages[(typeof STATEMENTS)[T]['message']];
/** A statement before it is signed. */
export type Statement = {
  [T in StatementType]: { readonly type: T; readonly message: Payload<T> };
}[StatementType];
/** A statement whose signature holds. `bytes` is the envelope as it came; `id` its hash in hex. */
export type Verified = Statement & {
  readonly id: string;
  readonly signer: string;
  readonly bytes: Uint8Array;
};

/** The most bytes that any envelope may have. */
export const ENVELOPE_LIMIT = 200 * 1024;

const TYPES = new Map(
  Object.entries(STATEMENTS).map(([type, { code }]) => [code as number, type as StatementType]),
);

/** What the signature covers. */
export function signedBytes(
  consortium: Uint8Array,
  type: StatementType,
  payload: Uint8Array,
): Buffer {
  return Buffer.concat([domain(`statement/${type}`), consortium, payload]);
}

export function encodePayload(statement: Statement): Uint8Array {
  return encode(STATEMENTS[statement.type].message, statement.message as never);
}

/** An envelope's bytes. `sign` holds the key; it gets what is to be signed. */
export function seal(
  consortium: Uint8Array,
  signer: string,
  statement: Statement,
  sign: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const payload = encodePayload(statement);
  const signature = sign(signedBytes(consortium, statement.type, payload));
  return encode('Envelope', {
    type: STATEMENTS[statement.type].code,
    signer,
    payload,
    signature,
  });
}

/**
 * The statement in an envelope, its signature verified over the bytes that came.
 * @throws ProtocolError E_TOO_LARGE, E_MALFORMED, E_NOT_CANONICAL, E_UNKNOWN_TYPE, E_NOT_A_MEMBER, E_BAD_SIGNATURE
 */
export function open(consortium: Keys, bytes: Uint8Array): Verified {
  return openSealed(consortium, readEnvelope(bytes));
}

/**
 * Opens an envelope without checking who signed it: one that this org has made or opened before and kept where nobody else
 * writes, or one of whose author something else is proof.
 * @throws ProtocolError E_TOO_LARGE, E_MALFORMED, E_NOT_CANONICAL, E_UNKNOWN_TYPE
 */
export function reopen(bytes: Uint8Array): Verified {
  return statementIn(readEnvelope(bytes));
}

type Keys = Pick<Consortium, 'digest' | 'keys'>;

/** An envelope taken apart: its signature is not checked yet, its payload not decoded. */
export interface Sealed {
  readonly bytes: Uint8Array;
  readonly type: StatementType;
  readonly envelope: Messages['Envelope'];
}

/** @throws ProtocolError E_TOO_LARGE, E_MALFORMED, E_NOT_CANONICAL, E_UNKNOWN_TYPE */
export function readEnvelope(bytes: Uint8Array): Sealed {
  if (bytes.length > ENVELOPE_LIMIT)
    throw new ProtocolError(
      'E_TOO_LARGE',
      `an envelope of ${bytes.length} bytes is over the limit`,
    );
  const envelope = decode('Envelope', bytes);
  const type = TYPES.get(envelope.type);
  if (!type)
    throw new ProtocolError('E_UNKNOWN_TYPE', `no statement has the type ${envelope.type}`);
  if (envelope.payload.length > STATEMENTS[type].limit)
    throw new ProtocolError(
      'E_TOO_LARGE',
      `a ${type} of ${envelope.payload.length} bytes is over the limit`,
    );
  return { bytes, type, envelope };
}

/** As open. @throws ProtocolError E_NOT_A_MEMBER, E_BAD_SIGNATURE, E_MALFORMED, E_NOT_CANONICAL */
export function openSealed(consortium: Keys, sealed: Sealed): Verified {
  const { type, envelope } = sealed;
  const { signer, payload, signature } = envelope;
  const key = consortium.keys.get(signer);
  if (!key)
    throw new ProtocolError('E_NOT_A_MEMBER', `${signer} is no member of this consortium`, {
      org: signer,
    });
  if (!verifySignature(key, signedBytes(consortium.digest, type, payload), signature))
    throw new ProtocolError(
      'E_BAD_SIGNATURE',
      `the signature of ${signer}'s ${type} does not hold`,
      { org: signer, type },
    );
  return statementIn(sealed);
}

/** As reopen. @throws ProtocolError E_MALFORMED, E_NOT_CANONICAL */
export function statementIn({ bytes, type, envelope }: Sealed): Verified {
  const message = decode(STATEMENTS[type].message, envelope.payload);
  return { type, message, id: idOf(bytes), signer: envelope.signer, bytes } as Verified;
}

/** The round's id, 32 bytes: the hash of the proposal as it was signed; every receiver computes it anew. */
export function roundIdOf(consortium: Uint8Array, proposal: Payload<'proposal'>): Buffer {
  return digest('round', consortium, encode('Proposal', proposal));
}

/**
 * The slot that a statement fills: a signer fills it once. An acceptance and a decline share one, so do the two
 * answers to one vote.
 */
export function slotOf(consortium: Uint8Array, statement: Statement): string {
  if (statement.type === 'proposal')
    return `${hex(roundIdOf(consortium, statement.message))}/proposal`;
  const round = hex(statement.message.round);
  switch (statement.type) {
    case 'acceptance':
    case 'decline':
      return `${round}/decision`;
    case 'commit':
    case 'abort':
    case 'keys':
    case 'deal':
    case 'ready':
      return `${round}/${statement.type}`;
    case 'shares':
      return `${round}/shares/${statement.message.holder}`;
    case 'contribution':
    case 'reveal':
    case 'shareReveal':
    case 'result':
      return `${round}/${statement.message.sum}/${statement.type}`;
    case 'candidate':
    case 'prevote':
    case 'precommit':
      return `${round}/${statement.message.sum}/${statement.type}/${statement.message.view}`;
  }
}

/** The round that a statement belongs to, in hex. */
export function roundOf(consortium: Uint8Array, statement: Statement): string {
  return slotOf(consortium, statement).slice(0, 64);
}

/** The only org that a statement is for; null when it is for all. */
export function addresseeOf(statement: Statement): string | null {
  return statement.type === 'shares' ? statement.message.holder : null;
}
