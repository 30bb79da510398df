/** What a member shows its vault before it reveals: one candidate, and the precommits of its view for it, nothing beside. */
import { expect } from 'chai';
import { openCertificate, setHash } from '../../../protocol/agreement.ts';
import { hex } from '../../../protocol/digest.ts';
import { certificateOf, certifiedSet } from '../../../protocol/round/certificate.ts';
import { step } from '../../../protocol/round/step.ts';
import { open, type Verified } from '../../../protocol/statement.ts';
import { ballotsOf, on } from './ballots.ts';
import { hearing, transcriptOf } from './transcript.ts';

const script = transcriptOf();
const ballots = ballotsOf(script);
const { terms, world, self, peer, others, states } = script;
const [liar] = others.filter((org) => org !== peer) as [string];
const contributions = others.map((org) => script.said(org, 'contribution'));
const held = on(states.contributing, ...contributions);
const { all, context } = ballots;
const fewer = ballots.without(liar);
const precommits = (view: number, set = all, orgs = terms.roster) =>
  ballots.votes('precommit', orgs, view, set);

/** What the last of these makes a member ask its vault for. */
function revealed(...messages: Verified[]) {
  const before = on(held, ...messages.slice(0, -1));
  const { effects } = step(before, hearing(before, messages.at(-1) as Verified));
  const [asking] = effects.filter((effect) => effect.kind === 'reveal');
  if (!asking) throw new Error(`nothing is revealed, but: ${effects.map(({ kind }) => kind)}`);
  const { candidate, precommits: votes } = asking;
  const certificate = openCertificate(world.consortium, terms, context, {
    candidate,
    precommits: [...votes],
  });
  return { certificate, signers: votes.map((vote) => open(world.consortium, vote).signer) };
}

describe('the certificate under which a member reveals', () => {
  const without = (org: string) => terms.roster.filter((other) => other !== org);

  it('opens to the set that is certified, for anybody', () => {
    const { certificate } = revealed(ballots.candidate(0, all), ...precommits(0, all, others));
    expect(certificate.set.map(({ org }) => org)).to.deep.equal(terms.roster);
    expect(hex(certificate.setHash)).to.equal(hex(setHash(context, all)));
    expect(certificate.view).to.equal(0);
  });

  it('has its votes in the order of their signers, however they came', () => {
    for (const orgs of [others, others.toReversed()]) {
      const { signers } = revealed(ballots.candidate(0, all), ...precommits(0, all, orgs));
      expect(signers).to.deep.equal(without(self));
    }
  });

  it('has no vote and no list of another view', () => {
    const [one] = others as [string];
    const { certificate, signers } = revealed(
      ballots.candidate(0, all),
      ...precommits(0, all, [one]),
      ballots.candidate(1, all),
      ...precommits(1, all, others.slice(0, 2)),
      ...precommits(2, all, [liar]),
      ...precommits(1, all, others.slice(2)),
    );
    expect(certificate.view).to.equal(1);
    expect(signers).to.deep.equal(without(self));
  });

  it("has no vote for another set, and a liar's once", () => {
    const { certificate, signers } = revealed(
      ...precommits(0, fewer, [liar]),
      ballots.candidate(0, all),
      ...precommits(0, all, others),
    );
    expect(certificate.set).to.have.length(4);
    expect(signers).to.deep.equal(without(self));
  });

  it('is the list that was voted for, not another one of its coordinator', () => {
    const { certificate } = revealed(
      ballots.candidate(0, fewer),
      ballots.candidate(0, all),
      ...precommits(0, all, others),
    );
    expect(certificate.set).to.have.length(4);
  });
});

describe('the certificate of a sum', () => {
  it('holds q precommits, however many were heard', () => {
    const heard = on(held, ballots.candidate(0, all), ...precommits(0, all));
    const sum = heard.sums[0]!;
    expect(sum.precommits.size).to.equal(4);
    expect(certificateOf(terms, sum, sum.certified!).precommits).to.have.length(terms.q);
  });
});

describe('what is certified', () => {
  const found = (...messages: Verified[]) => {
    const state = on({ ...held, phase: 'observed', measured: false, self: null }, ...messages);
    return certifiedSet(state, state.sums[0]!);
  };

  it('is nothing below q precommits of one view for one list that is here', () => {
    const votes = precommits(0, all, others);
    expect(found(ballots.candidate(0, all), ...votes.slice(1))).to.equal(null);
    expect(found(...votes)).to.equal(null);
    expect(found(ballots.candidate(0, fewer), ...votes)).to.equal(null);
    expect(found(ballots.candidate(1, all), ...votes)).to.equal(null);
    const mixed = [...votes.slice(1), ...precommits(1, all, [others[0]!])];
    expect(found(ballots.candidate(0, all), ballots.candidate(1, all), ...mixed)).to.equal(null);
    const set = found(ballots.candidate(0, all), ...votes);
    expect(set).to.deep.include({ set: all, view: 0 });
  });

  it('counts a liar once, whatever it signs', () => {
    const [one, two] = precommits(0, all, others) as [Verified, Verified];
    const again = ballots.vote('precommit', others[0]!, 0, fewer);
    const list = ballots.candidate(0, all);
    expect(found(list, one, again, two)).to.equal(null);
    expect(found(list, again, one, two)).to.equal(null);
  });
});
