/**
 * The vault's logic, without a process around it: what it signs, makes and opens, and above all what it refuses.
 *
 * It signs one statement per slot; it makes set-up, contribution and reveal itself, from secrets that nobody else sees
 * (Bonawitz et al., CCS 2017, malicious-safe form). Whatever it answers is in the journal before, and all randomness of a
 * sum comes from one journalled seed, so that the same question has the same answer after a crash.
 */
import {
  fromHex,
  hex,
  manifestBytes,
  manifestDigest,
  parseManifestFile,
  type ComparableRound,
  type Manifest,
  type Statement,
} from '../../protocol/index.ts';
import { checkDifferencing, checkOpening, createMemory } from './comparable.ts';
import { VaultError } from './errors.ts';
import type { Identity } from './identity-key.ts';
import type { Journal } from './journal.ts';
import { fill, memberOf, recordOf, type Member } from './member.ts';
import { maskSum, revealSum, type MaskRequest, type RevealRequest } from './one-sum.ts';
import { releaseShares, type ReleaseRequest } from './release.ts';
import { createRoundStore, ownSlot, readProposal, tooEarly } from './round-store.ts';
import { acceptDeals, dealSecrets, openRound } from './set-up.ts';
import { checkSignable } from './signable.ts';

export { type MaskRequest, type RevealRequest } from './one-sum.ts';
export { type ReleaseRequest } from './release.ts';

/**
 * An org's vault. Rounds are named by their id in hex. Every method may reject with VaultError E_JOURNAL, and with what
 * opening an envelope throws (ProtocolError); the codes named at a method are its own.
 */
export interface Vault {
  /** Ed25519, raw, 32 bytes */
  readonly publicKey: Uint8Array;

  /**
   * Takes the consortium whose statements are signed from now on; open rounds keep theirs.
   * @param consortium text of consortium.json, signed by all
   * @returns the name of this vault's org in it
   * @throws E_NOT_A_MEMBER, E_MANIFEST, E_MANIFEST_UNSIGNED, E_BAD_SIGNATURE
   */
  use(consortium: string): Promise<string>;

  /** The signature (64 bytes) over a manifest's canonical bytes. @throws E_MANIFEST, E_NOT_A_MEMBER */
  signManifest(manifest: Manifest): Promise<Uint8Array>;

  /**
   * The envelope of a statement; of two for one slot the first one stays.
   * @throws E_NOT_SIGNABLE for keys, deal, shares, contribution, reveal, shareReveal; E_CONFLICT (details.slot),
   *   E_MALFORMED, E_PROPOSAL, E_TOO_EARLY, E_OTHER_SETUP, E_OTHER_CONTEXT
   */
  sign(statement: Statement): Promise<Uint8Array>;

  /** All envelopes that this org signed in a round, in order: what a restarted node takes up again. */
  signed(round: string): Promise<Uint8Array[]>;

  /** Certified rounds of this work (workloadDigest, 32 bytes) that later ones must not differ from. */
  comparable(workload: Uint8Array): Promise<ComparableRound[]>;

  /** Refuses what `open` would refuse. @throws E_DIFFERENCING, E_MALFORMED, E_PROPOSAL, E_NOT_A_MEMBER */
  permit(proposal: Uint8Array): Promise<void>;

  /**
   * Draws the secrets of every sum of a proposal. @returns the Keys envelope
   * @throws E_TOO_EARLY before `use`, E_MALFORMED, E_PROPOSAL, E_NOT_A_MEMBER (of the roster), E_DIFFERENCING, E_WIPED
   */
  open(proposal: Uint8Array): Promise<Uint8Array>;

  /**
   * @param keys all n Keys envelopes, own included
   * @returns the Deal envelope, and one Shares envelope for each other member in roster order
   * @throws E_BAD_KEYS (details.org), E_CONFLICT for other keys than before, E_TOO_EARLY, E_WIPED
   */
  deal(
    round: string,
    keys: readonly Uint8Array[],
  ): Promise<{ deal: Uint8Array; shares: Uint8Array[] }>;

  /**
   * Checks the set-up.
   * @param deals all n Deal envelopes
   * @param shares the n-1 Shares envelopes addressed to this org
   * @returns the set-up digest, 32 bytes: the only one that `sign` takes in a Ready
   * @throws E_BAD_DEAL (details.org, or details.orgs where one of two lies), E_CONFLICT, E_TOO_EARLY, E_WIPED
   */
  accept(
    round: string,
    deals: readonly Uint8Array[],
    shares: readonly Uint8Array[],
  ): Promise<Uint8Array>;

  /**
   * Masks own counts: one vector per (round, sum). @returns the Contribution envelope
   * @throws E_CONFLICT for a second vector, E_OTHER_CONTEXT, E_EARLIER_SUM, E_NO_SUCH_SUM, E_MALFORMED, E_LANE_RANGE,
   *   E_TOO_EARLY before own Ready, E_WIPED
   */
  mask(request: MaskRequest): Promise<Uint8Array>;

