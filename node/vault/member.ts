/** An org as a member of one consortium: whose name and key its statements carry, and how they get into the journal. */
import {
  openConsortium,
  parseManifestFile,
  sameBytes,
  seal,
  slotOf,
  type Consortium,
  type Statement,
} from '../../protocol/index.ts';
import { VaultError } from './errors.ts';
import type { Identity } from './identity-key.ts';
import type { Entry, Journal, Write } from './journal.ts';

export interface Member {
  readonly org: string;
  readonly consortium: Consortium;
  readonly identity: Identity;
}

/**
 * The member that this identity is in the consortium of a consortium.json.
 * @throws ProtocolError E_MANIFEST, E_MANIFEST_UNSIGNED, E_BAD_SIGNATURE; VaultError E_NOT_A_MEMBER
 */
export function memberOf(identity: Identity, consortiumText: string): Member {
  const consortium = openConsortium(parseManifestFile(consortiumText));
  const own = Buffer.from(identity.publicKey).toString('base64');
  const card = consortium.manifest.members.find(({ identityKey }) => identityKey === own);
  if (!card)
    throw new VaultError(
      'E_NOT_A_MEMBER',
      `no member of ${consortium.manifest.name} has this identity key: check that it holds the card of this home`,
    );
  return { org: card.org, consortium, identity };
}

type Filling = Omit<Entry, 'seq'>;

/** The signed envelope of a statement, and its slot. Ed25519 is deterministic: the same statement, the same bytes. */
export function recordOf({ org, consortium, identity }: Member, statement: Statement): Filling {
  return {
    slot: slotOf(consortium.digest, statement),
    content: seal(consortium.digest, org, statement, identity.sign),
  };
}

/**
 * Fills slots, all or none, durably; what fills them already must be the same.
 * @throws VaultError E_CONFLICT (details.slot), E_JOURNAL
 */
export function fill(
  journal: Journal,
  records: readonly Filling[],
  more: Omit<Write, 'entries'> = {},
): void {
  const entries = records.filter(({ slot, content }) => {
    const there = journal.get(slot);
    if (there && !sameBytes(there, content))
      throw new VaultError(
        'E_CONFLICT',
        `something else was signed for ${slot} before: two answers would be a lie`,
        { slot },
      );
    return !there;
  });
  if (entries.length > 0) journal.write({ entries, ...more });
}
