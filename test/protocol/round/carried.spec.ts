/** The votes that come with a list which is named again: what is looked at before any signature of theirs is. */
import { expect } from 'chai';
import { carriedBy } from '../../../protocol/round/carried.ts';
import type { Verified } from '../../../protocol/statement.ts';
import { refusalBy } from '../refusal.ts';
import { consortiumOf, said } from '../consortium.ts';
import { ballotsOf, on } from './ballots.ts';
import { ran } from './faults.ts';
import { transcriptOf } from './transcript.ts';

const script = transcriptOf();
const ballots = ballotsOf(script);
const { terms, world, states } = script;
const { all } = ballots;
const votes = ballots.votes('prevote', terms.roster, 0, all);
type List = Parameters<typeof carriedBy>[1];
const list = (carried: readonly Verified[], view = 1) =>
  ballots.candidate(view, all, carried) as List;

describe('what a list carries', () => {
  it('is one vote of each member at most', () => {
    expect(carriedBy(states.contributing, list(votes))).to.deep.equal(
      votes.map(({ bytes }) => bytes),
    );
  });

  it('is refused above that by the number alone, and nothing of it is read', () => {
    const { message, signer } = list([]);
    const carried = Array.from({ length: terms.n + 1 }, () => new Uint8Array(3).fill(255));
    const many = said(world, signer, 'candidate', { ...message, carried });
    const refusal = refusalBy(() => carriedBy(states.contributing, many));
    expect(refusal.code).to.equal('E_MALFORMED');
    expect(refusal.message).to.contain(`more than ${terms.n} votes`);
    expect(refusal.details).to.deep.equal({ org: signer, type: 'candidate', id: many.id });
  });

  it('is no vote of a member that takes no part in the round', () => {
    const five = consortiumOf(5);
    const room = ran(five, { roster: ['A', 'B', 'C', 'D'] });
    const state = room.state('A');
    const of = ballotsOf({
      ...{ terms: room.terms, peer: room.sent.find(({ type }) => type === 'candidate')!.signer },
      said: (_: string, type: string) => room.sent.find((one) => one.type === type)!,
      sayAs: (org: string, { type, message }: Verified) => said(five, org, type, message as never),
    } as never);
    const contributing = room.log
      .get('A')!
      .find(({ after }) => after.phase === 'contributing')!.after;
    expect(state.phase).to.equal('published');
    const from = (orgs: readonly string[]) =>
      of.candidate(1, of.all, of.votes('prevote', orgs, 0, of.all)) as List;
    expect(carriedBy(contributing, from(['A', 'B', 'C']))).to.have.length(3);
    const refusal = refusalBy(() => carriedBy(contributing, from(['A', 'B', 'E'])));
    expect(refusal.code).to.equal('E_MALFORMED');
    expect(refusal.message).to.contain('somebody who takes no part');
  });

  it('is nothing in a list that is named for the first time, whoever signed it', () => {
    const [one, two] = [0, 1].map((view) => ballots.coordinator(view)) as [string, string];
    const { message } = list([]);
    const by = (org: string) => said(world, org, 'candidate', message);
    expect(states.ready.sums[0]!.context).to.equal(null);
    for (const org of [one, two]) expect(carriedBy(states.ready, by(org))).to.deep.equal([]);
  });

  it('is nothing to a round that is over', () => {
    expect(states.published.phase).to.equal('published');
    expect(carriedBy(states.published, list(votes))).to.deep.equal([]);
  });

  it('is looked at in a third list of a liar: others may build on that one', () => {
    const lists = [ballots.without(terms.roster[0]!), ballots.without(terms.roster[1]!)];
    const two = on(states.contributing, ...lists.map((set) => ballots.candidate(1, set)));
    expect(carriedBy(two, list(votes))).to.have.length(votes.length);
    const wrong = list(ballots.votes('prevote', terms.roster, 1, all));
    expect(refusalBy(() => carriedBy(two, wrong)).code).to.equal('E_MALFORMED');
  });

  it('has a refusal that names the list', () => {
    const wrong = list(ballots.votes('precommit', terms.roster, 0, all));
    const { signer, id } = wrong;
    const refusal = refusalBy(() => carriedBy(states.contributing, wrong));
    expect(refusal.details).to.deep.equal({ org: signer, type: 'candidate', id });
  });
});
