/** Voting on a set, the first view of single-shot Tendermint: who names it, who votes when, for what, and once. */
import { expect } from 'chai';
import type { RoundState } from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import { viewStartMs } from '../../../protocol/round/views.ts';
import { namingMs } from '../../../protocol/round/voting.ts';
import type { Payload, StatementType, Verified } from '../../../protocol/statement.ts';
import { asked, at, ballotsOf, on, signedBy, ticked } from './ballots.ts';
import { hearing, transcriptOf } from './transcript.ts';

const script = transcriptOf();
const ballots = ballotsOf(script);
const { terms, self, peer, others, states } = script;
const [, second, third] = others as [string, string, string];
const main = terms.sums[0]!;
const contributing = states.contributing;

const says = (org: string, ...types: StatementType[]) =>
  types.map((type) => script.said(org, type));
const all = (type: StatementType) => others.map((org) => script.said(org, type));
const cut = (state: RoundState) => at(state, main.cutMs);
/** The set without this org, named by the coordinator. */
const named = (...without: string[]) => ballots.candidate(0, ballots.without(...without));

describe('a member', () => {
  const held = on(contributing, ...all('contribution'));
  const lacking = on(contributing, ...says(peer, 'contribution'), ...says(second, 'contribution'));

  it('prevotes for a set of all, at once', () => {
    expect(asked(held, named())).to.deep.equal(['prevote/0']);
  });

  it('prevotes for no set of which it lacks a contribution, until that is here', () => {
    expect(asked(lacking, named())).to.deep.equal([]);
    expect(ticked(on(lacking, named()), main.cutMs)).to.deep.equal([]);
    expect(asked(lacking, named(), ...says(third, 'contribution'))).to.deep.equal(['prevote/0']);
    const late = cut(on(lacking, named()));
    expect(asked(late, ...says(third, 'contribution'))).to.deep.equal(['prevote/0']);
  });

  it('prevotes for no set that names another contribution of an org than it holds', () => {
    const other = script.other(third, 'contribution');
    expect(asked(lacking, other, named())).to.deep.equal([]);
  });

  it('prevotes for a set with either of the two contributions of a liar', () => {
    const other = script.other(third, 'contribution');
    const holding = on(lacking, other, ...says(third, 'contribution'));
    expect(asked(holding, named())).to.deep.equal(['prevote/0']);
    const { set } = script.said(peer, 'candidate').message as Payload<'candidate'>;
    const swapped = set.map((one) =>
      one.org === third ? { ...one, contribution: Buffer.from(other.id, 'hex') } : one,
    );
    expect(asked(holding, ballots.candidate(0, swapped))).to.deep.equal(['prevote/0']);
  });

  it('waits with a smaller set until the cut', () => {
    expect(asked(lacking, named(third))).to.deep.equal([]);
    expect(ticked(on(lacking, named(third)), main.cutMs - 1)).to.deep.equal([]);
    expect(ticked(on(lacking, named(third)), main.cutMs)).to.deep.equal(['prevote/0']);
  });

  it('lets a view pass whose set leaves out what it held at the cut', () => {
    expect(asked(cut(held), named(third))).to.deep.equal([]);
    expect(ticked(cut(on(held, named(third))), namingMs(held, main))).to.deep.equal([]);
  });

  it('prevotes for a set that lacks what came after the cut', () => {
    const late = on(cut(lacking), ...says(third, 'contribution'));
    expect(asked(late, named(third))).to.deep.equal(['prevote/0']);
  });

  it('does not count as held at the cut what comes at that very instant', () => {
    const [message] = says(third, 'contribution') as [Verified];
    const { state } = step(lacking, { kind: 'message', nowMs: main.cutMs, message });
    expect([...state.sums[0]!.contributions.keys()]).to.include(third);
    expect(state.sums[0]!.heldAtCut).to.have.members([self, peer, second]);
    const before = step(lacking, { kind: 'message', nowMs: main.cutMs - 1, message }).state;
    expect(cut(before).sums[0]!.heldAtCut).to.have.members([...terms.roster]);
  });

  it('does not wait for who contributed twice', () => {
    const twice = on(held, script.other(third, 'contribution'));
    expect(asked(cut(twice), named(third))).to.deep.equal(['prevote/0']);
    expect(asked(cut(twice), named(second))).to.deep.equal([]);
  });

  it('waits for who voted twice, but contributed once', () => {
    const votes = [script.said(third, 'prevote'), script.other(third, 'prevote')];
    expect(asked(cut(on(held, ...votes)), named(third))).to.deep.equal([]);
  });

  it('gives up at the voting deadline, and says who contributed and who did not', () => {
    const { end } = at(lacking, main.voteByMs);
    expect(end?.code).to.equal('undecided');
    expect(end?.details).to.deep.equal({
      sum: 'main',
      contributed: [self, peer, second].sort(),
      missing: [third],
    });
  });

  it('prevotes for no fresh set with who called the round off and contributes all the same', () => {
    const message = { round: terms.roundId, code: 'operator', reason: '' };
    const abort = script.sayAs(third, { type: 'abort', message });
    const called = on(held, abort);
    expect(asked(called, named())).to.deep.equal([]);
    expect(asked(cut(called), named())).to.deep.equal([]);
    expect(asked(cut(called), named(third))).to.deep.equal(['prevote/0']);
    // what q members prevoted for already it takes all the same
    const later = at(on(called, ...all('prevote')), viewStartMs(terms, main, 1));
    expect(asked(later, ballots.candidate(1, ballots.all))).to.deep.equal(['prevote/1']);
  });

  it('counts a contribution only as what its own org said', () => {
    const { set } = script.said(peer, 'candidate').message as Payload<'candidate'>;
    const twice = script.other(second, 'contribution');
    const vote = script.other(second, 'prevote');
    const both = on(held, twice, script.said(second, 'prevote'), vote);
    for (const id of [twice.id, vote.id, script.said(second, 'contribution').id]) {
      const contribution = Buffer.from(id, 'hex');
      const swapped = set.map((one) => (one.org === third ? { org: third, contribution } : one));
      expect(asked(both, ballots.candidate(0, swapped))).to.deep.equal([]);
    }
  });

  it('signs nothing again that it hears from its own journal', () => {
    const before = on(held, named(), ...says(self, 'prevote', 'precommit'));
    expect([...before.asked]).to.not.include('precommit/main/0');
    expect(asked(before, ...says(peer, 'prevote'), ...says(second, 'prevote'))).to.deep.equal([]);
  });

  it('has no vote when it only follows, as an auditor does', () => {
    const following = { ...held, self: null };
    expect(asked(following, named())).to.deep.equal([]);
    expect(asked(following, named(), ...all('prevote'))).to.deep.equal([]);
  });

  it('precommits at q prevotes for one set, its own counted, not before', () => {
    const voted = on(held, named(), ...says(self, 'prevote'));
    expect(asked(voted, ...says(peer, 'prevote'))).to.deep.equal([]);
    expect(asked(voted, ...says(peer, 'prevote'), ...says(second, 'prevote'))).to.deep.equal([
      'precommit/0',
    ]);
  });

  it('precommits at q prevotes of others, though it could not prevote itself', () => {
    expect(asked(lacking, named(), ...all('prevote'))).to.deep.equal(['precommit/0']);
  });

  it('counts no prevote for another set, nor of another view', () => {
    const voted = on(held, named(), ...says(self, 'prevote'), ...says(peer, 'prevote'));
    expect(asked(voted, script.other(second, 'prevote'))).to.deep.equal([]);
    expect(asked(voted, ballots.vote('prevote', second, 1, ballots.all))).to.deep.equal([]);
  });

  it('counts a liar once, however often it voted', () => {
    const voted = on(held, named(), ...says(self, 'prevote'), script.other(peer, 'prevote'));
    expect(asked(voted, ...says(peer, 'prevote'))).to.deep.equal([]);
    const again = on(voted, ...says(peer, 'prevote'));
    expect(asked(again, script.other(peer, 'prevote', 2))).to.deep.equal([]);
    expect(asked(again, ...says(third, 'prevote'))).to.deep.equal(['precommit/0']);
  });

  it('obeys q precommits, without its own', () => {
    const precommits = all('precommit');
    const two = on(held, named(), ...precommits.slice(0, 2));
    expect(two.phase).to.equal('contributing');
    expect(on(two, ...precommits.slice(2)).phase).to.equal('certified');
  });

  it('obeys precommits only with the candidate that they are about', () => {
    const votes = on(held, ...all('precommit'));
    expect(votes.phase).to.equal('contributing');
    expect(on(votes, named()).phase).to.equal('certified');
  });

  it('is asked for each vote once', () => {
    const voted = on(held, named());
    expect(signedBy(voted, hearing(voted, named()))).to.deep.equal([]);
    expect(ticked(voted, main.cutMs)).to.deep.equal([]);
    const locked = on(voted, ...says(self, 'prevote'), ...all('prevote'));
    const keys = [...locked.asked].filter((key) => /^pre(vote|commit)/.test(key));
    expect(keys).to.deep.equal(['prevote/main/0', 'precommit/main/0']);
  });

  it('says nothing else while a vote of its own is being signed', () => {
    const asking = on(held, named());
    expect(asking.asked).to.include('prevote/main/0');
    expect(asked(asking, ...all('prevote'))).to.deep.equal([]);
    const next = at(on(asking, ...all('prevote')), viewStartMs(terms, main, 1));
    expect(asked(next, ballots.candidate(1, ballots.all))).to.deep.equal([]);
    expect(asked(on(asking, ...all('prevote')), ...says(self, 'prevote'))).to.deep.equal([
      'precommit/0',
    ]);
  });

  it('says nothing else while a precommit of its own is being signed', () => {
    const voted = on(held, named(), ...says(self, 'prevote'), ...all('prevote'));
    expect(voted.asked).to.include('precommit/main/0');
    const next = at(voted, viewStartMs(terms, main, 1));
    expect(asked(next, ballots.candidate(1, ballots.all))).to.deep.equal([]);
    const signed = on(next, ...says(self, 'precommit'));
    expect(asked(signed, ballots.candidate(1, ballots.all))).to.deep.equal(['prevote/1']);
  });

  it('votes for nothing that is named after the voting deadline', () => {
    const over = at(held, main.voteByMs);
    expect(over.phase).to.equal('aborted');
    expect(asked(over, named())).to.deep.equal([]);
  });
});

