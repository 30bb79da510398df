/**
 * Taking in one verified statement. Messages may come in any order and more than once: a statement is heard when it is
 * well formed for this round; of a liar's several statements for one slot two are kept, and what others build on. What it
 * leads to is decided afterwards (step.ts).
 */
import { coordinatorOf } from '../agreement.ts';
import { sameBytes } from '../digest.ts';
import type { Refusal } from '../errors.ts';
import type { Verified } from '../statement.ts';
import { isNeeded, isReadyNeeded, type SumStatement } from './needed.ts';
import { placeOf, type RoundState, type SumState } from './state.ts';
import { flawOf } from './well-formed.ts';

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
  if (others.length > 0 && !isNeeded(state, sum, message, [first, ...others]))
    return equivocation(message.signer, place, first.id, message.id);
  return { ...sum, seconds: new Map(sum.seconds).set(message.id, message) };
}

/** The slot of a statement within its sum. */
function slotIn({ signer, message }: SumStatement): string {
  return 'view' in message ? `${message.view}/${signer}` : signer;
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

/** A second statement for a slot is kept, as evidence; a third says nothing new, but for the Ready that is needed here. */
function again(
  state: RoundState,
  slot: string,
  firstId: string,
  message: Verified,
): RoundState | Refusal {
  const second = state.seconds.get(slot);
  if (!second) return withSecond(state, slot, message);
  if (second.id === message.id) return state;
  const third = `${slot}/needed`;
  if (state.seconds.get(third)?.id === message.id) return state;
  const first = state.readies.get(message.signer);
  if (isReadyNeeded(state, message, [first, second, state.seconds.get(third)]))
    return withSecond(state, third, message);
  return equivocation(message.signer, slot, firstId, message.id);
}

const withSecond = (state: RoundState, slot: string, message: Verified): RoundState => ({
  ...state,
  seconds: new Map(state.seconds).set(slot, message),
});

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
