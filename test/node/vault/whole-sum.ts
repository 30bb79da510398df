/** A sum over the vaults of all members, or of some: contributions, reveals, and what must come out. */
import { countsOf, ORGS, type Round, type World } from './four-orgs.ts';

/** What a member says of its clock with its data. */
export const clockBoundUs = 900;

export async function contributeAll(
  { members }: World,
  { terms: { round } }: Round,
  context: Uint8Array,
  orgs = ORGS,
  sum = 'main',
  earlier = [] as never[],
): Promise<Map<string, Uint8Array>> {
  const contributions = new Map<string, Uint8Array>();
  for (const [i, { org, vault }] of members.entries())
    if (orgs.includes(org)) {
      const request = { round, sum, context, lanes: countsOf(i), clockBoundUs, earlier };
      contributions.set(org, await vault.mask(request));
    }
  return contributions;
}

export async function revealAll(
  { members }: World,
  { terms: { round } }: Round,
  context: Uint8Array,
  certificate: { candidate: Uint8Array; precommits: readonly Uint8Array[] },
  orgs: readonly string[],
  sum = 'main',
): Promise<Map<string, Uint8Array>> {
  const reveals = new Map<string, Uint8Array>();
  for (const { org, vault } of members)
    if (orgs.includes(org))
      reveals.set(org, await vault.reveal({ round, sum, context, certificate }));
  return reveals;
}

/** What the orgs at these places counted, lane by lane. */
export const plainSum = (places: readonly number[]): Float64Array =>
  countsOf(0).map((_, lane) => places.reduce((sum, i) => sum + (countsOf(i)[lane] as number), 0));
