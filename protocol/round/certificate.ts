/**
 * The certificate of a sum: one candidate and q precommits of one view for it. It needs nobody's word, and it travels as
 * its parts do: whoever holds them all holds the certificate.
 */
import { setHash, type StatementOf } from '../agreement.ts';
import { sameBytes } from '../digest.ts';
import type { Terms } from '../terms.ts';
import { allOf, type CertifiedSet, type RoundState, type SumState } from './state.ts';

/** The certificate's parts: the candidate, and q precommits for it in the order of their signers. */
export function certificateOf(
  { q }: Terms,
  sum: SumState,
  { hash, view }: CertifiedSet,
): { candidate: Uint8Array; precommits: readonly Uint8Array[] } {
  const candidate = allOf(sum, 'candidate').find(
    ({ message }) =>
      message.view === view && sameBytes(setHash(sum.context as Uint8Array, message.set), hash),
  );
  if (!candidate) throw new TypeError('a certified sum has its candidate');
  return {
    candidate: candidate.bytes,
    precommits: votesFor(sum, 'precommit', view, hash)
      .slice(0, q)
      .map(({ bytes }) => bytes),
  };
}

/** The set that q precommits of one view name, once its candidate is here too. */
export function certifiedSet({ terms }: RoundState, sum: SumState): CertifiedSet | null {
  const { context } = sum;
  if (!context || sum.precommits.size < terms.q) return null;
  for (const { message } of allOf(sum, 'candidate')) {
    const { set, view } = message;
    const hash = setHash(context, set);
    if (votesFor(sum, 'precommit', view, hash).length >= terms.q) return { set, hash, view };
  }
  return null;
}

/** All votes of a view for one set, one for each signer, in the order of the signers. */
export function votesFor(
  sum: SumState,
  type: 'prevote' | 'precommit',
  view: number,
  hash: Uint8Array,
): StatementOf<'prevote' | 'precommit'>[] {
  const votes = allOf<'prevote' | 'precommit'>(sum, type).filter(
    ({ message }) => message.view === view && sameBytes(message.set, hash),
  );
  const bySigner = new Map(votes.map((vote) => [vote.signer, vote]));
  return [...bySigner.values()].sort((a, b) => (a.signer < b.signer ? -1 : 1));
}
