/** A liar's vault: it opens whatever set is certified, whatever contribution it names, and signs what it is asked to. */
import type { Payload } from '../../protocol/statement.ts';
import type { SimVault } from './sim-vault.ts';
import type { World } from './world.ts';

export function lawless(world: World, org: string, vault: SimVault): SimVault {
  const { terms, roster, product } = world;
  return {
    ...vault,
    sign(statement) {
      try {
        vault.sign(statement);
      } catch (error) {
        product.protocol.refusalOf(error);
      }
      return world.say(org, statement).bytes;
    },
    reveal({ sum, context, certificate }) {
      const { message } = world.open(certificate.candidate);
      const { set } = message as Payload<'candidate'>;
      const outside = roster.filter((one) => !set.some((member) => member.org === one));
      return world.say(org, {
        type: 'reveal',
        message: {
          round: terms.roundId,
          sum,
          context,
          set: product.protocol.setHash(context, set),
          selfSeed: world.secretsOf(org, sum).selfSeed,
          pairs: outside.map((one) => ({ org: one, seed: world.pairSeed(sum, org, one) })),
        },
      }).bytes;
    },
  };
}
