/** What the machine refuses because of where the round stands: the state stays as it was. */
import { expect } from 'chai';
import { addUp } from '../../../protocol/round/add-up.ts';
import type { RoundState } from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import { refusalBy } from '../refusal.ts';
import { hearing, intentOf, transcriptOf } from './transcript.ts';

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

describe('a decision that could not be signed', () => {
  const intend = (state: RoundState, what: 'accept' | 'failed') =>
    step(state, intentOf(state, what, script));

  it('was never said: it can be made again, and the round goes on', () => {
    const accepted = intend(states.proposed, 'accept').state;
    const { state, effects } = intend(accepted, 'failed');
    expect([state.phase, state.end, effects]).to.deep.equal(['proposed', null, []]);
    expect(intend(state, 'accept').effects.map(({ kind }) => kind)).to.deep.equal(['sign']);
  });

  it('stands once it was said, whatever fails later', () => {
    const said = step(
      states.proposed,
      hearing(states.proposed, script.said(script.self, 'acceptance')),
    );
    const again = intend(intend(said.state, 'failed').state, 'accept').effects;
    expect(again.map(({ kind }) => kind)).to.deep.equal(['refuse']);
  });
});

describe('a sum', () => {
  it('is not added up before it is revealed', () => {
    expect(refusalBy(() => addUp(states.running)).code).to.equal('E_NOT_REVEALED');
  });
});
