/**
 * Who signed the statements of a bundle. A signature over a digest signs what stands under the digest: so an org's commit
 * proves its acceptance, its Ready its deal, and what it says under a certified set its contribution. What is proven by
 * none of these is checked by its own signature, and so is every statement that proves another.
 */
import { acceptancesDigest, setHash, setupDigestOf } from './agreement.ts';
import { hex, idOf, sameBytes } from './digest.ts';
import type { Consortium } from './manifest.ts';
import type { Messages } from './schema/codec.ts';
import {
  openSealed,
  readEnvelope,
  statementIn,
  type Sealed,
  type StatementType,
  type Verified,
} from './statement.ts';

const PROVEN: readonly StatementType[] = ['acceptance', 'deal', 'contribution'];

/**
 * The statements of a bundle, in its order.
 * @throws ProtocolError as `open` does for each of them
 */
export function openStatements(consortium: Consortium, bundle: Messages['Bundle']): Verified[] {
  const all = bundle.envelopes.map(readEnvelope);
  const opened = all.map((sealed) =>
    PROVEN.includes(sealed.type) ? null : openSealed(consortium, sealed),
  );
  const signed = opened.filter((one) => one !== null);
  const isProven = proofs(bundle, all, signed);
  return all.map(
    (sealed, i) =>
      opened[i] ?? (isProven(sealed) ? statementIn(sealed) : openSealed(consortium, sealed)),
  );
}

/** Tells of a statement whether these signed ones prove who made it. */
function proofs(
  { keys }: Messages['Bundle'],
  all: readonly Sealed[],
  signed: readonly Verified[],
): (sealed: Sealed) => boolean {
  const idsOf = (of: StatementType) =>
    all.filter(({ type }) => type === of).map(({ bytes }) => idOf(bytes));
  const keyIds = keys.map(({ id }) => hex(id));
  const accepted = acceptancesDigest(idsOf('acceptance'));
  const setUp = setupDigestOf(keyIds, idsOf('deal'));
  const sets = new Map<string, Map<string, string>>();
  for (const { type, message } of signed)
    if (type === 'candidate') {
      const { context, set } = message;
      const ids = set.map(({ org, contribution }) => [org, hex(contribution)] as const);
      sets.set(hex(setHash(context, set)), new Map(ids));
    }
  const proven = new Set<string>();
  for (const { type, message, signer } of signed) {
    if (type === 'commit' && sameBytes(message.acceptances, accepted))
      proven.add(`${signer}/acceptance`);
    if (type === 'ready' && sameBytes(message.setupDigest, setUp)) proven.add(`${signer}/deal`);
    if (type === 'precommit' || type === 'reveal' || type === 'result')
      proven.add(`${signer}/${sets.get(hex(message.set))?.get(signer)}`);
  }
  return ({ type, bytes, envelope: { signer } }) =>
    proven.has(`${signer}/${type === 'contribution' ? idOf(bytes) : type}`);
}
