/** Errors of decisions about a round. */
import { EXIT } from '../exit-codes.ts';
import { kind, saidKind } from './kind.ts';

export const ROUNDS = {
  E_ILLEGAL_EVENT: kind(
    EXIT.notNow,
    "this cannot be done in the round's phase",
    'See how it stands with `bench-node watch`.',
  ),
  E_TOO_LATE: saidKind(EXIT.expired, 'the time to accept is over', 'Ask for a new proposal.'),
  E_ALREADY_DECIDED: kind(
    EXIT.notNow,
    'this org has accepted or declined already, and a decision stands',
    'To get out of the round before its load has ended, use `bench-node abort`.',
  ),
  E_ALREADY_ABORTED: kind(
    EXIT.notNow,
    'this org has aborted the round already',
    'See how it stands with `bench-node watch`.',
  ),
  E_OBSERVER: kind(
    EXIT.notNow,
    'this org is not in the roster and only follows the round',
    'Ask for a proposal with this org in it.',
  ),
  E_NO_INPUT: kind(
    EXIT.unavailable,
    'nothing was measured for a sum, so that nothing can be contributed',
    "See the peer's log for why the load did not run.",
  ),
  E_NOT_REVEALED: kind(
    EXIT.notNow,
    'the sum is not revealed yet',
    'See how it stands with `bench-node watch`.',
  ),
} as const;
