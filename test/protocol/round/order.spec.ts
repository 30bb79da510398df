/** The network may lose, repeat, reorder and delay: the end is the same. What is signed is on disk before it is sent. */
import { expect } from 'chai';
import fc from 'fast-check';
import { bundleOf, publishedReport } from '../../../protocol/publish.ts';
import { reportText } from '../../../protocol/report.ts';
import type { Effect } from '../../../protocol/round/event.ts';
import { begin } from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import { addresseeOf, STATEMENTS, type StatementType } from '../../../protocol/statement.ts';
import { audit } from '../../../protocol/audit.ts';
import { T0 } from '../proposal.ts';
import { createRoom, type Room, type RoomOptions } from './room.ts';
import { hearing, transcriptOf } from './transcript.ts';

const script = transcriptOf();
const { world, terms, self } = script;

function ran(options: RoomOptions): Room {
  const room = createRoom(world, options);
  room.load();
  room.finish();
  return room;
}

const reportIn = (room: Room, org: string) =>
  reportText(publishedReport(world.consortium, room.state(org)));

/** A fixed, shuffling pick: the same numbers give the same round again. */
function pickFrom(numbers: readonly number[]): (waiting: number) => number {
  let i = 0;
  return (waiting) => (numbers[i++ % numbers.length] as number) % waiting;
}

describe('what an org signs', () => {
  const taken = terms.roster.flatMap((org) => [...(script.room.log.get(org) ?? [])]);
  const places = (effects: readonly Effect[], kind: 'persist' | 'send', id: string) =>
    effects.findIndex((effect) => effect.kind === kind && effect.message.id === id);

  it('is persisted before it is sent, each statement once', () => {
    const persisted = new Map<string, number>();
    let sends = 0;
    for (const { effects } of taken)
      for (const effect of effects) {
        if (effect.kind !== 'send') continue;
        sends += 1;
        const { id } = effect.message;
        expect(persisted.has(id), `${effect.message.type} is sent once`).to.equal(false);
        persisted.set(id, places(effects, 'persist', id));
        expect(persisted.get(id)).to.be.within(0, places(effects, 'send', id) - 1);
      }
    expect(sends).to.equal(script.room.sent.length);
  });

  it('is every type that it has to say', () => {
    const types = new Set(script.room.sent.map(({ type }) => type));
    const never: StatementType[] = ['proposal', 'decline', 'abort', 'shareReveal'];
    const said = (Object.keys(STATEMENTS) as StatementType[]).filter((t) => !never.includes(t));
    expect([...types]).to.have.members(said);
  });

  it('brings shares to their holder, one statement for each other member', () => {
    const shares = script.room.sent.filter(({ type }) => type === 'shares');
    expect(shares).to.have.length(terms.n * (terms.n - 1));
    const pairs = new Set(shares.map((s) => `${s.signer} to ${addresseeOf(s)}`));
    expect(pairs.size).to.equal(shares.length);
  });

  it("is told from what others say: a peer's statement is persisted, and never sent as own", () => {
    for (const { event, effects } of taken) {
      if (event.kind !== 'message') continue;
      const { signer, id } = event.message;
      for (const effect of effects)
        if (effect.kind === 'send') expect(effect.message.signer).to.equal(signer);
      const isNew = places(effects, 'persist', id) === 0;
      expect(isNew || effects.length === 0, event.message.type).to.equal(true);
    }
  });

  it('is asked for once', () => {
    for (const org of terms.roster) {
      const asked = (script.room.log.get(org) ?? [])
        .flatMap(({ effects }) => effects)
        .filter(({ kind }) => !['persist', 'send', 'stopLoad'].includes(kind))
        .map((e) => (e.kind === 'sign' ? `sign ${e.statement.type}` : e.kind));
      expect(new Set(asked).size, asked.join()).to.equal(asked.length);
    }
  });
});

describe('messages in any order', () => {
  const straight = reportIn(script.room, 'A');

  it('lead to the same report, byte for byte, at every org', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 20, maxLength: 60 }), (numbers) => {
        const room = ran({ pick: pickFrom(numbers) });
        for (const org of terms.roster) {
          expect(room.state(org).end, org).to.equal(null);
          expect(reportIn(room, org)).to.equal(straight);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('lead to bundles that all verify', () => {
    const room = ran({ pick: pickFrom([7, 3, 11, 2, 0, 5]) });
    for (const org of terms.roster) {
      const result = audit(bundleOf(world.consortium, world.text, room.state(org)), world.text);
      expect(result.checks.filter(({ ok }) => !ok)).to.deep.equal([]);
    }
  });

  it('may all come before the first own answer, in whatever order', () => {
    const theirs = script.room.sent.filter(
      (message) => message.signer !== self && [null, self].includes(addresseeOf(message)),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(theirs, { minLength: theirs.length }), (messages) => {
        const room = createRoom(world, { way: () => [] });
        for (const message of messages) room.give(self, { kind: 'message', nowMs: T0, message });
        room.load();
        room.tick(terms.sums[0]!.cutMs);
        expect(room.state(self).phase).to.equal('published');
        expect(reportIn(room, self)).to.equal(straight);
      }),
      { numRuns: 25 },
    );
  });

  it('may come to an observer in whatever order', () => {
    const overheard = script.room.sent.filter((message) => addresseeOf(message) === null);
    fc.assert(
      fc.property(fc.shuffledSubarray(overheard, { minLength: overheard.length }), (messages) => {
        let state = begin(terms, script.room.proposal, null, T0);
        for (const message of messages) state = step(state, hearing(state, message)).state;
        expect(state.phase).to.equal('ready');
        expect(state.end).to.equal(null);
      }),
      { numRuns: 25 },
    );
  });

  it('may come twice: a repeated one changes nothing', () => {
    const room = ran({ way: (delivery) => [delivery, delivery] });
    for (const org of terms.roster) expect(reportIn(room, org)).to.equal(straight);
    let repeats = 0;
    for (const org of terms.roster) {
      const seen = new Set<string>();
      for (const { event, before, after, effects } of room.log.get(org) ?? []) {
        if (event.kind !== 'message') continue;
        if (seen.has(event.message.id)) {
          repeats += 1;
          expect({ ...after, nowMs: 0 }).to.deep.equal({ ...before, nowMs: 0 });
          expect(effects).to.deep.equal([]);
        }
        seen.add(event.message.id);
      }
    }
    expect(repeats).to.be.above(100);
  });
});
