/** Errors of the arithmetic: the codes of aggregation/. They mean a bug, or data that no honest member sends. */
import { EXIT } from '../exit-codes.ts';
import { kind, saidKind } from './kind.ts';

const REPORT = 'Nothing was added up: please report it with the log.';

export const SUMS = {
  E_LANE_RANGE: kind(EXIT.software, 'a count is not a whole number from 0 to below 2^40', REPORT),
  E_IMPLAUSIBLE: kind(
    EXIT.aborted,
    'the sum cannot be true: the round ends `aborted` (`implausible`)',
    'A member lied about its data: nothing is published, and the round counts as disclosed.',
  ),
  E_LAYOUT: kind(EXIT.data, 'a vector or a segment does not fit the layout', REPORT),
  E_LENGTH: kind(EXIT.data, 'an array, a seed or a digest has the wrong length', REPORT),
  E_SIZE: kind(
    EXIT.data,
    '`n` and `f` with which the sums would protect nobody',
    'Choose at least 3 members, and a quorum that they can reach.',
  ),
  E_ORG_INDEX: kind(EXIT.data, 'a place that is not in the roster, or the same one twice', REPORT),
  E_BAD_SHARE: kind(
    EXIT.protocol,
    "a share that is not the dealer's or the holder's, or no element of the field",
    REPORT,
  ),
  E_TOO_FEW_SHARES: saidKind(
    EXIT.temporary,
    'fewer shares than the quorum',
    'Wait for the shares of more members.',
  ),
  E_REVEALS: kind(EXIT.protocol, 'seeds that do not match the set of contributors', REPORT),
} as const;