describe('the coordinator', () => {
  // the round as the peer sees it: its own log, up to its own contribution
  const log = script.room.log.get(peer) ?? [];
  const place = log.findIndex(
    ({ event, after }) =>
      event.kind === 'message' &&
      event.message.id === script.said(peer, 'contribution').id &&
      after.phase === 'contributing',
  );
  const alone = log[place]!.after;
  const none = { ...alone, sums: [{ ...alone.sums[0]!, contributions: new Map() }] };
  const settledMs = namingMs(none, main);
  const three = on(none, ...[self, second, peer].flatMap((org) => says(org, 'contribution')));

  it('names all contributions in roster order, once they are here', () => {
    const fromOthers = terms.roster.filter((o) => o !== peer);
    const missing = fromOthers.filter((org) => !alone.sums[0]!.contributions.has(org));
    expect(missing).to.have.length.above(0);
    const messages = missing.flatMap((org) => says(org, 'contribution'));
    expect(asked(alone, ...messages)).to.deep.equal(['candidate/0 of 4']);
  });

  it('names who is here a little after the cut, when they are q', () => {
    expect(settledMs).to.be.within(main.cutMs + 50, viewStartMs(terms, main, 1) - 50);
    expect(ticked(three, main.cutMs)).to.deep.equal([]);
    expect(ticked(three, settledMs - 1)).to.deep.equal([]);
    expect(ticked(three, settledMs)).to.deep.equal(['candidate/0 of 3']);
  });

  it('waits that long for what others held at the cut, and names it too', () => {
    expect(asked(cut(three), ...says(third, 'contribution'))).to.deep.equal(['candidate/0 of 4']);
  });

  it('names nobody below q, and then whoever makes it q', () => {
    const two = on(none, ...says(self, 'contribution'), ...says(peer, 'contribution'));
    expect(ticked(two, settledMs)).to.deep.equal([]);
    const waiting = at(two, settledMs);
    expect(asked(waiting, ...says(second, 'contribution'))).to.deep.equal(['candidate/0 of 3']);
  });

  it('is somebody else in each view', () => {
    const views = terms.roster.map((_, view) => ballots.coordinator(view));
    expect(new Set(views).size).to.equal(terms.n);
    expect(ballots.coordinator(terms.n)).to.equal(ballots.coordinator(0));
  });
});
