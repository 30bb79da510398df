/** Lists under a context that a liar made up: whoever has not fixed its own yet keeps them, and is not to be blamed for it. */
import { expect } from 'chai';
import { coordinatorOf } from '../../../protocol/agreement.ts';
import { setupDigest } from '../../../protocol/round/preparing.ts';
import { currentSum } from '../../../protocol/round/state.ts';
import { addresseeOf, type Payload, type Verified } from '../../../protocol/statement.ts';
import { consortiumOf, said } from '../../protocol/consortium.ts';
import { T0 } from '../../protocol/proposal.ts';
import { contextIn, createRoom } from '../../protocol/round/room.ts';
import { orgRounds, SELF, settled, type OrgRounds } from './org-rounds.ts';

describe('a list under a context of a liar', () => {
  const world = consortiumOf(4);
  const room = createRoom(world);
  room.load();
  room.finish();
  const { terms } = room;
  const context = contextIn(room.state(SELF));
  const orgs: OrgRounds[] = [];
  afterEach(async () => {
    for (const org of orgs.splice(0)) await org.end();
  });

  /** A peer that heard the round up to here. */
  async function having(type: string, nowMs = terms.schedule.readyByMs - 10): Promise<OrgRounds> {
    const isForSelf = (m: Verified) => m.signer === SELF || [null, SELF].includes(addresseeOf(m));
    const heard = room.sent.filter(isForSelf);
    const stored = heard.slice(
      0,
      heard.findIndex((m) => m.type === type),
    );
    const org = orgRounds(world, {
      nowMs,
      vault: { check: async () => setupDigest(room.state(SELF))! },
      stored: [room.proposal, ...stored].map((message, i) => ({
        round: terms.round,
        message,
        receivedMs: T0 + i,
      })),
    });
    orgs.push(org);
    org.rounds.resume();
    await settled();
    org.rounds.of(terms.round).dispatch({ kind: 'tick', nowMs });
    org.warnings.length = 0;
    return org;
  }
  const voting = () => having('candidate', terms.sums[0]!.cutMs + 10);
  const list = (signer: string, choice: Partial<Payload<'candidate'>>) => {
    const set = terms.roster.map((org) => ({ org, contribution: new Uint8Array(32).fill(6) }));
    const plain = { round: terms.roundId, sum: 'main', context, view: 0, set, carried: [] };
    return said(world, signer, 'candidate', { ...plain, ...choice });
  };

  it('is kept before the context is fixed, and no junk when it is brought to who fixed it', async () => {
    const [before, after] = [await having('ready'), await voting()];
    const state = (org: OrgRounds) => org.rounds.of(terms.round).state();
    expect(currentSum(state(before)).context).to.equal(null);
    expect(currentSum(state(after)).context).to.deep.equal(context);
    const liar = terms.roster.find((org) => org !== coordinatorOf(terms, context, 0)) as string;
    const lists = [list('B', { context: new Uint8Array(32).fill(7) }), list(liar, {})];
    for (const one of lists) {
      expect(before.receive(one)).to.equal(true);
      for (let i = 0; i < 2; i++) expect(after.receive(one)).to.equal(false);
      expect([after.rounds.isRefused(one.id), after.rounds.isJunk(one.id)]).to.deep.equal([true, false]); // prettier-ignore
    }
    expect(after.warnings.map(({ code }) => code)).to.deep.equal([
      'E_OTHER_CONTEXT',
      'E_NOT_COORDINATOR',
    ]);
  });

  it('is junk when it is wrong whatever the context is', async () => {
    const org = await voting();
    const empty = list('B', { set: [] });
    expect(org.receive(empty)).to.equal(false);
    expect(org.rounds.isJunk(empty.id)).to.equal(true);
  });
});
