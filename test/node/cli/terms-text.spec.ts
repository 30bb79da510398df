/** Who accepts is told first what it consents to: an exception, the rounds it is about, and who must stay. */
import { expect } from 'chai';
import { disclosureText } from '../../../node/cli/disclosure-text.ts';
import { viewText } from '../../../node/cli/round-text.ts';
import { earlierRoundsText, stayText } from '../../../node/cli/terms-text.ts';
import { disclosureOf, type Disclosure } from '../../../node/disclosure/disclosure.ts';
import { readSchema } from '../../../node/disclosure/schema.ts';
import { viewOf } from '../../../node/round/view.ts';
import { begin } from '../../../protocol/round/state.ts';
import type { Payload } from '../../../protocol/statement.ts';
import { termsOf } from '../../../protocol/terms.ts';
import { consortiumOf, said } from '../../protocol/consortium.ts';
import { BUILD, proposalOf, T0 } from '../../protocol/proposal.ts';
import { fakeDisclosure } from '../control/fake-peer.ts';

type Choice = Partial<Pick<Payload<'proposal'>, 'comparables' | 'exception'>>;

const earlier = (fill: number, contributors: readonly string[]) => ({
  round: new Uint8Array(32).fill(fill),
  set: new Uint8Array(32).fill(fill + 1),
  contributors: [...contributors],
});
const WHY = 'D joined in May';
const EXCEPTED: Choice = { comparables: [earlier(0xab, ['A', 'B', 'C'])], exception: WHY };

/** What an operator is shown of such a round: the disclosure, and the round as it stands. */
function shown(n: number, choice: Choice, leftOut: ReturnType<typeof earlier>[] = []) {
  const world = consortiumOf(n);
  const message = { ...proposalOf(world), ...choice };
  const terms = termsOf(world.consortium, message);
  const state = begin(terms, said(world, 'A', 'proposal', message), 'B', T0);
  const view = viewOf(state, T0, null, null, []);
  return { view, disclosure: disclosureOf(terms, 'B', BUILD, readSchema(), leftOut) };
}

describe('an exception that who accepts consents to', () => {
  const { view, disclosure } = shown(4, EXCEPTED);
  const [compared] = view.comparables;

  it('is in the round and in the disclosure, with each round it is about: id, contributors and set', () => {
    for (const one of [view, disclosure]) {
      expect(one.exception).to.equal(WHY);
      expect(one.comparables).to.deep.equal([
        { round: 'ab'.repeat(32), contributors: ['A', 'B', 'C'], set: 'ac'.repeat(32) },
      ]);
    }
  });

  const texts: Record<string, string> = {
    watch: viewText(view, T0),
    'accept --show-disclosure': disclosureText(disclosure, 400),
    accept: earlierRoundsText(view).join('\n'),
  };
  for (const [where, text] of Object.entries(texts))
    it(`is told by ${where}`, () => {
      expect(text).to.contain(`EXCEPTION to the rule`).and.to.contain(WHY);
      expect(text).to.contain('Who accepts consents to it');
      expect(text).to.contain(`round ${compared!.round.slice(0, 8)} of the same work: A, B, C`);
      expect(text).to.contain(compared!.set.slice(0, 16));
    });

  it('is told also when the proposer lists no round', () => {
    const text = viewText(shown(4, { exception: WHY }).view, T0);
    expect(text).to.contain(WHY).and.to.contain('lists no round of the same work');
  });

  it('is told with the rounds that its list leaves out, and this vault remembers', () => {
    const silent = shown(4, { exception: WHY }, [earlier(0xcd, ['A', 'B', 'D'])]).disclosure;
    expect(silent.leftOut).to.deep.equal([
      { round: 'cd'.repeat(32), contributors: ['A', 'B', 'D'], set: 'ce'.repeat(32) },
    ]);
    const text = disclosureText(silent, 400);
    expect(text).to.contain('NOT IN ITS LIST');
    expect(text).to.contain('this vault remembers round cdcdcdcd of the same work: A, B, D');
    expect(disclosureText(disclosure, 400)).not.to.contain('NOT IN ITS LIST');
  });
});

describe('a round that is compared without an exception', () => {
  const { view, disclosure } = shown(4, { comparables: [earlier(0xab, ['A', 'B', 'C', 'D'])] });

  it('names the earlier one, and says that all must contribute', () => {
    for (const text of [viewText(view, T0), disclosureText(disclosure, 400)]) {
      expect(text).to.contain('compared with round abababab of the same work: A, B, C, D');
      expect(text).to.contain('All 4 must contribute');
      expect(text).not.to.contain('EXCEPTION');
    }
  });
});

describe('who must stay', () => {
  it('is everybody, in a round of three, and the round says so', () => {
    const { view, disclosure } = shown(3, {});
    expect([view.quorum, disclosure.quorum]).to.deep.equal([3, 3]);
    for (const text of [viewText(view, T0), disclosureText(disclosure, 400)])
      expect(text).to.contain('All 3 must stay until the end');
  });

  it('is not everybody in a round of four', () => {
    expect(stayText(shown(4, {}).view)).to.equal(null);
    expect(stayText(shown(4, EXCEPTED).view)).to.equal(null);
    const plain: Disclosure = fakeDisclosure();
    expect(disclosureText(plain, 400)).not.to.match(/must (stay|contribute)|EXCEPTION|compared/);
  });
});
