/** What the mutations begin with: every statement of one whole round, and all that is made of them. */
import { bundleOf } from '../../protocol/index.ts';
import type { Verified } from '../../protocol/statement.ts';
import {
  encodeRequest,
  encodeIds,
  encodeEnvelopes,
  FIRST_ID,
} from '../../node/net/exchange-frames.ts';
import { consortiumOf, said, type TestConsortium } from '../protocol/consortium.ts';
import { createRoom, type Room } from '../protocol/round/room.ts';
import { T0 } from '../protocol/proposal.ts';

export interface Seeds {
  readonly world: TestConsortium;
  readonly room: Room;
  /** in the order in which they were sent, the proposal first; of a member that stalls and of a liar among them */
  readonly statements: readonly Verified[];
  readonly bundle: Uint8Array;
  readonly frames: readonly Uint8Array[];
}

/** A round in which one member reveals nothing, so that shares are opened too. */
export function makeSeeds(): Seeds {
  const world = consortiumOf(4);
  const room = createRoom(world, {
    way: (delivery) =>
      delivery.message.type === 'reveal' && delivery.message.signer === 'C' ? [] : [delivery],
  });
  room.load();
  room.finish();
  const { roundId: round } = room.terms;
  const more = [
    said(world, 'D', 'decline', { round, code: 'noTime', reason: 'we have no machine' }),
    said(world, 'D', 'abort', { round, code: 'operator', reason: 'our disk is full' }),
  ];
  const statements = [room.proposal, ...room.sent, ...more];
  const envelopes = statements.slice(0, 6).map(({ bytes }) => bytes);
  const ids = statements.map(({ id }) => id);
  return {
    world,
    room,
    statements,
    bundle: bundleOf(world.consortium, world.text, room.state('A')),
    frames: [
      encodeRequest({ kind: 'compare', digest: FIRST_ID }),
      encodeRequest({ kind: 'list', after: ids[3] as string }),
      encodeRequest({ kind: 'get', ids }),
      encodeRequest({ kind: 'put', envelopes }),
      encodeIds(ids),
      encodeEnvelopes(envelopes),
    ],
  };
}

/** ms since 1970: when its proposal was heard */
export const HEARD_MS = T0;
