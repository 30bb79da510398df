/**
 * Certified → Revealed → the next sum, or Published. Seeds are revealed under a certificate only; everyone adds up.
 * Bonawitz et al. (CCS 2017), malicious-safe form.
 */
import { sameBytes, sha256 } from '../digest.ts';
import type { Payload, Verified } from '../statement.ts';
import { firstViewMs, type SumPlan } from '../terms.ts';
import { lateSteps } from './late-certificate.ts';
import { ask, end, move, type Move } from './move.ts';
import { certificateOf } from './certificate.ts';
import { checkedOnce } from './checked-once.ts';
import type { Effect, Lie } from './event.ts';
import { canRecover, falseShares, missingOf, sharesCount } from './recovery.ts';
import {
  closedOf,
  falseReveals,
  isOpen,
  lackingOf,
  mayBeOpen,
  openedOf,
  type Opened,
} from './reveals.ts';
import { allOf, currentSum, type CertifiedSet, type RoundState, type SumState } from './state.ts';

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
  const lies = falseReveals(terms, plan, sum, agreed, deals);
  const accused = accusing(state, plan.id, lies);
  if (accused) return accused;
  const opened = () => openedOf(terms, plan, sum, agreed, deals);
  if (mayBeOpen(sum, agreed) && isOpen(terms, sum, agreed, opened()))
    return move(state, 'revealed', { kind: 'addUp', sum: plan.id });
  const rebuilding = recovering(state, plan.id);
  if (rebuilding) return rebuilding;
  if (isClosed(state)) return unopened(state, sum, agreed, opened(), lies);
  const asking = () => ({ sum: plan.id, context, ...certificateOf(terms, sum, agreed) });
  return revealing(state, agreed, plan.id, asking) ?? releasing(state, plan, asking);
}

/** From the closing instant on nothing is signed or opened: the round's secrets are erased. */
const isClosed = ({ nowMs, terms }: RoundState) => nowMs >= terms.schedule.closingMs;

/** When the others open their shares of what a member of the set has not revealed: under a late certificate, at once. */
export function releaseMs({ terms }: RoundState, plan: SumPlan, { certifiedMs }: SumState): number {
  const isLate = certifiedMs >= lateSteps(terms, plan).fromMs;
  return isLate ? certifiedMs : certifiedMs + firstViewMs(terms, plan);
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

/** A lie that comes when it changes nothing any more has its author too. */
function accusingOpened(state: RoundState, plan: SumPlan, sum: SumState): Move | null {
  const { certified: agreed, reveals, seconds } = sum;
  if (!agreed) return null;
  // the results that come now change nothing of it
  const lies = checkedOnce(reveals, seconds, () =>
    falseReveals(state.terms, plan, sum, agreed, state.deals),
  );
  return accusing(state, plan.id, lies);
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
  const what = [...missing.self, '-', ...missing.sigma].join();
  const key = `recover/${sum}/${what}/${sharesCount(state)}`;
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
  const stalled = closedOf(state.terms, agreed, opened);
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
  const accused = plan && accusingOpened(state, plan, sum);
  if (accused) return accused;
  if (plan && sum.lanes) {
    const message = resultOf(state, sum, plan.id);
    const asked = isClosed(state)
      ? null
      : ask(state, `result/${plan.id}`, {
          kind: 'sign',
          statement: { type: 'result', message },
        });
    if (asked) return asked;
    const enough = sum.results.size >= state.terms.q;
    if (enough && agreeing(sum, message).length >= state.terms.q) return finished(state);
  }
  if (!isClosed(state)) return null;
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
  const equal = allOf(sum, 'result').filter(({ message }) => isSameResult(message, result));
  return [...new Set(equal.map(({ signer }) => signer))].sort();
}

export const isSameResult = (one: Payload<'result'>, result: Payload<'result'>): boolean =>
  sameBytes(one.set, result.set) &&
  sameBytes(one.lanesDigest, result.lanesDigest) &&
  sameBytes(one.reportDigest, result.reportDigest);

function finished(state: RoundState): Move {
  if (state.current + 1 < state.sums.length)
    return move({ ...state, current: state.current + 1 }, 'contributing');
  return { state: { ...state, phase: 'published' }, effects: [{ kind: 'publish' }] };
}
