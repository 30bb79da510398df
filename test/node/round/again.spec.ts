/** A round proposed again is the one of before: whom it left out, its exception, its durations. */
import { expect } from 'chai';
import { NodeError } from '../../../node/errors.ts';
import { proposalOf } from '../../../node/proposal.ts';
import { storedScenario } from '../../../node/round/stored-scenario.ts';
import { checkScenario } from '../../../node/scenario-file.ts';
import type { ScenarioInput } from '../../../node/control/api.ts';
import { roundIdOf } from '../../../protocol/statement.ts';
import { consortiumOf, said } from '../../protocol/consortium.ts';
import { T0 } from '../../protocol/proposal.ts';
import { refusalBy } from '../../protocol/refusal.ts';
import { memoryStore } from './memory-store.ts';

const world = consortiumOf(5);
const SCENARIO = checkScenario({
  name: 'asset-transfer',
  sut: { type: 'ledger', version: '1' },
  workload: { class: 'asset-transfer', description: 'Transfers.' },
  warmUpSeconds: 1,
  runSeconds: 5,
  deadlines: { acceptSeconds: 20, voteSeconds: 7 },
});
const propose = (scenario: ScenarioInput) =>
  proposalOf(world.consortium, 'A', scenario, '1.0.0', T0);

/** What a peer has of a round that it heard at T0, when nothing of it is in memory any more. */
function again(scenario: ScenarioInput): ScenarioInput {
  const proposal = propose(scenario);
  const round = roundIdOf(world.consortium.digest, proposal).toString('hex');
  const { id, bytes } = said(world, 'A', 'proposal', proposal);
  const store = memoryStore();
  store.add({ id, round, signer: 'A', bytes, addressee: null, receivedMs: T0 });
  return storedScenario(store, world.consortium, round);
}

describe('a scenario that is proposed again', () => {
  it('is the one of the round, from the transcript alone', () => {
    expect(again(SCENARIO)).to.deep.equal(SCENARIO);
  });

  it('leaves out again who was left out, and keeps the exception', () => {
    const scenario = { ...SCENARIO, without: ['C', 'D'], exception: 'D is gone' };
    const found = again(scenario);
    expect(found).to.deep.equal(scenario);
    expect(propose(found)).to.deep.include({ roster: ['A', 'B', 'E'], exception: 'D is gone' });
  });

  it('is refused for a round that nobody heard of', () => {
    const none = () => storedScenario(memoryStore(), world.consortium, 'ab'.repeat(32));
    expect(none).to.throw(NodeError).with.property('code', 'E_NO_ROUND');
  });
});

describe('who does not take part', () => {
  it('is a member: a slip of the pen is refused, and the members are named', () => {
    const refused = refusalBy(() => propose({ ...SCENARIO, without: ['Org44'] }));
    expect([refused.code, refused.details]).to.deep.equal(['E_PROPOSAL', { field: 'without' }]);
    expect(refused.message).to.contain('Org44 is no member').and.to.contain('A, B, C, D, E');
  });

  it('is not who proposes', () => {
    const refused = refusalBy(() => propose({ ...SCENARIO, without: ['A'] }));
    expect(refused.message).to.contain('A proposes, and so takes part');
  });
});
