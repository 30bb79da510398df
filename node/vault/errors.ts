/**
 * What the vault refuses, and why. Errors of the floors below pass through with their own codes; the node gets all of them
 * in this one class, whichever process they come from.
 */
export type VaultCode =
  /** what came is no such request, statement or record */
  | 'E_MALFORMED'
  /** this slot holds another statement, or this step was done with other inputs */
  | 'E_CONFLICT'
  /** only open, deal, accept, mask and reveal make such a statement */
  | 'E_NOT_SIGNABLE'
  /** an earlier step is missing (details.need) */
  | 'E_TOO_EARLY'
  /** no member of the consortium, or of the roster, has this identity key */
  | 'E_NOT_A_MEMBER'
  /** keys that the roster cannot use (details.org, where one org is to blame) */
  | 'E_BAD_KEYS'
  /** a deal or a share that contradicts another one (details.org, or details.orgs where one of two lies) */
  | 'E_BAD_DEAL'
  | 'E_OTHER_SETUP'
  | 'E_NO_SUCH_SUM'
  | 'E_OTHER_CONTEXT'
  /** a vote in an earlier view than one that was signed before (details.view) */
  | 'E_OLD_VIEW'
  /** an earlier sum that is not the one whose result this org signed (details.sum) */
  | 'E_EARLIER_SUM'
  | 'E_OTHER_CERTIFICATE'
  | 'E_BOTH_KINDS'
  | 'E_DIFFERENCING'
  | 'E_NOT_IN_SET'
  | 'E_OTHER_CONTRIBUTION'
  /** the round's secrets are erased */
  | 'E_WIPED'
  | 'E_JOURNAL'
  | 'E_DISK_FULL'
  /** key and journal of one home are of two orgs */
  | 'E_TWO_ORGS'
  | 'E_JOURNAL_DAMAGED'
  | 'E_VAULT_BUSY'
  | 'E_VAULT_DIED';

export type Details = Readonly<Record<string, unknown>>;

export class VaultError extends Error {
  override readonly name = 'VaultError';
  /** a VaultCode, or the code of a floor below */
  readonly code: string;
  readonly details: Details;

  constructor(code: VaultCode, message: string, details: Details = {}, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.code = code;
    this.details = details;
  }

  /** An error as it came from the vault's process. */
  static received({
    code,
    message,
    details,
  }: {
    code: string;
    message: string;
    details?: Details;
  }) {
    return new VaultError(code as VaultCode, message, details);
  }
}
