/** What a sum must be: what its honest members counted, and of its liars what their contributions say. */
import {
  addInto,
  encodeLanes,
  fromBytes,
  subtractInto,
  toBytes,
} from '../../aggregation/vector.ts';
import { hex } from '../../protocol/digest.ts';
import type { RoundState } from '../../protocol/round/state.ts';
import type { Verified } from '../../protocol/statement.ts';
import type { SumPlan } from '../../protocol/terms.ts';
import type { World } from './world.ts';

export interface Truth {
  /** What an org's vault is about to mask. */
  noteLanes(org: string, input: string, lanes: Float64Array): void;
  /** A contribution hides what its org's vault masked last. */
  noteSigned(org: string, message: Verified): void;
  /** Names the data that a contribution hides. */
  vectorOf(contribution: Pick<Verified, 'id' | 'signer'>): string;
  /** What the certified members of a sum counted, as published lanes; null when none are certified. */
  of(state: RoundState, index: number): Uint8Array | null;
}

interface Counted {
  readonly name: string;
  readonly lanes: Float64Array;
}

export function createTruth(world: World, liars: ReadonlySet<string>): Truth {
  const { terms, roster, product } = world;
  const vectors = new Map<string, Counted>();
  const lastLanes = new Map<string, Counted>();

  /** What the listed members counted: honest ones as they did, of liars what their contribution says. */
  function of(state: RoundState, index: number): Uint8Array | null {
    const { certified, context } = state.sums[index] as RoundState['sums'][number];
    const plan = terms.sums[index] as SumPlan;
    if (!certified || !context) return null;
    const total = new Int32Array(2 * plan.layout.lanes);
    for (const { org, contribution } of certified.set) {
      const counted = vectors.get(hex(contribution));
      addInto(
        total,
        counted && !liars.has(org)
          ? encodeLanes(counted.lanes)
          : unmasked(state, plan, org, hex(contribution), context),
      );
    }
    return toBytes(total);
  }

  function unmasked(
    state: RoundState,
    plan: SumPlan,
    org: string,
    id: string,
    context: Uint8Array,
  ): Int32Array {
    const said = product.protocol.contributionOf(
      state.sums[terms.sums.indexOf(plan)] as never,
      org,
      id,
    );
    const y = fromBytes(said?.message.lanes as Uint8Array, plan.layout.lanes);
    const { selfSeed } = world.secretsOf(org, plan.id);
    const pairs = new Map(
      roster.flatMap((other, place): [number, Uint8Array][] =>
        other === org ? [] : [[place, world.pairSeed(plan.id, org, other)]],
      ),
    );
    const mask = product.aggregation.maskVector(
      context,
      new Int32Array(y.length),
      roster.indexOf(org),
      selfSeed,
      pairs,
    );
    subtractInto(y, mask);
    return y;
  }

  return {
    of,
    vectorOf: ({ id, signer }) => vectors.get(id)?.name ?? signer,
    noteLanes: (org, input, lanes) =>
      void lastLanes.set(org, { name: `${org}/${input}/${nameOf(lanes)}`, lanes }),
    noteSigned(org, { type, id }) {
      const last = type === 'contribution' ? lastLanes.get(org) : undefined;
      if (last) vectors.set(id, last);
    },
  };
}

const nameOf = (lanes: Float64Array) =>
  lanes.length < 8 ? lanes.join() : hex(new Uint8Array(lanes.buffer)).slice(0, 64);
