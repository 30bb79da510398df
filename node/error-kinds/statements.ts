/** Errors of the consortium, of statements and of bundles: the codes of protocol/. */
import { EXIT } from '../exit-codes.ts';
import { kind, saidKind } from './kind.ts';

const DROPPED = 'It was dropped, and nothing was changed: tell the org that sent it.';

export const STATEMENTS = {
  E_MANIFEST: kind(
    EXIT.data,
    'the manifest or a card is malformed; the message names the field',
    'Get a whole copy from another member.',
  ),
  E_MANIFEST_UNSIGNED: saidKind(
    EXIT.data,
    'members have not signed the manifest yet',
    'Each of them runs `bench-node consortium sign`.',
  ),
  E_MANIFEST_CHAIN: saidKind(
    EXIT.auditFailed,
    'the manifests given are no one chain: a gap, a fork, or a change that an old member did not sign',
    'Give the manifests of one consortium, each of which names the digest of the one before it.',
  ),
  E_NOT_A_MEMBER: kind(
    EXIT.config,
    'an org, or a key of this home, is not in the consortium',
    'Check that consortium.json holds the card of each org, as it is now.',
  ),
  E_BAD_SIGNATURE: kind(
    EXIT.data,
    'a signature does not hold; `details.org` says whose',
    'Get the original from whoever signed it.',
  ),
  E_BAD_KEY: kind(
    EXIT.data,
    'a public key is malformed, or gives no secret',
    'Ask its org for another key.',
  ),
  E_MALFORMED: kind(
    EXIT.data,
    'a message has the wrong form for its type or its round',
    'Get the original: this copy is damaged, or of another release.',
  ),
  E_NOT_CANONICAL: kind(
    EXIT.data,
    'a message is not encoded in the one allowed way',
    'Get the original: this copy is damaged, or of another release.',
  ),
  E_TOO_LARGE: kind(EXIT.data, 'a statement or a bundle is over its limit', DROPPED),
  E_UNKNOWN_TYPE: kind(
    EXIT.data,
    'a statement of a type that this release does not know',
    'The org that signed it may run a newer release.',
  ),
  E_PROPOSAL: kind(
    EXIT.data,
    "the proposal breaks a rule or the consortium's policy; `details.field` says which",
    'Correct the scenario and propose again.',
  ),
  E_OTHER_ROUND: kind(EXIT.data, 'the statement belongs to another round', DROPPED),
  E_OTHER_CONTEXT: kind(
    EXIT.data,
    'the statement is bound to other terms, or to another sum',
    DROPPED,
  ),
  E_NOT_IN_ROSTER: kind(EXIT.data, 'who signed takes no part in this round', DROPPED),
  E_EQUIVOCATION: saidKind(
    EXIT.protocol,
    'an org signed two different statements for one slot',
    'Keep both as evidence.',
  ),
  E_NOT_COORDINATOR: kind(
    EXIT.protocol,
    'the list comes from somebody who does not coordinate this view',
    DROPPED,
  ),
  E_CERTIFICATE: kind(EXIT.data, 'this is no certificate; the message says why', DROPPED),
  E_BUNDLE_VERSION: kind(
    EXIT.data,
    'the bundle has a version that this release does not know',
    'Verify it with the release that made it, or a newer one.',
  ),
  E_EVIDENCE: kind(
    EXIT.auditFailed,
    'the evidence proves nothing; the message says what does not hold',
    'Believe nothing of it: ask whoever sent it for the original.',
  ),
  E_AUDIT: kind(
    EXIT.auditFailed,
    'the bundle does not hold, or lacks statements; the message says what',
    'Do not rely on it: get the bundle from another member, and compare.',
  ),
} as const;
