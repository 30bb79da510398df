/**
 * After the closing instant: nothing is signed or opened any more, but what others said in time, and what was being computed,
 * still lets a member publish with them. And lies that come when they change nothing any more have their author too.
 */
import { expect } from 'chai';
import { addUpEvent } from '../../../protocol/publish.ts';
import { stillHears } from '../../../protocol/round/ended.ts';
import type { Event } from '../../../protocol/round/event.ts';
import { currentSum, type RoundState } from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import type { Payload } from '../../../protocol/statement.ts';
import { closedForGoodMs } from '../../../protocol/terms.ts';
import { at, on } from './ballots.ts';
import { hearing, transcriptOf } from './transcript.ts';

const script = transcriptOf();
const { terms, self, peer, others, states, world } = script;
const { closingMs } = terms.schedule;
const [second, third] = others.slice(1) as [string, string];
const said = script.said;

const kindsOf = (state: RoundState, event: Event) =>
  step(state, event).effects.map(({ kind }) => kind);
const endOf = ({ phase, end }: RoundState) => [phase, end?.code];

describe('a round at its closing instant', () => {
  const summed = step(
    states.revealed,
    addUpEvent(world.consortium, states.revealed, states.revealed.nowMs),
  ).state;
  const almost = on(summed, said(self, 'result'), said(peer, 'result'));

  it('publishes with the result that comes after it, and signs nothing', () => {
    const closed = at(almost, closingMs);
    expect(endOf(closed)).to.deep.equal(['aborted', 'unpublished']);
    const last = said(second, 'result');
    expect(kindsOf(closed, hearing(closed, last))).to.deep.equal(['persist', 'publish']);
    expect(endOf(on(closed, last))).to.deep.equal(['published', undefined]);
  });

  it('is over for good some minutes later', () => {
    const last = said(second, 'result');
    const grace = at(almost, closedForGoodMs(terms.schedule) - 1);
    expect(on(grace, last).phase).to.equal('published');
    const over = at(almost, closedForGoodMs(terms.schedule));
    expect(kindsOf(over, hearing(over, last))).to.deep.equal([]);
    expect(endOf(on(over, last))).to.deep.equal(['aborted', 'unpublished']);
  });

  it('hears nothing then but what a sum is published by', () => {
    const closed = at(almost, closingMs);
    for (const type of ['abort', 'decline', 'ready'] as const)
      expect(kindsOf(closed, hearing(closed, script.other(peer, type)))).to.deep.equal([]);
  });

  it('hears nothing about a sum when the round was given up before its set-up', () => {
    const cancelled = at(states.cancelled, closingMs);
    expect(cancelled.phase).to.equal('cancelled');
    expect(stillHears(cancelled, said(peer, 'result'))).to.equal(false);
    expect(stillHears(at(almost, closingMs), said(peer, 'result'))).to.equal(true);
  });

  it('takes the sum that was being added up', () => {
    const waiting = on(states.revealed, ...[peer, second, third].map((org) => said(org, 'result')));
    const closed = at(waiting, closingMs);
    expect(endOf(closed)).to.deep.equal(['aborted', 'unpublished']);
    const found = step(closed, addUpEvent(world.consortium, closed, closed.nowMs));
    expect(found.effects.map(({ kind }) => kind)).to.deep.equal(['publish']);
    expect(endOf(found.state)).to.deep.equal(['published', undefined]);
  });

  it('hears a reveal that comes after it, and asks for no result of its own', () => {
    const lacking = on(states.certified, said(peer, 'reveal'), said(second, 'reveal'));
    const closed = at(lacking, closingMs);
    expect(endOf(closed)).to.deep.equal(['aborted', 'unrevealed']);
    const opened = step(closed, hearing(closed, said(third, 'reveal')));
    expect(opened.effects.map(({ kind }) => kind)).to.include('addUp');
    const found = step(opened.state, addUpEvent(world.consortium, opened.state, closingMs));
    expect(found.effects).to.deep.equal([]);
    expect(endOf(found.state)).to.deep.equal(['aborted', 'unpublished']);
    const published = on(found.state, ...[peer, second, third].map((org) => said(org, 'result')));
    expect(published.phase).to.equal('published');
    expect(currentSum(published).results.has(self)).to.equal(false);
  });

  it('takes the seeds that were being rebuilt', () => {
    const lacking = on(states.certified, said(peer, 'reveal'), said(second, 'reveal'));
    const closed = at(lacking, closingMs);
    const selves = new Map([[third, seedOf(third)]]);
    const rebuilt = { selves, pairs: [] };
    const event = { kind: 'recovered', nowMs: closingMs, recovered: rebuilt, badDealers: [] } as const; // prettier-ignore
    expect(kindsOf(closed, event)).to.include('addUp');
  });
});

const seedOf = (org: string) => (said(org, 'reveal').message as Payload<'reveal'>).selfSeed;

describe('what is rebuilt', () => {
  const recovered = (state: RoundState, org: string) =>
    step(state, {
      kind: 'recovered',
      nowMs: state.nowMs,
      recovered: { selves: new Map([[org, seedOf(org)]]), pairs: [] },
      badDealers: [],
    }).state;

  it('stays when another seed is rebuilt later', () => {
    const both = recovered(recovered(states.certified, peer), second);
    expect([...currentSum(both).recovered!.selves.keys()]).to.deep.equal([peer, second]);
    expect(on(both, said(third, 'reveal')).phase).to.equal('revealed');
  });
});

describe('a false reveal', () => {
  const lie = script.other(peer, 'reveal');

  it('is accused when the sum is open already', () => {
    const open = on(states.certified, ...[peer, second, third].map((org) => said(org, 'reveal')));
    expect(open.phase).to.equal('revealed');
    const { effects } = step(open, hearing(open, lie));
    const lies = effects.flatMap((effect) => (effect.kind === 'accuse' ? [effect.lie] : []));
    expect(lies).to.deep.equal(['equivocation', 'falseSeed']);
  });

  it('is accused when it comes with the last one that was missing', () => {
    const last = on(states.certified, lie, said(second, 'reveal'), said(third, 'reveal'));
    expect([...last.asked]).to.include(`accuse/main/falseSeed/${peer}`);
    expect(on(last, said(peer, 'reveal')).phase).to.equal('revealed');
  });
});
