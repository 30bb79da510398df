/**
 * The set-up of a round's sums, before anything is measured: fresh keys, hashes of all that may be opened later, Shamir
 * shares for the case that a member stalls, and the check of everybody else's (Bonawitz et al., CCS 2017, §5 and §6).
 */
import { randomBytes } from 'node:crypto';
import {
  openSecrets,
  pairHash,
  sealShares,
  selfHash,
  shareHash,
  split,
  type ShareKind,
} from '../../aggregation/index.ts';
import { open, reopen, sameBytes, type Payload, type StatementOf } from '../../protocol/index.ts';
import { checkDeals } from './deal-check.ts';
import { oneOfEach } from './envelopes.ts';
import { VaultError } from './errors.ts';
import type { Journal } from './journal.ts';
import { fill, recordOf } from './member.ts';
import { joinParts } from './parts.ts';
import {
  blamed,
  ownSlot,
  pairsOf,
  wipePairs,
  tooEarly,
  wiped,
  type KnownRound,
  type Pairs,
  type RoundStore,
  type SumSecrets,
} from './round-store.ts';

const NONE = new Uint8Array(0);

/** Draws and journals one seed for each sum, and makes the Keys envelope from them; an open round gives it again. */
export function openRound(
  journal: Journal,
  store: RoundStore,
  round: KnownRound,
  consortiumText: string,
  proposal: Uint8Array,
): Uint8Array {
  const { terms, member } = round;
  const id = terms.round;
  if (store.isWiped(id)) throw wiped(id);
  const journalled = store.find(id) && journal.get(`${id}/keys`);
  if (journalled) return journalled;
  const seeds = terms.sums.map((plan) => ({ round: id, sum: plan.id, seed: randomBytes(32) }));
  const secrets = terms.sums.map((plan, i): SumSecrets => {
    const own = openSecrets(seeds[i]?.seed as Buffer, plan.setup);
    return { plan, own, pairs: undefined };
  });
  const sums = secrets.map(({ plan, own: { maskPublic, sealPublic } }) => ({
    sum: plan.id,
    maskPublic,
    sealPublic,
  }));
  const keys = recordOf(member, { type: 'keys', message: { round: terms.roundId, sums } });
  const content = joinParts([Buffer.from(consortiumText), proposal]);
  store.hold(round, secrets);
  try {
    fill(journal, [{ slot: ownSlot(id, 'opened'), content }, keys], { seeds });
  } catch (error) {
    store.forget(id);
    throw error;
  } finally {
    for (const { seed } of seeds) seed.fill(0);
  }
  return keys.content;
}

/** The Deal for everybody and the Shares for each other member, from all Keys. */
export function dealSecrets(
  journal: Journal,
  store: RoundStore,
  roundId: string,
  envelopes: readonly Uint8Array[],
): { deal: Uint8Array; shares: Uint8Array[] } {
  const round = store.known(roundId);
  const { terms, member, self } = round;
  const secrets = store.secrets(roundId);
  const keys = checkedKeys(journal, round, envelopes);
  const messages = keys.map(({ message }) => message);
  const dealt = secrets.map((sum, i) => dealSum(round, sum, i, messages));
  const deal = recordOf(member, {
    type: 'deal',
    message: { round: terms.roundId, sums: dealt.map(({ deal }) => deal) },
  });
  const shares = terms.roster
    .map((holder, place) => ({
      holder,
      sums: dealt.flatMap(({ deal: { sum }, sealed }) => ({ sum, sealed: sealed[place] ?? NONE })),
    }))
    .filter((_, place) => place !== self)
    .map((addressed) =>
      recordOf(member, { type: 'shares', message: { round: terms.roundId, ...addressed } }),
    );
  const inputs = {
    slot: ownSlot(roundId, 'keys'),
    content: joinParts(keys.map(({ bytes }) => bytes)),
  };
  const pairs = dealt.map((sum) => sum.pairs);
  try {
    fill(journal, [inputs, deal, ...shares]);
  } catch (error) {
    pairs.forEach(wipePairs);
    throw error;
  }
  store.setPairs(roundId, messages, pairs);
  return { deal: deal.content, shares: shares.map(({ content }) => content) };
}

/**
 * Checks all deals and own shares, journals them, and returns the set-up digest (32 bytes), the only one that Ready is
 * signed under.
 * @throws VaultError E_BAD_DEAL (details.org, or details.orgs where one of two lies), E_TOO_EARLY, E_CONFLICT
 */
