/**
 * Certified → Revealed → the next sum, or Published. Seeds are revealed under a certificate only; everyone adds up.
 * Bonawitz et al. (CCS 2017), malicious-safe form.
 */
import { sameBytes, sha256 } from '../digest.ts';
import type { Payload } from '../statement.ts';
import { ask, end, move, type Move } from './move.ts';
import { checkReveals } from './reveals.ts';
import { currentSum, type RoundState, type SumState } from './state.ts';
import { certificateOf } from './voting.ts';

/** Members of the set open their own seeds; members outside it open nothing of their own. */
export function certified(state: RoundState): Move | null {
  const plan = state.terms.sums[state.current];
  const sum = currentSum(state);
  const { context, certified: agreed } = sum;
  if (!context || !agreed || !plan) return null;
  const inSet = agreed.set.some(({ org }) => org === state.self);
  const certificate = certificateOf(state, sum, agreed);
  const asked = inSet
    ? ask(state, `reveal/${plan.id}`, { kind: 'reveal', sum: plan.id, context, ...certificate })
    : null;
  if (asked) return asked;
  const { blame, waiting } = checkReveals(state.terms, plan, sum, agreed, state.deals);
  if (blame)
    return end(state, 'aborted', 'blame', `${blame} revealed what it never committed to`, {
      org: blame,
    });
  if (waiting.length === 0) return move(state, 'revealed', { kind: 'addUp', sum: plan.id });
  if (state.nowMs < state.terms.schedule.closingMs) return null;
  return end(
    state,
    'aborted',
    'unrevealed',
    `contribution or seeds of ${waiting.join(', ')} never came`,
    {
      missing: waiting,
    },
  );
}

/** Everyone signs the result; q equal ones publish it, or lead to the next sum. */
export function revealed(state: RoundState): Move | null {
  const plan = state.terms.sums[state.current];
  const sum = currentSum(state);
  if (plan && sum.lanes) {
    const message = resultOf(state, sum, plan.id);
    const asked = ask(state, `result/${plan.id}`, {
      kind: 'sign',
      statement: { type: 'result', message },
    });
    if (asked) return asked;
    if (agreeing(sum, message).length >= state.terms.q) return finished(state);
  }
  if (state.nowMs < state.terms.schedule.closingMs) return null;
  return end(
    state,
    'aborted',
    'unpublished',
    `fewer than ${state.terms.q} members signed the same result`,
    { signed: [...sum.results.keys()].sort() },
  );
}

/** What a member signs of a sum. */
export function resultOf(state: RoundState, sum: SumState, id: string): Payload<'result'> {
  const { context, certified: agreed, lanes, reportDigest } = sum;
  if (!context || !agreed || !lanes) throw new TypeError('this sum is not added up');
  return {
    round: state.terms.roundId,
    sum: id,
    context,
    set: agreed.hash,
    lanesDigest: sha256(lanes),
    reportDigest,
  };
}

/** The orgs whose signed result equals this one, sorted. */
export function agreeing(sum: SumState, result: Payload<'result'>): string[] {
  return [...sum.results.values()]
    .filter(
      ({ message }) =>
        sameBytes(message.set, result.set) &&
        sameBytes(message.lanesDigest, result.lanesDigest) &&
        sameBytes(message.reportDigest, result.reportDigest),
    )
    .map(({ signer }) => signer)
    .sort();
}

function finished(state: RoundState): Move {
  if (state.current + 1 < state.sums.length)
    return move({ ...state, current: state.current + 1 }, 'contributing');
  return { state: { ...state, phase: 'published' }, effects: [{ kind: 'publish' }] };
}
