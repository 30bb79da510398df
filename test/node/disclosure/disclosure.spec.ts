/** What is shown before signing is what leaves: held against the schema, and against whole rounds. */
import { expect } from 'chai';
import { disclosureOf, type Disclosure } from '../../../node/disclosure/disclosure.ts';
import { readSchema } from '../../../node/disclosure/schema.ts';
import type { MessageName } from '../../../protocol/schema/codec.ts';
import { STATEMENTS, type StatementType, type Verified } from '../../../protocol/statement.ts';
import { consortiumOf } from '../../protocol/consortium.ts';
import { BUILD } from '../../protocol/proposal.ts';
import { createRoom, type Room, type RoomOptions } from '../../protocol/round/room.ts';
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

  it('counts how many of each there are', () => {
    const room = finished(4);
    for (const org of room.terms.roster)
      for (const { type, count, when } of shown(room, org).statements) {
        const said = room.sent.filter((m) => m.signer === org && m.type === type);
        expect(said.length, `${type} of ${org}`).to.be.at.most(count);
        if (when.startsWith('with it')) expect(said).to.have.length(count);
      }
  });

  it('adds up to what a member sends at most', () => {
    const room = finished(4);
    for (const org of room.terms.roster) {
      const sent = room.sent
        .filter((message) => message.signer === org)
        .reduce((total, { bytes }) => total + bytes.length, 0);
      expect(sent).to.be.at.most(shown(room, org).bytes);
      expect(sent).to.be.above(shown(room, org).bytes * 0.9);
    }
  });

  it('shows each field of each statement with the class that the schema gives it', () => {
    const { statements, envelope, neverSent } = shown(createRoom(consortiumOf(4)), 'A');
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
    expect(neverSent).to.deep.equal(['shareReveal']);
  });

  it('leaves out no type of statement', () => {
    const { statements, neverSent } = shown(createRoom(consortiumOf(4)), 'A');
    const named = new Set([...statements.map(({ type }) => type), ...neverSent]);
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
    expect(shown(room, 'D')).to.deep.include({ statements: [], sums: [], bytes: 0 });
  });
});
