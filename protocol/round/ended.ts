/**
 * The ends of a round. Until shortly before the closing instant a valid certificate supersedes whatever a member gave up
 * before it had one (late-certificate.ts), and a set-up that was signed by all supersedes `notReady`. At the closing instant the round's secrets are erased:
 * from then on a member signs and opens nothing. What others signed and opened in time it still hears for a while, for
 * that takes no secret: who lacks nothing but the last statement on its way publishes like all others.
 */
import { closedForGoodMs } from '../terms.ts';
import type { Verified } from '../statement.ts';
import { certifiedSet } from './certificate.ts';
import { enterSum } from './entering.ts';
import { isObeyed } from './late-certificate.ts';
import { ask, move, type Move } from './move.ts';
import { currentSum, hasAll, hasEnded, withSum, type RoundState } from './state.ts';
import { readyOf } from './preparing.ts';
import { certified, revealed } from './summing.ts';

export function ended(state: RoundState): Move | null {
  const isClosed = state.nowMs >= state.terms.schedule.closingMs;
  const wiped = isClosed ? ask(state, 'wipe', { kind: 'wipe' }) : null;
  if (wiped) return wiped;
  const agreed = canBeSuperseded(state) ? certifiedLate(state) : null;
  if (agreed) return agreed;
  if (isClosed) return followed(state);
  return canBeSuperseded(state) && allSigned(state) ? move({ ...state, end: null }, 'ready') : null;
}

function certifiedLate(state: RoundState): Move | null {
  const entered = enterSum(state);
  const plan = state.terms.sums[state.current];
  const set = certifiedSet(entered, currentSum(entered));
  if (!set || !plan || !isObeyed(entered, plan, currentSum(entered), set)) return null;
  const next = withSum(entered, { certified: set, certifiedMs: state.nowMs });
  return move({ ...next, end: null }, 'certified');
}

/** What a member gave up after it had signed the set-up, and before it had a certificate. */
export function canBeSuperseded(state: RoundState): boolean {
  const gaveUp = state.phase === 'notReady' || state.phase === 'aborted';
  return gaveUp && state.readies.has(state.self ?? '') && !currentSum(state).certified;
}

/** A signature that came after the start: the others have begun. */
function allSigned(state: RoundState): boolean {
  const late =
    state.phase === 'notReady' && ['deadline', 'otherSetup'].includes(state.end?.code ?? '');
  return (
    late && hasAll(state, state.keys) && state.terms.roster.every((org) => readyOf(state, org))
  );
}

/** Where a round stood that had its certificate, but not all that it needed, at the closing instant; by the end's code. */
const STOOD = {
  unrevealed: 'certified',
  blame: 'certified',
  unpublished: 'revealed',
} as const;

/** Where this round stood at the closing instant, if what it lacked may still come; else null. */
export function stoodAtClosing({ phase, end }: RoundState): 'certified' | 'revealed' | null {
  return phase === 'aborted' && end && end.code in STOOD
    ? STOOD[end.code as keyof typeof STOOD]
    : null;
}

/** Goes on from there where it can; an end that is no other one is no move. */
function followed(state: RoundState): Move | null {
  const phase = stoodAtClosing(state);
  if (!phase) return null;
  const next = (phase === 'certified' ? certified : revealed)({ ...state, phase, end: null });
  return next && next.state.phase !== 'aborted' ? next : null;
}

/**
 * Whether a round that is over still hears this. A published one collects signatures of its result; one that was given up
 * may be superseded; and after the closing instant nothing counts but what a sum is published by.
 */
export function stillHears(state: RoundState, { type, message }: Verified): boolean {
  const { phase, nowMs, terms } = state;
  if (!hasEnded(state)) return true;
  if (nowMs >= closedForGoodMs(terms.schedule)) return false;
  if (phase === 'published') return type === 'result';
  if (nowMs < terms.schedule.closingMs) return canBeSuperseded(state);
  return 'sum' in message && (canBeSuperseded(state) || stoodAtClosing(state) !== null);
}
