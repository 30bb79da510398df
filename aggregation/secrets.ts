/**
 * An org's secrets of one sum, all from one journalled seed, so that a restart says the same again
 * (Bonawitz et al. 2017, rounds 0 and 1: s^SK and b). What may be shared lies below 2^252 and so in Shamir's field.
 */
import { derive, need32 } from './digest.ts';
import { AggregationError } from './errors.ts';
import { keyPairOf, sharedSecret, type KeyPair } from './x25519.ts';

export interface OwnSecrets {
  /** b: what the self mask comes from, 32 bytes below 2^252, little-endian */
  readonly selfSeed: Uint8Array;
  /** what the mask key comes from, likewise: never opened for a contributor */
  readonly sigma: Uint8Array;
  /** what Shamir's coefficients come from, 32 bytes each */
  readonly selfCoefficients: Uint8Array;
  readonly sigmaCoefficients: Uint8Array;
  readonly maskKeys: KeyPair;
  readonly sealKeys: KeyPair;
  /** raw, 32 bytes: what the Keys message says */
  readonly maskPublic: Uint8Array;
  readonly sealPublic: Uint8Array;
}

/**
 * @param seed 32 uniform bytes of this (round, sum) only
 * @param setup from `setupOf`
 */
export function openSecrets(seed: Uint8Array, setup: Uint8Array): OwnSecrets {
  need32(seed, 'the seed of a sum');
  need32(setup, 'a setup');
  const draw = (name: string) => derive(seed, 32, name, setup);
  const sigma = belowField(draw('sigma'));
  const maskKeys = maskKeysOf(sigma, setup);
  const sealSecret = draw('seal key');
  const sealKeys = keyPairOf(sealSecret);
  sealSecret.fill(0);
  return {
    selfSeed: belowField(draw('self seed')),
    sigma,
    selfCoefficients: draw('self coefficients'),
    sigmaCoefficients: draw('sigma coefficients'),
    maskKeys,
    sealKeys,
    maskPublic: maskKeys.publicKey,
    sealPublic: sealKeys.publicKey,
  };
}

/** Clears the top four bits: 252 uniform bits, with no BigInt, which could not be zeroed. */
function belowField(bytes: Uint8Array): Uint8Array {
  bytes[31] = (bytes[31] as number) & 0x0f;
  return bytes;
}

/** The mask keys of a sigma: an own one, or one rebuilt from shares, which its public key then proves right. */
export function maskKeysOf(sigma: Uint8Array, setup: Uint8Array): KeyPair {
  const secret = derive(need32(sigma, 'a sigma'), 32, 'mask key', setup);
  const keys = keyPairOf(secret);
  secret.fill(0);
  return keys;
}

/**
 * The seed (32 bytes) that two orgs share: the same from either side. Indices are places in the roster.
 * @param own the secrets of `self`, or its rebuilt `{ maskKeys: maskKeysOf(sigma, setup) }`
 * @throws AggregationError E_BAD_KEY, E_ORG_INDEX
 */
export function pairSeed(
  own: Pick<OwnSecrets, 'maskKeys'>,
  setup: Uint8Array,
  self: number,
  peer: number,
  peerMaskPublic: Uint8Array,
): Uint8Array {
  if (self === peer) throw new AggregationError('E_ORG_INDEX', 'a pair is two orgs', { self });
  const { privateKey, publicKey } = own.maskKeys;
  const shared = sharedSecret(privateKey, peerMaskPublic);
  const parts =
    self < peer ? [self, peer, publicKey, peerMaskPublic] : [peer, self, peerMaskPublic, publicKey];
  const seed = derive(shared, 32, 'pair seed', setup, ...parts);
  shared.fill(0);
  return seed;
}

/** Zeroes the bytes. The keys' memory is cleansed by OpenSSL when the last reference to them goes. */
export function wipeSecrets(own: OwnSecrets): void {
  own.selfSeed.fill(0);
  own.sigma.fill(0);
  own.selfCoefficients.fill(0);
  own.sigmaCoefficients.fill(0);
  own.sealKeys.agreed.clear();
}
