/** Which statements the vault signs as they are asked for, and what such a statement must look like. */
import { sameBytes, termsOf, type Statement, type StatementType } from '../../protocol/index.ts';
import { VaultError } from './errors.ts';
import type { Journal } from './journal.ts';
import type { Member } from './member.ts';
import { contributedContext } from './one-sum.ts';
import { tooEarly, type KnownRound, type RoundStore } from './round-store.ts';

/** All others are made by open, deal, mask and reveal alone. */
export const SIGNABLE = [
  'proposal',
  'acceptance',
  'decline',
  'commit',
  'abort',
  'ready',
  'candidate',
  'prevote',
  'precommit',
  'result',
] as const satisfies readonly StatementType[];
export type SignableType = (typeof SIGNABLE)[number];
export type Signable = Extract<Statement, { type: SignableType }>;

type Vote = Extract<Signable, { type: 'prevote' | 'precommit' }>;

const SUM_ID = /^[a-z][a-z0-9]{0,15}$/;

/**
 * @throws VaultError E_NOT_SIGNABLE, E_MALFORMED, E_OTHER_SETUP, E_OTHER_CONTEXT, E_OLD_VIEW, E_TOO_EARLY; ProtocolError E_PROPOSAL
 */
export function checkSignable(
  journal: Journal,
  store: RoundStore,
  member: Member,
  statement: Statement,
): asserts statement is Signable {
  if (!isSignable(statement))
    throw new VaultError('E_NOT_SIGNABLE', `the vault makes each ${statement.type} itself`, {
      type: statement.type,
    });
  checkShape(statement);
  if (statement.type === 'proposal') {
    termsOf(member.consortium, statement.message);
    if (statement.message.proposer !== member.org)
      throw new VaultError('E_MALFORMED', `${member.org} proposes in its own name only`);
    return;
  }
  const round = store.find(hexOf(statement.message.round));
  if (statement.type === 'ready') return checkReady(store, round, statement.message.setupDigest);
  if (!('sum' in statement.message)) return;
  if (!round) tooEarly('open', `a ${statement.type} is signed in a round that was opened here`);
  else checkContext(journal, round, statement.message.sum, statement.message.context);
  if (statement.type === 'prevote' || statement.type === 'precommit') checkView(journal, statement);
}

/** Whoever voted in a view votes in no earlier one, whatever its node has forgotten. */
function checkView(journal: Journal, { type, message }: Vote): void {
  const { round, sum, view } = message;
  const viewsOf = (type: Vote['type']) =>
    journal
      .under(`${hexOf(round)}/${sum}/${type}/`)
      .map(({ slot }) => Number(slot.slice(slot.lastIndexOf('/') + 1)));
  const latest = Math.max(0, ...viewsOf('prevote'), ...viewsOf('precommit'));
  // the same vote again gets the same bytes again
  if (view < latest && !viewsOf(type).includes(view))
    throw new VaultError('E_OLD_VIEW', `this org has voted in view ${latest} of ${sum} already`, {
      view: latest,
    });
}

function isSignable(statement: Statement): statement is Signable {
  return (SIGNABLE as readonly string[]).includes(statement.type);
}

function checkReady(store: RoundStore, round: KnownRound | undefined, digest: Uint8Array): void {
  const accepted = round && store.acceptedDigest(round.terms.round);
  if (!accepted) return tooEarly('accept', 'this vault has not checked the set-up');
  if (!sameBytes(accepted, digest))
    throw new VaultError('E_OTHER_SETUP', 'this is not the set-up that this vault has checked');
}

/** What is said of a sum is said of the sum that this org contributed to. */
function checkContext(journal: Journal, round: KnownRound, sum: string, context: Uint8Array): void {
  const own = contributedContext(journal, round, sum);
  if (own && !sameBytes(own, context))
    throw new VaultError('E_OTHER_CONTEXT', `this org contributed to ${sum} in another context`);
}

function checkShape(statement: Signable): void {
  const refuse = (field: string) => {
    throw new VaultError('E_MALFORMED', `${statement.type}.${field} has the wrong length or form`, {
      field,
    });
  };
  const size = (field: string, bytes: Uint8Array, ...sizes: number[]) => {
    if (!sizes.includes(bytes.length)) refuse(field);
  };
  if (statement.type === 'proposal') return;
  size('round', statement.message.round, 32);
  if ('sum' in statement.message) {
    if (!SUM_ID.test(statement.message.sum)) refuse('sum');
    size('context', statement.message.context, 32);
  }
  switch (statement.type) {
    case 'acceptance':
      return size('lockfileDigest', statement.message.lockfileDigest, 32);
    case 'commit':
      return size('acceptances', statement.message.acceptances, 32);
    case 'ready':
      return size('setupDigest', statement.message.setupDigest, 32);
    case 'candidate':
      return statement.message.set.forEach((m) => size('set', m.contribution, 32));
    case 'prevote':
    case 'precommit':
      return size('set', statement.message.set, 32);
    case 'result':
      size('set', statement.message.set, 32);
      size('lanesDigest', statement.message.lanesDigest, 32);
      return size('reportDigest', statement.message.reportDigest, 0, 32);
  }
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
