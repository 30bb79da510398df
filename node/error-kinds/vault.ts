/** Errors of the vault and its journal. */
import { EXIT } from '../exit-codes.ts';
import { kind, saidKind } from './kind.ts';

const REFUSED = 'The vault signed nothing: see the log of this peer for what asked for it.';
const TELL = 'Nothing was opened: tell the org that is named.';

export const VAULT = {
  E_VAULT_DIED: saidKind(
    EXIT.unavailable,
    "the vault's process ended",
    'Start the peer again: the journal keeps what was promised.',
  ),
  E_VAULT_BUSY: saidKind(
    EXIT.unavailable,
    'another process has this vault open',
    'One vault per home: end the other process first.',
  ),
  E_JOURNAL: kind(
    EXIT.io,
    'journal or transcript cannot be read or written',
    'Nothing more is signed until it can be written: check the disk.',
  ),
  E_TRANSCRIPT: kind(
    EXIT.data,
    'the record of heard statements is damaged',
    'Move it away: statements of open rounds come again from the others, and published rounds stay.',
  ),
  E_JOURNAL_DAMAGED: kind(
    EXIT.data,
    'an entry of the journal was changed or is lost',
    'It may have been tampered with: a vault that forgets can be made to sign twice, so make a new identity and never restore an old copy.',
  ),
  E_CONFLICT: kind(
    EXIT.protocol,
    'the slot holds another statement, or the step was done with other inputs: the first one stays',
    REFUSED,
  ),
  E_NOT_SIGNABLE: kind(
    EXIT.protocol,
    'the vault makes this statement itself, and signs none that is given to it',
    REFUSED,
  ),
  E_TOO_EARLY: kind(
    EXIT.protocol,
    'an earlier step is missing; `details.need` says which',
    REFUSED,
  ),
  E_BAD_KEYS: kind(EXIT.protocol, 'the keys of a member cannot be used; `details.org`', TELL),
  E_BAD_DEAL: kind(
    EXIT.protocol,
    'a deal or share contradicts another one; `details.org`, or `details.orgs` where one of two lies',
    TELL,
  ),
  E_OTHER_SETUP: kind(
    EXIT.protocol,
    'Ready was asked for another set-up than the vault has checked',
    REFUSED,
  ),
  E_NO_SUCH_SUM: kind(EXIT.protocol, 'the round has no sum of this id', REFUSED),
  E_EARLIER_SUM: kind(
    EXIT.protocol,
    'this is not the result of the earlier sum that this org signed',
    REFUSED,
  ),
  E_OLD_VIEW: kind(
    EXIT.protocol,
    'a vote in an earlier view than one that this org has voted in',
    'Nothing was signed, and the round goes on: please report it with the log.',
  ),
  E_OTHER_CERTIFICATE: kind(
    EXIT.protocol,
    'another set was certified before, and only the first one is opened',
    REFUSED,
  ),
  E_DIFFERENCING: kind(
    EXIT.rejected,
    'the sum of this round could be subtracted from that of an earlier one',
    'Propose it with exactly the contributors of that round, or with `--exception <why>`, to which every member then consents. An exception, too, must list that round: a member that knows of it proposes.',
  ),
  E_BOTH_KINDS: kind(
    EXIT.protocol,
    'a share was asked for whose fellow is open, or may be',
    REFUSED,
  ),
  E_NOT_IN_SET: kind(EXIT.protocol, 'this org is not in the set, and opens nothing', REFUSED),
  E_OTHER_CONTRIBUTION: kind(
    EXIT.protocol,
    'the set names a contribution that this vault never made',
    REFUSED,
  ),
  E_WIPED: kind(
    EXIT.protocol,
    'the secrets of this round are erased',
    'Nothing can be opened any more: propose a new round.',
  ),
} as const;
