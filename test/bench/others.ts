/**
 * What all other orgs of a round say to the one that is measured: made when it is first asked for, and kept, because the
 * measured org says the same in every run.
 */
import { sealShares, type Layout } from '../../aggregation/index.ts';
import { keyPairOf, type KeyPair } from '../../aggregation/x25519.ts';
import { coordinatorOf, type StatementOf } from '../../protocol/agreement.ts';
import type { Missing } from '../../protocol/round/recovery.ts';
import type { CertifiedSet } from '../../protocol/round/state.ts';
import { seal, type Payload, type Statement, type Verified } from '../../protocol/statement.ts';
import { termsOf, type SumPlan, type Terms } from '../../protocol/terms.ts';
import { createKeeper, type Keeper } from '../protocol/round/keeper.ts';
import { lanesOf } from '../protocol/round/lanes.ts';
import { seedFrom, termsWith, worldOf, type World } from './world.ts';

/** What goes wrong in a round, after everybody's Ready. */
export interface Setting {
  readonly name: string;
  /** members that die before they contribute */
  readonly dropped: number;
  /** members that contribute, and die before they reveal */
  readonly stalled: number;
  /** views that end without a certificate, though q members prevoted */
  readonly lostViews: number;
}

export const ALL_THERE: Setting = { name: 'all there', dropped: 0, stalled: 0, lostViews: 0 };

export interface Others {
  readonly world: World;
  readonly terms: Terms;
  readonly layout: Layout;
  readonly setting: Setting;
  /** the org that is measured */
  readonly self: string;
  readonly lanes: Float64Array;
  /** The same as this org said, from everybody who is still there. */
  same(own: Verified): readonly Uint8Array[];
  keys(): readonly Uint8Array[];
  deals(ownKeys: Verified): readonly Uint8Array[];
  /** for the measured org */
  shares(ownKeys: Verified): readonly Uint8Array[];
  contributions(own: StatementOf<'contribution'>): readonly Uint8Array[];
  /** What the coordinator of a view names; null when that is the measured org. */
  candidate(
    view: number,
    context: Uint8Array,
    set: Payload<'candidate'>['set'],
    carried: readonly Uint8Array[],
  ): Uint8Array | null;
  reveals(context: Uint8Array, certified: CertifiedSet): readonly Uint8Array[];
  /** Shares of what stalled members left closed. */
  releases(context: Uint8Array, certified: CertifiedSet, missing: Missing): readonly Uint8Array[];
}

/** What does not depend on the setting, so that it is made once for each size of the roster. */
export interface Crowd {
  readonly world: World;
  readonly self: string;
  readonly keepers: ReadonlyMap<string, Keeper>;
  readonly sealKeys: ReadonlyMap<string, KeyPair>;
  readonly made: Map<string, readonly Uint8Array[]>;
}

export function crowdOf(n: number): Crowd {
  const world = worldOf(n);
  const terms = termsOf(world.consortium, world.proposal.message);
  const [self, ...rest] = terms.roster as [string, ...string[]];
  return {
    world,
    self,
    keepers: new Map(rest.map((org) => [org, createKeeper(terms, org)])),
    sealKeys: new Map(rest.map((org) => [org, keyPairOf(seedFrom(`seal key of ${org}`))])),
    made: new Map(),
  };
}

