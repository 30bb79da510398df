/**
 * The errors of the node floor: one class, one catalogue. Every error has the shape `{code, message, details?}`;
 * the message says what happened and then, from the catalogue, what to do next.
 */
import { EXIT, type ExitCode } from './exit-codes.ts';

interface ErrorKind {
  readonly exitCode: ExitCode;
  /** what to do next, one sentence; empty where the message itself says it */
  readonly hint: string;
}

const kind = (exitCode: ExitCode, hint = ''): ErrorKind => ({ exitCode, hint });

/** Every code that this floor throws. */
export const ERRORS = {
  // the program itself
  E_USAGE: kind(EXIT.usage, 'Add --help to see what the command takes.'),
  E_INTERNAL: kind(EXIT.software, 'This is a bug in Hushmark: please report it with the log.'),
  E_NODE_VERSION: kind(EXIT.unavailable, 'Install Node 22.18 or later, 24 is best.'),

  // homes and files
  E_WHICH_ORG: kind(EXIT.usage, 'Say which with --org or --home.'),
  E_ORG_NAME: kind(
    EXIT.usage,
    'Use letters, digits, _ and -, at most 32, a letter or digit first.',
  ),
  E_NO_HOME: kind(EXIT.noInput, 'Create one with `bench-node init --org <name>`.'),
  E_NO_FILE: kind(EXIT.noInput),
  E_FILE_EXISTS: kind(EXIT.cantCreate, 'Nothing was overwritten: move it away first.'),
  E_IO: kind(EXIT.io, 'Check the disk, the path and its permissions.'),
  E_CONFIG: kind(EXIT.config, 'Correct it and try again.'),
  E_CARD: kind(EXIT.data, 'Ask its owner for a card written by `bench-node init`.'),

  // keys
  E_NO_PASSPHRASE: kind(
    EXIT.noPermission,
    'Give it with --passphrase-file, --passphrase-fd, or on a terminal.',
  ),
  E_WRONG_PASSPHRASE: kind(EXIT.noPermission, 'Try again with the passphrase of this home.'),
  E_KEYSTORE: kind(EXIT.data, 'Restore the key file from a backup.'),

  // the network
  E_LISTEN: kind(
    EXIT.unavailable,
    'Choose another `listen` in config.yaml, or end what holds the port.',
  ),
  E_NOT_A_MEMBER: kind(EXIT.config, 'Check that consortium.json holds the card of this home.'),
  E_OTHER_CONSORTIUM: kind(EXIT.protocol, 'Both orgs need the same consortium.json.'),
  E_PEER_VERSION: kind(EXIT.protocol, 'Both orgs need releases that speak one protocol version.'),
  E_HOST_STOPPED: kind(EXIT.unavailable),
  E_NOT_CONNECTED: kind(EXIT.temporary, 'It is dialled again until it answers.'),
  E_NOBODY_LISTENS: kind(
    EXIT.temporary,
    'The message is offered again to each peer that connects.',
  ),
  E_MESSAGE_TOO_LARGE: kind(EXIT.data),
  E_NO_SUCH_SERVICE: kind(EXIT.protocol, 'The other org may run an older release.'),
  E_PEER_REFUSED: kind(EXIT.protocol),
  E_PEER_BUSY: kind(EXIT.temporary, 'Try again in a moment.'),
  E_PEER_TIMEOUT: kind(EXIT.temporary, 'Try again, or look at its log.'),
  E_PEER_RESET: kind(EXIT.temporary, 'Try again, or look at its log.'),
  E_BAD_FRAME: kind(EXIT.protocol, 'The other org may run another release.'),
  E_NOT_HELD: kind(EXIT.temporary, 'Ask another org.'),

  // the peer, its vault, its workers
  E_PEER_NOT_RUNNING: kind(EXIT.unavailable, 'Start it with `bench-node --org <name>`.'),
  E_PEER_RUNNING: kind(EXIT.unavailable, 'One process per home: stop the other one first.'),
  E_CONTROL_TOKEN: kind(EXIT.noPermission, 'Run the command as the user who started the peer.'),
  E_CONTROL_HOST: kind(EXIT.noPermission),
  E_CONTROL_ROUTE: kind(EXIT.usage, 'Peer and command may be of different releases.'),
  E_CONTROL_BODY: kind(EXIT.data),
  E_CONTROL_BUSY: kind(EXIT.temporary, 'End one of the programs that are watching.'),
  E_VAULT_DIED: kind(
    EXIT.unavailable,
    'Start the peer again: the journal keeps what was promised.',
  ),
  E_VAULT_BUSY: kind(EXIT.unavailable, 'One vault per home: end the other process first.'),
  E_JOURNAL_DAMAGED: kind(
    EXIT.data,
    'It may have been tampered with: a vault that forgets can be made to sign twice, so make a new identity and never restore an old copy.',
  ),
  E_WORKSPACE: kind(EXIT.config),
  E_NETWORK_FILE: kind(EXIT.config),
  E_BENCHMARK_FILE: kind(EXIT.config),
  E_CONNECTOR: kind(EXIT.config),
  E_WORKLOAD: kind(EXIT.config),
  E_OUTSIDE_WORKSPACE: kind(EXIT.noPermission),
  E_SUT_DOWN: kind(EXIT.unavailable),
  E_WORKER_DIED: kind(EXIT.unavailable),
  E_WORKER_TIMEOUT: kind(EXIT.temporary),
  E_WORKER_DOWN: kind(EXIT.unavailable, "Look at the worker's log in this home."),
  E_JOURNAL: kind(EXIT.io, 'Nothing more is signed until the journal can be written.'),

  // rounds
  E_NO_ROUND: kind(EXIT.noInput, 'List them with `bench-node status`.'),
  E_WINDOW_TAKEN: kind(EXIT.temporary, 'Propose a later start, or abort the other round.'),
  E_WHICH_ROUND: kind(EXIT.usage, 'Give more digits of its id: `bench-node status` lists them.'),
  E_NO_REPORT: kind(EXIT.noInput, 'See how it stands with `bench-node watch`.'),
  E_SCENARIO: kind(EXIT.data),
  E_ROUND_OPEN: kind(EXIT.temporary, 'Wait until it is over, or end it with `bench-node abort`.'),

  // what an org keeps at home
  E_NO_OWN_DATA: kind(EXIT.noInput, 'Its private log may still be there: see the home under own/.'),
  E_OWN_DATA: kind(EXIT.data, 'Restore it from a backup, or purge the round.'),
  E_DISCLOSURE_LEDGER: kind(
    EXIT.data,
    'Restore it from a backup: without it nobody knows what this org has disclosed.',
  ),
} as const satisfies Record<`E_${string}`, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;

