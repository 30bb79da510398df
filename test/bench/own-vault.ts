/**
 * The vault of the org that is measured: the vault's own code on a journal in memory. Its seed is fixed, so that what the
 * others say to it can be made once and be heard in every run.
 */
import { openSecrets, type Layout } from '../../aggregation/index.ts';
import type { Journal } from '../../node/vault/journal.ts';
import { fill, memberOf, recordOf, type Member } from '../../node/vault/member.ts';
import { maskSum, revealSum, type MaskRequest } from '../../node/vault/one-sum.ts';
import { joinParts } from '../../node/vault/parts.ts';
import { releaseShares } from '../../node/vault/release.ts';
import { createRoundStore, ownSlot, readProposal } from '../../node/vault/round-store.ts';
import { acceptDeals, dealSecrets } from '../../node/vault/set-up.ts';
import { checkSignable } from '../../node/vault/signable.ts';
import type { Effect } from '../../protocol/round/event.ts';
import type { Statement } from '../../protocol/statement.ts';
import type { SumPlan } from '../../protocol/terms.ts';
import { seedFrom, termsWith, type World } from './world.ts';

type Asked<K extends Effect['kind']> = Omit<Extract<Effect, { kind: K }>, 'kind'>;

/** What the vault's process does for its node in one round; every answer is envelopes. */
export interface OwnVault {
  sign(statement: Statement): Uint8Array;
  open(): Uint8Array;
  /** the Deal, then the Shares */
  deal(keys: readonly Uint8Array[]): Uint8Array[];
  /** the set-up digest */
  check(deals: readonly Uint8Array[], shares: readonly Uint8Array[]): Uint8Array;
  mask(asked: Omit<MaskRequest, 'round'>): Uint8Array;
  reveal(asked: Asked<'reveal'>): Uint8Array;
  release(asked: Asked<'release'>): Uint8Array;
}

export function createOwnVault(world: World, org: string, layout: Layout): OwnVault {
  const identity = world.identities.get(org);
  if (!identity) throw new TypeError(`no org is named ${org}`);
  const journal = journalInMemory();
  const store = createRoundStore(journal, identity);
  const member: Member = memberOf(identity, world.text);
  const round = { ...readProposal(member, world.proposal.bytes), terms: termsWith(world, layout) };
  const id = round.terms.round;

  /** As the vault opens a round, but for the seed that it would draw. */
  function open(): Uint8Array {
    const seed = seedFrom('seed of the measured org');
    const plan = round.terms.sums[0] as SumPlan;
    const own = openSecrets(seed, plan.setup);
    const sums = [{ sum: plan.id, maskPublic: own.maskPublic, sealPublic: own.sealPublic }];
    const keys = recordOf(member, { type: 'keys', message: { round: round.terms.roundId, sums } });
    const content = joinParts([Buffer.from(world.text), world.proposal.bytes]);
    const seeds = [{ round: id, sum: plan.id, seed }];
    store.hold(round, [{ plan, own, pairs: undefined }]);
    fill(journal, [{ slot: ownSlot(id, 'opened'), content }, keys], { seeds });
    return keys.content;
  }

  function sign(statement: Statement): Uint8Array {
    checkSignable(journal, store, member, statement);
    const record = recordOf(member, statement);
    fill(journal, [record]);
    return record.content;
  }

  return {
    sign,
    open,
    deal(keys) {
      const { deal, shares } = dealSecrets(journal, store, id, keys);
      return [deal, ...shares];
    },
    check: (deals, shares) => acceptDeals(journal, store, id, deals, shares),
    mask: (asked) => maskSum(journal, store, { round: id, ...asked }),
    reveal: ({ sum, context, ...certificate }) =>
      revealSum(journal, store, { round: id, sum, context, certificate }),
    release: ({ sum, context, missing, ...certificate }) =>
      releaseShares(journal, store, { round: id, sum, context, certificate, missing }),
  };
}

function journalInMemory(): Journal {
  const slots = new Map<string, Uint8Array>();
  const seeds = new Map<string, Uint8Array>();
  return {
    get: (slot) => slots.get(slot),
    slots: () => [],
    under: () => [],
    seed(round, sum) {
      const seed = seeds.get(`${round}/${sum}`);
      return seed && Buffer.from(seed);
    },
    write({ entries, seeds: drawn = [] }) {
      for (const { slot, content } of entries) slots.set(slot, content);
      for (const { round, sum, seed } of drawn) seeds.set(`${round}/${sum}`, seed);
    },
    verifyChain: () => {},
    close: () => {},
  };
}
