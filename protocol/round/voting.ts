/**
 * Contributing: which contributions are in the sum is agreed, not seen. Single-shot Tendermint (Buchman, Kwon, Milosevic
 * 2018, arXiv:1807.04938): the view's coordinator names every contribution that it holds; members prevote once in a view;
 * q equal prevotes lock and lead to a precommit; q equal precommits of one view are the certificate.
 *
 * Nobody votes against a set: the clock begins the next view anyway, and until then a missing contribution may still come.
 */
import { coordinatorOf, setHash, type StatementOf } from '../agreement.ts';
import { hex, sameBytes } from '../digest.ts';
import type { Payload, Statement } from '../statement.ts';
import { firstViewMs, type SumPlan } from '../terms.ts';
import { certifiedSet, votesFor } from './certificate.ts';
import { contribute, enterSum } from './entering.ts';
import { ask, end, move, type Move } from './move.ts';
import {
  allOf,
  contributionOf,
  currentSum,
  missing,
  placeOf,
  withSum,
  type RoundState,
  type SumState,
} from './state.ts';
import { currentView, lastView } from './views.ts';

export function contributing(state: RoundState): Move | null {
  const plan = state.terms.sums[state.current];
  const sum = currentSum(state);
  if (!plan) return null;
  if (!sum.context) return { state: enterSum(state), effects: [] };
  const certified = certifiedSet(state, sum);
  if (certified) return move(withSum(state, { certified, certifiedMs: state.nowMs }), 'certified');
  if (state.nowMs >= plan.voteByMs) return undecided(state, plan.id, sum);
  return noteCut(state, sum, plan.cutMs) ?? contribute(state) ?? vote(state, plan, sum);
}

/** Names who did not contribute: with too few of them nothing can be certified. */
function undecided(state: RoundState, id: string, sum: SumState): Move {
  const silent = missing(state, sum.contributions);
  const who = silent.length > 0 ? `; no contribution came from ${silent.join(', ')}` : '';
  const contributed = [...sum.contributions.keys()].sort();
  const both = contributed.filter((org) => state.aborts.has(org));
  const off = both.length > 0 ? `; ${both.join(', ')} called the round off, and contributed` : '';
  const message = `no set of contributors was certified in time${who}${off}`;
  const details = { sum: id, contributed, missing: silent };
  return end(state, 'aborted', 'undecided', message, {
    ...details,
    ...(both.length > 0 && { calledOff: both }),
  });
}

/** Whose contributions were here at the cut: a list that lacks one of them gets no vote. */
function noteCut(state: RoundState, sum: SumState, cutMs: number): Move | null {
  if (sum.heldAtCut || state.nowMs < cutMs) return null;
  return { state: withSum(state, { heldAtCut: [...sum.contributions.keys()] }), effects: [] };
}

function vote(state: RoundState, plan: SumPlan, sum: SumState): Move | null {
  const view = currentView(state, plan, sum);
  if (state.self === null || view > lastView(state.terms, plan)) return null;
  if (isVoting(state, plan)) return null;
  return (
    named(state, plan, sum, view) ??
    prevoted(state, plan, sum, view) ??
    precommitted(state, plan, sum, view)
  );
}

type Contributors = Payload<'candidate'>['set'];

/** A vote that is being signed binds already: nothing else is said before it is here. */
function isVoting(state: RoundState, { id }: SumPlan): boolean {
  const votes = [`prevote/${id}/`, `precommit/${id}/`];
  return [...state.asked].some(
    (key) => votes.some((vote) => key.startsWith(vote)) && isUnsaid(state, key),
  );
}

function isUnsaid({ terms, sums, self }: RoundState, key: string): boolean {
  const [type, id, view] = key.split('/');
  if (type !== 'candidate' && type !== 'prevote' && type !== 'precommit') return false;
  const sum = sums[terms.sums.findIndex((plan) => plan.id === id)];
  return sum !== undefined && !sum[placeOf(type)].has(`${view}/${self}`);
}

/**
 * After a restart: what was asked for while the transcript was heard again, and never signed, is asked for anew, under
 * the lock and in the view of now. A transcript has no clock ticks, so it can ask for what the earlier life, waiting for
 * its vault, had not: a precommit of a view that it had left since.
 */
export function withoutUnsaidVotes(state: RoundState): RoundState {
  return { ...state, asked: new Set([...state.asked].filter((key) => !isUnsaid(state, key))) };
}

/** The coordinator names again what has been prevoted for, else all that it holds. */
function named(state: RoundState, plan: SumPlan, sum: SumState, view: number): Move | null {
  const { terms, self } = state;
  const context = sum.context as Uint8Array;
  if (self !== coordinatorOf(terms, context, view)) return null;
  const again = prevotedBefore(state, sum, view);
  const set = again?.set ?? freshSet(state, plan, sum, view);
  if (!set) return null;
  const carried = again ? again.prevotes.map(({ bytes }) => bytes) : [];
  const message = { round: terms.roundId, sum: plan.id, context, view, set, carried };
  return ask(state, `candidate/${plan.id}/${view}`, sign({ type: 'candidate', message }));
}