export type ErrorDetails = Readonly<Record<string, unknown>>;

/** What every error looks like outside of the process: in `--json`, in the control API, in the log. */
export interface ErrorShape {
  readonly code: string;
  readonly message: string;
  readonly details?: ErrorDetails;
}

export class NodeError extends Error implements ErrorShape {
  override readonly name = 'NodeError';
  readonly code: ErrorCode;
  readonly exitCode: ExitCode;
  readonly details?: ErrorDetails;

  /** @param what what happened, one sentence without a full stop; the catalogue's hint is appended */
  constructor(code: ErrorCode, what: string, details?: ErrorDetails, cause?: unknown) {
    const { exitCode, hint } = ERRORS[code];
    super(hint === '' ? what : `${what}. ${hint}`, cause === undefined ? {} : { cause });
    this.code = code;
    this.exitCode = exitCode;
    if (details !== undefined) this.details = details;
  }

  toJSON(): ErrorShape {
    return errorShape(this);
  }
}

const isCode = (value: unknown): value is string =>
  typeof value === 'string' && /^E_[A-Z0-9_]{1,60}$/.test(value);

/** Any thrown value in the one shape. What is no error of Hushmark's own is `E_INTERNAL`. */
export function errorShape(error: unknown): ErrorShape {
  if (error instanceof Error && 'code' in error && isCode(error.code)) {
    const { code, message } = error;
    const details = 'details' in error ? (error.details as ErrorDetails | undefined) : undefined;
    return details && Object.keys(details).length > 0
      ? { code, message, details }
      : { code, message };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'E_INTERNAL', message: `${message}. ${ERRORS.E_INTERNAL.hint}` };
}

/** The exit code for any thrown value; errors of the floors below mean that some data is wrong. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof NodeError) return error.exitCode;
  const { code } = errorShape(error);
  return (ERRORS as Record<string, ErrorKind>)[code]?.exitCode ?? EXIT.data;
}
