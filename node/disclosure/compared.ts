/** What a proposal says of earlier rounds of the same work, for who is about to consent to it: pure. */
import { hex, type ComparableRound, type Payload } from '../../protocol/index.ts';

export interface Compared {
  /** id in hex */
  readonly round: string;
  /** sorted */
  readonly contributors: readonly string[];
  /** hash of the certified set, in hex */
  readonly set: string;
}

export interface EarlierRounds {
  /** rounds of the same work whose sums could be subtracted from this one's; of each set of contributors the latest one */
  readonly comparables: readonly Compared[];
  /** why contributors may differ from theirs; null when they may not */
  readonly exception: string | null;
}

export function earlierRoundsIn({
  comparables,
  exception,
}: Pick<Payload<'proposal'>, 'comparables' | 'exception'>): EarlierRounds {
  return {
    comparables: comparables.map(comparedWith),
    exception: exception === '' ? null : exception,
  };
}

export function comparedWith({ round, contributors, set }: ComparableRound): Compared {
  return { round: hex(round), contributors: [...contributors], set: hex(set) };
}
