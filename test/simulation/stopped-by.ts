/** What stops each lie of behaviours.ts and set-up-lies.ts. */
import { ATTACKS } from './attacks/index.ts';
import type { Promised } from './checks.ts';

export type StoppedBy =
  /** the rule of a scripted attack, by the attack's name: without it the lie does what the script does */
  | { readonly attack: string }
  /** what an honest peer answers: the code of a refusal, or of the end of the round */
  | { readonly code: string }
  /** nothing needs to: what is promised, and checked, while it lies */
  | { readonly promise: Promised };

const RELAYED = {
  attack: 'a liar shows its contribution to two members, who lock, and to the third one never',
};
const FORWARDED = {
  attack:
    'a liar shows its precommit to two members, and the third one is cut off while they certify',
};
const OTHERS_TURN = { attack: 'the first coordinator stays silent' };
const BOTH_KEPT = {
  attack: 'a liar shows one contribution to some and another one to the rest',
};
const LOCKED = { attack: 'late contribution and split votes: two sets are certified in two views' };
const REBUILT = { attack: 'a member dies after its contribution' };
const BELIEVABLE = { attack: 'a liar contributes the masked vector of another member' };
const ONE_SET_UP = { attack: 'a liar shows one set-up to some and another one to the rest' };

/** By the names of BEHAVIOURS: lies about a sum. */
const LIES: Readonly<Record<string, StoppedBy>> = {
  'says nothing of the sum': OTHERS_TURN,
  'contributes to some': RELAYED,
  'contributes twice': {
    attack: 'a liar contributes twice, so that nobody can name a set that all accept',
  },
  'contributes noise': BELIEVABLE,
  'contributes a copy': BELIEVABLE,
  'contributes in another context': {
    attack: 'a peer with another measurement spec contributes under its own context',
  },
  'contributes late': LOCKED,
  'leaves a member out': {
    attack: 'a coordinator leaves a member out whose contribution everybody has',
  },
  'names two members': {
    attack: 'a coordinator names itself and one victim, when the others are late',
  },
  'names two sets': {
    attack: 'a coordinator names two sets in one view, and everybody votes for both',
  },
  'names what nobody sent': OTHERS_TURN,
  'names a set to some': RELAYED,
  'names a set out of turn': {
    attack: 'who is no coordinator names sets that nobody has, first in every view',
  },
  'carries no votes': {
    attack: 'a locked set is named again, and the votes for it are kept from one member',
  },
  'votes for every set': { attack: 'two halves of the room certify a set each' },
  'completes votes': LOCKED,
  'shows its votes to some': FORWARDED,
  'never precommits': OTHERS_TURN,
  'votes in a far view': { attack: 'one vote in the last view draws everybody there' },
  'signs each vote again': {
    attack: 'a liar signs one precommit several times, and each copy counts',
  },
  'reveals a false seed': { attack: 'a liar reveals a self seed that it never committed to' },
  'reveals false pair seeds': { attack: 'a liar reveals a pair seed that it never committed to' },
  'reveals two things': BOTH_KEPT,
  'reveals to some': RELAYED,
  'never reveals': REBUILT,
  'never reveals, and releases false shares': {
    attack: 'a liar releases a false share of a member that is slow to reveal',
  },
  'releases to nobody': REBUILT,
  'signs a false result': { attack: 'a liar signs a false result' },
  'signs two results': BOTH_KEPT,
  'signs two other results first': {
    attack: 'a liar shows one member two false results before the true one, which the others have',
  },
  'signs its result in the last moment': {
    attack: 'a liar signs its result in the last moment, and shows it to one member only',
  },
  'reveals two other things first': {
    attack: 'a liar shows one member two false reveals before the true one, which the others have',
  },
  'releases two other things first': {
    attack: 'of two liars of six one stalls, and the other shows one member two false shares first',
  },
  'signs two other set-ups first': {
    attack: 'a liar signs two other set-ups for one member before the one that all others have',
  },
  'shows its Ready to some': {
    attack: 'a liar shows its Ready signature to some, and is silent after its contribution',
  },
  floods: { attack: 'a liar fills a peer with contributions' },
  aborts: { promise: 'all or none' },
};

/** By the names of SET_UP_BEHAVIOURS: lies before the load. */
const SET_UP_LIES: Readonly<Record<string, StoppedBy>> = {
  // its word on its build is in the report, the same for all
  'accepts with another build': { promise: 'one result' },
  'accepts twice': { code: 'otherAcceptances' },
  'accepts to some': RELAYED,
  'accepts and declines': { code: 'declined' },
  'commits to other acceptances': { code: 'otherAcceptances' },
  'commits to some': RELAYED,
  // in most runs its own vault ends it first, which never signed that: here, and with a false self seed
  'shows false keys': { attack: 'a liar commits to another pair seed than it shares' },
  'shows two sets of keys': { code: 'E_BAD_DEAL' },
  'shows two other sets of keys first': { code: 'E_BAD_DEAL' },
  'shows the keys of another': { code: 'E_BAD_DEAL' },
  'shows its keys to some': RELAYED,
  'shows no keys': { code: 'deadline' },
  'deals with a false hash': { code: 'E_BAD_DEAL' },
  'deals a false self seed': {
    attack: 'a liar deals shares of another secret than it committed to, and stalls',
  },
  'deals twice': ONE_SET_UP,
  'deals other things first': ONE_SET_UP,
  'deals to some': RELAYED,
  // its own machine sends nothing so malformed, and so it is silent
  'deals too few hashes': { code: 'deadline' },
  'gives shares that do not open': { attack: 'a liar seals noise in place of a share' },
  'signs Ready for another set-up': { code: 'otherSetup' },
  'signs Ready for two set-ups': {
    attack: 'a liar signs two other set-ups for one member before the one that all others have',
  },
  'says it is ready at another clock to some': { code: 'E_EQUIVOCATION' },
  'signs Ready in the last moment': {
    attack: 'a liar shows its Ready signature to some, and is silent after its contribution',
  },
  'aborts in the set-up': { code: 'noTime' },
};

export const STOPPED_BY: Readonly<Record<string, StoppedBy>> = { ...LIES, ...SET_UP_LIES };

/** What stops it, in words. */
export function ruleOf(behaviour: string): string {
  const by = STOPPED_BY[behaviour];
  if (!by) throw new TypeError(`nothing is named that stops a liar that ${behaviour}`);
  if ('code' in by) return `an honest peer answers ${by.code}`;
  if ('promise' in by) return `checked all the same: ${by.promise}`;
  const rule = ATTACKS.find(({ name }) => name === by.attack)?.rule;
  if (!rule) throw new TypeError(`there is no attack of this name: ${by.attack}`);
  return rule;
}
