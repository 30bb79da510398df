/**
 * Contributing: which contributions are in the sum is agreed, not seen. Single-shot Tendermint (arXiv:1807.04938), view 0:
 * the coordinator names every contribution that it holds, members prevote and precommit once, q equal precommits certify.
 */
import { coordinatorOf, setHash } from '../agreement.ts';
import { hex, sameBytes } from '../digest.ts';
import type { Statement } from '../statement.ts';
import { contribute, enterSum } from './entering.ts';
import { ask, end, move, type Move } from './move.ts';
import {
  currentSum,
  missing,
  withSum,
  type CertifiedSet,
  type RoundState,
  type SumState,
} from './state.ts';

const VIEW = 0;
const NIL = new Uint8Array(0);

export function contributing(state: RoundState): Move | null {
  const plan = state.terms.sums[state.current];
  const sum = currentSum(state);
  if (!plan) return null;
  if (!sum.context) return { state: enterSum(state), effects: [] };
  const certified = certifiedSet(state, sum);
  if (certified) return move(withSum(state, { certified }), 'certified');
  if (state.nowMs >= plan.voteByMs) return undecided(state, plan.id, sum);
  return noteCut(state, sum, plan.cutMs) ?? contribute(state) ?? vote(state, plan.id, sum);
}

/** Names who did not contribute: with too few of them nothing can be certified. */
function undecided(state: RoundState, id: string, sum: SumState): Move {
  const silent = missing(state, sum.contributions);
  const who = silent.length > 0 ? `; no contribution came from ${silent.join(', ')}` : '';
  const contributed = [...sum.contributions.keys()].sort();
  const message = `no set of contributors was certified in time${who}`;
  return end(state, 'aborted', 'undecided', message, { sum: id, contributed, missing: silent });
}

/** The certificate's parts: the candidate and the precommits for it, in roster order. */
export function certificateOf(
  state: RoundState,
  sum: SumState,
  { hash, view }: CertifiedSet,
): { candidate: Uint8Array; precommits: readonly Uint8Array[] } {
  const candidate = candidateOf(state, sum);
  if (!candidate) throw new TypeError('a certified sum has its candidate');
  return {
    candidate: candidate.bytes,
    precommits: votesFor(sum.precommits, view, hash).map((v) => v.bytes),
  };
}

/** The set that q precommits of one view name, once its candidate is here too. */
export function certifiedSet(state: RoundState, sum: SumState): CertifiedSet | null {
  const candidate = candidateOf(state, sum);
  if (!candidate || !sum.context) return null;
  const { set, view } = candidate.message;
  const hash = setHash(sum.context, set);
  return votesFor(sum.precommits, view, hash).length >= state.terms.q ? { set, hash, view } : null;
}

function candidateOf(state: RoundState, sum: SumState) {
  if (!sum.context) return undefined;
  return sum.candidates.get(coordinatorOf(state.terms, sum.context, VIEW));
}

interface Vote {
  readonly signer: string;
  readonly message: { readonly view: number; readonly set: Uint8Array };
}

function votesFor<V extends Vote>(
  votes: ReadonlyMap<string, V>,
  view: number,
  hash: Uint8Array,
): V[] {
  return [...votes.values()]
    .filter(({ message }) => message.view === view && sameBytes(message.set, hash))
    .sort((a, b) => (a.signer < b.signer ? -1 : 1));
}

/** Whose contributions were here at the cut: a list that lacks one of them gets no vote. */
function noteCut(state: RoundState, sum: SumState, cutMs: number): Move | null {
  if (sum.heldAtCut || state.nowMs < cutMs) return null;
  return { state: withSum(state, { heldAtCut: [...sum.contributions.keys()] }), effects: [] };
}

function vote(state: RoundState, id: string, sum: SumState): Move | null {
  return named(state, id, sum) ?? prevoted(state, id, sum) ?? precommitted(state, id, sum);
}

/** The coordinator names all that it holds: at once when nobody is missing, else at the cut. */
function named(state: RoundState, id: string, sum: SumState): Move | null {
  const { terms, self } = state;
  const context = sum.context as Uint8Array;
  if (self !== coordinatorOf(terms, context, VIEW)) return null;
  const held = terms.roster.filter((org) => sum.contributions.has(org));
  if (held.length < (sum.heldAtCut ? terms.q : terms.n)) return null;
  const set = held.map((org) => ({
    org,
    contribution: Buffer.from(sum.contributions.get(org)?.id ?? '', 'hex'),
  }));
  const message = { round: terms.roundId, sum: id, context, view: VIEW, set, carried: [] };
  return ask(state, `candidate/${id}`, sign({ type: 'candidate', message }));
}

function prevoted(state: RoundState, id: string, sum: SumState): Move | null {
  const context = sum.context as Uint8Array;
  const candidate = candidateOf(state, sum);
  if (!candidate) return null;
  const { set } = candidate.message;
  const listed = new Map(set.map(({ org, contribution }) => [org, hex(contribution)]));
  const lacking = [...listed].some(([org, id_]) => sum.contributions.get(org)?.id !== id_);
  if (lacking) return null;
  const complete = listed.size === state.terms.n;
  if (!complete && !sum.heldAtCut) return null;
  const leftOut = !complete && sum.heldAtCut?.some((org) => !listed.has(org));
  const message = {
    round: state.terms.roundId,
    sum: id,
    context,
    view: VIEW,
    set: leftOut ? NIL : setHash(context, set),
  };
  return ask(state, `prevote/${id}`, sign({ type: 'prevote', message }));
}

function precommitted(state: RoundState, id: string, sum: SumState): Move | null {
  const context = sum.context as Uint8Array;
  const candidate = candidateOf(state, sum);
  if (!candidate) return null;
  const set = setHash(context, candidate.message.set);
  if (votesFor(sum.prevotes, VIEW, set).length < state.terms.q) return null;
  const message = { round: state.terms.roundId, sum: id, context, view: VIEW, set };
  return ask(state, `precommit/${id}`, sign({ type: 'precommit', message }));
}

function sign(statement: Statement) {
  return { kind: 'sign', statement } as const;
}
