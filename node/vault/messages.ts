/**
 * What node and vault say to each other over the IPC channel (structured cloning), and its strict reading on the vault's
 * side: anything that is not exactly such a request is refused. Statements and manifests come as bytes, so that the one
 * strict decoder of the protocol reads them.
 */
import * as v from 'valibot';
import {
  decode,
  ENVELOPE_LIMIT,
  STATEMENTS,
  type Statement,
  type StatementType,
} from '../../protocol/index.ts';
import { checkShape } from '../../protocol/shape.ts';
import type { ErrorShape } from '../errors.ts';
import { VaultError } from './errors.ts';

const MOST_ORGS = 256;
const MOST_LANES = 65_536;
const MOST_SUMS = 16;
/** 256 members of 8 addresses each, at most */
const LONGEST_TEXT = 2 ** 20;

const bytes = (most: number) =>
  v.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= most);
const envelope = bytes(ENVELOPE_LIMIT);
/** Counted first: of what is too long, no item is looked at. */
const list = <S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.array(v.unknown()), v.maxLength(most), v.array(item));
const envelopes = list(envelope, MOST_ORGS);
const text = (most: number, least = 0) => v.pipe(v.string(), v.minLength(least), v.maxLength(most));
const round = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const sum = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]{0,15}$/));
const context = v.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length === 32);
const lanes = v.custom<Float64Array>(
  (value) => value instanceof Float64Array && value.length <= MOST_LANES,
);
const earlier = list(v.strictObject({ set: bytes(32), lanes: bytes(8 * MOST_LANES) }), MOST_SUMS);
const certificate = v.strictObject({ candidate: envelope, precommits: envelopes });
const orgs = list(text(64, 1), MOST_ORGS);
const types = Object.keys(STATEMENTS) as [StatementType, ...StatementType[]];

/** Arguments of each request, by method. */
export const REQUESTS = {
  start: v.strictObject({
    passphrase: v.union([text(4096), bytes(4096)]),
    identityKey: text(4096, 1),
    journal: text(4096, 1),
  }),
  use: v.strictObject({ consortium: text(LONGEST_TEXT) }),
  signManifest: v.strictObject({ manifest: text(LONGEST_TEXT) }),
  sign: v.strictObject({ type: v.picklist(types), payload: envelope }),
  signed: v.strictObject({ round }),
  comparable: v.strictObject({ workload: context }),
  permit: v.strictObject({ proposal: envelope }),
  open: v.strictObject({ proposal: envelope }),
  deal: v.strictObject({ round, keys: envelopes }),
  accept: v.strictObject({ round, deals: envelopes, shares: envelopes }),
  mask: v.strictObject({
    round,
    sum,
    context,
    lanes,
    clockBoundUs: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(2 ** 32 - 1)),
    earlier,
  }),
  reveal: v.strictObject({ round, sum, context, certificate }),
  release: v.strictObject({
    round,
    sum,
    context,
    certificate,
    earlier,
    missing: v.strictObject({ self: orgs, sigma: orgs }),
  }),
  wipe: v.strictObject({ round }),
} as const;

export type Method = keyof typeof REQUESTS;
export type Args<M extends Method> = v.InferOutput<(typeof REQUESTS)[M]>;
export type Request = { [M in Method]: { method: M; args: Args<M> } }[Method];

export interface Asked {
  readonly id: number;
  readonly request: Request;
}

/** What the vault answers; `id` is null for a message that had none. */
export type Answer =
  | { readonly id: number; readonly ok: unknown }
  | { readonly id: number | null; readonly error: ErrorShape };

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const head = v.object({ id, method: v.string(), args: v.optional(v.unknown()) });

/** The id of a message, whatever else is wrong with it. */
export function idOf(message: unknown): number | null {
  const { value } = checkShape(v.object({ id }), message);
  return value?.id ?? null;
}

/** @throws VaultError E_MALFORMED */
export function parseRequest(message: unknown): Asked {
  const { id, method, args } = parsed(head, message, 'request');
  if (!Object.hasOwn(REQUESTS, method))
    throw new VaultError('E_MALFORMED', 'the vault has no such method');
  const name = method as Method;
  return {
    id,
    request: { method: name, args: parsed(REQUESTS[name], args, name) } as Request,
  };
}

/** @throws ProtocolError E_MALFORMED, E_NOT_CANONICAL; VaultError E_MALFORMED */
export function parseStatement({ type, payload }: Args<'sign'>): Statement {
  if (payload.length > STATEMENTS[type].limit)
    throw new VaultError('E_MALFORMED', `a ${type} has at most ${STATEMENTS[type].limit} bytes`);
  return { type, message: decode(STATEMENTS[type].message, payload) } as Statement;
}

/** @throws VaultError E_MALFORMED */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new VaultError('E_MALFORMED', 'this manifest is no JSON', {}, error);
  }
}

function parsed<S extends v.GenericSchema>(
  schema: S,
  given: unknown,
  what: string,
): v.InferOutput<S> {
  const { value, flaw } = checkShape(schema, given);
  if (!flaw) return value;
  throw new VaultError('E_MALFORMED', `this is no ${what} that the vault knows`, {
    field: flaw.key,
  });
}
