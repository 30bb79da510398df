/** What is shown before signing is what leaves: held against the schema, and against whole rounds. */
import { expect } from 'chai';
import { disclosureOf, type Disclosure } from '../../../node/disclosure/disclosure.ts';
import { readSchema } from '../../../node/disclosure/schema.ts';
import { hasEnded } from '../../../protocol/round/state.ts';
import { lastView } from '../../../protocol/round/views.ts';
import type { MessageName } from '../../../protocol/schema/codec.ts';
import { STATEMENTS, type StatementType, type Verified } from '../../../protocol/statement.ts';
import { consortiumOf } from '../../protocol/consortium.ts';
import { BUILD } from '../../protocol/proposal.ts';
import { but, coordinators, dying, ran } from '../../protocol/round/faults.ts';
import {
  createRoom,
  type Delivery,
  type Room,
  type RoomOptions,
} from '../../protocol/round/room.ts';
import { fieldsOf, schemaTypes } from '../../protocol/schema-types.ts';

const schema = readSchema();

function shown(room: Room, org: string): Disclosure {
  return disclosureOf(room.terms, org, BUILD, schema);
}

function finished(orgs: number, options: RoomOptions = {}): Room {
  const room = createRoom(consortiumOf(orgs), options);
  room.load();
  room.finish();
  return room;
}

function find({ statements }: Disclosure, { type, message }: Verified) {
  const sum = 'sum' in message ? message.sum : null;
  return statements.find((one) => one.type === type && one.sum === sum);
}

const saidBy = (room: Room, org: string) => room.sent.filter(({ signer }) => signer === org);
const bytesOf = (messages: readonly Verified[]) =>
  messages.reduce((total, { bytes }) => total + bytes.length, 0);

/** Nothing that any org sent is larger, or comes more often, than what it was shown; nor is all of it together. */
function expectWithinShown(room: Room): void {
  for (const org of room.terms.roster) {
    const disclosure = shown(room, org);
    const said = saidBy(room, org);
    expect(bytesOf(said), `all of ${org}`).to.be.at.most(disclosure.bytes);
    const times = new Map<unknown, number>();
    for (const message of said) {
      const one = find(disclosure, message);
      const what = `${message.type} of ${org}`;
      expect(one, what).to.not.equal(undefined);
      expect(message.bytes.length, what).to.be.at.most(one?.bytes as number);
      times.set(one, (times.get(one) ?? 0) + 1);
      expect(times.get(one), `how many: ${what}`).to.be.at.most(one?.count as number);
    }
  }
}

