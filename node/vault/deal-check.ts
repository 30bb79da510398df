/**
 * Holding deals against each other and against own shares, before Ready: whatever is opened later was hashed and signed
 * here, so that a lie has an author (Bonawitz et al., CCS 2017, §6.2; one hash per share and per kind).
 */
import {
  openShares,
  pairHash,
  SHARE_KINDS,
  shareHash,
  type SharePair,
} from '../../aggregation/index.ts';
import { sameBytes, type Payload, type StatementOf } from '../../protocol/index.ts';
import { VaultError } from './errors.ts';
import type { KnownRound, SumSecrets } from './round-store.ts';

type Dealt = Payload<'deal'>['sums'][number];

/**
 * @param deals of the whole roster, @param shares of the others for this org; both in roster order
 * @throws VaultError E_BAD_DEAL (details.org, or details.orgs where one of two lies), E_TOO_EARLY
 */
export function checkDeals(
  round: KnownRound,
  secrets: readonly SumSecrets[],
  keys: readonly Payload<'keys'>[],
  deals: readonly StatementOf<'deal'>[],
  shares: readonly StatementOf<'shares'>[],
): void {
  secrets.forEach((sum, index) => {
    const dealt = deals.map(({ message }) => message.sums[index] as Dealt);
    dealt.forEach((deal, dealer) => checkShape(round, dealer, deal));
    checkOwnPairs(round, sum, dealt);
    checkOtherPairs(round, dealt);
    for (const { signer, message } of shares) {
      const dealer = round.terms.roster.indexOf(signer);
      if (message.holder !== round.member.org) bad(signer, 'its shares are for another org');
      const sealed = message.sums[index]?.sealed as Uint8Array;
      const sealPublic = keys[dealer]?.sums[index]?.sealPublic as Uint8Array;
      checkShares(round, sum, dealer, dealt[dealer] as Dealt, sealPublic, sealed);
    }
  });
}

function checkShape({ terms }: KnownRound, dealer: number, deal: Dealt): void {
  const org = terms.roster[dealer] as string;
  const { n } = terms;
  const lists = [deal.pairHashes, deal.selfShareHashes, deal.sigmaShareHashes];
  if (lists.some((list) => list.length !== n)) bad(org, `it has not ${n} hashes of each kind`);
  const all = [deal.selfHash, ...lists.flat()];
  const own = 1 + dealer;
  if (all.some((hash, i) => hash.length !== (i === own ? 0 : 32)))
    bad(org, 'a hash has not 32 bytes');
}

/** The pair seeds that we share are as we computed them. */
function checkOwnPairs({ terms, self }: KnownRound, { plan, pairs }: SumSecrets, dealt: Dealt[]) {
  terms.roster.forEach((org, peer) => {
    const seed = pairs?.get(peer);
    if (!seed) return;
    const right = pairHash(plan.setup, self, peer, seed);
    if (!sameBytes(dealt[peer]?.pairHashes[self] as Uint8Array, right))
      bad(org, 'its hash of the seed that it shares with this org is wrong');
  });
}

/** Two others that do not agree on their seed: one of them lies, and only they know which. */
function checkOtherPairs({ terms }: KnownRound, dealt: Dealt[]): void {
  const { roster } = terms;
  for (let i = 0; i < roster.length; i++)
    for (let j = 0; j < i; j++)
      if (!sameBytes(dealt[i]?.pairHashes[j] as Uint8Array, dealt[j]?.pairHashes[i] as Uint8Array))
        throw new VaultError(
          'E_BAD_DEAL',
          `the deals of ${roster[j]} and ${roster[i]} contradict each other`,
          { orgs: [roster[j], roster[i]] },
        );
}

function checkShares(
  { terms, self }: KnownRound,
  { plan, own }: SumSecrets,
  dealer: number,
  dealt: Dealt,
  sealPublic: Uint8Array,
  sealed: Uint8Array,
): void {
  const org = terms.roster[dealer] as string;
  let shares: SharePair;
  try {
    shares = openShares(own, plan.setup, dealer, self, sealPublic, sealed);
  } catch (error) {
    return bad(org, 'its shares for this org do not open', error);
  }
  const hashes = { self: dealt.selfShareHashes, sigma: dealt.sigmaShareHashes };
  for (const kind of SHARE_KINDS) {
    const hash = shareHash(plan.setup, kind, dealer, self, shares[kind]);
    if (!sameBytes(hash, hashes[kind][self] as Uint8Array))
      bad(org, `its ${kind} share for this org is not the one that it hashed`);
    shares[kind].fill(0);
  }
}

function bad(org: string, flaw: string, cause?: unknown): never {
  throw new VaultError('E_BAD_DEAL', `the deal of ${org} does not hold: ${flaw}`, { org }, cause);
}
