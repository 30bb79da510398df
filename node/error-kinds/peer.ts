/** Errors of the running peer, its control API, and what it keeps at home. */
import { EXIT } from '../exit-codes.ts';
import { kind } from './kind.ts';

export const PEER = {
  E_PEER_NOT_RUNNING: kind(
    EXIT.unavailable,
    'the command needs a running peer',
    'Start it with `bench-node --org <name>`.',
  ),
  E_PEER_RUNNING: kind(
    EXIT.unavailable,
    'a process runs this home already',
    'One process per home: stop the other one first.',
  ),
  E_LISTEN: kind(
    EXIT.unavailable,
    'an address or port is taken, or is not one of this machine',
    'Choose another one in config.yaml, or end what holds it.',
  ),
  E_CONTROL_FILE: kind(
    EXIT.data,
    '`node/control.json`, which leads to the running peer, is damaged',
    'Stop the peer and start it again: it writes a new one.',
  ),
  E_CONTROL_TOKEN: kind(
    EXIT.noPermission,
    'the token of the control API does not fit',
    'Run the command as the user who started the peer.',
  ),
  E_CONTROL_HOST: kind(
    EXIT.noPermission,
    "the control API answers to this machine's programs only, and to no web page",
    'Use a program on this machine, and 127.0.0.1.',
  ),
  E_CONTROL_ROUTE: kind(
    EXIT.usage,
    'the control API has no such request',
    'Peer and command may be of different releases.',
  ),
  E_CONTROL_BODY: kind(
    EXIT.data,
    'a request to the control API is malformed; the message names the key',
    'Correct the request.',
  ),
  E_CONTROL_BUSY: kind(
    EXIT.temporary,
    'too many programs are watching',
    'End one of the programs that are watching.',
  ),
  E_NO_ROUND: kind(
    EXIT.noInput,
    'there is no such round, or no open one',
    'List them with `bench-node status`.',
  ),
  E_WHICH_ROUND: kind(
    EXIT.usage,
    'several rounds are meant',
    'Give more digits of its id: `bench-node status` lists them.',
  ),
  E_ROUND_OPEN: kind(
    EXIT.temporary,
    'a round that is still open is not purged',
    'Wait until it is over, or end it with `bench-node abort`.',
  ),
  E_WINDOW_TAKEN: kind(
    EXIT.temporary,
    'this org has accepted another round whose load overlaps',
    'Propose a later start, or abort the other round.',
  ),
  E_SCENARIO: kind(
    EXIT.data,
    'the scenario is wrong; the message names key and line',
    'Correct the scenario file and propose again.',
  ),
  E_NO_REPORT: kind(
    EXIT.noInput,
    'this home holds no published round',
    'See how it stands with `bench-node watch`.',
  ),
  E_REPORT: kind(
    EXIT.data,
    'a published report of this home is damaged',
    'The bundle beside it and every other member have the same report.',
  ),
  E_NO_OWN_DATA: kind(
    EXIT.noInput,
    'this org counted nothing in this round, or its data were purged',
    'Its private log may still be there: see the home under own/.',
  ),
  E_OWN_DATA: kind(
    EXIT.data,
    'the own counts of a round cannot be read, or contradict each other',
    'Restore it from a backup, or purge the round.',
  ),
  E_DISCLOSURE_LEDGER: kind(
    EXIT.data,
    'the record of what was ever disclosed is damaged',
    'Restore it from a backup: without it nobody knows what this org has disclosed.',
  ),
} as const;
