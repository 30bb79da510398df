/**
 * Adding up what was revealed: the only place where a sum becomes known. Pure, so that the node, the simulator and the
 * auditor get the same lanes from the same statements.
 */
import { decodeLanes, fromBytes, toBytes, unmask, type PairSeed } from '../../aggregation/index.ts';
import { ProtocolError } from '../errors.ts';
import { isHere } from './reveals.ts';
import { currentSum, type RoundState } from './state.ts';

/**
 * The current sum's lanes, 8 bytes each, little-endian.
 * @throws ProtocolError E_NOT_REVEALED; AggregationError E_IMPLAUSIBLE for lanes that can not be true
 */
export function addUp(state: RoundState): Uint8Array {
  const plan = state.terms.sums[state.current];
  const sum = currentSum(state);
  const { context, certified, contributions, reveals } = sum;
  const complete = certified?.set.every((one) => reveals.has(one.org) && isHere(sum, one));
  if (!plan || !context || !certified || !complete)
    throw new ProtocolError('E_NOT_REVEALED', 'this sum is not revealed yet');
  const place = (org: string) => state.terms.roster.indexOf(org);
  const vectors = new Map<number, Int32Array>();
  const selfSeeds = new Map<number, Uint8Array>();
  const pairSeeds: PairSeed[] = [];
  for (const { org } of certified.set) {
    const lanes = contributions.get(org)?.message.lanes as Uint8Array;
    vectors.set(place(org), fromBytes(lanes, plan.layout.lanes));
    const reveal = reveals.get(org)?.message;
    selfSeeds.set(place(org), reveal?.selfSeed as Uint8Array);
    for (const pair of reveal?.pairs ?? [])
      pairSeeds.push({ member: place(org), outsider: place(pair.org), seed: pair.seed });
  }
  const added = unmask(context, vectors, selfSeeds, pairSeeds);
  decodeLanes(added, plan.layout, certified.set.length);
  return toBytes(added);
}
