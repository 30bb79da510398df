/**
 * What the vault knows of its rounds, read back from the journal whenever it is not in memory: terms, secrets of each sum,
 * everybody's keys, the accepted set-up. Secrets are held until `forget`.
 */
import { openSecrets, pairSeed, wipeSecrets, type OwnSecrets } from '../../aggregation/index.ts';
import {
  idOf,
  open,
  reopen,
  setupDigestOf,
  termsOf,
  type Payload,
  type SumPlan,
  type Terms,
} from '../../protocol/index.ts';
import { VaultError } from './errors.ts';
import type { Identity } from './identity-key.ts';
import type { Journal } from './journal.ts';
import { memberOf, type Member } from './member.ts';
import { splitParts } from './parts.ts';

/** A round that was opened here. */
export interface KnownRound {
  readonly member: Member;
  readonly terms: Terms;
  /** own place in the roster */
  readonly self: number;
}

export interface SumSecrets {
  readonly plan: SumPlan;
  readonly own: OwnSecrets;
  /** computed once all keys are here */
  pairs: Pairs | undefined;
}

/** The seeds that this org shares with each other one, by place in the roster. */
export type Pairs = ReadonlyMap<number, Uint8Array>;

export function wipePairs(pairs: Pairs | undefined): void {
  for (const seed of pairs?.values() ?? []) seed.fill(0);
}

/** Slots of what the vault keeps for itself; statements' slots begin with the round. */
export const ownSlot = (round: string, name: 'opened' | 'keys' | 'accepted' | 'wiped') =>
  `vault:${round}/${name}`;
export const certificateSlot = (round: string, sum: string) => `vault:${round}/certificate/${sum}`;

export type RoundStore = ReturnType<typeof createRoundStore>;

export function createRoundStore(journal: Journal, identity: Identity) {
  const rounds = new Map<string, KnownRound>();
  const secretsOf = new Map<string, readonly SumSecrets[]>();
  const keysOf = new Map<string, readonly Payload<'keys'>[]>();
  const digestOf = new Map<string, Buffer>();

  /** Undefined when it was never opened. */
  function find(round: string): KnownRound | undefined {
    const cached = rounds.get(round);
    if (cached) return cached;
    const record = journal.get(ownSlot(round, 'opened'));
    if (!record) return undefined;
    const [text, proposal] = splitParts(record);
    const member = memberOf(identity, Buffer.from(text as Uint8Array).toString());
    const known = readProposal(member, proposal as Uint8Array);
    rounds.set(round, known);
    return known;
  }

  /** Takes up a round that is being opened, so that nothing of it is read back and computed again. */
  function hold(round: KnownRound, secrets: readonly SumSecrets[]): void {
    rounds.set(round.terms.round, round);
    secretsOf.set(round.terms.round, secrets);
  }

  /** @throws VaultError E_TOO_EARLY */
  function known(round: string): KnownRound {
    return find(round) ?? tooEarly('open', `round ${round.slice(0, 8)} is not open`);
  }

  /** In the order of the proposal's sums. @throws VaultError E_TOO_EARLY, E_WIPED */
  function secrets(round: string): readonly SumSecrets[] {
    const cached = secretsOf.get(round);
    if (cached) return cached;
    const { terms } = known(round);
    const opened = terms.sums.map((plan): SumSecrets => {
      const seed = journal.seed(round, plan.id);
      if (!seed) throw wiped(round);
      const own = openSecrets(seed, plan.setup);
      seed.fill(0);
      return { plan, own, pairs: undefined };
    });
    secretsOf.set(round, opened);
    const agreed = keys(round);
    if (agreed) setPairs(round, agreed);
    return opened;
  }

  /** Everybody's keys as they were dealt to, in roster order; undefined before that. */
  function keys(round: string): readonly Payload<'keys'>[] | undefined {
    const cached = keysOf.get(round);
    const record = cached ? undefined : journal.get(ownSlot(round, 'keys'));
    if (!record) return cached;
    const read = splitParts(record).map((bytes) => reopen(bytes).message as never);
    keysOf.set(round, read);
    return read;
  }

  /**
   * Takes up the pair seeds, once the journal holds the keys that they come from.
   * @param computed of each sum, if they are at hand; they belong to the store from now on
   */
  function setPairs(
    round: string,
    agreed: readonly Payload<'keys'>[],
    computed: readonly Pairs[] = [],
  ): void {
    keysOf.set(round, agreed);
    secrets(round).forEach((sum, i) => {
      if (sum.pairs) wipePairs(computed[i]);
      else sum.pairs = computed[i] ?? pairsOf(known(round), sum, i, agreed);
    });
  }

  /** What Ready is signed under: 32 bytes; undefined before the deals were accepted. */
  function acceptedDigest(round: string): Buffer | undefined {
    const cached = digestOf.get(round);
    if (cached) return cached;
    const keys = journal.get(ownSlot(round, 'keys'));
    const accepted = journal.get(ownSlot(round, 'accepted'));
    const roster = find(round)?.terms.roster;
    if (!keys || !accepted || !roster) return undefined;
    const ids = (envelopes: Uint8Array[]) => envelopes.map(idOf);
    const deals = splitParts(accepted).slice(0, roster.length);
    const digest = setupDigestOf(ids(splitParts(keys)), ids(deals));
    digestOf.set(round, digest);
    return digest;
  }

  /** Zeroes what is in memory. */
  function forget(round: string): void {
    for (const { own, pairs } of secretsOf.get(round) ?? []) {
      wipeSecrets(own);
      wipePairs(pairs);
    }
    secretsOf.delete(round);
    keysOf.delete(round);
    digestOf.delete(round);
    rounds.delete(round);
  }

  const isWiped = (round: string) => journal.get(ownSlot(round, 'wiped')) !== undefined;
  const forgetAll = () => [...secretsOf.keys()].forEach(forget);
  return { find, hold, known, secrets, keys, setPairs, acceptedDigest, isWiped, forget, forgetAll };
}

