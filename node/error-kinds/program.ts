/** Errors of the command line, of homes and of files. */
import { EXIT } from '../exit-codes.ts';
import { kind, saidKind } from './kind.ts';

export const PROGRAM = {
  E_USAGE: kind(
    EXIT.usage,
    'the command line is wrong',
    'Add --help to see what the command takes.',
  ),
  E_INTERNAL: kind(
    EXIT.software,
    'a bug in Hushmark',
    'This is a bug in Hushmark: please report it with the log.',
  ),
  E_NODE_VERSION: saidKind(
    EXIT.unavailable,
    'this Node is too old',
    'Install Node 22.18 or later, 24 is best.',
  ),
  E_WHICH_ORG: kind(
    EXIT.usage,
    'there are several homes, or the home is that of another org',
    'Say which with --org or --home.',
  ),
  E_ORG_NAME: kind(
    EXIT.usage,
    'this is no name of an org',
    'Use letters, digits, _ and -, at most 32, a letter or digit first.',
  ),
  E_NO_HOME: kind(
    EXIT.noInput,
    'there is no such home',
    'Create one with `bench-node init --org <name>`.',
  ),
  E_NO_FILE: kind(EXIT.noInput, 'the file does not exist', 'Check the path.'),
  E_FILE_EXISTS: kind(
    EXIT.cantCreate,
    'the file is there already',
    'Nothing was overwritten: move it away first.',
  ),
  E_IO: kind(
    EXIT.io,
    'a file cannot be read or written',
    'Check the disk, the path and its permissions.',
  ),
  E_DISK_FULL: kind(
    EXIT.io,
    'there is no room left to write',
    'Make room on the disk, then try again: what was there before is as it was.',
  ),
  E_CONFIG: kind(
    EXIT.config,
    'a setting is wrong; the message names key and line',
    'Correct it and try again.',
  ),
  E_CARD: kind(
    EXIT.data,
    'the file is no public card',
    'Ask its owner for a card written by `bench-node init`.',
  ),
  E_NO_PASSPHRASE: kind(
    EXIT.noPermission,
    'no passphrase could be read',
    'Give it with --passphrase-file, --passphrase-fd, or on a terminal.',
  ),
  E_WEAK_PASSPHRASE: kind(
    EXIT.data,
    'a new passphrase is too short to protect keys',
    'Choose another one: several words are easier to keep than signs.',
  ),
  E_WRONG_PASSPHRASE: kind(
    EXIT.noPermission,
    'the passphrase does not open the key, or the key file was changed',
    'Try again with the passphrase of this home.',
  ),
  E_TWO_ORGS: kind(
    EXIT.config,
    'the settings and keys of this home are of two orgs',
    'Each org has a home of its own: put back the files of one org.',
  ),
  E_TEST_NETWORK: kind(
    EXIT.unavailable,
    'a ledger to try things on did not start, or gave no balance away',
    'Correct what the message names, then try again.',
  ),
  E_KEYSTORE: kind(EXIT.data, 'a key file is damaged', 'Restore the key file from a backup.'),
} as const;
