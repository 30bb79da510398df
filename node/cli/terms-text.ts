/** What the terms of a round ask of who accepts them, in words: pure. */
import type { Compared, EarlierRounds } from '../disclosure/compared.ts';
import { shortId } from './reach-peer.ts';

type Terms = EarlierRounds & { readonly roster: readonly string[]; readonly quorum: number };

/** Which rounds of the same work this one is held against, and what an exception means; nothing where there is neither. */
export function earlierRoundsText({ comparables, exception }: EarlierRounds): string[] {
  const rounds = comparables.map(roundText);
  if (exception !== null)
    return [
      `EXCEPTION to the rule that rounds of the same work have one set of contributors: ${exception}`,
      'Who accepts consents to it: where contributors differ, the sums can be subtracted from each other.',
      ...(rounds.length > 0 ? rounds : ['Its proposer lists no round of the same work.']),
    ];
  return rounds.map((text) => `compared with ${text}, who all contribute again`);
}

/** What the own vault remembers and the proposal does not say: nobody else would tell it to who accepts. */
export function leftOutText(leftOut: readonly Compared[]): string[] {
  if (leftOut.length === 0) return [];
  return [
    ...leftOut.map(
      (one) => `NOT IN ITS LIST, or told otherwise there: this vault remembers ${roundText(one)}`,
    ),
    'A vault refuses such a proposal, unless the list of an exception is full. A member that knows of that round can propose instead.',
  ];
}

const roundText = ({ round, contributors, set }: Compared) =>
  `round ${shortId(round)} of the same work: ${contributors.join(', ')} (set ${set.slice(0, 16)})`;

/** How many of a consortium's members a round of them all needs. @param q - its quorum */
export function membersStayText(n: number, q: number): string {
  if (q === n)
    return `All ${n} must stay until the end of a round: of ${n} members nobody may be missing.`;
  return `In a round of all ${n} members ${n - q} may be missing, and ${q} must stay until the end.`;
}

/** Who may not be missing, where that is everybody; null where somebody may. */
export function stayText({ roster, quorum, comparables, exception }: Terms): string | null {
  const n = roster.length;
  if (quorum === n)
    return `All ${n} must stay until the end: in a round of ${n} members nobody may be missing.`;
  if (comparables.length > 0 && exception === null)
    return `All ${n} must contribute: the rounds that this one is compared with had all of them.`;
  return null;
}
