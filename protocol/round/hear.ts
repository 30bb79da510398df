/**
 * Taking in one verified statement. Messages may come in any order and more than once: a statement is heard when it is
 * well formed for this round; of a liar's several statements for one slot, two are kept. What it leads to is decided
 * afterwards (step.ts).
 */
import { coordinatorOf, setFlaw, setHash } from '../agreement.ts';
import { hex, sameBytes } from '../digest.ts';
import type { Refusal } from '../errors.ts';
import { isPlain } from '../plain-text.ts';
import type { Payload, Verified } from '../statement.ts';
import { clockLimitUs, type Terms } from '../terms.ts';
import { votesFor } from './certificate.ts';
import { allOf, placeOf, type RoundState, type SumState } from './state.ts';
import { lastView } from './views.ts';

const NONE = new Uint8Array(0);

/** Of a decline or an abort: one of ours (E_SOMETHING) or an operator's (noTime). */
const CODE = /^[A-Za-z][A-Za-z0-9_]{0,60}$/;

/** The state that has heard it, the same state when it is nothing new, or a refusal. */
export function hear(state: RoundState, message: Verified): RoundState | Refusal {
  const { terms } = state;
  if (!terms.roster.includes(message.signer))
    return refusal('E_NOT_IN_ROSTER', `${message.signer} takes no part in this round`, message);
  if (message.type === 'proposal')
    return message.id === state.proposal.id
      ? state
      : refusal('E_OTHER_ROUND', 'this is the proposal of another round', message);
  if (!sameBytes(message.message.round, terms.roundId))
    return refusal('E_OTHER_ROUND', `this ${message.type} belongs to another round`, message);
  const flaw = flawOf(state, message);
  if (flaw) return refusal('E_MALFORMED', `${message.signer}'s ${message.type}: ${flaw}`, message);
  switch (message.type) {
    case 'acceptance':
    case 'decline':
      return decision(state, message);
    case 'commit':
      return put(state, 'commits', message);
    case 'abort':
      return put(state, 'aborts', message);
    case 'keys': {
      const known = state.keys.get(message.signer);
      return known === undefined || known === message.id
        ? hearKeys(state, message.signer, message.id)
        : again(state, `keys/${message.signer}`, known, message);
    }
    case 'deal':
      return put(state, 'deals', message);
    case 'shares':
      return message.signer === state.self
        ? put(state, 'dealtShares', message, message.message.holder)
        : put(state, 'shares', message);
    case 'ready':
      return put(state, 'readies', message);
    default:
      return ofSum(state, message);
  }
}

/** A Keys statement counts by its id alone. */
export function hearKeys(state: RoundState, org: string, id: string): RoundState | Refusal {
  const known = state.keys.get(org);
  if (known === id) return state;
  if (!state.terms.roster.includes(org))
    return {
      code: 'E_NOT_IN_ROSTER',
      message: `${org} takes no part in this round`,
      details: { org },
    };
  if (known !== undefined) return equivocation(org, 'keys', known, id);
  return { ...state, keys: new Map(state.keys).set(org, id) };
}

/** The id of what the signer had said before in the slot that this statement fills too; null when nothing. */
export function contradicted(state: RoundState, message: Verified): string | null {
  const before = firstOf(state, message);
  return before === undefined || before === message.id ? null : before;
}

function firstOf(state: RoundState, message: Verified): string | undefined {
  const { signer } = message;
  switch (message.type) {
    case 'proposal':
      return undefined;
    case 'acceptance':
    case 'decline':
      return (state.acceptances.get(signer) ?? state.declines.get(signer))?.id;
    case 'commit':
      return state.commits.get(signer)?.id;
    case 'abort':
      return state.aborts.get(signer)?.id;
    case 'keys':
      return state.keys.get(signer);
    case 'deal':
      return state.deals.get(signer)?.id;
    case 'shares':
      return signer === state.self ? undefined : state.shares.get(signer)?.id;
    case 'ready':
      return state.readies.get(signer)?.id;
    default: {
      const sum = state.sums[state.terms.sums.findIndex(({ id }) => id === message.message.sum)];
      return sum?.[placeOf(message.type)].get(slotIn(message))?.id;
    }
  }
}

export function isRefusal(value: RoundState | Refusal): value is Refusal {
  return 'code' in value;
}

