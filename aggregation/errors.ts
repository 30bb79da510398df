/** The one error of this floor: `code` says which rule, `message` what to do next, `details` which lane, org or length. */
export type AggregationCode =
  /** a number that an org can not have counted, or that the layout has no room for */
  | 'E_LANE_RANGE'
  /** a sum that cannot be true */
  | 'E_IMPLAUSIBLE'
  /** no such segment, or a vector that does not fit the layout */
  | 'E_LAYOUT'
  /** arrays, seeds or digests of the wrong length */
  | 'E_LENGTH'
  /** n and f with which the sums would protect nobody */
  | 'E_SIZE'
  /** an index that is no place in the roster, or the same place twice */
  | 'E_ORG_INDEX'
  /** a public key that gives no secret */
  | 'E_BAD_KEY'
  /** a share that is not the dealer's, not the holder's, or no element of the field */
  | 'E_BAD_SHARE'
  /** fewer pieces than the quorum */
  | 'E_TOO_FEW_SHARES'
  /** seeds that do not match the set of contributors */
  | 'E_REVEALS';

export class AggregationError extends Error {
  override readonly name = 'AggregationError';
  readonly code: AggregationCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: AggregationCode,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
