/**
 * What liars do in random runs: one entry for each lie. Whoever lies hears everything and signs as itself only.
 * stopped-by.ts names what stops each.
 */
import type { Payload, Statement, Verified } from '../../protocol/statement.ts';
import type { Hands } from './hostility.ts';
import {
  altered,
  noise,
  on,
  othersFirst,
  someOf,
  toNobody,
  toSome,
  twice,
  type Behaviour,
} from './saying.ts';

type Contributors = Payload<'candidate'>['set'];

const otherLanes = (message: Payload<'contribution'>, { random }: Hands) => ({
  ...message,
  lanes: noise(random, message.lanes.length),
});
const without = (set: Contributors, { random }: Hands, left: number): Contributors => {
  const kept = random.some(set, left).map(({ org }) => org);
  return set.filter(({ org }) => kept.includes(org));
};
const named = ({ message }: { message: Payload<'candidate'> }, { world }: Hands) => {
  const { round, sum, context, view, set } = message;
  return { round, sum, context, view, set: world.product.protocol.setHash(context, set) };
};
const bits = (seed: Uint8Array) => seed.map((byte) => byte ^ 1);
const lastViewOf = ({ world }: Hands, sum: string) => {
  const { terms, product } = world;
  return product.views.lastView(terms, terms.sums.find(({ id }) => id === sum) as never);
};

