/** The table of docs/privacy.md beside what the schema and a real bundle say. */
import { expect } from 'chai';
import { bundleOf } from '../../protocol/publish.ts';
import { decode } from '../../protocol/schema/codec.ts';
import { open, STATEMENTS, type StatementType } from '../../protocol/statement.ts';
import { consortiumOf } from '../protocol/consortium.ts';
import { lanesOf } from '../protocol/round/lanes.ts';
import { createRoom } from '../protocol/round/room.ts';
import { read } from './pages.ts';

interface Row {
  readonly what: string;
  readonly privacy: string;
  readonly bundle: string;
}

const rows: readonly Row[] = [
  ...read('docs/privacy.md').matchAll(/^\| ([^|]+?) +\| ([^|]+?) +\| ([^|]+?) +\|$/gm),
].map(([, what = '', privacy = '', bundle = '']) => ({ what, privacy, bundle }));

const NAMES: Partial<Record<StatementType, string>> = { shareReveal: 'share reveal' };

/** `decline, abort: code, …` speaks of both. */
const rowsOf = (type: StatementType) =>
  rows.filter(({ what }) =>
    what
      .split(':')[0]!
      .split(', ')
      .includes(NAMES[type] ?? type),
  );
const types = Object.keys(STATEMENTS) as StatementType[];

describe('the table of what leaves an org', () => {
  it('has a row for each statement, masked where the schema says so', () => {
    for (const type of types) {
      const masked = rowsOf(type).map(({ privacy }) => privacy === 'masked');
      expect(masked, type).to.have.length.above(0);
      expect(masked.includes(true), type).to.equal(['shares', 'contribution'].includes(type));
    }
  });

  it('says of each statement whether a bundle holds it', () => {
    const world = consortiumOf(4);
    const room = createRoom(world, {
      lanes: (org, input) => (org === 'D' ? null : lanesOf(org, input)),
      way: (one) => (one.message.signer === 'B' && one.message.type === 'reveal' ? [] : [one]),
    });
    room.load();
    room.finish();
    const bytes = bundleOf(world.consortium, world.text, room.state('A'));
    const { envelopes, recovered } = decode('Bundle', bytes);
    const held = new Set(envelopes.map((envelope) => open(world.consortium, envelope).type));
    expect(recovered).to.have.length(1);
    for (const type of types)
      expect(
        rowsOf(type).some(({ bundle }) => bundle === 'yes'),
        type,
      ).to.equal(held.has(type));
  });
});
