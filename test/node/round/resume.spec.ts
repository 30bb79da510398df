import { expect } from 'chai';
import type { RoundLoad } from '../../../node/round/round-parts.ts';
import { addresseeOf, type Verified } from '../../../protocol/statement.ts';
import { contributeAtMs, windowOf } from '../../../protocol/terms.ts';
import { consortiumOf } from '../../protocol/consortium.ts';
import { BUILD, T0 } from '../../protocol/proposal.ts';
import { createRoom } from '../../protocol/round/room.ts';
import { setupDigest } from '../../../protocol/round/preparing.ts';
import { orgRounds, SELF, settled, type OrgRounds } from './org-rounds.ts';

describe('a peer that comes back after its Ready', () => {
  const world = consortiumOf(4);
  const room = createRoom(world);
  const { terms } = room;
  const { round, schedule } = terms;
  let org: OrgRounds;

  before(() => {
    for (const by of terms.roster) room.give(by, { kind: 'accept', nowMs: T0, ...BUILD });
    room.drain();
  });
  afterEach(() => org.end());

  /** Everything up to the last Ready is on disk. */
  function restart(nowMs: number, load: Partial<RoundLoad> = {}, lost = ''): OrgRounds {
    const forSelf = room.sent.filter(
      (message) => message.signer === SELF || [null, SELF].includes(addresseeOf(message)),
    );
    const own = (type: string) =>
      forSelf.filter((m) => m.signer === SELF && m.type === type).map(({ bytes }) => bytes);
    const isStored = (m: Verified) => m.signer !== SELF || m.type !== lost;
    org = orgRounds(world, {
      nowMs,
      load,
      journal: own(lost),
      stored: [room.proposal, ...forSelf.filter(isStored)].map((message, i) => ({
        round,
        message,
        receivedMs: T0 + 10 * i,
      })),
      vault: {
        open: async () => own('keys')[0] as Uint8Array,
        deal: async () => [...own('deal'), ...own('shares')],
        check: async () => setupDigest(room.state(SELF)) as Uint8Array,
      },
    });
    org.rounds.resume();
    return org;
  }

  const state = () => org.rounds.of(round).state();
  const tick = (nowMs: number) => {
    org.clock.ms = nowMs;
    org.rounds.of(round).dispatch({ kind: 'tick', nowMs });
  };
  const expectNoAbort = async () => {
    await settled();
    expect(org.signed.map(({ type }) => type)).not.to.include('abort');
    expect(state().end).to.equal(null);
  };
  const expectToGoOn = async () => {
    await expectNoAbort();
    const { fromMs, drainedMs } = windowOf(schedule);
    for (const [atMs, phase] of [
      [schedule.startMs, 'warmUp'],
      [fromMs, 'running'],
      [drainedMs, 'running'],
      [terms.sums[0]!.cutMs, 'contributing'],
    ] as const) {
      tick(atMs);
      expect(state().phase).to.equal(phase);
    }
    await expectNoAbort();
  };

  it('prepares its load again, and runs it, when the start is still to come', async () => {
    restart(schedule.startMs - 500);
    await expectNoAbort();
    expect(state().phase).to.equal('ready');
    expect(org.load).to.deep.include({ prepared: 1, run: 1 });
  });

  it('hears again the Ready that its vault signed right before the end', async () => {
    restart(schedule.readyByMs - 500, { prepare: () => new Promise(() => {}) }, 'ready');
    expect(state().phase).to.equal('preparing');
    await expectNoAbort();
    expect(state().phase).to.equal('ready');
    expect(org.signed.map(({ type }) => type)).not.to.include('ready');
  });

  it('goes on without data when its load can not be prepared again', async () => {
    restart(schedule.startMs - 500, {
      prepare: () => Promise.reject(new Error('the contracts are not there')),
      run: () => Promise.reject(new Error('never prepared')),
    });
    await expectToGoOn();
  });

  it('goes on without data when its load does not run', async () => {
    restart(schedule.startMs - 500, { run: () => Promise.reject(new Error('no worker')) });
    await expectToGoOn();
  });

  it('ends the round at home, and contributes nothing, when the load leaves no counts', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    restart(schedule.startMs - 500, { run: () => promise });
    await expectNoAbort();
    for (const atMs of [schedule.startMs, contributeAtMs(terms)]) tick(atMs);
    resolve();
    await settled();
    tick(terms.sums[0]!.cutMs - 1);
    await settled();
    expect(state().end?.code).to.equal('E_NO_INPUT');
    expect(org.signed.map(({ type }) => type)).not.to.include('contribution');
  });

  it('starts nothing during the load, and votes after it', async () => {
    restart(windowOf(schedule).fromMs + 1000);
    await expectNoAbort();
    expect(org.load).to.deep.include({ prepared: 0, run: 0 });
    tick(terms.sums[0]!.cutMs);
    expect(state().phase).to.equal('contributing');
  });
});
