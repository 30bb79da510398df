/**
 * The certified sums of a work that a proposer under an exception can list: those that its own vault remembers, and those that
 * only its transcripts tell of, because it was outside the set, away, or not in the roster. Others remember them, and their
 * vaults refuse a list without them.
 */
import {
  COMPARABLE_DAYS,
  fromHex,
  ProtocolError,
  readEnvelope,
  reopen,
  sameBytes,
  setHash,
  statementIn,
  workloadDigest,
  type ComparableRound,
  type Payload,
  type StatementOf,
  type Verified,
} from '../../protocol/index.ts';
import type { TranscriptStore } from './transcript-store.ts';

type Store = Pick<TranscriptStore, 'rounds' | 'firstOf' | 'of'>;

const DAY_MS = 86_400_000;

/**
 * The oldest first.
 * @param workload - its digest, 32 bytes
 * @param remembered - by the own vault
 * @param comparableDays - of the consortium's policy
 */
export function earlierSums(
  store: Store,
  workload: Uint8Array,
  remembered: readonly ComparableRound[],
  nowMs: number,
  comparableDays = COMPARABLE_DAYS,
): ComparableRound[] {
  const rounds = store.rounds();
  const own = new Map(remembered.map((one) => [Buffer.from(one.round).toString('hex'), one]));
  const untold = remembered.filter(
    ({ round }) => !rounds.includes(Buffer.from(round).toString('hex')),
  );
  const told = rounds.flatMap((round) => {
    const known = own.get(round);
    if (known) return [known];
    const proposal = proposalIn(store, round);
    if (!proposal || !sameBytes(workloadDigest(proposal), workload)) return [];
    if (nowMs - proposal.schedule.closingMs > comparableDays * DAY_MS) return [];
    return certifiedIn(store, round, proposal) ?? [];
  });
  return [...untold, ...told];
}

/** Null also for a proposal of a release whose statements this one does not read: nothing of it can be listed. */
function proposalIn(store: Store, round: string): Payload<'proposal'> | null {
  const first = store.firstOf(round);
  try {
    const statement = first ? reopen(first.bytes) : null;
    return statement?.type === 'proposal' ? statement.message : null;
  } catch (error) {
    if (error instanceof ProtocolError) return null;
    throw error;
  }
}

/** The first certified sum of a transcript, whose statements were verified when they came. */
function certifiedIn(
  store: Store,
  round: string,
  { sums, q }: Payload<'proposal'>,
): ComparableRound | null {
  const votes = statementsOf(store, round);
  for (const { id } of sums)
    for (const { message } of votes.filter(is('candidate'))) {
      const { sum, context, view } = message;
      if (sum !== id) continue;
      const set = setHash(context, message.set);
      const signers = votes
        .filter(is('precommit'))
        .filter((vote) => vote.message.view === view && sameBytes(vote.message.set, set))
        .map(({ signer }) => signer);
      if (new Set(signers).size >= q)
        return { round: fromHex(round), contributors: message.set.map(({ org }) => org), set };
    }
  return null;
}

/** Lists and votes for them; contributions are long, and not decoded. */
function statementsOf(store: Store, round: string): Verified[] {
  return store
    .of(round)
    .map(({ bytes }) => readEnvelope(bytes))
    .filter(({ type }) => type === 'candidate' || type === 'precommit')
    .map(statementIn);
}

const is =
  <T extends 'candidate' | 'precommit'>(type: T) =>
  (statement: Verified): statement is StatementOf<T> =>
    statement.type === type;