/**
 * What a proposal's envelope fixes for this member.
 * @throws ProtocolError by what is wrong with it; VaultError E_MALFORMED, E_NOT_A_MEMBER
 */
export function readProposal(member: Member, envelope: Uint8Array): KnownRound {
  const proposal = open(member.consortium, envelope);
  if (proposal.type !== 'proposal')
    throw new VaultError('E_MALFORMED', `a ${proposal.type} opens no round: give its proposal`);
  if (proposal.signer !== proposal.message.proposer)
    throw new VaultError('E_MALFORMED', 'the proposal is not signed by its proposer');
  const terms = termsOf(member.consortium, proposal.message);
  const self = terms.roster.indexOf(member.org);
  if (self < 0)
    throw new VaultError('E_NOT_A_MEMBER', `${member.org} is not in the roster of this round`);
  return { member, terms, self };
}

export function tooEarly(need: string, what: string): never {
  throw new VaultError('E_TOO_EARLY', `${what}: ${need} comes first`, { need });
}

export function wiped(round: string): VaultError {
  return new VaultError(
    'E_WIPED',
    `the secrets of round ${round.slice(0, 8)} are erased: another try is a new round`,
    { round },
  );
}

/**
 * The seeds that this org shares with each other one in the sum at `index`.
 * @throws VaultError E_BAD_KEYS (details.org)
 */
export function pairsOf(
  { terms, self }: KnownRound,
  { own, plan }: SumSecrets,
  index: number,
  keys: readonly Payload<'keys'>[],
): Pairs {
  const pairs = new Map<number, Uint8Array>();
  terms.roster.forEach((org, peer) => {
    if (peer === self) return;
    const theirs = keys[peer]?.sums[index]?.maskPublic ?? new Uint8Array(0);
    pairs.set(
      peer,
      blamed(org, () => pairSeed(own, plan.setup, self, peer, theirs)),
    );
  });
  return pairs;
}

/** A key that gives no secret has an author. */
export function blamed<T>(org: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new VaultError('E_BAD_KEYS', `the keys of ${org} give no secret`, { org }, error);
  }
}
