/**
 * Comparable rounds have one set. Two sums over the same work whose contributors differ by one member can be subtracted, and
 * larger differences can be solved for over several rounds; so a member takes part in a comparable round only with the very
 * set of the earlier ones, or under an exception that stands in the proposal, is consented to by accepting, and is printed
 * in the report. An exception lets contributors differ; it leaves no earlier round out of the list.
 */
import { digest, hex, sameBytes } from './digest.ts';
import type { Payload } from './statement.ts';

/** A certified sum of an earlier round, as a member's vault remembers it. */
export interface ComparableRound {
  /** 32 bytes */
  readonly round: Uint8Array;
  /** sorted */
  readonly contributors: readonly string[];
  /** hash of the certified set, 32 bytes */
  readonly set: Uint8Array;
}

/** How long a round stays comparable where the policy does not say. */
export const COMPARABLE_DAYS = 30;

/** What makes two rounds comparable: 32 bytes over the kind of ledger, the class of work and the grid. */
export function workloadDigest({
  sutType,
  workload,
  grid,
}: Pick<Payload<'proposal'>, 'sutType' | 'workload' | 'grid'>): Buffer {
  return digest('workload', sutType, workload, grid);
}

/** Whether nobody may be missing from the sums of this round. */
export function hasFixedSet(proposal: Payload<'proposal'>): boolean {
  return proposal.comparables.length > 0 && proposal.exception === '';
}

/** What is wrong with what a proposal itself says of earlier rounds; null when nothing. */
export function comparablesFlaw({ comparables, exception, roster }: Payload<'proposal'>) {
  if (comparables.some(({ round, set }) => round.length !== 32 || set.length !== 32))
    return 'ids and hashes are 32 bytes';
  const other = comparables.find(({ contributors }) => contributors.join() !== roster.join());
  if (other && exception === '')
    return `round ${hex(other.round).slice(0, 12)} summed up ${other.contributors.join(', ')}: take the same roster, state an exception, or wait until that round is no longer comparable`;
  if (comparables.length > MOST_COMPARABLES)
    return `has at most ${MOST_COMPARABLES} rounds: one for each set of contributors is enough`;
  return null;
}

const MOST_COMPARABLES = 64;
/** Of a proposal's 64 KiB: the rest leaves room for the longest roster and the longest texts. */
const MOST_BYTES = 40 * 1024;

/**
 * What a proposer lists of the rounds that it remembers: the latest one of each set of contributors, for a round with that
 * very set adds nothing to what the others tell. Under an exception, as many of the latest as there is room for.
 * @param remembered - the oldest first
 */
export function toList(
  remembered: readonly ComparableRound[],
  exception: string,
): readonly ComparableRound[] {
  const bySet = new Map<string, ComparableRound>();
  for (const one of remembered) {
    bySet.delete(setOf(one));
    bySet.set(setOf(one), one);
  }
  const latest = [...bySet.values()];
  if (exception === '') return latest;
  const fitting: ComparableRound[] = [];
  for (const one of latest.toReversed()) if (hasRoom(fitting, one)) fitting.push(one);
  return fitting.toReversed();
}

/** Whether a list under an exception could tell of one more round. */
function hasRoom(listed: readonly ComparableRound[], one: ComparableRound): boolean {
  const bytes = [...listed, one].reduce((sum, next) => sum + encodedBytes(next), 0);
  return listed.length < MOST_COMPARABLES && bytes <= MOST_BYTES;
}

/** At most: id, hash and the headers of Protocol Buffers; names of orgs are ASCII. */
const encodedBytes = ({ contributors }: ComparableRound) =>
  contributors.reduce((bytes, org) => bytes + org.length + 2, 80);

const setOf = ({ contributors }: ComparableRound) => contributors.join();

/**
 * The rounds that this member remembers and the proposal does not take into account, or tells wrongly, with an exception or
 * without. Who lists a round is held to that round's contributors, and so to those of every other round that had them.
 */
export function leftOut(
  proposal: Payload<'proposal'>,
  remembered: readonly ComparableRound[],
): readonly ComparableRound[] {
  const listed = new Set(proposal.comparables.map(setOf));
  return remembered.filter((one) => !listed.has(setOf(one)) || isToldWrongly(proposal, one));
}

/** The first of them that is a reason to refuse the proposal; null when none is. Under an exception a list may be full. */
export function passedOver(
  proposal: Payload<'proposal'>,
  remembered: readonly ComparableRound[],
): ComparableRound | null {
  const { comparables, exception } = proposal;
  const isExcused = (one: ComparableRound) =>
    exception !== '' && !isToldWrongly(proposal, one) && !hasRoom(comparables, one);
  return leftOut(proposal, remembered).find((one) => !isExcused(one)) ?? null;
}

function isToldWrongly({ comparables }: Payload<'proposal'>, remembered: ComparableRound): boolean {
  const told = comparables.filter(({ round }) => sameBytes(round, remembered.round));
  return told.some(
    (one) => !sameBytes(one.set, remembered.set) || setOf(one) !== setOf(remembered),
  );
}
