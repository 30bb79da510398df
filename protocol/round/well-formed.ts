/**
 * Whether a statement is well formed for this round: sizes, names and orders, so that whatever is kept of it is bounded and
 * means something.
 */
import { setFlaw } from '../agreement.ts';
import { isPlain } from '../plain-text.ts';
import type { Payload, Verified } from '../statement.ts';
import { clockLimitUs, type Terms } from '../terms.ts';
import type { RoundState } from './state.ts';
import { lastView } from './views.ts';

/** Of a decline or an abort: one of ours (E_SOMETHING) or an operator's (noTime). */
const CODE = /^[A-Za-z][A-Za-z0-9_]{0,60}$/;

/** What is wrong with a statement by itself, in words; null when nothing is. */
export function flawOf(state: RoundState, { type, message, signer }: Verified): string | null {
  const { terms } = state;
  if ('sum' in message && !terms.sums.some((sum) => sum.id === message.sum))
    return 'no such sum was agreed';
  if ('context' in message && message.context.length !== 32) return 'a context is 32 bytes';
  switch (type) {
    case 'decline':
    case 'abort':
      return CODE.test(message.code) && isPlain(message.reason, 1000)
        ? null
        : 'a reason that is no plain text';
    case 'acceptance':
      if (!isPlain(message.packageVersion, 64)) return 'a version that is no plain text';
      return message.lockfileDigest.length === 32 ? null : 'a lockfile digest is 32 bytes';
    case 'commit':
      return message.roster.join() === terms.roster.join() ? null : 'another roster';
    case 'keys':
      return keysFlaw(terms, message);
    case 'deal':
      return dealFlaw(terms, message, signer);
    case 'shares': {
      const { holder } = message;
      const isOther = holder !== signer && terms.roster.includes(holder);
      return isOther && (holder === state.self || signer === state.self)
        ? null
        : 'for somebody else';
    }
    case 'ready':
      if (message.clockBoundUs > clockLimitUs(terms.schedule)) return 'a clock that is too far off';
      return message.setupDigest.length === 32 ? null : 'a set-up digest is 32 bytes';
    case 'contribution': {
      const { clockBoundUs } = message;
      if (clockBoundUs < 1 || clockBoundUs > clockLimitUs(terms.schedule))
        return 'a clock that is too far off';
      const lanes = terms.sums.find((sum) => sum.id === message.sum)?.layout.lanes ?? 0;
      return message.lanes.length === 8 * lanes ? null : `not ${lanes} lanes of 8 bytes`;
    }
    case 'candidate':
      return viewFlaw(terms, message) ?? setFlaw(terms, message.set);
    case 'prevote':
    case 'precommit':
      return viewFlaw(terms, message) ?? (message.set.length === 32 ? null : 'a hash is 32 bytes');
    case 'shareReveal':
      return piecesFlaw(terms, message);
    case 'reveal':
      return message.selfSeed.length === 32 && message.pairs.every((p) => p.seed.length === 32)
        ? null
        : 'a seed is 32 bytes';
    default:
      return null;
  }
}

/** Whoever votes in a view that never comes fills the others' memory. */
function viewFlaw(terms: Terms, { sum, view }: { sum: string; view: number }): string | null {
  const plan = terms.sums.find(({ id }) => id === sum);
  return plan && view <= lastView(terms, plan) ? null : 'a view after the voting deadline';
}

function piecesFlaw({ roster }: Terms, { pieces }: Payload<'shareReveal'>): string | null {
  const places = pieces.map(({ dealer }) => roster.indexOf(dealer));
  if (places.some((place, i) => place <= (places[i - 1] ?? -1)))
    return 'not one piece for each dealer, in roster order';
  return pieces.every(({ kind, share }) => (kind === 1 || kind === 2) && share.length === 32)
    ? null
    : 'a piece is of kind 1 or 2 and has 32 bytes';
}

function keysFlaw(terms: Terms, { sums }: Payload<'keys'>): string | null {
  if (sums.map((sum) => sum.sum).join() !== terms.sums.map((sum) => sum.id).join())
    return 'not one entry for each sum';
  return sums.every((sum) => sum.maskPublic.length === 32 && sum.sealPublic.length === 32)
    ? null
    : 'a key is 32 bytes';
}

function dealFlaw(terms: Terms, { sums }: Payload<'deal'>, dealer: string): string | null {
  if (sums.map((sum) => sum.sum).join() !== terms.sums.map((sum) => sum.id).join())
    return 'not one entry for each sum';
  const own = terms.roster.indexOf(dealer);
  const all32 = (hashes: readonly Uint8Array[]) =>
    hashes.length === terms.n && hashes.every((hash) => hash.length === 32);
  const pairs = (hashes: readonly Uint8Array[]) =>
    hashes.length === terms.n && hashes.every((hash, i) => hash.length === (i === own ? 0 : 32));
  return sums.every(
    (sum) =>
      sum.selfHash.length === 32 &&
      pairs(sum.pairHashes) &&
      all32(sum.selfShareHashes) &&
      all32(sum.sigmaShareHashes),
  )
    ? null
    : 'not one hash of 32 bytes for each member';
}
