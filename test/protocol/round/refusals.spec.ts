/** What the machine refuses because of where the round stands: the state stays as it was. */
import { expect } from 'chai';
import { addUp } from '../../../protocol/round/add-up.ts';
import { step } from '../../../protocol/round/step.ts';
import { refusalBy } from '../refusal.ts';
import { intentOf, transcriptOf } from './transcript.ts';

const script = transcriptOf();
const { states } = script;

describe('a decision', () => {
  for (const again of ['accept', 'decline'] as const)
    it(`stands: it is refused to ${again} after it`, () => {
      const accepted = step(states.proposed, intentOf(states.proposed, 'accept', script)).state;
      const { state, effects } = step(accepted, intentOf(accepted, again, script));
      const [effect] = effects;
      expect(effect?.kind === 'refuse' && effect.error.code).to.equal('E_ALREADY_DECIDED');
      expect(state).to.equal(accepted);
    });
});

describe('a sum', () => {
  it('is not added up before it is revealed', () => {
    expect(refusalBy(() => addUp(states.running)).code).to.equal('E_NOT_REVEALED');
  });
});
