/**
 * What a sum is bound to. `setup` is known before the keys exist and binds keys, seeds and shares; the context adds the
 * set-up that all signed and the earlier sums that this one builds on, and binds masks, votes and reveals.
 */
import { digest, need32 } from './digest.ts';
import { AggregationError } from './errors.ts';
import { assertSize, quorum } from './quorum.ts';

/** The primitives of this floor, in one word: another set of them is another suite. */
export const SUITE = 'x25519-hkdfsha256-aes256ctr-aes256gcm-shamir25519-v1';

/** What one sum of one round fixes. */
export interface SumTerms {
  readonly suite: string;
  /** digest of the manifest, 32 bytes */
  readonly consortium: Uint8Array;
  /** id of the round, 32 bytes */
  readonly round: Uint8Array;
  /** id of the sum within its round: `main`, ... */
  readonly sum: string;
  readonly layoutDigest: Uint8Array;
  readonly grid: string;
  readonly rosterDigest: Uint8Array;
  readonly n: number;
  readonly f: number;
  readonly q: number;
}

/** 32 bytes over all terms. Throws E_SIZE for n, f, q that protect nobody, E_LENGTH for a digest not of 32 bytes. */
export function setupOf(terms: SumTerms): Uint8Array {
  const { n, f, q } = terms;
  assertSize(n, f);
  if (q !== quorum(n, f))
    throw new AggregationError('E_SIZE', `q is ${quorum(n, f)} for n = ${n}, f = ${f}`, { q });
  return digest(
    'setup',
    terms.suite,
    need32(terms.consortium, 'the digest of the consortium'),
    need32(terms.round, 'the id of a round'),
    terms.sum,
    need32(terms.layoutDigest, 'the digest of a layout'),
    terms.grid,
    need32(terms.rosterDigest, 'the digest of the roster'),
    n,
    f,
    q,
  );
}

/** 32 bytes: a finished sum as later contexts hold it. */
export function earlierResult(setHash: Uint8Array, laneBytes: Uint8Array): Uint8Array {
  return digest('earlier result', need32(setHash, 'the hash of a set'), laneBytes);
}

/**
 * 32 bytes.
 * @param setupDigest what all Ready signatures stand under
 * @param earlier results that this sum builds on, in the order of the proposal
 */
export function contextOf(
  setup: Uint8Array,
  setupDigest: Uint8Array,
  earlier: readonly Uint8Array[],
): Uint8Array {
  return digest(
    'context',
    need32(setup, 'a setup'),
    need32(setupDigest, 'the set-up digest'),
    ...earlier.map((result) => need32(result, 'an earlier result')),
  );
}
