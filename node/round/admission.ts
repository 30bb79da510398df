/** Which proposal begins a round at a peer: one that its author may make, that this release can count, and in its bounds. */
import {
  hasEnded,
  termsOf,
  type Consortium,
  type RoundState,
  type StatementOf,
  type Terms,
} from '../../protocol/index.ts';
import { NodeError } from '../errors.ts';
import { LOAD_INPUT } from './own-load.ts';

/** For each proposer: rounds that go on, and rounds in memory. */
const MAX_OPEN_ROUNDS = 8;
const MAX_KEPT_ROUNDS = 64;

/**
 * The terms of a proposal that was never heard before.
 * @param kept - all rounds in memory
 * @throws NodeError E_PEER_REFUSED, E_SCENARIO or E_PEER_BUSY; ProtocolError E_PROPOSAL
 */
export function admit(
  consortium: Consortium,
  { signer, message }: StatementOf<'proposal'>,
  kept: readonly RoundState[],
  nowMs: number,
): Terms {
  if (signer !== message.proposer)
    throw new NodeError('E_PEER_REFUSED', `${signer} proposed in the name of another`);
  const terms = termsOf(consortium, message);
  checkCountable(terms);
  checkTime(terms, consortium.manifest.policy.longestRoundSeconds, nowMs);
  checkRoom(signer, kept);
  return terms;
}

function checkCountable({ sums }: Terms): void {
  const unknown = sums.find(({ input }) => input !== LOAD_INPUT);
  if (unknown)
    throw new NodeError(
      'E_SCENARIO',
      `the sum ${unknown.id} counts ${unknown.input}, this release ${LOAD_INPUT} only`,
    );
}

function checkTime({ schedule }: Terms, longestSeconds: number, nowMs: number): void {
  if (schedule.acceptByMs <= nowMs)
    throw new NodeError('E_PEER_REFUSED', 'the time to accept this proposal is over');
  // else a round could hold its place for ever; it may come again when its time is nearer
  if (schedule.acceptByMs - nowMs > longestSeconds * 1000)
    throw new NodeError(
      'E_SCENARIO',
      `the time to accept it ends more than ${longestSeconds} s from now, the policy's longest round`,
    );
}

function checkRoom(proposer: string, kept: readonly RoundState[]): void {
  const theirs = kept.filter(({ terms }) => terms.proposal.proposer === proposer);
  const live = theirs.filter((state) => !hasEnded(state));
  if (live.length >= MAX_OPEN_ROUNDS || theirs.length >= MAX_KEPT_ROUNDS)
    throw new NodeError(
      'E_PEER_BUSY',
      `${proposer} has ${live.length} rounds open already, and ${theirs.length} that are not closed`,
    );
}