  /**
   * Opens own seeds under the first certificate per (round, sum). @returns the Reveal envelope
   * @throws E_CERTIFICATE, E_OTHER_CERTIFICATE, E_OTHER_CONTEXT, E_NOT_IN_SET, E_OTHER_CONTRIBUTION, E_NO_SUCH_SUM,
   *   E_DIFFERENCING, E_TOO_EARLY, E_WIPED
   */
  reveal(request: RevealRequest): Promise<Uint8Array>;

  /**
   * Opens this org's shares of what members of the certified set did not open themselves: self shares of members of the
   * set, sigma shares of orgs outside it, once for each (round, sum). @returns the ShareReveal envelope
   * @throws E_CERTIFICATE, E_OTHER_CERTIFICATE, E_OTHER_CONTEXT, E_BOTH_KINDS, E_EARLIER_SUM, E_NO_SUCH_SUM,
   *   E_DIFFERENCING, E_TOO_EARLY, E_WIPED
   */
  release(request: ReleaseRequest): Promise<Uint8Array>;

  /** Erases a round's secrets in memory and on disk; what was signed stays. */
  wipe(round: string): Promise<void>;

  close(): Promise<void>;
}

const manifestSlot = (digest: Uint8Array) => `manifest/${hex(digest)}`;

/** Who signed the manifest wrote it down: a journal without it is another one, and forgot what else was signed. */
function checkMemory(journal: Journal, { org, consortium }: Member): void {
  if (journal.get(manifestSlot(consortium.digest))) return;
  throw new VaultError(
    'E_JOURNAL_DAMAGED',
    `the journal does not know that ${org} signed ${consortium.manifest.name}: it is cut off, or another one`,
    { slot: manifestSlot(consortium.digest) },
  );
}

/** A vault over an open journal, which it closes in the end. */
export function createVault({
  identity,
  journal,
}: {
  identity: Identity;
  journal: Journal;
}): Vault {
  const store = createRoundStore(journal, identity);
  const memory = createMemory(journal);
  let current: { member: Member; text: string } | undefined;
  const inUse = () => current ?? tooEarly('use', 'this vault knows no consortium yet');

  /** A round keeps the consortium that it was opened in. */
  function speaker(statement: Statement): Member {
    const known =
      statement.type === 'proposal' ? undefined : store.find(hex(statement.message.round));
    return known?.member ?? inUse().member;
  }

  function sign(statement: Statement): Uint8Array {
    const member = speaker(statement);
    checkSignable(journal, store, member, statement);
    const record = recordOf(member, statement);
    fill(journal, [record]);
    return record.content;
  }

  function signManifest(given: Manifest): Uint8Array {
    const { manifest } = parseManifestFile(JSON.stringify({ manifest: given, signatures: {} }));
    const own = Buffer.from(identity.publicKey).toString('base64');
    if (!manifest.members.some(({ identityKey }) => identityKey === own))
      throw new VaultError('E_NOT_A_MEMBER', `no member of ${manifest.name} has this identity key`);
    const signature = identity.sign(manifestBytes(manifest));
    fill(journal, [{ slot: manifestSlot(manifestDigest(manifest)), content: signature }]);
    return signature;
  }

  function open(proposal: Uint8Array): Uint8Array {
    const { member, text } = inUse();
    const round = readProposal(member, proposal);
    checkDifferencing(memory, round.terms, Date.now());
    return openRound(journal, store, round, text, proposal);
  }

  function permit(proposal: Uint8Array): void {
    const { terms } = readProposal(inUse().member, proposal);
    checkDifferencing(memory, terms, Date.now());
  }

  function wipe(round: string): void {
    if (!store.find(round) || store.isWiped(round)) return;
    store.forget(round);
    const record = { slot: ownSlot(round, 'wiped'), content: fromHex(round) };
    fill(journal, [record], { erase: round });
  }

  return {
    publicKey: identity.publicKey,
    async use(text) {
      const member = memberOf(identity, text);
      checkMemory(journal, member);
      current = { member, text };
      return member.org;
    },
    signManifest: async (manifest) => signManifest(manifest),
    sign: async (statement) => sign(statement),
    signed: async (round) => journal.under(`${round}/`).map(({ content }) => content),
    comparable: async (workload) => memory.comparable(workload, Date.now()),
    permit: async (proposal) => permit(proposal),
    open: async (proposal) => open(proposal),
    deal: async (round, keys) => dealSecrets(journal, store, round, keys),
    accept: async (round, deals, shares) => acceptDeals(journal, store, round, deals, shares),
    mask: async (request) => maskSum(journal, store, request),
    async reveal(request) {
      checkOpening(memory, store, request, Date.now());
      return revealSum(journal, store, request);
    },
    async release(request) {
      checkOpening(memory, store, request, Date.now());
      return releaseShares(journal, store, request);
    },
    wipe: async (round) => wipe(round),
    async close() {
      store.forgetAll();
      journal.close();
    },
  };
}
