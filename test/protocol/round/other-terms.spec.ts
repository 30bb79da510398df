/** A peer whose layout, grid or roster is another than that of the others: its words are not heard, or its masks stay on. */
import { expect } from 'chai';
import {
  contextOf,
  GRID_ID,
  layoutDigest,
  layoutOf,
  mainLayout,
  setupOf,
  SUITE,
  type SumTerms,
} from '../../../aggregation/index.ts';
import type { StatementOf } from '../../../protocol/agreement.ts';
import { digest } from '../../../protocol/digest.ts';
import { setupDigest } from '../../../protocol/round/preparing.ts';
import { currentSum } from '../../../protocol/round/state.ts';
import type { Payload } from '../../../protocol/statement.ts';
import { termsOf } from '../../../protocol/terms.ts';
import { consortiumOf, said } from '../consortium.ts';
import { proposalOf } from '../proposal.ts';
import { refusalBy } from '../refusal.ts';
import { but, expectSameReport } from './faults.ts';
import { createKeeper } from './keeper.ts';
import { lanesOf } from './lanes.ts';
import { createRoom, type Room, type RoomOptions } from './room.ts';

const world = consortiumOf(4);
const layout = mainLayout();
const otherLayout = layoutOf('main-v2', [...layout.segments].reverse());

/** What B has in the place of what all others have. */
const OTHERS: Readonly<Record<string, Partial<SumTerms>>> = {
  'another layout': { layoutDigest: layoutDigest(otherLayout) },
  'another grid': { grid: 'log-linear-us-64-v1' },
  'another roster': { rosterDigest: digest('roster', 'A', 'B', 'C') },
  'another f': { n: 4, f: 2, q: 4 },
  'another sum': { sum: 'second' },
  'another suite': { suite: `${SUITE}-next` },
};

/** The context of the only sum, were the terms changed so. */
function contextWith({ terms, state }: Room, change: Partial<SumTerms>): Uint8Array {
  const { consortium, roundId, roster, n, f, q } = terms;
  const setup = setupOf({
    suite: SUITE,
    consortium,
    round: roundId,
    sum: 'main',
    layoutDigest: layoutDigest(layout),
    grid: GRID_ID,
    rosterDigest: digest('roster', ...roster),
    n,
    f,
    q,
    ...change,
  });
  return contextOf(setup, setupDigest(state('A'))!, []);
}

function ran(options: (room: () => Room) => RoomOptions): Room {
  const room: Room = createRoom(
    world,
    options(() => room),
  );
  room.load();
  room.finish();
  return room;
}

describe('the context of a sum', () => {
  const room = ran(() => ({}));

  it('is that of these very terms, and another for each change in them', () => {
    const { context } = currentSum(room.state('A'));
    expect(contextWith(room, {})).to.deep.equal(Uint8Array.from(context!));
    const all = Object.values(OTHERS).map((change) => contextWith(room, change));
    const texts = [context!, ...all].map((one) => Buffer.from(one).toString('hex'));
    expect(new Set(texts).size).to.equal(Object.keys(OTHERS).length + 1);
  });
});

describe('a peer with other terms', () => {
  const proposal = proposalOf(world);
  const sums = (change: object) => proposal.sums.map((sum) => ({ ...sum, ...change }));
  const unknown: [string, Partial<Payload<'proposal'>>, string][] = [
    ['grid', { grid: 'log-linear-us-64-v1' }, 'grid'],
    ['layout', { sums: sums({ layout: 'main-v2' }) }, 'sums.main.layout'],
    ['digest of a layout', { sums: sums({ layoutDigest: layoutDigest(otherLayout) }) }, 'sums.main.layoutDigest'], // prettier-ignore
  ];
  for (const [what, change, field] of unknown)
    it(`has its proposal refused: another ${what}`, () => {
      const refusal = refusalBy(() => termsOf(world.consortium, { ...proposal, ...change }));
      expect(refusal).to.deep.include({ code: 'E_PROPOSAL', details: { field } });
    });

  for (const [what, change] of Object.entries(OTHERS)) {
    it(`is not heard in a sum, and the others publish without it: ${what}`, () => {
      const room = ran((self) => ({
        way: (delivery) => {
          const { message } = delivery;
          if (message.signer !== 'B' || !('context' in message.message)) return [delivery];
          const theirs = { ...message.message, context: contextWith(self(), change) };
          return [{ ...delivery, message: said(world, 'B', message.type, theirs as never) }];
        },
      }));
      const codes = new Set(room.refusals.map(({ code }) => code));
      expect(codes).to.deep.equal(new Set(['E_OTHER_CONTEXT']));
      expectSameReport(room, but(room, 'B'));
      const { certified } = currentSum(room.state('A'));
      expect(certified?.set.map(({ org }) => org)).to.deep.equal(['A', 'C', 'D']);
    });

    it(`ends the round as implausible, with masks of its own: ${what}`, () => {
      const room = ran((self) => ({
        lie: (org, statement) => {
          if (org !== 'B' || statement.type !== 'contribution') return statement;
          const lanes = maskedBy(self(), contextWith(self(), change), statement.message);
          return { ...statement, message: { ...statement.message, lanes } };
        },
      }));
      for (const org of world.orgs) {
        expect(room.state(org).phase, org).to.equal('aborted');
        expect(room.state(org).end?.code, org).to.equal('implausible');
      }
      expect(room.sent.some(({ type }) => type === 'result')).to.equal(false);
    });
  }

  it('is one of them, when its terms are the same after all', () => {
    const room = ran((self) => ({
      lie: (org, statement) => {
        if (org !== 'B' || statement.type !== 'contribution') return statement;
        const lanes = maskedBy(self(), contextWith(self(), {}), statement.message);
        expect(lanes).to.deep.equal(statement.message.lanes);
        return { ...statement, message: { ...statement.message, lanes } };
      },
    }));
    expectSameReport(room, world.orgs);
  });
});

/** B's counts under masks of this context, by the very seeds that it dealt. */
function maskedBy(
  { terms, sent }: Room,
  context: Uint8Array,
  { clockBoundUs }: Payload<'contribution'>,
): Uint8Array {
  const keeper = createKeeper(terms, 'B');
  const keys = sent.filter((one): one is StatementOf<'keys'> => one.type === 'keys');
  keeper.deal(new Map(keys.map((one) => [one.signer, one])));
  const input = terms.sums[0]!.input;
  const asked = { kind: 'mask', sum: 'main', input, context, clockBoundUs } as const;
  return keeper.contribution(asked as never, lanesOf('B', input)).lanes;
}
