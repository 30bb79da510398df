/**
 * The hash lists of the set-up: whatever is opened later was hashed and signed before the load began, one hash per
 * thing and per kind, so that checking one never asks for another. The preimages have 252 bits and more of entropy.
 */
import { digest } from './digest.ts';

/** The two kinds of secret that are shared out; of one org never both are opened. */
export const SHARE_KINDS = ['self', 'sigma'] as const;
export type ShareKind = (typeof SHARE_KINDS)[number];

/** H(b) of an org (its place in the roster): 32 bytes. */
export function selfHash(setup: Uint8Array, org: number, selfSeed: Uint8Array): Uint8Array {
  return digest('self hash', setup, org, selfSeed);
}

/** The hash of a pair seed, 32 bytes: the same for (i, j) and (j, i), so both orgs sign one value. */
export function pairHash(setup: Uint8Array, i: number, j: number, seed: Uint8Array): Uint8Array {
  return digest('pair hash', setup, Math.min(i, j), Math.max(i, j), seed);
}

/** The hash of the share that `dealer` gave to `holder`: 32 bytes. */
export function shareHash(
  setup: Uint8Array,
  kind: ShareKind,
  dealer: number,
  holder: number,
  share: Uint8Array,
): Uint8Array {
  return digest('share hash', setup, kind, dealer, holder, share);
}