function decision(
  state: RoundState,
  message: Extract<Verified, { type: 'acceptance' | 'decline' }>,
): RoundState | Refusal {
  const other =
    message.type === 'acceptance'
      ? state.declines.get(message.signer)
      : state.acceptances.get(message.signer);
  if (other) return again(state, `decision/${message.signer}`, other.id, message);
  return message.type === 'acceptance'
    ? put(state, 'acceptances', message)
    : put(state, 'declines', message);
}

type SumStatement = Extract<Verified, { message: { readonly sum: string } }>;

function ofSum(state: RoundState, message: SumStatement): RoundState | Refusal {
  const index = state.terms.sums.findIndex((sum) => sum.id === message.message.sum);
  const sum = state.sums[index] as SumState;
  if (sum.context && !sameBytes(sum.context, message.message.context))
    return refusal(
      'E_OTHER_CONTEXT',
      `${message.signer}'s ${message.type} is bound to other terms`,
      message,
    );
  const next = inSum(state, sum, message);
  if ('code' in next) return next;
  return next === sum
    ? state
    : { ...state, sums: state.sums.map((old, i) => (i === index ? next : old)) };
}

function inSum(state: RoundState, sum: SumState, message: SumStatement): SumState | Refusal {
  if (
    message.type === 'candidate' &&
    sum.context &&
    message.signer !== coordinatorOf(state.terms, sum.context, message.message.view)
  )
    return refusal('E_NOT_COORDINATOR', `${message.signer} does not coordinate this view`, message);
  const place = placeOf(message.type);
  const slot = slotIn(message);
  const first = sum[place].get(slot);
  if (!first) return { ...sum, [place]: new Map<string, Verified>(sum[place]).set(slot, message) };
  if (first.id === message.id || sum.seconds.has(message.id)) return sum;
  const others = [...sum.seconds.values()].filter(
    (other) => other.type === message.type && slotIn(other) === slot,
  );
  if (others.length > 0 && !isBuiltOn(state, sum, message))
    return equivocation(message.signer, place, first.id, message.id);
  return { ...sum, seconds: new Map(sum.seconds).set(message.id, message) };
}

/** The slot of a statement within its sum. */
function slotIn({ signer, message }: SumStatement): string {
  return 'view' in message ? `${message.view}/${signer}` : signer;
}

/**
 * Of a liar's many statements for one slot two are kept, as evidence; and those that others build on, else a liar could
 * keep a member from what all others hold.
 */
function isBuiltOn({ terms }: RoundState, sum: SumState, statement: SumStatement): boolean {
  const candidates = allOf(sum, 'candidate');
  const hashOf = (set: Payload<'candidate'>['set']) => setHash(sum.context ?? NONE, set);
  switch (statement.type) {
    case 'contribution':
      return candidates.some(({ message }) =>
        message.set.some(({ contribution }) => hex(contribution) === statement.id),
      );
    case 'prevote':
    case 'precommit':
      return candidates.some(
        ({ message }) =>
          message.view === statement.message.view &&
          sameBytes(hashOf(message.set), statement.message.set),
      );
    case 'candidate': {
      const { view, set } = statement.message;
      return votesFor(sum, 'prevote', view, hashOf(set)).length > terms.f;
    }
    default:
      return false;
  }
}

function put<
  K extends
    | 'acceptances'
    | 'declines'
    | 'commits'
    | 'aborts'
    | 'deals'
    | 'shares'
    | 'dealtShares'
    | 'readies',
>(state: RoundState, key: K, message: Verified, org = message.signer): RoundState | Refusal {
  const known = state[key].get(org);
  if (known?.id === message.id) return state;
  if (known) return again(state, `${key}/${org}`, known.id, message);
  return { ...state, [key]: new Map<string, Verified>(state[key]).set(org, message) };
}

/** A second statement for a slot is kept, as evidence; a third says nothing new. */
function again(
  state: RoundState,
  slot: string,
  firstId: string,
  message: Verified,
): RoundState | Refusal {
  const second = state.seconds.get(slot);
  if (second?.id === message.id) return state;
  if (second) return equivocation(message.signer, slot, firstId, message.id);
  return { ...state, seconds: new Map(state.seconds).set(slot, message) };
}

