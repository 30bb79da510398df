/** A transcript has no clock ticks: what a restarted member would ask for while it hears it again, it does not sign. */
import { expect } from 'chai';
import { coordinatorOf, setHash } from '../../../protocol/agreement.ts';
import { setupDigest } from '../../../protocol/round/preparing.ts';
import type { CertifiedSet } from '../../../protocol/round/state.ts';
import { viewStartMs } from '../../../protocol/round/views.ts';
import { addresseeOf, open, type Statement, type Verified } from '../../../protocol/statement.ts';
import { consortiumOf, said } from '../../protocol/consortium.ts';
import { T0 } from '../../protocol/proposal.ts';
import { createRoom } from '../../protocol/round/room.ts';
import { orgRounds, SELF, settled } from './org-rounds.ts';

type Contributors = CertifiedSet['set'];
const world = consortiumOf(4);

/** A round that went well, in which this org coordinates none of the first three views. */
function roundOfOthers() {
  for (let nonce = 0; ; nonce++) {
    const room = createRoom(world, { nonce });
    room.load();
    room.finish();
    const found = room.sent.find((one) => one.type === 'candidate');
    if (found?.type !== 'candidate') throw new Error('nobody named a set');
    const { context, set } = found.message;
    const turns = [0, 1, 2, 3].map((view) => coordinatorOf(room.terms, context, view));
    if (turns.indexOf(SELF) === 3) return { room, context, full: set, turns };
  }
}

describe('a member whose vault took longer than a view, and that was killed later', () => {
  const { room, context, full, turns } = roundOfOthers();
  const { terms } = room;
  const { round } = terms;
  const main = terms.sums[0]!;
  const liar = turns[0]!;
  const [one, two] = terms.roster.filter((org) => org !== SELF && org !== liar) as [string, string];
  const heard = room.sent.filter((m) => m.signer === SELF || [null, SELF].includes(addresseeOf(m)));
  const setUp = heard.slice(
    0,
    heard.findIndex(({ type }) => type === 'contribution'),
  );
  const contribution = (org: string) =>
    heard.find(({ type, signer }) => type === 'contribution' && signer === org)!;
  const common = { round: terms.roundId, sum: 'main', context };
  const vote = (by: string, type: 'prevote' | 'precommit', view: number, set: Contributors) =>
    said(world, by, type, { ...common, view, set: setHash(context, set) });
  const candidate = (view: number, set: Contributors) =>
    said(world, turns[view]!, 'candidate', { ...common, view, set, carried: [] });
  const start = (view: number) => Math.ceil(viewStartMs(terms, main, view));
  const check = async () => setupDigest(room.state(SELF))!;
  const votesIn = (signed: readonly Statement[]) =>
    signed.flatMap((s) =>
      s.type === 'prevote' || s.type === 'precommit' ? `${s.type}/${s.message.view}` : [],
    );
  const setOf = (...orgs: string[]): Contributors => full.filter(({ org }) => orgs.includes(org));
  const [early, small] = [setOf(SELF, one, liar), setOf(one, two, liar)];

  it('signs no vote of a view that it has left', async () => {
    const journal: Uint8Array[] = [];
    const slow = Promise.withResolvers<void>();
    const signed: Statement[] = [];
    const stored = (messages: readonly Verified[], receivedMs: number) =>
      messages.map((message) => ({ round, message, receivedMs }));
    const first = orgRounds(world, {
      nowMs: main.cutMs - 50,
      stored: [
        ...stored([room.proposal, ...setUp], T0 + 1),
        ...stored([SELF, one, liar].map(contribution), main.cutMs - 100),
      ],
      vault: {
        check,
        async sign(statement) {
          signed.push(statement);
          const { bytes } = said(world, SELF, statement.type, statement.message as never);
          if (statement.type === 'prevote' && statement.message.view === 0) await slow.promise;
          journal.push(bytes);
          return bytes;
        },
      },
    });
    first.rounds.resume();
    await settled();
    const at = async (nowMs: number, ...messages: readonly Verified[]) => {
      first.clock.ms = nowMs;
      first.rounds.of(round).dispatch({ kind: 'tick', nowMs });
      for (const message of messages) first.receive(message);
      await settled();
    };
    await at(main.cutMs - 40, candidate(0, early));
    await at(main.cutMs + 1);
    const prevotes = [one, two, liar].map((org) => vote(org, 'prevote', 1, small));
    await at(start(1) + 20, contribution(two), candidate(1, small), ...prevotes);
    await at(start(2) + 20, candidate(2, full));
    slow.resolve();
    await settled();
    await at(start(2) + 60, ...[two, liar].map((org) => vote(org, 'prevote', 2, full)));
    await at(start(2) + 80, ...[two, liar].map((org) => vote(org, 'precommit', 2, full)));
    expect(votesIn(signed)).to.deep.equal(['prevote/0', 'prevote/2', 'precommit/2']);
    const left = first.store.of(round).map(({ bytes, receivedMs }) => {
      const message = open(world.consortium, bytes);
      return { round, message, receivedMs };
    });
    await first.end();

    const again = orgRounds(world, {
      nowMs: start(2) + 500,
      journal,
      vault: { check },
      stored: left,
    });
    again.rounds.resume();
    await settled();
    await settled();
    expect(votesIn(again.signed)).to.deep.equal([]);
    expect(again.rounds.of(round).state().phase).to.equal('certified');
    await again.end();
  });
});
