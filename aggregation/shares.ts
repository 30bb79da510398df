/**
 * Shares on their way to their holder: X25519 (RFC 7748), HKDF-SHA256 (RFC 5869), AES-256-GCM (SP 800-38D).
 * The key belongs to one (setup, dealer, holder) and seals one message, drawn from the dealer's journalled seed:
 * that is why its nonce can be fixed, and a restart seals the same bytes again.
 */
import { createSecretKey, type KeyObject } from 'node:crypto';
import { NONCE_BYTES, openText, sealText, TAG_BYTES } from './aead.ts';
import { derive, frame } from './digest.ts';
import { AggregationError } from './errors.ts';
import type { OwnSecrets } from './secrets.ts';
import { isElement } from './shamir.ts';
import { agreedSecret } from './x25519.ts';

/** One holder's shares of one dealer, 32 bytes each. */
export interface SharePair {
  readonly self: Uint8Array;
  readonly sigma: Uint8Array;
}

/** Two shares and the tag. */
export const SEALED_BYTES = 64 + TAG_BYTES;

const NONCE = new Uint8Array(NONCE_BYTES);

type Sealer = Pick<OwnSecrets, 'sealKeys'>;

/** One direction of one pair of orgs in one sum. */
interface Channel {
  readonly key: KeyObject;
  readonly header: Buffer;
}

function channelOf(
  own: Sealer,
  setup: Uint8Array,
  dealer: number,
  holder: number,
  peerPublic: Uint8Array,
  publics: readonly [dealer: Uint8Array, holder: Uint8Array],
): Channel {
  if (dealer === holder)
    throw new AggregationError('E_ORG_INDEX', 'nobody seals shares to itself', { dealer });
  // one secret for both directions: their keys differ by who deals and who holds
  const shared = agreedSecret(own.sealKeys, peerPublic);
  const bytes = derive(shared, 32, 'share key', setup, dealer, holder, ...publics);
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return { key, header: frame('share header', [setup, dealer, holder]) };
}

/**
 * Seals what `dealer` gives to `holder`: 80 bytes, the same each time.
 * @param own the dealer's secrets
 * @throws AggregationError E_BAD_KEY, E_BAD_SHARE, E_ORG_INDEX
 */
export function sealShares(
  own: Sealer,
  setup: Uint8Array,
  dealer: number,
  holder: number,
  holderSealPublic: Uint8Array,
  shares: SharePair,
): Uint8Array {
  checkElements(dealer, shares);
  const publics = [own.sealKeys.publicKey, holderSealPublic] as const;
  const { key, header } = channelOf(own, setup, dealer, holder, holderSealPublic, publics);
  const text = Buffer.concat([shares.self, shares.sigma]);
  const sealed = sealText(key, NONCE, header, text);
  text.fill(0);
  return sealed;
}

/**
 * Opens what `dealer` gave to `holder`. The caller holds both shares against the dealer's signed hashes.
 * @param own the holder's secrets
 * @throws AggregationError E_BAD_SHARE (details.dealer), E_BAD_KEY, E_ORG_INDEX
 */
export function openShares(
  own: Sealer,
  setup: Uint8Array,
  dealer: number,
  holder: number,
  dealerSealPublic: Uint8Array,
  sealed: Uint8Array,
): SharePair {
  const publics = [dealerSealPublic, own.sealKeys.publicKey] as const;
  const { key, header } = channelOf(own, setup, dealer, holder, dealerSealPublic, publics);
  const text = sealed.length === SEALED_BYTES ? openText(key, NONCE, header, sealed) : null;
  if (!text) return badShare(dealer, 'are not sealed for this org');
  const shares = {
    self: new Uint8Array(text.subarray(0, 32)),
    sigma: new Uint8Array(text.subarray(32)),
  };
  text.fill(0);
  checkElements(dealer, shares);
  return shares;
}

function checkElements(dealer: number, { self, sigma }: SharePair): void {
  if (!isElement(self) || !isElement(sigma)) badShare(dealer, 'are no elements of the field');
}

function badShare(dealer: number, flaw: string): never {
  throw new AggregationError('E_BAD_SHARE', `the shares of member ${dealer} ${flaw}`, { dealer });
}