export function othersOf(crowd: Crowd, layout: Layout, setting: Setting): Others {
  const { world, self, keepers, sealKeys } = crowd;
  const terms = termsWith(world, layout);
  const { roster, roundId: round } = terms;
  const plan = terms.sums[0] as SumPlan;
  const all = [...keepers.keys()];
  const dead = new Set<string>();
  const alive = () => all.filter((org) => !dead.has(org));
  const lanes =
    layout.id === 'main-v1' ? lanesOf(self, plan.input) : new Float64Array(layout.lanes).fill(1);

  const says = (org: string, statement: Statement) =>
    seal(world.consortium.digest, org, statement, world.signers.get(org)!.sign);

  function once(key: string, make: () => readonly Uint8Array[]): readonly Uint8Array[] {
    const found = crowd.made.get(key) ?? make();
    crowd.made.set(key, found);
    return found;
  }
  const inSum = (what: string) => `${layout.id}/${setting.name}/${what}`;
  const keeper = (org: string) => keepers.get(org) as Keeper;
  const keyMessages = (own: Verified) =>
    new Map([
      [self, own as StatementOf<'keys'>],
      ...all.map((org) => [org, { message: keysOf(org) } as StatementOf<'keys'>] as const),
    ]);
  function keysOf(org: string): Payload<'keys'> {
    const message = keeper(org).keys();
    const { publicKey: sealPublic } = sealKeys.get(org) as KeyPair;
    return { ...message, sums: message.sums.map((sum) => ({ ...sum, sealPublic })) };
  }

  /** Last of the roster, but not who coordinates. */
  function loses(context: Uint8Array, count: number): void {
    const coordinator = coordinatorOf(terms, context, 0);
    const lost = alive().filter((org) => org !== coordinator);
    for (const org of lost.slice(lost.length - count)) dead.add(org);
  }

  return {
    world,
    terms,
    layout,
    setting,
    self,
    lanes,
    same: (own) =>
      once(inSum(`same as ${own.id}`), () =>
        alive().map((org) => says(org, { type: own.type, message: own.message } as Statement)),
      ),
    keys: () =>
      once('keys', () => all.map((org) => says(org, { type: 'keys', message: keysOf(org) }))),
    deals: (ownKeys) =>
      once('deals', () => {
        const keys = keyMessages(ownKeys);
        return all.map((org) => says(org, { type: 'deal', message: keeper(org).deal(keys) }));
      }),
    shares: (ownKeys) =>
      once('shares', () => {
        const { sealPublic } = (ownKeys as StatementOf<'keys'>).message.sums[0]!;
        return all.map((org) => {
          const { self: b, sigma } = sharesFor(keeper(org), self);
          const own = { sealKeys: sealKeys.get(org) as KeyPair };
          const [dealer, holder] = [roster.indexOf(org), roster.indexOf(self)];
          const pair = { self: b, sigma };
          const sealed = sealShares(own, plan.setup, dealer, holder, sealPublic, pair);
          const message = { round, holder: self, sums: [{ sum: plan.id, sealed }] };
          return says(org, { type: 'shares', message });
        });
      }),
    contributions({ message: { context, clockBoundUs } }) {
      loses(context, setting.dropped);
      const asked = {
        kind: 'mask',
        sum: plan.id,
        input: plan.input,
        context,
        clockBoundUs,
      } as const;
      return once(inSum('contributions'), () =>
        alive().map((org) =>
          says(org, { type: 'contribution', message: keeper(org).contribution(asked, lanes) }),
        ),
      );
    },
    candidate(view, context, set, carried) {
      const org = coordinatorOf(terms, context, view);
      if (org === self) return null;
      const message = { round, sum: plan.id, context, view, set, carried };
      return once(inSum(`candidate ${view}`), () => [
        says(org, { type: 'candidate', message }),
      ])[0]!;
    },
    reveals(context, certified) {
      loses(context, setting.stalled);
      return once(inSum('reveals'), () =>
        alive().map((org) =>
          says(org, { type: 'reveal', message: keeper(org).reveal(plan.id, context, certified) }),
        ),
      );
    },
    releases(context, { hash: set }, missing) {
      const pieceFor = (holder: string) => (dealer: string) => {
        const shares = sharesFor(keeper(dealer), holder);
        if (missing.self.includes(dealer)) return [{ dealer, kind: 1, share: shares.self }];
        return missing.sigma.includes(dealer) ? [{ dealer, kind: 2, share: shares.sigma }] : [];
      };
      return once(inSum('releases'), () =>
        alive().map((org) => {
          const pieces = all.filter((dealer) => dealer !== org).flatMap(pieceFor(org));
          const message = { round, sum: plan.id, context, set, pieces };
          return says(org, { type: 'shareReveal', message });
        }),
      );
    },
  };
}

/** What a keeper's org deals to that holder. */
function sharesFor(keeper: Keeper, holder: string): { self: Uint8Array; sigma: Uint8Array } {
  const bytes = keeper.shares(holder).sums[0]!.sealed;
  return { self: bytes.subarray(0, 32), sigma: bytes.subarray(32, 64) };
}
