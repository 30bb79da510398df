/** Rooms with a liar, and the evidence that the others hold when the round is over. */
import { evidenceOf, type Accusation, type Evidence } from '../../../protocol/evidence/gather.ts';
import type { Payload, Statement, StatementType, Verified } from '../../../protocol/statement.ts';
import { createRoom, type Room, type RoomOptions } from '../round/room.ts';
import type { TestConsortium } from '../consortium.ts';

export function ran(world: TestConsortium, options: RoomOptions = {}): Room {
  const room = createRoom(world, options);
  room.load();
  room.finish();
  return room;
}

/** An accusation, by whom, and what proves it. */
export interface Accused {
  readonly by: string;
  readonly accusation: Accusation;
  readonly evidence: Evidence | null;
}

export function accusedIn(room: Room): Accused[] {
  return [...room.log].flatMap(([by, taken]) => {
    const heard = heardBy(room, by);
    return taken
      .flatMap(({ effects }) => effects)
      .filter((effect) => effect.kind === 'accuse')
      .map((accusation) => ({
        by,
        accusation,
        evidence: evidenceOf(
          room.world.consortium,
          room.state(by),
          accusation,
          (id) => heard.get(id)?.bytes,
        ),
      }));
  });
}

/** Every statement that an org heard and kept, by its id. */
export function heardBy(room: Room, org: string): ReadonlyMap<string, Verified> {
  const kept = (room.log.get(org) ?? [])
    .flatMap(({ effects }) => effects)
    .filter((effect) => effect.kind === 'persist');
  return new Map(
    [room.proposal, ...kept.map(({ message }) => message)].map((message) => [message.id, message]),
  );
}

/** These orgs say something else in every statement of this type. */
export function lyingIn<T extends StatementType>(
  orgs: string,
  type: T,
  change: (message: Payload<T>, org: string) => object,
) {
  return (org: string, statement: Statement): Statement =>
    orgs.includes(org) && statement.type === type
      ? ({
          type,
          message: { ...statement.message, ...change(statement.message as Payload<T>, org) },
        } as Statement)
      : statement;
}

/** Both, one after the other. */
export const both =
  (...lies: ((org: string, statement: Statement) => Statement)[]) =>
  (org: string, statement: Statement): Statement =>
    lies.reduce((said, lie) => lie(org, said), statement);

/** Nothing of these types gets through from these orgs. */
export const silent =
  (orgs: string, ...types: StatementType[]): NonNullable<RoomOptions['way']> =>
  (delivery) =>
    orgs.includes(delivery.message.signer) && types.includes(delivery.message.type)
      ? []
      : [delivery];

export const flip = (bytes: Uint8Array, at = 0) =>
  bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