describe('what is shown before an org accepts', () => {
  const cases: [string, number, RoomOptions][] = [
    ['four orgs', 4, {}],
    ['three orgs and two sums', 3, { sums: ['main', 'more'] }],
  ];
  for (const [what, orgs, options] of cases)
    it(`names every message that an org sends, and its size: ${what}`, () => {
      const room = finished(orgs, options);
      expect(room.state('A').phase).to.equal('published');
      for (const message of room.sent) {
        const one = find(shown(room, message.signer), message);
        expect(one, `${message.type} of ${message.signer}`).to.not.equal(undefined);
        if (one?.exact) expect(message.bytes.length, message.type).to.equal(one.bytes);
        else expect(message.bytes.length, message.type).to.be.at.most(one?.bytes as number);
      }
    });

  it('names no statement that is not said in a round, but for refusals and what it says of them', () => {
    const room = finished(4);
    for (const org of room.terms.roster) {
      const said = new Set(room.sent.filter((m) => m.signer === org).map(({ type }) => type));
      for (const { type, when } of shown(room, org).statements)
        if (!/^(only|instead|when|sent already)/.test(when)) expect(said).to.include(type);
    }
  });

  it('counts how many of each there are where nobody is late or fails', () => {
    const room = finished(4);
    for (const org of room.terms.roster)
      for (const { type, usually, when } of shown(room, org).statements) {
        const said = room.sent.filter((m) => m.signer === org && m.type === type);
        expect(said.length, `${type} of ${org}`).to.be.at.most(usually);
        if (when.startsWith('with it')) expect(said).to.have.length(usually);
      }
  });

  it('adds up to what a member sends at most where nobody is late or fails', () => {
    const room = finished(4);
    for (const org of room.terms.roster) {
      const { usualBytes, bytes } = shown(room, org);
      const sent = bytesOf(saidBy(room, org));
      expect(sent).to.be.at.most(usualBytes);
      expect(sent).to.be.above(usualBytes * 0.9);
      expect(usualBytes).to.be.below(bytes);
    }
  });

  it('shows each field of each statement with the class that the schema gives it', () => {
    const { statements, envelope } = shown(createRoom(consortiumOf(4)), 'A');
    const types = schemaTypes();
    const expected = (name: MessageName, prefix = ''): [string, string | null][] =>
      fieldsOf(types.get(name)).flatMap(({ path, privacy }): [string, string | null][] => {
        const field = path.split('.')[1] as string;
        const inner = types.get(types.get(name)?.fields[field]?.type ?? '');
        return inner
          ? expected(inner.name as MessageName, `${prefix}${field}.`)
          : [[prefix + field, privacy]];
      });
    const classes = (fields: (typeof statements)[number]['fields']) =>
      fields.map(({ path, class: privacy }) => [path, privacy]);
    for (const { type, fields } of statements) {
      const name = STATEMENTS[type as StatementType].message;
      expect(classes(fields), type).to.deep.equal(expected(name));
    }
    expect(classes(envelope)).to.deep.equal(
      expected('Envelope').filter(([path]) => path !== 'payload'),
    );
    const never = statements.flatMap(({ fields }) =>
      fields.filter((field) => field.class === 'never leaves'),
    );
    expect(never).to.deep.equal([]);
  });

  it('leaves out no type of statement', () => {
    const { statements } = shown(createRoom(consortiumOf(4)), 'A');
    const named = new Set(statements.map(({ type }) => type));
    expect([...named].sort()).to.deep.equal(Object.keys(STATEMENTS).sort());
  });

  it('names each group of lanes, and that together they are the whole contribution', () => {
    const { sums, statements } = shown(createRoom(consortiumOf(4)), 'B');
    const [main] = sums;
    expect(main?.groups.map(({ name }) => name)).to.include.members([
      'contributors',
      'read.submitted',
      'transaction.latency',
    ]);
    expect(main?.groups.reduce((total, { lanes }) => total + lanes, 0)).to.equal(main?.lanes);
    const contribution = statements.find(({ type }) => type === 'contribution');
    const lanes = contribution?.fields.find(({ path }) => path === 'lanes');
    expect(lanes).to.include({ class: 'masked', bytes: main?.bytes });
  });

  it('shows the very acceptance: the terms by their hash, the version and the lockfile', () => {
    const room = createRoom(consortiumOf(4));
    const { statements, round } = shown(room, 'B');
    const fields = statements.find(({ type }) => type === 'acceptance')?.fields ?? [];
    expect(fields.map(({ path, value }) => [path, value])).to.deep.equal([
      ['round', round],
      ['packageVersion', '1.0.0'],
      ['lockfileDigest', '0b'.repeat(32)],
    ]);
  });

  it('is nothing for an org that takes no part', () => {
    const world = consortiumOf(4);
    const room = createRoom(world, { roster: ['A', 'B', 'C'] });
    expect(shown(room, 'D')).to.deep.include({ statements: [], sums: [], bytes: 0, usualBytes: 0 });
  });
});

