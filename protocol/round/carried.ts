/**
 * What comes with a list that is named again: the votes of an earlier view, at most one of each member. Whoever signs a
 * list chooses what it carries, so what is cheap is looked at first, and a list with anything else in it is refused whole.
 */
import { coordinatorOf, setHash, type StatementOf } from '../agreement.ts';
import { sameBytes } from '../digest.ts';
import { ProtocolError } from '../errors.ts';
import { readEnvelope, statementIn } from '../statement.ts';
import { stillHears } from './ended.ts';
import { hear, isRefusal } from './hear.ts';
import type { RoundState } from './state.ts';

/**
 * The envelopes that a candidate of this round carries, none of their signatures verified: prevotes for its list, each of
 * another member. None when the round does not hear the candidate any more.
 * @throws ProtocolError E_MALFORMED, E_NOT_COORDINATOR, or as the round refuses the candidate whatever it carries; what
 * readEnvelope and statementIn throw
 */
export function carriedBy(
  state: RoundState,
  candidate: StatementOf<'candidate'>,
): readonly Uint8Array[] {
  if (!stillHears(state, candidate)) return [];
  const heard = hear(state, candidate);
  // with the votes a liar's third list may be one that others build on
  if (isRefusal(heard) && heard.code !== 'E_EQUIVOCATION')
    throw new ProtocolError(heard.code, heard.message, heard.details);
  const { terms } = state;
  const { signer, message } = candidate;
  const details = { org: signer, type: candidate.type, id: candidate.id };
  if (message.carried.length === 0) return [];
  // a round that has not fixed its context yet goes by the one that the candidate is bound to
  if (signer !== coordinatorOf(terms, message.context, message.view))
    throw new ProtocolError(
      'E_NOT_COORDINATOR',
      `${signer} does not coordinate this view`,
      details,
    );
  const flaw = carriedFlaw(state, candidate);
  if (flaw)
    throw new ProtocolError('E_MALFORMED', `${signer}'s candidate carries ${flaw}`, details);
  return message.carried;
}

function carriedFlaw({ terms }: RoundState, { message }: StatementOf<'candidate'>): string | null {
  const { round, sum, context, view, set, carried } = message;
  if (carried.length > terms.n) return `more than ${terms.n} votes`;
  const hash = setHash(context, set);
  const voters = new Set<string>();
  for (const bytes of carried) {
    const sealed = readEnvelope(bytes);
    if (sealed.type !== 'prevote') return `a ${sealed.type}`;
    const vote = statementIn(sealed) as StatementOf<'prevote'>;
    const about = vote.message;
    if (!terms.roster.includes(vote.signer)) return 'the vote of somebody who takes no part';
    if (voters.has(vote.signer)) return `two votes of ${vote.signer}`;
    voters.add(vote.signer);
    if (!sameBytes(about.round, round) || about.sum !== sum || !sameBytes(about.context, context))
      return 'a vote about another sum';
    if (about.view >= view) return 'a vote of no earlier view';
    if (!sameBytes(about.set, hash)) return 'a vote for another list';
  }
  return null;
}
