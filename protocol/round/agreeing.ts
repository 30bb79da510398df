/** Proposed → Accepted → Committed: each member signs, then every member of the roster signs the exact roster. */
import { acceptancesDigest } from '../agreement.ts';
import { sameBytes } from '../digest.ts';
import { checkedOnce } from './checked-once.ts';
import { ask, end, move, type Move } from './move.ts';
import { hasAll, missing, type RoundState } from './state.ts';

export function proposed(state: RoundState): Move | null {
  const [decline] = state.declines.values();
  if (decline) {
    const { code, reason } = decline.message;
    return end(state, 'rejected', 'declined', `${decline.signer} declined: ${reason || code}`, {
      org: decline.signer,
      reason: code,
    });
  }
  const cancelled = calledOff(state);
  if (cancelled) return cancelled;
  if (hasAll(state, state.acceptances)) return move(state, 'accepted');
  if (state.nowMs >= state.terms.schedule.acceptByMs) return expired(state, state.acceptances);
  return null;
}

export function accepted(state: RoundState): Move | null {
  const cancelled = calledOff(state);
  if (cancelled) return cancelled;
  const ids = () => [...state.acceptances.values()].map(({ id }) => id);
  const acceptances = checkedOnce(state.acceptances, state.terms, () => acceptancesDigest(ids()));
  const other = [...state.commits.values()].find(
    ({ message }) => !sameBytes(message.acceptances, acceptances),
  );
  if (other)
    return end(
      state,
      'rejected',
      'otherAcceptances',
      `${other.signer} committed to other acceptances`,
      {
        org: other.signer,
      },
    );
  if (hasAll(state, state.commits)) return move(state, 'committed');
  if (state.nowMs >= state.terms.schedule.commitByMs) return expired(state, state.commits);
  const { roundId: round, roster } = state.terms;
  return ask(state, 'commit', {
    kind: 'sign',
    statement: { type: 'commit', message: { round, roster, acceptances } },
  });
}

function calledOff(state: RoundState): Move | null {
  const [abort] = state.aborts.values();
  if (!abort) return null;
  const { code, reason } = abort.message;
  return end(state, 'cancelled', code, `${abort.signer} called it off: ${reason || code}`, {
    org: abort.signer,
  });
}

function expired(state: RoundState, heard: ReadonlyMap<string, unknown>): Move {
  const late = missing(state, heard);
  return end(state, 'expired', 'deadline', `no answer in time from ${late.join(', ')}`, {
    missing: late,
    phase: state.phase,
  });
}
