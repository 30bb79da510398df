/**
 * Which of a liar's further statements for one slot is kept, beside the two that are evidence: the one that others build
 * on, else a liar could keep a member from what all others hold. It says what none of the kept ones says, so that what one
 * liar can make others keep stays bounded, however often it signs the same words.
 */
import { setHash, type StatementOf } from '../agreement.ts';
import { hex, sameBytes } from '../digest.ts';
import type { Payload, Verified } from '../statement.ts';
import { votesFor } from './certificate.ts';
import { setupDigest } from './preparing.ts';
import { truePieces } from './recovery.ts';
import { isTrueReveal } from './reveals.ts';
import { allOf, type RoundState, type SumState } from './state.ts';
import { isSameResult, resultOf } from './summing.ts';

type Opening = StatementOf<'reveal' | 'shareReveal'>;

export type SumStatement = Extract<Verified, { message: { readonly sum: string } }>;

const NONE = new Uint8Array(0);

/**
 * Whether a further statement about a sum is needed. Where that is not known yet the answer is no: it is offered again.
 * @param kept what is kept of its signer in this slot
 */
export function isNeeded(
  state: RoundState,
  sum: SumState,
  statement: SumStatement,
  kept: readonly SumStatement[],
): boolean {
  const candidates = allOf(sum, 'candidate');
  const hashOf = (set: Payload<'candidate'>['set']) => setHash(sum.context ?? NONE, set);
  switch (statement.type) {
    case 'contribution':
      return candidates.some(({ message }) =>
        message.set.some(({ contribution }) => hex(contribution) === statement.id),
      );
    case 'prevote':
    case 'precommit': {
      const { view, set } = statement.message;
      const isNamed = candidates.some(
        ({ message }) => message.view === view && sameBytes(hashOf(message.set), set),
      );
      return (
        isNamed &&
        !kept.some((one) => one.type === statement.type && sameBytes(one.message.set, set))
      );
    }
    case 'candidate': {
      const { view, set } = statement.message;
      const hash = hashOf(set);
      const isKept = kept.some(
        (one) => one.type === 'candidate' && sameBytes(hashOf(one.message.set), hash),
      );
      return !isKept && votesFor(sum, 'prevote', view, hash).length > state.terms.f;
    }
    case 'reveal':
    case 'shareReveal':
      if (!sum.certified && isOfCurrentSum(state, sum))
        return opensLate(state, sum, statement, kept as readonly Opening[]);
      return isOfCurrentSum(state, sum) && opensMore(state, sum, statement, kept);
    case 'result':
      return isOfCurrentSum(state, sum) && opensMore(state, sum, statement, kept);
  }
}

/** Another sum's seeds and results are held against nothing here. */
const isOfCurrentSum = (state: RoundState, sum: SumState) => state.sums[state.current] === sum;

/**
 * Before a certificate is obeyed here openings count, be they true or not (late-certificate.ts): what moved another member
 * must move this one too. Of f+1 precommits for a set one is honest, so there are no more such sets than views.
 */
function opensLate(
  { terms }: RoundState,
  sum: SumState,
  { message: { set } }: Opening,
  kept: readonly Opening[],
): boolean {
  const precommits = allOf(sum, 'precommit').filter(({ message }) => sameBytes(message.set, set));
  const voters = new Set(precommits.map(({ signer }) => signer));
  return voters.size > terms.f && !kept.some(({ message }) => sameBytes(message.set, set));
}

/** A true reveal, a true share or the true result, where the kept statements have none. */
function opensMore(
  state: RoundState,
  sum: SumState,
  statement: Extract<SumStatement, { type: 'reveal' | 'shareReveal' | 'result' }>,
  kept: readonly SumStatement[],
): boolean {
  const plan = state.terms.sums[state.current];
  const { certified, lanes } = sum;
  if (!plan || !certified) return false;
  switch (statement.type) {
    case 'reveal': {
      const isTrue = (one: SumStatement) =>
        one.type === 'reveal' && isTrueReveal(state.terms, plan, certified, state.deals, one);
      return isTrue(statement) && !kept.some(isTrue);
    }
    case 'shareReveal': {
      const known = new Set(
        kept.flatMap((one) =>
          one.type === 'shareReveal'
            ? truePieces(state, one).map(({ dealer, kind }) => `${kind}/${dealer}`)
            : [],
        ),
      );
      return truePieces(state, statement).some(
        ({ dealer, kind }) => !known.has(`${kind}/${dealer}`),
      );
    }
    case 'result': {
      if (!lanes) return false;
      const ours = resultOf(state, sum, plan.id);
      const isOurs = (one: SumStatement) =>
        one.type === 'result' && isSameResult(one.message, ours);
      return isOurs(statement) && !kept.some(isOurs);
    }
  }
}

/** Whether a further Ready is for the set-up that is here, where the kept ones are not. */
export function isReadyNeeded(
  state: RoundState,
  message: Verified,
  kept: readonly (Verified | undefined)[],
): boolean {
  const setup = setupDigest(state);
  const isOurs = (one: Verified | undefined) =>
    setup !== null && one?.type === 'ready' && sameBytes(one.message.setupDigest, setup);
  return isOurs(message) && !kept.some(isOurs);
}
