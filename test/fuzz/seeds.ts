/** What the mutations begin with: every statement of one whole round, and all that is made of them. */
import { coordinatorOf, setHash } from '../../protocol/agreement.ts';
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

/** A round in which one member reveals nothing, so that shares are opened too; and a second view of its votes. */
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
  const statements = [room.proposal, ...room.sent, ...secondView(world, room), ...more];
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

/** As if no certificate had come of the first view: its list is named again with q prevotes, and certified. */
function secondView(world: TestConsortium, { terms, sent }: Room): Verified[] {
  const ofView0 = sent.filter((one) => one.type === 'candidate' || one.type === 'prevote');
  const list = ofView0.find((one) => one.type === 'candidate');
  if (!list) throw new TypeError('this round named no list');
  const { round, sum, context, set } = list.message;
  const votes = ofView0.filter((one) => one.type === 'prevote').slice(0, terms.q);
  const carried = votes.map(({ bytes }) => bytes);
  const common = { round, sum, context, view: 1 };
  const vote = { ...common, set: setHash(context, set) };
  const voters = world.orgs.slice(-terms.q);
  return [
    said(world, coordinatorOf(terms, context, 1), 'candidate', { ...common, set, carried }),
    ...voters.map((org) => said(world, org, 'prevote', vote)),
    ...voters.map((org) => said(world, org, 'precommit', vote)),
  ];
}

/** ms since 1970: when its proposal was heard */
export const HEARD_MS = T0;