export const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  'says nothing of the sum': {
    make: toNobody(
      'contribution',
      'candidate',
      'prevote',
      'precommit',
      'reveal',
      'shareReveal',
      'result',
    ),
  },
  'contributes to some': { make: toSome('contribution') },
  'contributes twice': { make: twice('contribution', otherLanes), denies: true },
  'contributes noise': { make: altered('contribution', otherLanes), denies: true },
  'contributes a copy': {
    denies: true,
    make: altered('contribution', (message, me) => {
      const { sums, current } = me.state();
      const [other] = [...(sums[current]?.contributions.values() ?? [])];
      return other ? { ...message, lanes: other.message.lanes } : message;
    }),
  },
  'contributes in another context': {
    make: altered('contribution', (message, { random }) => ({
      ...message,
      context: noise(random, 32),
    })),
  },
  'contributes late': {
    make: () => {
      let held: Verified | undefined;
      return {
        audience(own) {
          if (own.type !== 'contribution') return null as never;
          held = own;
          return [];
        },
        hear(message, me) {
          if (!held || (message.type !== 'prevote' && message.type !== 'precommit')) return;
          const { type, message: said } = held as Extract<Verified, { type: 'contribution' }>;
          held = undefined;
          me.say({ type, message: said }, someOf(me));
        },
      };
    },
  },
  'leaves a member out': {
    make: altered('candidate', (message, me) => ({
      ...message,
      set: without(message.set, me, message.set.length - 1),
      carried: [],
    })),
  },
  'names two members': {
    make: altered('candidate', (message, me) => ({ ...message, set: without(message.set, me, 2) })),
  },
  'names two sets': {
    make: twice('candidate', (message, me) => ({
      ...message,
      set: without(message.set, me, Math.max(message.set.length - 1, me.world.q)),
    })),
  },
  'names what nobody sent': {
    make: altered('candidate', (message, { random }) => ({
      ...message,
      set: message.set.map(({ org }) => ({ org, contribution: noise(random, 32) })),
    })),
  },
  'names a set to some': { make: toSome('candidate') },
  'names a set out of turn': {
    make: on(
      'prevote',
      ({ message }, me) => {
        const { round, sum, context, view } = message;
        const { contributions } = me.state().sums.find((one) => one.context) ?? {
          contributions: new Map(),
        };
        const held = me.world.roster.filter((org) => contributions.has(org)).slice(0, me.world.q);
        const set = held.map((org) => ({
          org,
          contribution: Buffer.from(contributions.get(org)?.id ?? '', 'hex'),
        }));
        me.say({ type: 'candidate', message: { round, sum, context, view, set, carried: [] } });
        me.say({
          type: 'candidate',
          message: { round, sum, context, view: view + 1, set, carried: [] },
        });
      },
      4,
    ),
  },
  'carries no votes': {
    make: altered('candidate', (message) => ({ ...message, carried: [] })),
  },
  'votes for every set': {
    make: on('candidate', (heard, me) => {
      me.say({ type: 'prevote', message: named(heard, me) }, someOf(me));
      me.say({ type: 'precommit', message: named(heard, me) }, someOf(me));
    }),
  },
  'completes votes': {
    make: on(
      'prevote',
      ({ message }, me) => {
        me.say({ type: 'prevote', message }, someOf(me));
        me.say({ type: 'precommit', message }, someOf(me));
      },
      30,
    ),
  },
  'shows its votes to some': { make: toSome('prevote', 'precommit') },
  'never precommits': { make: toNobody('precommit') },
  'votes in a far view': {
    make: on(
      'candidate',
      (heard, me) => {
        const view = lastViewOf(me, heard.message.sum);
        me.say({ type: 'prevote', message: { ...named(heard, me), view } });
        me.say({ type: 'precommit', message: { ...named(heard, me), view: view + 5 } });
      },
      2,
    ),
  },
  'signs each vote again': {
    make: () => ({
      hear(message, me) {
        if (message.signer !== me.org) return;
        if (message.type !== 'prevote' && message.type !== 'precommit') return;
        const { type, message: vote } = message;
        me.say({ type, message: vote } as Statement, me.others, 1);
      },
    }),
  },
  'reveals a false seed': {
    make: altered('reveal', (message) => ({ ...message, selfSeed: bits(message.selfSeed) })),
  },
  'reveals false pair seeds': {
    make: altered('reveal', (message) => ({
      ...message,
      pairs: message.pairs.map(({ org, seed }) => ({ org, seed: bits(seed) })),
    })),
  },
  'reveals two things': {
    make: twice('reveal', (message) => ({ ...message, selfSeed: bits(message.selfSeed) })),
  },
  'reveals to some': { make: toSome('reveal') },
  'never reveals': { make: toNobody('reveal') },
  'never reveals, and releases false shares': {
    make: () => ({
      ...toNobody('reveal')(),
      ...altered('shareReveal', (message) => ({
        ...message,
        pieces: message.pieces.map((piece) => ({ ...piece, share: bits(piece.share) })),
      }))(),
    }),
  },
  'releases to nobody': { make: toNobody('shareReveal', 'reveal') },
  'signs a false result': {
    make: altered('result', (message, { random }) => ({
      ...message,
      lanesDigest: noise(random, 32),
    })),
  },
  'signs two results': {
    make: twice('result', (message, { random }) => ({
      ...message,
      lanesDigest: noise(random, 32),
    })),
  },
  'signs two other results first': {
    make: othersFirst('result', (message, { random }) => ({
      ...message,
      lanesDigest: noise(random, 32),
    })),
  },
  'signs its result in the last moment': {
    make: () => ({
      audience(own, me) {
        if (own.type !== 'result') return null as never;
        const { closingMs } = me.world.terms.schedule;
        me.at(closingMs - me.random.whole(-100, 300), () => me.send(own, someOf(me)));
        return [];
      },
    }),
  },
  'reveals two other things first': {
    make: othersFirst('reveal', (message, { random }) => ({
      ...message,
      selfSeed: noise(random, 32),
    })),
  },
  'releases two other things first': {
    make: othersFirst('shareReveal', (message, { random }) => ({
      ...message,
      pieces: message.pieces.map((piece) => ({ ...piece, share: noise(random, 32) })),
    })),
  },
  'signs two other set-ups first': {
    make: othersFirst('ready', (message, { random }) => ({
      ...message,
      setupDigest: noise(random, 32),
    })),
  },
  'shows its Ready to some': { make: toSome('ready') },
  floods: {
    denies: true,
    make: on(
      'contribution',
      ({ message }, me) => {
        for (let i = 0; i < 20; i++)
          me.say({ type: 'contribution', message: otherLanes(message, me) }, someOf(me));
        for (let view = 0; view < 20; view++)
          me.say({
            type: 'prevote',
            message: {
              round: message.round,
              sum: message.sum,
              context: message.context,
              view,
              set: noise(me.random, 32),
            },
          });
      },
      1,
    ),
  },
  aborts: {
    denies: true,
    make: on(
      'contribution',
      ({ message }, me) => {
        me.say({ type: 'abort', message: { round: message.round, code: 'noTime', reason: '' } });
      },
      1,
    ),
  },
};
