/**
 * Agreement on the set of contributors: the pure parts of single-shot Tendermint (Buchman, Kwon, Milosevic 2018,
 * arXiv:1807.04938) over the roster, once per sum. Who is in a sum is agreed, not seen.
 */
import { contextOf, earlierResult } from '../aggregation/index.ts';
import { digest, fromHex, sameBytes } from './digest.ts';
import { ProtocolError } from './errors.ts';
import type { Consortium } from './manifest.ts';
import type { Messages } from './schema/codec.ts';
import { checkedOnce } from './round/checked-once.ts';
import { open, type Payload, type Verified } from './statement.ts';
import type { SumPlan, Terms } from './terms.ts';

export type StatementOf<T extends Verified['type']> = Extract<Verified, { type: T }>;

/** What all Ready signatures of a round stand under: 32 bytes over the ids (hex) of all Keys and Deals. */
export function setupDigestOf(keyIds: readonly string[], dealIds: readonly string[]): Buffer {
  const bytes = (ids: readonly string[]) => Buffer.concat(ids.toSorted().map(fromHex));
  return digest('set-up', bytes(keyIds), bytes(dealIds));
}

/** What a commit says of the acceptances that it saw: 32 bytes over their ids (hex). */
export function acceptancesDigest(ids: readonly string[]): Buffer {
  return digest('acceptances', Buffer.concat(ids.toSorted().map(fromHex)));
}

/** A finished sum of this round, as the contexts of later sums hold it. */
export interface Earlier {
  readonly set: Uint8Array;
  readonly lanes: Uint8Array;
}

/** The context of a sum, 32 bytes. */
export function contextFor(
  plan: SumPlan,
  setupDigest: Uint8Array,
  earlier: readonly Earlier[],
): Uint8Array {
  return contextOf(
    plan.setup,
    setupDigest,
    earlier.map(({ set, lanes }) => earlierResult(set, lanes)),
  );
}

/** The hash that votes are about: 32 bytes over context and members in roster order. */
export function setHash(context: Uint8Array, set: Payload<'candidate'>['set']): Buffer {
  const members = () => set.flatMap(({ org, contribution }) => [org, contribution]);
  return checkedOnce(set, context, () => digest('set', context, ...members()));
}

/** The coordinator of a view: a rotation by the context, nobody's office. */
export function coordinatorOf(terms: Terms, context: Uint8Array, view: number): string {
  const start = digest('coordinator', context).readUIntBE(0, 6) % terms.n;
  return terms.roster[(start + view) % terms.n] as string;
}

/** Refuses a candidate's set that no honest coordinator names. Null when it is well formed. */
export function setFlaw(terms: Terms, set: Payload<'candidate'>['set']): string | null {
  const places = set.map(({ org }) => terms.roster.indexOf(org));
  if (places.some((place) => place < 0)) return 'it names an org outside the roster';
  if (places.some((place, i) => i > 0 && place <= (places[i - 1] as number)))
    return 'it does not stand in roster order, each org once';
  if (set.some(({ contribution }) => contribution.length !== 32)) return 'an id is not 32 bytes';
  if (set.length < terms.q) return `it has fewer than ${terms.q} contributors`;
  return null;
}

/** A certificate, opened: who holds it needs nobody's word. */
export interface Certified {
  readonly set: Payload<'candidate'>['set'];
  /** 32 bytes */
  readonly setHash: Buffer;
  readonly view: number;
  readonly signers: readonly string[];
}

/**
 * Opens a certificate: one well-formed candidate of this context, and q precommits of one view for it.
 * @throws ProtocolError E_CERTIFICATE, or what opening an envelope throws
 */
export function openCertificate(
  consortium: Consortium,
  terms: Terms,
  context: Uint8Array,
  certificate: Messages['Certificate'],
): Certified {
  const flaw = (message: string): never => {
    throw new ProtocolError('E_CERTIFICATE', `this is no certificate: ${message}`);
  };
  const candidate = open(consortium, certificate.candidate);
  if (candidate.type !== 'candidate') return flaw('its candidate is a ' + candidate.type);
  if (!sameBytes(candidate.message.context, context)) return flaw('it belongs to another sum');
  const malformed = setFlaw(terms, candidate.message.set);
  if (malformed) return flaw(malformed);
  const hash = setHash(context, candidate.message.set);
  const view = candidate.message.view;
  if (candidate.signer !== coordinatorOf(terms, context, view))
    return flaw(`${candidate.signer} is not the coordinator of view ${view}`);
  const signers = new Set<string>();
  for (const bytes of certificate.precommits) {
    const vote = open(consortium, bytes);
    if (vote.type !== 'precommit') return flaw('a vote is a ' + vote.type);
    const { message } = vote;
    if (!terms.roster.includes(vote.signer)) return flaw(`${vote.signer} is not in the roster`);
    if (
      !sameBytes(message.context, context) ||
      message.view !== view ||
      !sameBytes(message.set, hash)
    )
      return flaw(`${vote.signer} signed something else`);
    signers.add(vote.signer);
  }
  if (signers.size < terms.q) return flaw(`${signers.size} of ${terms.q} signatures`);
  return { set: candidate.message.set, setHash: hash, view, signers: [...signers].sort() };
}