/** What q members prevoted for in the latest view before this one. */
function prevotedBefore(state: RoundState, sum: SumState, view: number) {
  const found = allOf(sum, 'candidate')
    .filter(({ message }) => message.view < view)
    .sort((a, b) => b.message.view - a.message.view)
    .map(({ message }) => {
      const hash = setHash(sum.context as Uint8Array, message.set);
      return { set: message.set, prevotes: votesFor(sum, 'prevote', message.view, hash) };
    });
  return found.find(({ prevotes }) => prevotes.length >= state.terms.q);
}

/**
 * All contributions that are here: in the first view at once when nobody is missing, else a little after the cut, so that
 * what somebody held at the cut is here too.
 */
function freshSet(
  state: RoundState,
  plan: SumPlan,
  sum: SumState,
  view: number,
): Contributors | null {
  const { terms, nowMs } = state;
  const held = terms.roster.filter((org) => sum.contributions.has(org) && !state.aborts.has(org));
  const settled = !terms.fixedSet && (view > 0 || nowMs >= namingMs(state, plan));
  if (held.length < (settled ? terms.q : terms.n)) return null;
  return held.map((org) => ({
    org,
    contribution: Buffer.from(sum.contributions.get(org)?.id ?? '', 'hex'),
  }));
}

/** When the first coordinator names a set that is not complete. */
export function namingMs({ terms }: RoundState, plan: SumPlan): number {
  return plan.cutMs + Math.floor(firstViewMs(terms, plan) / 4);
}

function prevoted(state: RoundState, plan: SumPlan, sum: SumState, view: number): Move | null {
  const context = sum.context as Uint8Array;
  const candidate = candidatesOf(sum, view)[0];
  if (!candidate || isSaid(state, sum, 'prevote', view)) return null;
  const { set } = candidate.message;
  const hash = setHash(context, set);
  if (!acceptable(state, sum, view, set, hash)) return null;
  const message = { round: state.terms.roundId, sum: plan.id, context, view, set: hash };
  return ask(state, `prevote/${plan.id}/${view}`, sign({ type: 'prevote', message }));
}

/** Whether this member may prevote for a set in a view. */
function acceptable(
  state: RoundState,
  sum: SumState,
  view: number,
  set: Contributors,
  hash: Uint8Array,
): boolean {
  const here = set.every(({ org, contribution }) => contributionOf(sum, org, hex(contribution)));
  if (!here) return false;
  const lock = lockOf(state, sum);
  const locked = lock !== null && !sameBytes(lock.hash, hash);
  const carriedFrom = prevotedIn(state, sum, view, hash);
  if (carriedFrom !== null) return !locked || lock.view <= carriedFrom;
  return !locked && leavesNobodyOut(state, sum, view, set);
}

/** The latest view before this one in which q members prevoted for that set; null when there is none. */
function prevotedIn(state: RoundState, sum: SumState, view: number, hash: Uint8Array) {
  for (let before = view - 1; before >= 0; before--)
    if (votesFor(sum, 'prevote', before, hash).length >= state.terms.q) return before;
  return null;
}

/**
 * While the coordinators take their first turns, a fresh set has everybody whose contribution was here at the cut; but
 * members with two contributions are no reason to wait. Who called the round off and contributes all the same is in no
 * fresh set: it may have shown its abort to some, so that they have nothing to contribute.
 */
function leavesNobodyOut(
  state: RoundState,
  sum: SumState,
  view: number,
  set: Contributors,
): boolean {
  const { n } = state.terms;
  if (set.some(({ org }) => state.aborts.has(org))) return false;
  if (set.length === n) return true;
  if (!sum.heldAtCut || state.terms.fixedSet) return false;
  if (view >= n) return true;
  const listed = new Set(set.map(({ org }) => org));
  const twice = new Set(
    [...sum.seconds.values()].filter((s) => s.type === 'contribution').map((s) => s.signer),
  );
  return sum.heldAtCut.every((org) => listed.has(org) || twice.has(org) || state.aborts.has(org));
}

/** What this member precommitted to last: the journal has it, so it outlives a crash. */
function lockOf(state: RoundState, sum: SumState): { view: number; hash: Uint8Array } | null {
  const own = allOf(sum, 'precommit').filter(({ signer }) => signer === state.self);
  const last = own.reduce<StatementOf<'precommit'> | null>(
    (a, b) => (a && a.message.view > b.message.view ? a : b),
    null,
  );
  return last && { view: last.message.view, hash: last.message.set };
}

function precommitted(state: RoundState, plan: SumPlan, sum: SumState, view: number): Move | null {
  const context = sum.context as Uint8Array;
  if (isSaid(state, sum, 'precommit', view)) return null;
  const agreed = candidatesOf(sum, view)
    .map(({ message }) => setHash(context, message.set))
    .find((hash) => votesFor(sum, 'prevote', view, hash).length >= state.terms.q);
  if (!agreed) return null;
  const message = { round: state.terms.roundId, sum: plan.id, context, view, set: agreed };
  return ask(state, `precommit/${plan.id}/${view}`, sign({ type: 'precommit', message }));
}

/** Heard from the own journal after a restart, what no replay had asked for is said all the same. */
const isSaid = (state: RoundState, sum: SumState, type: 'prevote' | 'precommit', view: number) =>
  sum[placeOf(type)].has(`${view}/${state.self}`);

const candidatesOf = (sum: SumState, view: number) =>
  allOf(sum, 'candidate').filter(({ message }) => message.view === view);

function sign(statement: Statement) {
  return { kind: 'sign', statement } as const;
}
