/**
 * Taking in one verified statement. Messages may come in any order and more than once: a statement is heard when it is
 * well formed for this round and the signer's first for its slot; what it leads to is decided afterwards (advance.ts).
 */
import { coordinatorOf, setFlaw } from '../agreement.ts';
import { sameBytes } from '../digest.ts';
import type { Refusal } from '../errors.ts';
import { isPlain } from '../plain-text.ts';
import type { Payload, Verified } from '../statement.ts';
import type { Terms } from '../terms.ts';
import type { RoundState, SumState } from './state.ts';

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
      return put(state, 'commits', state.commits, message);
    case 'abort':
      return put(state, 'aborts', state.aborts, message);
    case 'keys':
      return hearKeys(state, message.signer, message.id);
    case 'deal':
      return put(state, 'deals', state.deals, message);
    case 'shares':
      return message.signer === state.self
        ? put(state, 'dealtShares', state.dealtShares, message, message.message.holder)
        : put(state, 'shares', state.shares, message);
    case 'ready':
      return put(state, 'readies', state.readies, message);
    default:
      return ofSum(state, message);
  }
}

/** A Keys statement counts by its id alone. */
export function hearKeys(state: RoundState, org: string, id: string): RoundState | Refusal {
  const known = state.keys.get(org);
  if (known === id) return state;
  if (known !== undefined) return equivocation(org, 'keys', known, id);
  return { ...state, keys: new Map(state.keys).set(org, id) };
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
  if (other) return equivocation(message.signer, 'decision', other.id, message.id);
  return message.type === 'acceptance'
    ? put(state, 'acceptances', state.acceptances, message)
    : put(state, 'declines', state.declines, message);
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
  switch (message.type) {
    case 'contribution':
      return put(sum, 'contributions', sum.contributions, message);
    case 'candidate':
      if (
        sum.context &&
        message.signer !== coordinatorOf(state.terms, sum.context, message.message.view)
      )
        return refusal(
          'E_NOT_COORDINATOR',
          `${message.signer} does not coordinate this view`,
          message,
        );
      return put(sum, 'candidates', sum.candidates, message);
    case 'prevote':
      return put(sum, 'prevotes', sum.prevotes, message);
    case 'precommit':
      return put(sum, 'precommits', sum.precommits, message);
    case 'reveal':
      return put(sum, 'reveals', sum.reveals, message);
    case 'shareReveal':
      return refusal('E_UNEXPECTED', 'no member stalled: shares stay closed', message);
    case 'result':
      return put(sum, 'results', sum.results, message);
  }
}

function put<S, K extends keyof S>(
  holder: S,
  key: K,
  map: ReadonlyMap<string, Verified>,
  message: Verified,
  org = message.signer,
): S | Refusal {
  const known = map.get(org);
  if (known?.id === message.id) return holder;
  if (known) return equivocation(message.signer, String(key), known.id, message.id);
  return { ...holder, [key]: new Map(map).set(org, message) };
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
      return message.setupDigest.length === 32 ? null : 'a set-up digest is 32 bytes';
    case 'contribution': {
      const lanes = terms.sums.find((sum) => sum.id === message.sum)?.layout.lanes ?? 0;
      return message.lanes.length === 8 * lanes ? null : `not ${lanes} lanes of 8 bytes`;
    }
    case 'candidate':
      if (message.view !== 0) return 'only view 0 is voted on';
      return setFlaw(terms, message.set);
    case 'prevote':
    case 'precommit':
      if (message.view !== 0) return 'only view 0 is voted on';
      return message.set.length === 32 || message.set.length === 0 ? null : 'a hash is 32 bytes';
    case 'reveal':
      return message.selfSeed.length === 32 && message.pairs.every((p) => p.seed.length === 32)
        ? null
        : 'a seed is 32 bytes';
    default:
      return null;
  }
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