export function acceptDeals(
  journal: Journal,
  store: RoundStore,
  roundId: string,
  dealEnvelopes: readonly Uint8Array[],
  shareEnvelopes: readonly Uint8Array[],
): Uint8Array {
  const round = store.known(roundId);
  const { terms, member } = round;
  const secrets = store.secrets(roundId);
  const keys = store.keys(roundId) ?? tooEarly('deal', 'this vault has not dealt yet');
  const others = terms.roster.filter((org) => org !== member.org);
  const deals = oneOfEach(round, reopen, dealEnvelopes, 'deal', terms.roster, 'E_BAD_DEAL');
  const shares = oneOfEach(round, reopen, shareEnvelopes, 'shares', others, 'E_BAD_DEAL');
  sameAsOwn(journal, roundId, 'deal', deals[round.self]?.bytes);
  checkDeals(round, secrets, keys, deals, shares);
  const content = joinParts([...deals, ...shares].map(({ bytes }) => bytes));
  fill(journal, [{ slot: ownSlot(roundId, 'accepted'), content }]);
  return store.acceptedDigest(roundId) as Buffer;
}

function checkedKeys(
  journal: Journal,
  round: KnownRound,
  envelopes: readonly Uint8Array[],
): StatementOf<'keys'>[] {
  const { terms, self, member } = round;
  const verified = (envelope: Uint8Array) => open(member.consortium, envelope);
  const keys = oneOfEach(round, verified, envelopes, 'keys', terms.roster, 'E_BAD_KEYS');
  sameAsOwn(journal, terms.round, 'keys', keys[self]?.bytes);
  for (const { signer, message } of keys)
    if (message.sums.some((s) => s.maskPublic.length !== 32 || s.sealPublic.length !== 32))
      throw new VaultError('E_BAD_KEYS', `a key of ${signer} is not 32 bytes`, { org: signer });
  return keys;
}

/** Nobody tells this vault what it said itself. */
function sameAsOwn(journal: Journal, round: string, type: string, given: Uint8Array | undefined) {
  const own = journal.get(`${round}/${type}`);
  if (!own || !given || !sameBytes(own, given))
    throw new VaultError('E_CONFLICT', `this vault signed no such ${type}`, {
      slot: `${round}/${type}`,
    });
}

interface Dealt {
  readonly deal: Payload<'deal'>['sums'][number];
  /** by place in the roster; none for the dealer itself */
  readonly sealed: readonly (Uint8Array | undefined)[];
  readonly pairs: Pairs;
}

function dealSum(
  round: KnownRound,
  sum: SumSecrets,
  index: number,
  keys: readonly Payload<'keys'>[],
): Dealt {
  const { terms, self } = round;
  const { own, plan } = sum;
  const { n, q } = terms;
  const pairs = pairsOf(round, sum, index, keys);
  const shares = {
    self: split(own.selfSeed, q, n, own.selfCoefficients),
    sigma: split(own.sigma, q, n, own.sigmaCoefficients),
  };
  const hashes = (kind: ShareKind) =>
    shares[kind].map((share, holder) => shareHash(plan.setup, kind, self, holder, share));
  const deal = {
    sum: plan.id,
    selfHash: selfHash(plan.setup, self, own.selfSeed),
    pairHashes: terms.roster.map((_, peer) => {
      const seed = pairs.get(peer);
      return seed ? pairHash(plan.setup, self, peer, seed) : NONE;
    }),
    selfShareHashes: hashes('self'),
    sigmaShareHashes: hashes('sigma'),
  };
  const sealed = keys.map(({ sums }, holder) =>
    holder === self
      ? undefined
      : sealFor(round, sum, holder, sums[index]?.sealPublic ?? NONE, shares),
  );
  for (const share of [...shares.self, ...shares.sigma]) share.fill(0);
  return { deal, sealed, pairs };
}

function sealFor(
  { terms, self }: KnownRound,
  { own, plan }: SumSecrets,
  holder: number,
  sealPublic: Uint8Array,
  shares: Record<ShareKind, readonly Uint8Array[]>,
): Uint8Array {
  const org = terms.roster[holder] as string;
  const pair = { self: shares.self[holder] ?? NONE, sigma: shares.sigma[holder] ?? NONE };
  return blamed(org, () => sealShares(own, plan.setup, self, holder, sealPublic, pair));
}
