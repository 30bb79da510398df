/**
 * Everybody's statements of one kind in one round, each org's once: what set-up steps are given.
 *
 * Not everything that a node could forge does harm. Shares are sealed to the keys, so the vault checks who signed those. A
 * forged deal is in a set-up that nobody else signs: no certificate ever stands under it, so nothing is opened. Forged
 * shares do not open, for they are sealed under a secret that only their dealer and this vault have.
 */
import { sameBytes, type StatementOf, type Verified } from '../../protocol/index.ts';
import { VaultError, type VaultCode } from './errors.ts';
import type { KnownRound } from './round-store.ts';

/**
 * The statements in these envelopes, in the order of `orgs`.
 * @param read `open` for who signed them to be checked, `reopen` where the node's word is enough
 * @param blame the code of the refusal; details.org names the org that it is about
 * @throws ProtocolError for an envelope that does not open; VaultError E_MALFORMED for another type, `blame`
 */
export function oneOfEach<T extends Verified['type']>(
  { terms }: KnownRound,
  read: (envelope: Uint8Array) => Verified,
  envelopes: readonly Uint8Array[],
  type: T,
  orgs: readonly string[],
  blame: VaultCode,
): StatementOf<T>[] {
  const found = new Map<string, StatementOf<T>>();
  for (const bytes of envelopes) {
    const statement = read(bytes);
    const org = statement.signer;
    if (statement.type !== type)
      throw new VaultError('E_MALFORMED', `a ${statement.type} of ${org} stands among the ${type}`);
    const { message } = statement as StatementOf<'keys' | 'deal' | 'shares'>;
    if (!sameBytes(message.round, terms.roundId))
      throw new VaultError(blame, `the ${type} of ${org} belong to another round`, { org });
    if (message.sums.map(({ sum }) => sum).join() !== terms.sums.map(({ id }) => id).join())
      throw new VaultError(blame, `the ${type} of ${org} are for other sums`, { org });
    if (!orgs.includes(org) || found.has(org))
      throw new VaultError(blame, `the ${type} of ${org} are not wanted, or came twice`, { org });
    found.set(org, statement as StatementOf<T>);
  }
  return orgs.map((org) => {
    const statement = found.get(org);
    if (!statement) throw new VaultError(blame, `the ${type} of ${org} are missing`, { org });
    return statement;
  });
}
