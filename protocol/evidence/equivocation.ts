/**
 * Two statements of one org for one slot (statement.ts): an honest vault fills a slot once, durably, before the statement
 * leaves, and says the same bytes again after a crash. Signatures are deterministic (RFC 8032) and not malleable, so that
 * two signatures of the same words are its author's work too.
 */
import { sameBytes } from '../digest.ts';
import { decode } from '../schema/codec.ts';
import { roundOf, slotOf, type StatementType, type Verified } from '../statement.ts';
import { checkNotPinned, exactly, flaw, type Held, type Proof } from './held.ts';

export function equivocation(held: Held): Proof {
  const { consortium, org, statements } = held;
  exactly(held, 2);
  checkNotPinned(held);
  const [a, b] = statements as [Verified, Verified];
  for (const { signer } of [a, b])
    if (signer !== org) flaw(`one of its statements is signed by ${signer}, not by ${org}`);
  if (a.id === b.id) flaw('it holds one statement twice');
  const slot = slotOf(consortium.digest, a);
  // by the types too: names of sums and of orgs could make two kinds of slot look alike
  if (kindOf(a.type) !== kindOf(b.type) || slotOf(consortium.digest, b) !== slot)
    flaw(`${org} may sign both of its statements: they are about different things`);
  const words = `${WORDS[kindOf(a.type)]}${whereOf(a)}`;
  const means = sameBytes(payloadOf(a), payloadOf(b))
    ? `${org} gave the same words two signatures, as if there were two ${words}`
    : `${org} signed two different ${words}`;
  return { round: roundOf(consortium.digest, a), about: slot, means };
}

const kindOf = (type: StatementType) => (type === 'decline' ? 'acceptance' : type);
const payloadOf = ({ bytes }: Verified) => decode('Envelope', bytes).payload;

const WORDS: Readonly<Record<Exclude<StatementType, 'decline'>, string>> = {
  proposal: 'proposals of one round',
  acceptance: 'answers to the proposal',
  commit: 'commits',
  abort: 'aborts',
  keys: 'sets of keys',
  deal: 'deals',
  shares: 'sets of shares',
  ready: 'Ready statements',
  contribution: 'contributions',
  candidate: 'lists of contributors',
  prevote: 'prevotes',
  precommit: 'precommits',
  reveal: 'reveals',
  shareReveal: 'reveals of shares',
  result: 'results',
};

function whereOf({ message }: Verified): string {
  if ('holder' in message) return ` for ${message.holder}`;
  if (!('sum' in message)) return '';
  return 'view' in message ? ` for ${message.sum}, view ${message.view}` : ` for ${message.sum}`;
}