function flawOf(state: RoundState, { type, message, signer }: Verified): string | null {
  const { terms } = state;
  if ('sum' in message && !terms.sums.some((sum) => sum.id === message.sum))
    return 'no such sum was agreed';
  if ('context' in message && message.context.length !== 32) return 'a context is 32 bytes';
  switch (type) {
    case 'decline':
    case 'abort':
      return CODE.test(message.code) && isPlain(message.reason, 1000)
        ? null
        : 'a reason that is no plain text';
    case 'acceptance':
      if (!isPlain(message.packageVersion, 64)) return 'a version that is no plain text';
      return message.lockfileDigest.length === 32 ? null : 'a lockfile digest is 32 bytes';
    case 'commit':
      return message.roster.join() === terms.roster.join() ? null : 'another roster';
    case 'keys':
      return keysFlaw(terms, message);
    case 'deal':
      return dealFlaw(terms, message, signer);
    case 'shares': {
      const forOther = message.holder !== signer && terms.roster.includes(message.holder);
      return message.holder === state.self || (signer === state.self && forOther)
        ? null
        : 'for somebody else';
    }
    case 'ready':
      if (message.clockBoundUs > clockLimitUs(terms.schedule)) return 'a clock that is too far off';
      return message.setupDigest.length === 32 ? null : 'a set-up digest is 32 bytes';
    case 'contribution': {
      const { clockBoundUs } = message;
      if (clockBoundUs < 1 || clockBoundUs > clockLimitUs(terms.schedule))
        return 'a clock that is too far off';
      const lanes = terms.sums.find((sum) => sum.id === message.sum)?.layout.lanes ?? 0;
      return message.lanes.length === 8 * lanes ? null : `not ${lanes} lanes of 8 bytes`;
    }
    case 'candidate':
      return viewFlaw(terms, message) ?? setFlaw(terms, message.set);
    case 'prevote':
    case 'precommit':
      return viewFlaw(terms, message) ?? (message.set.length === 32 ? null : 'a hash is 32 bytes');
    case 'shareReveal':
      return piecesFlaw(terms, message);
    case 'reveal':
      return message.selfSeed.length === 32 && message.pairs.every((p) => p.seed.length === 32)
        ? null
        : 'a seed is 32 bytes';
    default:
      return null;
  }
}

/** Whoever votes in a view that never comes fills the others' memory. */
function viewFlaw(terms: Terms, { sum, view }: { sum: string; view: number }): string | null {
  const plan = terms.sums.find(({ id }) => id === sum);
  return plan && view <= lastView(terms, plan) ? null : 'a view after the voting deadline';
}

function piecesFlaw({ roster }: Terms, { pieces }: Payload<'shareReveal'>): string | null {
  const places = pieces.map(({ dealer }) => roster.indexOf(dealer));
  if (places.some((place, i) => place <= (places[i - 1] ?? -1)))
    return 'not one piece for each dealer, in roster order';
  return pieces.every(({ kind, share }) => (kind === 1 || kind === 2) && share.length === 32)
    ? null
    : 'a piece is of kind 1 or 2 and has 32 bytes';
}

function keysFlaw(terms: Terms, { sums }: Payload<'keys'>): string | null {
  if (sums.map((sum) => sum.sum).join() !== terms.sums.map((sum) => sum.id).join())
    return 'not one entry for each sum';
  return sums.every((sum) => sum.maskPublic.length === 32 && sum.sealPublic.length === 32)
    ? null
    : 'a key is 32 bytes';
}

function dealFlaw(terms: Terms, { sums }: Payload<'deal'>, dealer: string): string | null {
  if (sums.map((sum) => sum.sum).join() !== terms.sums.map((sum) => sum.id).join())
    return 'not one entry for each sum';
  const own = terms.roster.indexOf(dealer);
  const all32 = (hashes: readonly Uint8Array[]) =>
    hashes.length === terms.n && hashes.every((hash) => hash.length === 32);
  const pairs = (hashes: readonly Uint8Array[]) =>
    hashes.length === terms.n && hashes.every((hash, i) => hash.length === (i === own ? 0 : 32));
  return sums.every(
    (sum) =>
      sum.selfHash.length === 32 &&
      pairs(sum.pairHashes) &&
      all32(sum.selfShareHashes) &&
      all32(sum.sigmaShareHashes),
  )
    ? null
    : 'not one hash of 32 bytes for each member';
}

function equivocation(org: string, slot: string, first: string, second: string): Refusal {
  return {
    code: 'E_EQUIVOCATION',
    message: `${org} signed two different statements (${slot}): keep both as evidence`,
    details: { org, slot, ids: [first, second] },
  };
}

function refusal(code: string, message: string, { signer, type, id }: Verified): Refusal {
  return { code, message, details: { org: signer, type, id } };
}
