/** Why a replayed round stood still: which statements an auditor misses, and whose. */
import { setHash } from './agreement.ts';
import { hex, sameBytes } from './digest.ts';
import { currentSum, missing, type RoundState } from './round/state.ts';
import { agreeing, resultOf } from './round/summing.ts';

/** One sentence about the first thing that a round lacks to leave its phase. */
export function gapOf(state: RoundState): string {
  switch (state.phase) {
    case 'proposed':
      return lacks('acceptance', missing(state, state.acceptances));
    case 'accepted':
      return lacks('commit', missing(state, state.commits));
    case 'committed':
    case 'preparing':
      return setUpGap(state);
    case 'contributing':
      return certificateGap(state);
    case 'certified':
      return revealGap(state);
    case 'revealed':
      return resultGap(state);
    default:
      return `statements are missing: the round got no further than ${state.phase}`;
  }
}

const lacks = (what: string, orgs: readonly string[]) =>
  `the ${what} of ${orgs.join(', ')} is missing`;

function setUpGap(state: RoundState): string {
  const lists: [string, ReadonlyMap<string, unknown>][] = [
    ['id of the keys', state.keys],
    ['deal', state.deals],
    ['Ready', state.readies],
  ];
  const gap = lists.find(([, heard]) => missing(state, heard).length > 0);
  return gap ? lacks(gap[0], missing(state, gap[1])) : 'the set-up is not complete';
}

/** The most precommits for a list that is here. */
function certificateGap(state: RoundState): string {
  const { context, candidates, precommits } = currentSum(state);
  const counts = [...candidates.values()].map(({ message }) => {
    const hash = context && setHash(context, message.set);
    const votes = [...precommits.values()].filter(
      ({ message: vote }) => hash && vote.view === message.view && sameBytes(vote.set, hash),
    );
    return votes.length;
  });
  if (counts.length === 0) return "the coordinator's list of contributions is missing";
  return `${Math.max(...counts)} members precommitted to the coordinator's list: it takes ${state.terms.q}`;
}

function revealGap(state: RoundState): string {
  const { certified, contributions, reveals } = currentSum(state);
  const set = certified?.set ?? [];
  const other = set.filter(
    ({ org, contribution }) => contributions.get(org)?.id !== hex(contribution),
  );
  if (other.length > 0)
    return `the certified contribution of ${other.map(({ org }) => org).join(', ')} is missing`;
  const silent = set.filter(({ org }) => !reveals.has(org));
  return silent.length > 0
    ? lacks(
        'reveal',
        silent.map(({ org }) => org),
      )
    : 'seeds with members outside the set are missing';
}

function resultGap(state: RoundState): string {
  const sum = currentSum(state);
  const plan = state.terms.sums[state.current];
  if (!plan || !sum.lanes) return 'the sum is not added up';
  const signed = agreeing(sum, resultOf(state, sum, plan.id)).length;
  return `${signed} members signed what these contributions add up to: it takes ${state.terms.q}`;
}
