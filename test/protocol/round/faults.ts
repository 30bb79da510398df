/** Rooms in which members die or lie, and what must hold whatever they do. */
import { expect } from 'chai';
import { coordinatorOf } from '../../../protocol/agreement.ts';
import { audit } from '../../../protocol/audit.ts';
import { bundleOf, publishedReport } from '../../../protocol/publish.ts';
import { reportText } from '../../../protocol/report.ts';
import type { Statement, StatementType } from '../../../protocol/statement.ts';
import type { TestConsortium } from '../consortium.ts';
import { contextIn, createRoom, type Delivery, type Room, type RoomOptions } from './room.ts';

/** A whole round, in which every tick brings what was lost. */
export function ran(world: TestConsortium, options: RoomOptions = {}): Room {
  const room = createRoom(world, { repairs: true, ...options });
  room.load();
  room.finish();
  return room;
}

/** The coordinators of the first views; the same in every round of this consortium's proposal. */
export function coordinators(world: TestConsortium): string[] {
  const { terms, state } = ran(world);
  return terms.roster.map((_, view) => coordinatorOf(terms, contextIn(state('A')), view));
}

/** This org dies before it has sent its first statement of this type to the one after `told` others. */
export function dying(org: string, type: StatementType, told = 0): Pick<RoomOptions, 'way'> {
  let count = 0;
  return {
    way(delivery, room) {
      const { signer, message, ...statement } = delivery.message;
      if (signer !== org) return [delivery];
      const isIt = statement.type === type && 'sum' in message;
      if (isIt && count++ >= told) room.kill(org);
      return room.isDead(org) ? [] : [delivery];
    },
  };
}

/** These orgs published one report, and the bundle of each verifies. */
export function expectSameReport(room: Room, orgs: readonly string[]): void {
  const { consortium, text } = room.world;
  const reports = new Set<string>();
  for (const org of orgs) {
    expect(room.state(org).end, org).to.equal(null);
    expect(room.state(org).phase, org).to.equal('published');
    reports.add(reportText(publishedReport(consortium, room.state(org))));
    const { checks } = audit(bundleOf(consortium, text, room.state(org)), text);
    expect(checks.filter(({ ok }) => !ok)).to.deep.equal([]);
  }
  expect(reports.size).to.equal(1);
}

/** Of each org at most one kind of share was opened, and the sigma of nobody in the set. */
export function expectOneKind(room: Room, inSet: readonly string[]): void {
  const kinds = new Map<string, Set<number>>();
  for (const { type, message } of room.sent)
    for (const { dealer, kind } of type === 'shareReveal' ? message.pieces : [])
      kinds.set(dealer, (kinds.get(dealer) ?? new Set()).add(kind));
  for (const [dealer, opened] of kinds)
    expect([...opened], dealer).to.deep.equal([inSet.includes(dealer) ? 1 : 2]);
}

/** The roster without these. */
export const but = (room: Room, ...orgs: readonly string[]) =>
  room.terms.roster.filter((org) => !orgs.includes(org));

/** One fault after the other, on the same way. */
export const both =
  (...faults: readonly Pick<RoomOptions, 'way'>[]): NonNullable<RoomOptions['way']> =>
  (delivery, room) =>
    faults.reduce<readonly Delivery[]>(
      (left, { way }) => left.flatMap((one) => way?.(one, room) ?? [one]),
      [delivery],
    );

/** What anybody was accused of, once each: `B: falseSeed`. */
export const accusationsIn = (room: Room) => [
  ...new Set(room.accusations.map(({ lie, org }) => `${org}: ${lie}`)),
];

/** This org says something else in every statement of this type. */
export function lyingIn<T extends StatementType>(
  org: string,
  type: T,
  change: (message: Extract<Statement, { type: T }>['message']) => object,
): NonNullable<RoomOptions['lie']> {
  return (by, statement) =>
    by === org && statement.type === type
      ? ({
          type,
          message: { ...statement.message, ...change(statement.message as never) },
        } as Statement)
      : statement;
}

export const flip = (bytes: Uint8Array, at = 0) => bytes.map((b, i) => (i === at ? b ^ 1 : b));
