/** The bounds of a statement are those of its own sum and its own addressee. */
import { expect } from 'chai';
import { layoutOf } from '../../../aggregation/index.ts';
import type { RoundState } from '../../../protocol/round/state.ts';
import { lastView } from '../../../protocol/round/views.ts';
import { flawOf } from '../../../protocol/round/well-formed.ts';
import type { Verified } from '../../../protocol/statement.ts';
import { transcriptOf } from './transcript.ts';

const script = transcriptOf();
const { terms, states, peer, others } = script;
const main = terms.sums[0]!;
const layout = layoutOf('small', [{ name: 'lanes', kind: 'count', lanes: 5 }]);
/** Another sum after main, of fewer lanes and with more time to vote. */
const second = { ...main, id: 'second', layout, voteByMs: main.cutMs + 60_000 };
const two: RoundState = { ...states.contributing, terms: { ...terms, sums: [main, second] } };
const changed = (type: 'contribution' | 'prevote' | 'keys' | 'shares', change: object) => {
  const said = script.said(peer, type);
  return { ...said, message: { ...said.message, ...change } } as Verified;
};

describe('a statement in a round of two sums', () => {
  it('has as many lanes as its own sum', () => {
    const lanes = (sum: string, count: number) =>
      flawOf(two, changed('contribution', { sum, lanes: new Uint8Array(8 * count) }));
    expect(lanes('main', main.layout.lanes)).to.equal(null);
    expect(lanes('second', 5)).to.equal(null);
    expect(lanes('second', main.layout.lanes)).to.equal('not 5 lanes of 8 bytes');
    expect(lanes('main', 5)).to.equal(`not ${main.layout.lanes} lanes of 8 bytes`);
  });

  it('is about one of them', () => {
    for (const type of ['contribution', 'prevote'] as const)
      expect(flawOf(two, changed(type, { sum: 'third' }))).to.equal('no such sum was agreed');
  });

  it('votes in no view after the deadline of its own sum', () => {
    const last = lastView(terms, main);
    expect(last).to.be.below(lastView(terms, second));
    const vote = (sum: string, view: number) => flawOf(two, changed('prevote', { sum, view }));
    expect(vote('main', last)).to.equal(null);
    expect(vote('main', last + 1)).to.equal('a view after the voting deadline');
    expect(vote('second', last + 1)).to.equal(null);
  });

  it('has two keys of 32 bytes for each of them', () => {
    const keys = (...sizes: [number, number][]) =>
      flawOf(
        two,
        changed('keys', {
          sums: sizes.map(([mask, seal], i) => ({
            sum: two.terms.sums[i]!.id,
            maskPublic: new Uint8Array(mask),
            sealPublic: new Uint8Array(seal),
          })),
        }),
      );
    expect(keys([32, 32], [32, 32])).to.equal(null);
    for (const wrong of [
      [31, 32],
      [32, 33],
    ] as [number, number][]) {
      expect(keys([32, 32], wrong)).to.equal('a key is 32 bytes');
      expect(keys(wrong, [32, 32])).to.equal('a key is 32 bytes');
    }
  });
});

describe('shares', () => {
  it('are heard by their holder alone', () => {
    const [, other] = others as [string, string];
    expect(flawOf(states.preparing, script.said(peer, 'shares'))).to.equal(null);
    expect(flawOf(states.preparing, changed('shares', { holder: other }))).to.equal(
      'for somebody else',
    );
  });
});
