/**
 * Shares of what stalled members left closed (Bonawitz et al., CCS 2017, §6.2): of a contributor the self share, of an org
 * outside the set the sigma share. Both of one org would open its vector, so the certificate says which one, and only the
 * first certificate counts.
 */
import { openShares, split, type OwnSecrets } from '../../aggregation/index.ts';
import {
  openCertificate,
  reopen,
  type Earlier,
  type Messages,
  type Missing,
  type Payload,
} from '../../protocol/index.ts';
import { VaultError } from './errors.ts';
import type { Journal } from './journal.ts';
import { fill, recordOf } from './member.ts';
import { checkContext, obeyFirst, sumOf } from './one-sum.ts';
import { splitParts } from './parts.ts';
import { ownSlot, tooEarly, type KnownRound, type RoundStore } from './round-store.ts';

export interface ReleaseRequest {
  /** id in hex */
  readonly round: string;
  readonly sum: string;
  /** 32 bytes */
  readonly context: Uint8Array;
  readonly certificate: Messages['Certificate'];
  readonly missing: Missing;
  /** results of all sums before this one; default none */
  readonly earlier?: readonly Earlier[];
}

const KIND = { self: 1, sigma: 2 } as const;

/** The ShareReveal envelope; asked a second time, the first one again. */
export function releaseShares(
  journal: Journal,
  store: RoundStore,
  { round: id, sum, context, certificate, missing, earlier = [] }: ReleaseRequest,
): Uint8Array {
  const said = journal.get(`${id}/${sum}/shareReveal`);
  if (said) return said;
  const round = store.known(id);
  const { member, terms } = round;
  const { own, plan, index } = sumOf(store, { round: id, sum });
  checkContext(journal, store, round, index, context, earlier);
  const certified = openCertificate(member.consortium, terms, context, certificate);
  obeyFirst(journal, id, sum, certified, certificate);
  checkKinds(terms.roster, new Set(certified.set.map(({ org }) => org)), missing);
  const keys = store.keys(id) ?? tooEarly('deal', 'this vault has not dealt yet');
  const sealed = sealedFor(journal, round, sum);
  const pieces = terms.roster.flatMap((dealer, place) => {
    const kind = missing.self.includes(dealer) ? 'self' : 'sigma';
    if (!missing[kind].includes(dealer)) return [];
    if (dealer === member.org && kind === 'sigma')
      return [{ dealer, kind: KIND.sigma, share: ownSigmaShare(round, own) }];
    const shares = sealed.get(dealer);
    if (!shares) return [];
    const theirs = keys[place]?.sums[index]?.sealPublic as Uint8Array;
    const opened = openShares(own, plan.setup, place, round.self, theirs, shares);
    return [{ dealer, kind: KIND[kind], share: opened[kind] }];
  });
  const message: Payload<'shareReveal'> = {
    round: terms.roundId,
    sum,
    context,
    set: certified.setHash,
    pieces,
  };
  const release = recordOf(member, { type: 'shareReveal', message });
  fill(journal, [release]);
  return release.content;
}

/**
 * Who came too late for the set gives its share of its own mask key too: of n = 3f + 1 members f may stay silent, and the
 * other holders alone are one too few.
 */
function ownSigmaShare({ terms, self }: KnownRound, own: OwnSecrets): Uint8Array {
  const { n, q } = terms;
  return split(own.sigma, q, n, own.sigmaCoefficients)[self] as Uint8Array;
}

/** Self shares of members of the set only, sigma shares of all others only. */
function checkKinds(roster: readonly string[], set: ReadonlySet<string>, missing: Missing): void {
  const wrong =
    missing.self.find((org) => !set.has(org)) ??
    missing.sigma.find((org) => set.has(org) || !roster.includes(org));
  if (wrong !== undefined)
    throw new VaultError('E_BOTH_KINDS', `this kind of share of ${wrong} stays closed`, {
      org: wrong,
    });
}

/** What each other org sealed for this one, as it was accepted. */
function sealedFor(journal: Journal, { terms }: KnownRound, sum: string) {
  const accepted = journal.get(ownSlot(terms.round, 'accepted'));
  if (!accepted) return tooEarly('accept', 'no set-up is accepted');
  const shares = splitParts(accepted).slice(terms.n);
  return new Map(
    shares.map((bytes) => {
      const { signer, message } = reopen(bytes);
      const { sums } = message as Payload<'shares'>;
      return [signer, sums.find((one) => one.sum === sum)?.sealed as Uint8Array];
    }),
  );
}
