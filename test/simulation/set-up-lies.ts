/**
 * What liars do in random runs before the load: lies about the answer, the keys, the deal, the shares and Ready.
 * stopped-by.ts names what stops each.
 */
import type { Payload } from '../../protocol/statement.ts';
import type { Hands } from './hostility.ts';
import { altered, noise, on, othersFirst, someOf, toNobody, toSome, twice } from './saying.ts';
import type { Behaviour } from './saying.ts';

type Dealt = Payload<'deal'>['sums'][number];

/** One hash of one of its lists is another: which one, the run's entropy says. */
function otherHash(deal: Payload<'deal'>, { random }: Hands): Payload<'deal'> {
  const one = random.one(['pairHashes', 'selfShareHashes', 'sigmaShareHashes'] as const);
  const change = (sum: Dealt): Dealt => {
    const at = random.whole(0, sum[one].length - 1);
    return {
      ...sum,
      [one]: sum[one].map((hash, i) => (i === at ? noise(random, hash.length) : hash)),
    };
  };
  return { ...deal, sums: deal.sums.map(change) };
}

const otherKeys = (message: Payload<'keys'>, { random }: Hands): Payload<'keys'> => {
  const one = random.one(['maskPublic', 'sealPublic'] as const);
  return { ...message, sums: message.sums.map((sum) => ({ ...sum, [one]: noise(random, 32) })) };
};
const otherSetup = (message: Payload<'ready'>, { random }: Hands): Payload<'ready'> => ({
  ...message,
  setupDigest: noise(random, 32),
});
const otherBuild = (message: Payload<'acceptance'>, { random }: Hands): Payload<'acceptance'> => ({
  ...message,
  lockfileDigest: noise(random, 32),
});

export const SET_UP_BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  'accepts with another build': { make: altered('acceptance', otherBuild) },
  'accepts twice': { make: twice('acceptance', otherBuild) },
  'accepts to some': { make: toSome('acceptance') },
  'accepts and declines': {
    make: on(
      'acceptance',
      ({ message }, me) => {
        const { round } = message;
        me.say({ type: 'decline', message: { round, code: 'operator', reason: '' } }, someOf(me));
      },
      1,
    ),
  },
  'commits to other acceptances': {
    make: altered('commit', (message, { random }) => ({
      ...message,
      acceptances: noise(random, 32),
    })),
  },
  'commits to some': { make: toSome('commit') },
  'shows false keys': { make: altered('keys', otherKeys) },
  'shows two sets of keys': { make: twice('keys', otherKeys) },
  'shows two other sets of keys first': { make: othersFirst('keys', otherKeys) },
  'shows the keys of another': {
    make: on(
      'keys',
      ({ signer, message }, me) => {
        if (signer !== me.org) me.say({ type: 'keys', message }, someOf(me));
      },
      2,
    ),
  },
  'shows its keys to some': { make: toSome('keys') },
  'shows no keys': { make: toNobody('keys') },
  'deals with a false hash': { make: altered('deal', otherHash) },
  'deals a false self seed': {
    make: altered('deal', (message, { random }) => ({
      ...message,
      sums: message.sums.map((sum) => ({ ...sum, selfHash: noise(random, 32) })),
    })),
  },
  'deals twice': { make: twice('deal', otherHash) },
  'deals other things first': { make: othersFirst('deal', otherHash) },
  'deals to some': { make: toSome('deal') },
  'deals too few hashes': {
    make: altered('deal', (message) => ({
      ...message,
      sums: message.sums.map((sum) => ({ ...sum, sigmaShareHashes: sum.pairHashes.slice(1) })),
    })),
  },
  'gives shares that do not open': {
    make: altered('shares', (message, { random }) => ({
      ...message,
      sums: message.sums.map((sum) => ({ ...sum, sealed: noise(random, sum.sealed.length) })),
    })),
  },
  'signs Ready for another set-up': { make: altered('ready', otherSetup) },
  'signs Ready for two set-ups': { make: twice('ready', otherSetup) },
  'says it is ready at another clock to some': {
    make: twice('ready', (message, { random }) => ({
      ...message,
      clockBoundUs: random.whole(1, 5000),
    })),
  },
  'signs Ready in the last moment': {
    make: () => ({
      audience(own, me) {
        if (own.type !== 'ready') return null as never;
        const { readyByMs } = me.world.terms.schedule;
        me.at(readyByMs - me.random.whole(-300, 300), () => me.send(own, someOf(me)));
        return [];
      },
    }),
  },
  'aborts in the set-up': {
    make: on(
      'keys',
      ({ message }, me) => {
        const { round } = message;
        me.say({ type: 'abort', message: { round, code: 'noTime', reason: '' } }, someOf(me));
      },
      1,
    ),
  },
};
