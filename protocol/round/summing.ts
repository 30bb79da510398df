/**
 * Certified → Revealed → the next sum, or Published. Seeds are revealed under a certificate only; everyone adds up.
 * Bonawitz et al. (CCS 2017), malicious-safe form.
 */
import { sameBytes, sha256 } from '../digest.ts';
import type { Payload, Verified } from '../statement.ts';
import type { SumPlan } from '../terms.ts';
import { ask, end, move, type Move } from './move.ts';
import { certificateOf } from './certificate.ts';
import { checkedOnce } from './checked-once.ts';
import type { Effect, Lie } from './event.ts';
import { canRecover, falseShares, missingOf } from './recovery.ts';
import { falseReveals, isOpen, lackingOf, mayBeOpen, openedOf, type Opened } from './reveals.ts';
import { allOf, currentSum, type CertifiedSet, type RoundState, type SumState } from './state.ts';
import { firstViewMs } from './views.ts';

/**
 * Members of the set open their own seeds; members outside it open nothing of their own. What stalled members leave is
 * rebuilt from shares.
 */
export function certified(state: RoundState): Move | null {
  const plan = state.terms.sums[state.current];
  const sum = currentSum(state);
  const { context, certified: agreed } = sum;
  if (!context || !agreed || !plan) return null;
  const { terms, deals } = state;
  const opened = () => openedOf(terms, plan, sum, agreed, deals);
  if (mayBeOpen(sum, agreed) && isOpen(terms, sum, agreed, opened()))
    return move(state, 'revealed', { kind: 'addUp', sum: plan.id });
  const lies = falseReveals(terms, plan, sum, agreed, deals);
  if (state.nowMs >= terms.schedule.closingMs) return unopened(state, sum, agreed, opened(), lies);
  const asking = () => ({ sum: plan.id, context, ...certificateOf(state.terms, sum, agreed) });
  return (
    revealing(state, agreed, plan.id, asking) ??
    accusing(state, plan.id, lies) ??
    releasing(state, plan, asking) ??
    recovering(state, plan.id)
  );
}

/** When the others open their shares of what a member of the set has not revealed. */
export function releaseMs({ terms }: RoundState, plan: SumPlan, sum: SumState): number {
  return sum.certifiedMs + firstViewMs(terms, plan);
}

/** Made when it is needed: a certificate has as many parts as the roster has members. */
type Asking = () => Omit<Extract<Effect, { kind: 'reveal' }>, 'kind'>;

function revealing(
  state: RoundState,
  agreed: CertifiedSet,
  sum: string,
  asking: Asking,
): Move | null {
  const key = `reveal/${sum}`;
  const inSet = agreed.set.some(({ org }) => org === state.self);
  if (!inSet || state.asked.has(key)) return null;
  return ask(state, key, { kind: 'reveal', ...asking() });
}

function accusing(state: RoundState, sum: string, seeds: readonly Verified[]): Move | null {
  const lies: { lie: Lie; statements: readonly Verified[] }[] = [
    { lie: 'falseSeed', statements: seeds },
    { lie: 'falseShare', statements: falseShares(state) },
  ];
  for (const { lie, statements } of lies)
    for (const { signer, id } of statements) {
      const effect = { kind: 'accuse', lie, org: signer, ids: [id] } as const;
      const accused = ask(state, `accuse/${sum}/${lie}/${signer}`, effect);
      if (accused) return accused;
    }
  return null;
}

function releasing(state: RoundState, plan: SumPlan, asking: Asking): Move | null {
  const key = `release/${plan.id}`;
  if (state.nowMs < releaseMs(state, plan, currentSum(state)) || state.asked.has(key)) return null;
  const missing = missingOf(state);
  return missing && ask(state, key, { kind: 'release', ...asking(), missing });
}

function recovering(state: RoundState, sum: string): Move | null {
  if (currentSum(state).shareReveals.size < state.terms.q) return null;
  const missing = missingOf(state);
  if (!missing || !canRecover(state, missing)) return null;
  const key = `recover/${sum}/${[...missing.self, '-', ...missing.sigma].join()}`;
  return ask(state, key, { kind: 'recover', sum, missing });
}

/** The closing instant, and something never came. */
function unopened(
  state: RoundState,
  sum: SumState,
  agreed: CertifiedSet,
  opened: Opened,
  lies: readonly Verified[],
): Move {
  const liars = [...lies.map(({ signer }) => signer), ...sum.badDealers];
  const [org] = liars;
  const stalled = opened.stalled.filter((one) => !opened.selves.has(one));
  const waiting = [...new Set([...lackingOf(sum, agreed), ...stalled])].sort();
  if (org !== undefined)
    return end(state, 'aborted', 'blame', `${org} opened what it never committed to`, {
      org,
      orgs: [...new Set(liars)],
      missing: waiting,
    });
  const message = `contribution or seeds of ${waiting.join(', ')} never came`;
  return end(state, 'aborted', 'unrevealed', message, { missing: waiting });
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
    const enough = sum.results.size >= state.terms.q;
    if (enough && agreeing(sum, message).length >= state.terms.q) return finished(state);
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
    lanesDigest: checkedOnce(lanes, agreed, () => sha256(lanes)),
    reportDigest,
  };
}

/** The orgs that signed a result equal to this one, sorted. */
export function agreeing(sum: SumState, result: Payload<'result'>): string[] {
  const equal = allOf(sum, 'result').filter(
    ({ message }) =>
      sameBytes(message.set, result.set) &&
      sameBytes(message.lanesDigest, result.lanesDigest) &&
      sameBytes(message.reportDigest, result.reportDigest),
  );
  return [...new Set(equal.map(({ signer }) => signer))].sort();
}

function finished(state: RoundState): Move {
  if (state.current + 1 < state.sums.length)
    return move({ ...state, current: state.current + 1 }, 'contributing');
  return { state: { ...state, phase: 'published' }, effects: [{ kind: 'publish' }] };
}
