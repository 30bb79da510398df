/** A round's state as its operator sees it: pure. */
import { agreeing, hasEnded, resultOf, type RoundState } from '../../protocol/index.ts';
import { earlierRoundsIn } from '../disclosure/compared.ts';
import type { Accused, LoadProgress, RoundFiles, RoundSummary, RoundView } from '../control/api.ts';

export function summaryOf(state: RoundState, proposedMs: number): RoundSummary {
  const { terms, phase, end } = state;
  return {
    round: terms.round,
    scenario: terms.proposal.scenario,
    phase,
    proposer: terms.proposal.proposer,
    proposedMs,
    ...(end && { endCode: end.code }),
  };
}

/** Of a round that only its files tell of. */
export function summaryOfView({
  round,
  scenario,
  phase,
  proposer,
  proposedMs,
  endCode,
}: RoundView): RoundSummary {
  return {
    round,
    scenario,
    phase,
    proposer,
    proposedMs,
    ...(endCode !== undefined && { endCode }),
  };
}

export function viewOf(
  state: RoundState,
  proposedMs: number,
  load: LoadProgress | null,
  files: RoundFiles | null,
  accused: readonly Accused[],
): RoundView {
  const { terms } = state;
  const heard = (by: ReadonlyMap<string, unknown>) => terms.roster.filter((org) => by.has(org));
  const sum = state.sums[state.current];
  const plan = terms.sums[state.current];
  return {
    ...summaryOf(state, proposedMs),
    deadlines: { ...terms.schedule },
    roster: terms.roster,
    quorum: terms.q,
    ...earlierRoundsIn(terms.proposal),
    accepted: heard(state.acceptances),
    committed: heard(state.commits),
    ready: heard(state.readies),
    contributed: heard(sum?.contributions ?? new Map()),
    contributors: sum?.certified?.set.map(({ org }) => org) ?? [],
    results: heard(sum?.results ?? new Map()),
    sums: terms.sums.map((plan, index) => ({
      id: plan.id,
      layout: plan.layout.id,
      cutMs: plan.cutMs,
      voteByMs: plan.voteByMs,
      phase: phaseOfSum(state, index),
    })),
    end: state.end,
    load,
    files,
    verifiedBy: sum?.lanes && plan ? agreeing(sum, resultOf(state, sum, plan.id)) : [],
    accused,
  };
}

function phaseOfSum(state: RoundState, index: number): string {
  if (index < state.current || state.phase === 'published') return 'revealed';
  if (index > state.current) return 'waiting';
  return hasEnded(state) ? 'ended' : state.phase;
}
