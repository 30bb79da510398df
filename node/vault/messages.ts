/**
 * What node and vault say to each other over the IPC channel (structured cloning), and its strict reading on the vault's
 * side: anything that is not exactly such a request is refused. Statements and manifests come as bytes, so that the one
 * strict decoder of the protocol reads them.
 */
import { z } from 'zod';
import {
  decode,
  ENVELOPE_LIMIT,
  STATEMENTS,
  type Statement,
  type StatementType,
} from '../../protocol/index.ts';
import type { ErrorShape } from '../errors.ts';
import { VaultError } from './errors.ts';

const MOST_ORGS = 256;
const MOST_LANES = 65_536;
const MOST_SUMS = 16;
/** 256 members of 8 addresses each, at most */
const LONGEST_TEXT = 2 ** 20;

const bytes = (most: number) =>
  z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length <= most);
const envelope = bytes(ENVELOPE_LIMIT);
const envelopes = z.array(envelope).max(MOST_ORGS);
const text = z.string().max(LONGEST_TEXT);
const round = z.string().regex(/^[0-9a-f]{64}$/);
const sum = z.string().regex(/^[a-z][a-z0-9]{0,15}$/);
const context = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length === 32);
const lanes = z.custom<Float64Array>(
  (value) => value instanceof Float64Array && value.length <= MOST_LANES,
);
const types = Object.keys(STATEMENTS) as [StatementType, ...StatementType[]];

/** Arguments of each request, by method. */
export const REQUESTS = {
  start: z.strictObject({
    passphrase: z.union([z.string().max(4096), bytes(4096)]),
    identityKey: z.string().min(1).max(4096),
    journal: z.string().min(1).max(4096),
  }),
  use: z.strictObject({ consortium: text }),
  signManifest: z.strictObject({ manifest: text }),
  sign: z.strictObject({ type: z.enum(types), payload: envelope }),
  signed: z.strictObject({ round }),
  open: z.strictObject({ proposal: envelope }),
  deal: z.strictObject({ round, keys: envelopes }),
  accept: z.strictObject({ round, deals: envelopes, shares: envelopes }),
  mask: z.strictObject({
    round,
    sum,
    context,
    lanes,
    earlier: z
      .array(z.strictObject({ set: bytes(32), lanes: bytes(8 * MOST_LANES) }))
      .max(MOST_SUMS),
  }),
  reveal: z.strictObject({
    round,
    sum,
    context,
    certificate: z.strictObject({ candidate: envelope, precommits: envelopes }),
  }),
  wipe: z.strictObject({ round }),
} as const;

export type Method = keyof typeof REQUESTS;
export type Args<M extends Method> = z.infer<(typeof REQUESTS)[M]>;
export type Request = { [M in Method]: { method: M; args: Args<M> } }[Method];

export interface Asked {
  readonly id: number;
  readonly request: Request;
}

/** What the vault answers; `id` is null for a message that had none. */
export type Answer =
  | { readonly id: number; readonly ok: unknown }
  | { readonly id: number | null; readonly error: ErrorShape };

const head = z.object({ id: z.int().min(1), method: z.string(), args: z.unknown() });

/** The id of a message, whatever else is wrong with it. */
export function idOf(message: unknown): number | null {
  const parsed = z.object({ id: z.int().min(1) }).safeParse(message);
  return parsed.success ? parsed.data.id : null;
}

/** @throws VaultError E_MALFORMED */
export function parseRequest(message: unknown): Asked {
  const { id, method, args } = parsed(head, message, 'request');
  if (!Object.hasOwn(REQUESTS, method))
    throw new VaultError('E_MALFORMED', 'the vault has no such method');
  const name = method as Method;
  return {
    id,
    request: { method: name, args: parsed<unknown>(REQUESTS[name], args, name) } as Request,
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

function parsed<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path.join('.') ?? '';
  throw new VaultError('E_MALFORMED', `this is no ${what} that the vault knows`, { field });
}
