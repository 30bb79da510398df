/** consortium.json: installed, complete, and with this very home in it. */
import { existsSync } from 'node:fs';
import { quorum } from '../../aggregation/index.ts';
import {
  openConsortium,
  parseManifestFile,
  type Card,
  type Manifest,
} from '../../protocol/index.ts';
import { readCard } from '../home/card.ts';
import type { Home } from '../home/paths.ts';
import { readText } from '../home/private-files.ts';
import { fail, failed, ok, warn, type Check } from './check.ts';

export async function membershipCheck(home: Home): Promise<Check> {
  const name = 'consortium';
  if (!existsSync(home.consortium))
    return fail(
      name,
      'no consortium.json is installed',
      '`bench-node consortium install consortium.json` copies a complete one.',
    );
  try {
    const file = parseManifestFile(await readText(home.consortium));
    const { manifest } = openConsortium(file);
    return compared(await readCard(home.card), manifest);
  } catch (error) {
    return failed(name, error);
  }
}

function compared(card: Card, { members, name: consortium, policy }: Manifest): Check {
  const name = 'consortium';
  const member = members.find(({ org }) => org === card.org);
  const sameKeys = member?.identityKey === card.identityKey && member.peerId === card.peerId;
  if (!member || !sameKeys)
    return fail(
      name,
      `${consortium} ${member ? `lists ${card.org} with other keys` : `does not list ${card.org}`}`,
      'Give the card.json of this home to the consortium, and sign the new file.',
    );
  const moved = card.addresses.some((address) => !member.addresses.includes(address));
  if (moved)
    return warn(
      name,
      `${consortium} lists ${card.org} at ${member.addresses.join(', ')}`,
      'Others dial that address: announce it, or have the consortium sign the new card.',
    );
  const n = members.length;
  const signed = `${consortium}, signed by all ${n} members`;
  const all = quorum(n, policy.toleratedFaulty) === n;
  return ok(name, all ? `${signed}; all ${n} must stay until the end of a round` : signed);
}