describe('what is shown before an org accepts to a round in which something fails', () => {
  const four = consortiumOf(4);
  const seven = consortiumOf(7, { toleratedFaulty: 2 });
  const [first, second] = coordinators(four) as [string, string];
  const losing = (...lost: [type: StatementType, views: (view: number) => boolean][]) => ({
    way: (delivery: Delivery) => {
      const { type, message } = delivery.message;
      const view = 'view' in message ? message.view : 0;
      return lost.some(([one, of]) => one === type && of(view)) ? [] : [delivery];
    },
  });
  const types = (room: Room) => new Set(room.sent.map(({ type }) => type));
  const carrying = (room: Room) =>
    room.sent.filter(({ type, message }) => type === 'candidate' && message.carried.length > 0);

  it('holds when a member dies before any of its statements about the sum', () => {
    const stalled: string[] = [];
    for (const org of [first, second])
      for (const type of ['contribution', 'candidate', 'prevote', 'precommit', 'reveal'] as const) {
        if (type === 'candidate' && org !== first) continue;
        const room = ran(four, dying(org, type));
        expect(room.state(but(room, org)[0]!).phase).to.equal('published');
        expectWithinShown(room);
        if (types(room).has('shareReveal')) stalled.push(type);
      }
    expect(stalled).to.include.members(['candidate', 'prevote', 'precommit', 'reveal']);
  });

  it('holds for the shares of a member of the set that reveals nothing, with one outside it', () => {
    const outside = 'G';
    const stalled = 'B';
    const room = ran(seven, {
      way: (delivery) => {
        const { signer, type } = delivery.message;
        const late = signer === outside && type === 'contribution';
        return late || (signer === stalled && type === 'reveal') ? [] : [delivery];
      },
      repairs: false,
    });
    const shares = room.sent.filter(({ type }) => type === 'shareReveal');
    const pieces = shares.map(({ message }) => 'pieces' in message && message.pieces.length);
    expect(new Set(pieces)).to.include(2);
    expectWithinShown(room);
  });

  it('holds when the votes of the first view are lost, and the second one carries them', () => {
    const room = finished(4, losing(['precommit', (view) => view === 0]));
    expect(room.state('A').phase).to.equal('published');
    expect(carrying(room)).to.have.length(1);
    expectWithinShown(room);
    const votes = saidBy(room, first).filter(({ type }) => type === 'prevote');
    expect(votes).to.have.length(2);
  });

  it('is reached by votes that are lost in every view, and holds there', () => {
    const room = finished(4, losing(['precommit', () => true]));
    const views = lastView(room.terms, room.terms.sums[0]!) + 1;
    expect(room.terms.roster.every((org) => hasEnded(room.state(org)))).to.equal(true);
    expectWithinShown(room);
    for (const org of room.terms.roster)
      for (const type of ['prevote', 'precommit'] as const) {
        expect(saidBy(room, org).filter((one) => one.type === type)).to.have.length(views);
        expect(shown(room, org).statements.find((one) => one.type === type)?.count).to.equal(views);
      }
    const largest = Math.max(...carrying(room).map(({ bytes }) => bytes.length));
    const candidate = shown(room, 'A').statements.find(({ type }) => type === 'candidate');
    expect(largest).to.be.within((candidate?.bytes as number) - 8, candidate?.bytes as number);
  });

  it('holds for two sums, in each of which a member stalls', () => {
    const room = ran(consortiumOf(4), {
      sums: ['main', 'more'],
      way: (delivery) =>
        delivery.message.signer === 'C' && delivery.message.type === 'reveal' ? [] : [delivery],
      repairs: false,
    });
    expect(room.sent.filter(({ type }) => type === 'shareReveal').length).to.be.at.least(6);
    expectWithinShown(room);
  });

  it('holds for an org that accepts, and then aborts in as many words as there may be', () => {
    const room = createRoom(four);
    for (const org of room.terms.roster)
      room.give(org, { kind: 'accept', nowMs: room.state(org).nowMs, ...BUILD });
    const reason = '語'.repeat(1000);
    room.give('A', { kind: 'abort', nowMs: room.state('A').nowMs, code: 'o'.repeat(61), reason });
    room.drain();
    expect(room.state('B').phase).to.equal('cancelled');
    expect(types(room).has('abort')).to.equal(true);
    expectWithinShown(room);
  });
});
