/**
 * What a piece of evidence holds, and how its parts are taken out: each statement that a proof needs, once, all of one
 * round, and nothing beside them.
 */
import { setupDigestOf, type StatementOf } from '../agreement.ts';
import { hex, sameBytes } from '../digest.ts';
import { ProtocolError } from '../errors.ts';
import type { Consortium } from '../manifest.ts';
import type { Payload, StatementType, Verified } from '../statement.ts';
import { termsOf, type SumPlan, type Terms } from '../terms.ts';

/** Opened evidence: every signature in it holds. */
export interface Held {
  readonly consortium: Consortium;
  /** who is accused */
  readonly org: string;
  readonly statements: readonly Verified[];
  /** ids of all Keys and of all Deals of the set-up, where they are needed */
  readonly keysIds: readonly Uint8Array[];
  readonly dealIds: readonly Uint8Array[];
}

/** What was proven. */
export interface Proof {
  /** id in hex */
  readonly round: string;
  /** what the lie is about: of two pieces of evidence against one org about the same, one is enough */
  readonly about: string;
  /** one sentence without its full stop, which begins with the org's name */
  readonly means: string;
}

/** @throws ProtocolError E_EVIDENCE */
export function flaw(message: string): never {
  throw new ProtocolError('E_EVIDENCE', message);
}

/** The only statement of that type; with `signer`, the only one of that signer. */
export function only<T extends StatementType>(
  { statements }: Held,
  type: T,
  signer?: string,
): StatementOf<T> {
  const found = statements.filter(
    (one): one is StatementOf<T> =>
      one.type === type && (signer === undefined || one.signer === signer),
  );
  const [first] = found;
  if (first && found.length === 1) return first;
  return flaw(`it holds ${found.length} ${type} statements${of(signer)}, one is needed`);
}

const of = (signer: string | undefined) => (signer === undefined ? '' : ` of ${signer}`);

/** What a proof does not need could mean that it is another one. */
export function exactly({ statements }: Held, count: number): void {
  if (statements.length !== count)
    flaw(`it holds ${statements.length} statements, ${count} are needed`);
}

/** The round's terms, from the only proposal; every other statement belongs to that round and its roster. */
export function termsIn(held: Held): Terms {
  const proposal = only(held, 'proposal');
  const terms = termsOf(held.consortium, proposal.message);
  if (proposal.signer !== proposal.message.proposer)
    flaw('the proposal is not signed by its proposer');
  if (!terms.roster.includes(held.org)) flaw(`${held.org} takes no part in this round`);
  for (const one of held.statements) {
    if (one.type === 'proposal') continue;
    if (!sameBytes(one.message.round, terms.roundId))
      flaw(`${one.signer}'s ${one.type} belongs to another round`);
    if (!terms.roster.includes(one.signer)) flaw(`${one.signer} takes no part in this round`);
  }
  return terms;
}

export function planIn({ sums }: Terms, sum: string): SumPlan {
  return sums.find(({ id }) => id === sum) ?? flaw(`this round has no sum ${sum}`);
}

/** What a well-formed deal says of a sum: one hash of each kind for each member. */
export function dealtIn(
  { n }: Terms,
  { id }: SumPlan,
  { signer, message }: StatementOf<'deal'>,
): Payload<'deal'>['sums'][number] {
  const [dealt, ...more] = message.sums.filter(({ sum }) => sum === id);
  if (!dealt || more.length > 0) return flaw(`the deal of ${signer} has not one entry for ${id}`);
  const lists = [dealt.pairHashes, dealt.selfShareHashes, dealt.sigmaShareHashes];
  if (lists.some((list) => list.length !== n))
    flaw(`the deal of ${signer} has not one hash of each kind for each member`);
  return dealt;
}

/**
 * Whether an org signed Ready for a set-up with these statements in it: they are the very ones that it had checked, and
 * nobody can put others in their place.
 */
export function checkPinned(
  { keysIds, dealIds }: Held,
  { n }: Terms,
  { signer, message }: StatementOf<'ready'>,
  pinned: readonly StatementOf<'keys' | 'deal'>[],
): void {
  const ids = (list: readonly Uint8Array[]) => new Set(list.map(hex));
  const known = { keys: ids(keysIds), deal: ids(dealIds) };
  if ([...keysIds, ...dealIds].some((id) => id.length !== 32)) flaw('an id is not 32 bytes');
  if (known.keys.size !== n || known.deal.size !== n || keysIds.length + dealIds.length !== 2 * n)
    flaw(`it has not ${n} ids of Keys and ${n} of Deals`);
  if (!sameBytes(setupDigestOf([...known.keys], [...known.deal]), message.setupDigest))
    flaw(`${signer} signed Ready for another set-up`);
  for (const { type, id, signer: author } of pinned)
    if (!known[type].has(id))
      flaw(`${author}'s ${type} is not in the set-up that ${signer} signed`);
}

/** Proofs that need no set-up hold none. */
export function checkNotPinned({ keysIds, dealIds }: Held): void {
  if (keysIds.length + dealIds.length > 0) flaw('it holds ids of a set-up that prove nothing here');
}
