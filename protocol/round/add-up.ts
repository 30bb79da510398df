/**
 * Adding up what was revealed: the only place where a sum becomes known. Pure, so that the node, the simulator and the
 * auditor get the same lanes from the same statements.
 */
import { decodeLanes, fromBytes, toBytes, unmask, type PairSeed } from '../../aggregation/index.ts';
import { ProtocolError } from '../errors.ts';
import { hex } from '../digest.ts';
import { isOpen, openedOf } from './reveals.ts';
import { contributionOf, currentSum, type RoundState } from './state.ts';

/**
 * The current sum's lanes, 8 bytes each, little-endian.
 * @throws ProtocolError E_NOT_REVEALED; AggregationError E_IMPLAUSIBLE for lanes that can not be true
 */
export function addUp(state: RoundState): Uint8Array {
  const { terms, deals } = state;
  const plan = terms.sums[state.current];
  const sum = currentSum(state);
  const { context, certified } = sum;
  const opened = plan && certified ? openedOf(terms, plan, sum, certified, deals) : null;
  if (!plan || !context || !certified || !opened || !isOpen(terms, sum, certified, opened))
    throw new ProtocolError('E_NOT_REVEALED', 'this sum is not revealed yet');
  const place = (org: string) => terms.roster.indexOf(org);
  const vectors = new Map(
    certified.set.map(({ org, contribution }): [number, Int32Array] => {
      const lanes = contributionOf(sum, org, hex(contribution))?.message.lanes as Uint8Array;
      return [place(org), fromBytes(lanes, plan.layout.lanes)];
    }),
  );
  const selfSeeds = new Map([...opened.selves].map(([org, seed]) => [place(org), seed]));
  const pairSeeds = opened.pairs.map(({ member, outsider, seed }): PairSeed => ({
    member: place(member),
    outsider: place(outsider),
    seed,
  }));
  const added = unmask(context, vectors, selfSeeds, pairSeeds);
  decodeLanes(added, plan.layout, certified.set.length);
  return toBytes(added);
}
