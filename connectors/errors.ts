/** The one error of this floor: `{code, message, details?}`; the message says what to do next. */
export type ConnectorErrorCode =
  | 'E_CONNECTOR_NOT_INSTALLED'
  | 'E_CONNECTOR_SHAPE'
  | 'E_CONTRACT_INSTALL'
  | 'E_LEDGER_CONTROL'
  | 'E_LEDGER_OPTIONS'
  | 'E_NETWORK_FILE'
  | 'E_NO_CONTEXT'
  | 'E_NOT_IMPLEMENTED'
  | 'E_REQUEST'
  | 'E_SUT_UNREACHABLE'
  | 'E_WORKLOAD_NOT_FOUND'
  | 'E_WORKLOAD_SHAPE';

export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly code: ConnectorErrorCode;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(
    code: ConnectorErrorCode,
    message: string,
    details?: Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** What any thrown thing has to say, as text. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
