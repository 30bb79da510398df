/** The vault's interface, narrowed to one round. */
import type { StatementOf, Terms } from '../../protocol/index.ts';
import type { Vault } from '../vault/vault.ts';
import type { RoundVault } from './round-parts.ts';

export function roundVault(
  vault: Vault,
  { round }: Terms,
  proposal: StatementOf<'proposal'>,
): RoundVault {
  return {
    sign: (statement) => vault.sign(statement),
    open: () => vault.open(proposal.bytes),
    async deal(keys) {
      const { deal, shares } = await vault.deal(round, keys);
      return [deal, ...shares];
    },
    check: (deals, shares) => vault.accept(round, deals, shares),
    mask: (request) => vault.mask({ round, ...request }),
    reveal: ({ sum, context, candidate, precommits }) =>
      vault.reveal({ round, sum, context, certificate: { candidate, precommits } }),
    release: ({ sum, context, candidate, precommits, missing, earlier }) =>
      vault.release({
        round,
        sum,
        context,
        certificate: { candidate, precommits },
        missing,
        earlier,
      }),
    wipe: () => vault.wipe(round),
  };
}
