/** Voting on a set, view 0 of single-shot Tendermint: who votes when, for what, and once. */
import { expect } from 'chai';
import type { Effect } from '../../../protocol/round/event.ts';
import type { RoundState } from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import type { Payload, StatementType, Verified } from '../../../protocol/statement.ts';
import { feed, hearing, transcriptOf } from './transcript.ts';

const script = transcriptOf();
const { terms, self, peer, others, states } = script;
const [, second, third] = others as [string, string, string];
const [main] = terms.sums;
const contributing = states.contributing;
const { set } = script.said(peer, 'candidate').message as Payload<'candidate'>;

const says = (org: string, ...types: StatementType[]) =>
  types.map((type) => script.said(org, type));
const all = (type: StatementType) => others.map((org) => script.said(org, type));
const on = (state: RoundState, ...messages: Verified[]) =>
  feed(
    state,
    messages.map((message) => hearing(state, message)),
  );
const cut = (state: RoundState) => feed(state, [{ kind: 'tick', nowMs: main!.cutMs }]);
/** The set without this org, named by the coordinator. */
const named = (without: string) =>
  script.sayAs(peer, {
    type: 'candidate',
    message: {
      ...script.said(peer, 'candidate').message,
      set: set.filter(({ org }) => org !== without),
    },
  } as never);
/** What a member is asked to sign by the last of these messages. */
function asked(state: RoundState, ...messages: Verified[]): [string, number][] {
  const last = messages.at(-1) as Verified;
  const before = on(state, ...messages.slice(0, -1));
  return signed(step(before, hearing(before, last)).effects);
}
const signed = (effects: readonly Effect[]) =>
  effects.flatMap((effect): [string, number][] =>
    effect.kind === 'sign' && 'set' in effect.statement.message
      ? [[effect.statement.type, effect.statement.message.set.length]]
      : [],
  );

describe('a member', () => {
  const held = on(contributing, ...all('contribution'));

  it('prevotes for a set of all, at once', () => {
    expect(asked(held, named(''))).to.deep.equal([['prevote', 32]]);
  });

  it('prevotes for no set of which it lacks a contribution, until that is here', () => {
    const lacking = on(
      contributing,
      ...says(peer, 'contribution'),
      ...says(second, 'contribution'),
    );
    expect(asked(lacking, named(''))).to.deep.equal([]);
    expect(asked(lacking, named(''), ...says(third, 'contribution'))).to.deep.equal([
      ['prevote', 32],
    ]);
    expect(signed(step(on(lacking, named('')), { kind: 'tick', nowMs: main!.cutMs }).effects)).to.deep.equal([]); // prettier-ignore
  });

  it('prevotes for no set that names another contribution of an org than it holds', () => {
    const other = script.other(third, 'contribution');
    const holding = on(contributing, ...says(peer, 'contribution'), ...says(second, 'contribution'), other); // prettier-ignore
    expect(asked(holding, named(''))).to.deep.equal([]);
  });

  it('waits with a smaller set until the cut', () => {
    const missing = on(
      contributing,
      ...says(peer, 'contribution'),
      ...says(second, 'contribution'),
    );
    const waiting = on(missing, named(third));
    expect(asked(missing, named(third))).to.deep.equal([]);
    const { effects } = step(waiting, { kind: 'tick', nowMs: main!.cutMs });
    expect(signed(effects)).to.deep.equal([['prevote', 32]]);
  });

  it('prevotes for nothing when a set leaves out what it held at the cut', () => {
    expect(asked(cut(held), named(third))).to.deep.equal([['prevote', 0]]);
  });

  it('prevotes for a set that lacks what came after the cut', () => {
    const missing = on(
      contributing,
      ...says(peer, 'contribution'),
      ...says(second, 'contribution'),
    );
    const late = on(cut(missing), ...says(third, 'contribution'));
    expect(asked(late, named(third))).to.deep.equal([['prevote', 32]]);
  });

  it('precommits at q prevotes for one set, its own counted, not before', () => {
    const voted = on(held, named(''), ...says(self, 'prevote'));
    expect(asked(voted, ...says(peer, 'prevote'))).to.deep.equal([]);
    expect(asked(voted, ...says(peer, 'prevote'), ...says(second, 'prevote'))).to.deep.equal([
      ['precommit', 32],
    ]);
  });

  it('counts no prevote for nothing, nor for another set', () => {
    const voted = on(held, named(''), ...says(self, 'prevote'), ...says(peer, 'prevote'));
    expect(asked(voted, script.other(second, 'prevote'))).to.deep.equal([]);
    const nil = { ...script.said(third, 'prevote').message, set: new Uint8Array(0) };
    const none = script.sayAs(third, { type: 'prevote', message: nil } as never);
    expect(asked(voted, none)).to.deep.equal([]);
  });

  it('obeys q precommits, without its own', () => {
    const precommits = all('precommit');
    const two = on(held, named(''), ...precommits.slice(0, 2));
    expect(two.phase).to.equal('contributing');
    expect(on(two, precommits[2] as Verified).phase).to.equal('certified');
  });

  it('obeys precommits only with the candidate that they are about', () => {
    const votes = on(held, ...all('precommit'));
    expect(votes.phase).to.equal('contributing');
    expect(on(votes, named('')).phase).to.equal('certified');
  });

  it('is asked for each vote once', () => {
    const voted = on(held, named(''), ...all('prevote'));
    const keys = [...voted.asked].filter((key) => /^pre(vote|commit)/.test(key));
    expect(keys.sort()).to.deep.equal(['precommit/main', 'prevote/main']);
    expect(signed(step(voted, hearing(voted, named(''))).effects)).to.deep.equal([]);
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

  it('names all contributions in roster order, once they are here', () => {
    const fromOthers = terms.roster.filter((o) => o !== peer);
    const missing = fromOthers.filter((org) => !alone.sums[0]!.contributions.has(org));
    expect(missing).to.have.length.above(0);
    const messages = missing.flatMap((org) => says(org, 'contribution'));
    expect(asked(alone, ...messages)).to.deep.equal([['candidate', 4]]);
  });

  it('names who is here at the cut, when they are q', () => {
    const two = { ...alone, sums: [{ ...alone.sums[0]!, contributions: new Map() }] };
    const here = [self, second, peer].flatMap((org) => says(org, 'contribution'));
    const held = on(two, ...here);
    expect(signed(step(held, { kind: 'tick', nowMs: main!.cutMs - 1 }).effects)).to.deep.equal([]);
    expect(signed(step(held, { kind: 'tick', nowMs: main!.cutMs }).effects)).to.deep.equal([
      ['candidate', 3],
    ]);
  });

  it('names nobody below q, and then whoever makes it q', () => {
    const none = { ...alone, sums: [{ ...alone.sums[0]!, contributions: new Map() }] };
    const held = on(none, ...says(self, 'contribution'), ...says(peer, 'contribution'));
    expect(signed(step(held, { kind: 'tick', nowMs: main!.cutMs }).effects)).to.deep.equal([]);
    expect(asked(cut(held), ...says(second, 'contribution'))).to.deep.equal([['candidate', 3]]);
  });
});
