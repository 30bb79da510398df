/**
 * The certified sums that this vault opened something for, by their work: what differencing is judged by. The journal's chain
 * vouches for what it wrote, so that no signature of it is verified again; each entry is read once, the certificates of
 * other work never.
 */
import {
  COMPARABLE_DAYS,
  decode,
  fromHex,
  hasFixedSet,
  hex,
  parseManifestFile,
  passedOver,
  reopen,
  sameBytes,
  workloadDigest,
  type ComparableRound,
  type Messages,
  type Payload,
} from '../../protocol/index.ts';
import { VaultError } from './errors.ts';
import type { Journal } from './journal.ts';
import { splitParts } from './parts.ts';
import { ownSlot, type KnownRound, type RoundStore } from './round-store.ts';

type Certificate = Messages['Certificate'];

const DAY_MS = 86_400_000;
const CERTIFICATE = /^vault:([0-9a-f]{64})\/certificate\//;

/** The certified sums of one journal: of each round some hundred bytes. */
export interface Memory {
  /** Rounds of this work, as yet comparable, the oldest first: each once, by its first certified sum. */
  comparable(workload: Uint8Array, nowMs: number): ComparableRound[];
}

interface Remembered {
  /** hex */
  readonly round: string;
  /** of the first certificate */
  readonly slot: string;
  /** digest in hex */
  readonly workload: string;
  /** the last instant at which it is comparable */
  readonly lastMs: number;
}

export function createMemory(journal: Journal): Memory {
  const rounds = new Map<string, Remembered>();
  const sums = new Map<string, ComparableRound>();
  let seenSeq = 0;

  /** Entries stay as they are: what was written since is all there is to see. */
  function catchUp(): void {
    for (const { seq, slot } of journal.slots('vault:', seenSeq)) {
      const round = CERTIFICATE.exec(slot)?.[1];
      const opened =
        round === undefined || rounds.has(round)
          ? undefined
          : journal.get(ownSlot(round, 'opened'));
      if (round !== undefined && opened) rounds.set(round, { round, slot, ...workOf(opened) });
      seenSeq = seq;
    }
  }

  function sumOf({ round, slot }: Remembered): ComparableRound {
    const known = sums.get(round) ?? comparableOf(round, journal.get(slot) as Uint8Array);
    sums.set(round, known);
    return known;
  }

  return {
    comparable(workload, nowMs) {
      catchUp();
      const asked = hex(workload);
      return [...rounds.values()]
        .filter((one) => one.workload === asked && nowMs <= one.lastMs)
        .map(sumOf);
    },
  };
}

/** Of the record that a round was opened with. */
function workOf(opened: Uint8Array): Pick<Remembered, 'workload' | 'lastMs'> {
  const [text, envelope] = splitParts(opened) as [Uint8Array, Uint8Array];
  const { policy } = parseManifestFile(Buffer.from(text).toString()).manifest;
  const proposal = reopen(envelope).message as Payload<'proposal'>;
  const { comparableDays = COMPARABLE_DAYS } = policy;
  return {
    workload: hex(workloadDigest(proposal)),
    lastMs: proposal.schedule.closingMs + comparableDays * DAY_MS,
  };
}

function comparableOf(round: string, content: Uint8Array): ComparableRound {
  const [set, certificate] = splitParts(content) as [Uint8Array, Uint8Array];
  const contributors = contributorsIn(decode('Certificate', certificate));
  return { round: fromHex(round), contributors, set };
}

/**
 * Refuses a round whose sum could be subtracted from that of an earlier one.
 * @throws VaultError E_DIFFERENCING (details.round, details.contributors)
 */
export function checkDifferencing(
  memory: Memory,
  { proposal, round }: KnownRound['terms'],
  nowMs: number,
): void {
  const remembered = memory.comparable(workloadDigest(proposal), nowMs);
  const before = remembered.filter((one) => !sameBytes(one.round, fromHex(round)));
  const other = passedOver(proposal, before);
  if (other)
    throw differing(
      other,
      proposal.exception === ''
        ? 'this proposal does not hold itself to that set'
        : 'the list of this proposal leaves that out, or tells it otherwise: an exception is one to what it lists',
    );
}

/**
 * The same once more when a sum is about to be opened: rounds that go on at the same time do not know of each other before.
 * @throws VaultError E_DIFFERENCING (details.round, details.contributors)
 */
export function checkOpening(
  memory: Memory,
  store: RoundStore,
  { round: id, certificate }: { readonly round: string; readonly certificate: Certificate },
  nowMs: number,
): void {
  const round = store.find(id);
  if (!round) return;
  const { proposal } = round.terms;
  const before = memory
    .comparable(workloadDigest(proposal), nowMs)
    .filter((one) => !sameBytes(one.round, round.terms.roundId));
  // what the proposal lists binds also who was away then
  const bound = hasFixedSet(proposal) ? [...before, ...proposal.comparables] : before;
  if (bound.length === 0) return;
  const contributors = contributorsIn(certificate).join();
  const others = bound.filter((one) => one.contributors.join() !== contributors);
  // who accepted an exception consented to what it lists
  const other = proposal.exception === '' ? others[0] : passedOver(proposal, others);
  if (other) throw differing(other, 'this sum has another set');
}

function differing({ round, contributors }: ComparableRound, why: string): VaultError {
  const id = hex(round);
  return new VaultError(
    'E_DIFFERENCING',
    `round ${id.slice(0, 12)} of the same work summed up ${contributors.join(', ')}, and ${why}`,
    { round: id, contributors },
  );
}

/** As it stands there: whoever obeys a certificate verifies it. */
function contributorsIn({ candidate }: Certificate): string[] {
  return decode('Candidate', decode('Envelope', candidate).payload).set.map(({ org }) => org);
}
