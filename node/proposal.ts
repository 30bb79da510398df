/** From a scenario file and an instant to a proposal: durations become instants, names become what all must agree on. */
import { randomBytes } from 'node:crypto';
import { GRID_ID, layoutById, layoutDigest, quorum } from '../aggregation/index.ts';
import {
  PROTOCOL_VERSION,
  ProtocolError,
  termsOf,
  toList,
  type ComparableRound,
  type Consortium,
  type Payload,
} from '../protocol/index.ts';
import type { ScenarioInput } from './control/api.ts';

/** @throws ProtocolError E_PROPOSAL when it leaves out who is no member, or the consortium's own policy would refuse it */
export function proposalOf(
  consortium: Consortium,
  self: string,
  scenario: ScenarioInput,
  packageVersion: string,
  nowMs: number,
  remembered: readonly ComparableRound[] = [],
): Payload<'proposal'> {
  const { deadlines: d, exception = '' } = scenario;
  const without = scenario.without ?? [];
  checkWithout(consortium.orgs, self, without);
  const roster = consortium.orgs.filter((org) => !without.includes(org));
  const f = consortium.manifest.policy.toleratedFaulty;
  const at = (seconds: number) => nowMs + Math.round(seconds * 1000);
  const ms = (seconds: number) => Math.round(seconds * 1000);
  const startMs = at(d.startSeconds);
  const loadEndMs = startMs + ms(scenario.warmUpSeconds) + ms(scenario.runSeconds);
  let endMs = loadEndMs + ms(scenario.drainSeconds);
  const sums = scenario.sums.map(({ id, layout: name, input }) => {
    const layout = layoutById(name);
    if (!layout)
      throw new ProtocolError(
        'E_PROPOSAL',
        `sums.${id}.layout: this release does not know ${name}`,
      );
    const cutMs = endMs + ms(d.contributeSeconds);
    const voteByMs = cutMs + ms(d.voteSeconds);
    endMs = voteByMs;
    return { id, layout: name, layoutDigest: layoutDigest(layout), input, cutMs, voteByMs };
  });
  const proposal: Payload<'proposal'> = {
    version: PROTOCOL_VERSION,
    nonce: randomBytes(16),
    proposer: self,
    scenario: scenario.name,
    sutType: scenario.sut.type,
    sutVersion: scenario.sut.version,
    workload: scenario.workload.class,
    description: scenario.workload.description,
    grid: GRID_ID,
    roster,
    f,
    q: quorum(roster.length, f),
    sums,
    schedule: {
      acceptByMs: at(d.acceptSeconds),
      commitByMs: at(d.commitSeconds),
      readyByMs: at(d.readySeconds),
      startMs,
      warmUpMs: ms(scenario.warmUpSeconds),
      runMs: ms(scenario.runSeconds),
      drainMs: ms(scenario.drainSeconds),
      closingMs: endMs + ms(d.closeSeconds),
    },
    packageVersion,
    comparables: toList(remembered, exception).map((one) => ({ ...one })),
    exception,
  };
  termsOf(consortium, proposal);
  return proposal;
}

/** A slip of the pen would invite who was to be left out. */
function checkWithout(orgs: readonly string[], self: string, without: readonly string[]): void {
  const refuse = (message: string): never => {
    throw new ProtocolError('E_PROPOSAL', `without: ${message}`, { field: 'without' });
  };
  const stranger = without.find((org) => !orgs.includes(org));
  if (stranger !== undefined)
    refuse(`${stranger} is no member of the consortium; its members are ${orgs.join(', ')}`);
  if (without.includes(self)) refuse(`${self} proposes, and so takes part`);
}

/**
 * The scenario behind a proposal: who was left out, an exception, and its durations as they were.
 * @param orgs - all members of the consortium
 * @param proposedMs - when it was heard
 */
export function scenarioOf(
  orgs: readonly string[],
  proposal: Payload<'proposal'>,
  proposedMs: number,
): ScenarioInput {
  const { schedule, sums, sutType, sutVersion, workload, description, exception } = proposal;
  const without = orgs.filter((org) => !proposal.roster.includes(org));
  const [first, last] = [sums[0], sums.at(-1)];
  const since = (fromMs: number, toMs: number) => Math.round((toMs - fromMs) / 100) / 10;
  const drainedMs = schedule.startMs + schedule.warmUpMs + schedule.runMs + schedule.drainMs;
  return {
    name: proposal.scenario,
    sut: { type: sutType, version: sutVersion },
    workload: { class: workload, description },
    warmUpSeconds: schedule.warmUpMs / 1000,
    runSeconds: schedule.runMs / 1000,
    drainSeconds: schedule.drainMs / 1000,
    sums: sums.map(({ id, layout, input }) => ({ id, layout, input })),
    deadlines: {
      acceptSeconds: since(proposedMs, schedule.acceptByMs),
      commitSeconds: since(proposedMs, schedule.commitByMs),
      readySeconds: since(proposedMs, schedule.readyByMs),
      startSeconds: since(proposedMs, schedule.startMs),
      contributeSeconds: since(drainedMs, first?.cutMs ?? drainedMs),
      voteSeconds: since(first?.cutMs ?? 0, first?.voteByMs ?? 0),
      closeSeconds: since(last?.voteByMs ?? 0, schedule.closingMs),
    },
    ...(without.length > 0 && { without }),
    ...(exception !== '' && { exception }),
  };
}
