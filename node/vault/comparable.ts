/** The certified sums that this vault opened something for, by their work: what differencing is judged by. */
import {
  COMPARABLE_DAYS,
  decode,
  fromHex,
  hasFixedSet,
  openCertificate,
  passedOver,
  workloadDigest,
  sameBytes,
  type ComparableRound,
  type Messages,
  type Payload,
} from '../../protocol/index.ts';
import { VaultError } from './errors.ts';
import type { Journal } from './journal.ts';
import { splitParts } from './parts.ts';
import type { KnownRound, RoundStore } from './round-store.ts';

type Certificate = Messages['Certificate'];

const DAY_MS = 86_400_000;
const CERTIFICATE = /^vault:([0-9a-f]{64})\/certificate\//;

/** Rounds of this work, as yet comparable: each once, by its first certified sum. */
export function comparableRounds(
  journal: Journal,
  store: RoundStore,
  workload: Uint8Array,
  nowMs: number,
): ComparableRound[] {
  const found = new Map<string, ComparableRound>();
  for (const { slot, content } of journal.under('vault:')) {
    const id = CERTIFICATE.exec(slot)?.[1];
    const round = id === undefined ? undefined : store.find(id);
    if (id === undefined || !round || found.has(id)) continue;
    if (!sameBytes(workloadDigest(round.terms.proposal), workload)) continue;
    if (isPast(round, nowMs)) continue;
    found.set(id, comparableOf(round, id, content));
  }
  return [...found.values()];
}

/**
 * Refuses a round whose sum could be subtracted from that of an earlier one.
 * @throws VaultError E_DIFFERENCING (details.round, details.contributors)
 */
export function checkDifferencing(
  journal: Journal,
  store: RoundStore,
  { proposal, round }: KnownRound['terms'],
  nowMs: number,
): void {
  const remembered = comparableRounds(journal, store, workloadDigest(proposal), nowMs);
  const before = remembered.filter((one) => !sameBytes(one.round, fromHex(round)));
  const other = passedOver(proposal, before);
  if (other) throw differing(other, 'this proposal does not hold itself to that set');
}

/**
 * The same once more when a sum is about to be opened: rounds that go on at the same time do not know of each other before.
 * @throws VaultError E_DIFFERENCING (details.round, details.contributors)
 */
export function checkOpening(
  journal: Journal,
  store: RoundStore,
  { round: id, certificate }: { readonly round: string; readonly certificate: Certificate },
  nowMs: number,
): void {
  const round = store.find(id);
  if (!round || round.terms.proposal.exception !== '') return;
  const { proposal } = round.terms;
  const workload = workloadDigest(proposal);
  const before = comparableRounds(journal, store, workload, nowMs).filter(
    (one) => !sameBytes(one.round, round.terms.roundId),
  );
  // what the proposal lists binds also who was away then
  const bound = hasFixedSet(proposal) ? [...before, ...proposal.comparables] : before;
  if (bound.length === 0) return;
  const contributors = candidateOf(certificate)
    .set.map(({ org }) => org)
    .join();
  const other = bound.find((one) => one.contributors.join() !== contributors);
  if (other) throw differing(other, 'this sum has another set');
}

function differing({ round, contributors }: ComparableRound, why: string): VaultError {
  const id = Buffer.from(round).toString('hex');
  return new VaultError(
    'E_DIFFERENCING',
    `round ${id.slice(0, 12)} of the same work summed up ${contributors.join(', ')}, and ${why}`,
    { round: id, contributors },
  );
}

function isPast({ terms, member }: KnownRound, nowMs: number): boolean {
  const { comparableDays = COMPARABLE_DAYS } = member.consortium.manifest.policy;
  return nowMs - terms.schedule.closingMs > comparableDays * DAY_MS;
}

function comparableOf({ terms, member }: KnownRound, id: string, content: Uint8Array) {
  const [set, bytes] = splitParts(content) as [Uint8Array, Uint8Array];
  const certificate = decode('Certificate', bytes);
  const { context } = candidateOf(certificate);
  const certified = openCertificate(member.consortium, terms, context, certificate);
  const contributors = certified.set.map(({ org }) => org);
  return { round: fromHex(id), contributors, set };
}

/** As it stands there: whoever obeys a certificate verifies it. */
function candidateOf({ candidate }: Certificate): Payload<'candidate'> {
  return decode('Candidate', decode('Envelope', candidate).payload);
}
