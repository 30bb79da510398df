/** What was proposed in a round, from the transcript: to be proposed again, be the round over long since. */
import { reopen, type Consortium } from '../../protocol/index.ts';
import type { ScenarioInput } from '../control/api.ts';
import { NodeError } from '../errors.ts';
import { scenarioOf } from '../proposal.ts';
import type { TranscriptStore } from './transcript-store.ts';

/** @param round - its id in hex @throws NodeError E_NO_ROUND */
export function storedScenario(
  store: Pick<TranscriptStore, 'firstOf'>,
  { orgs }: Pick<Consortium, 'orgs'>,
  round: string,
): ScenarioInput {
  const first = store.firstOf(round);
  const proposal = first ? reopen(first.bytes) : null;
  if (!first || proposal?.type !== 'proposal')
    throw new NodeError('E_NO_ROUND', `this peer has no proposal of round ${round.slice(0, 12)}`);
  return scenarioOf(orgs, proposal.message, first.receivedMs);
}
