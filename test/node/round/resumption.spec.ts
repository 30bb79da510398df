import { expect } from 'chai';
import { coordinatorOf, setHash } from '../../../protocol/agreement.ts';
import { NodeError } from '../../../node/errors.ts';
import { VaultError } from '../../../node/vault/errors.ts';
import { createResumption } from '../../../node/round/resumption.ts';
import type { Effect } from '../../../protocol/round/event.ts';
import { setupDigest } from '../../../protocol/round/preparing.ts';
import { viewStartMs } from '../../../protocol/round/views.ts';
import { closedForGoodMs } from '../../../protocol/terms.ts';
import { addresseeOf, type Payload, type Verified } from '../../../protocol/statement.ts';
import { consortiumOf, said } from '../../protocol/consortium.ts';
import { T0 } from '../../protocol/proposal.ts';
import { createRoom } from '../../protocol/round/room.ts';
import { orgRounds, proposalBy, SELF, settled, type Choice, type OrgRounds } from './org-rounds.ts';

const world = consortiumOf(4);
const room = createRoom(world);
room.load();
room.finish();
const { terms } = room;
const { round, schedule } = terms;
const main = terms.sums[0]!;
const isForSelf = (message: Verified) =>
  message.signer === SELF || [null, SELF].includes(addresseeOf(message));
/** What came in a round in which all went well, in order. */
const heard = room.sent.filter(isForSelf);
const own = (type: string) => heard.filter((m) => m.signer === SELF && m.type === type);

describe('what a restarted peer does not do again', () => {
  const state = room.log.get(SELF)!.find(({ after }) => after.phase === 'contributing')!.after;
  const effects = room.log.get(SELF)!.flatMap((taken) => taken.effects);
  const kindsLeft = (known: readonly Verified[], of = state) => {
    const resumption = createResumption(world.consortium, SELF);
    const held = effects.filter((effect) => resumption.hold(effect));
    for (const message of known) resumption.heard(message);
    const left = resumption.unanswered(of);
    for (const effect of left) expect(held).to.include(effect);
    return left.map((effect) =>
      effect.kind === 'sign' ? `sign ${effect.statement.type}` : effect.kind,
    );
  };

  it('is what its transcript answers: but its load, its sums and its wiping it does', () => {
    expect(kindsLeft([])).to.include.members(['open', 'deal', 'check', 'sign commit', 'mask']);
    expect(kindsLeft(heard)).to.deep.equal(['prepare', 'startLoad', 'addUp']);
  });

  it('is answered by statements of its own only', () => {
    const others = heard.filter(({ signer }) => signer !== SELF);
    expect(kindsLeft(others)).to.deep.equal(kindsLeft([]));
  });

  it('is all that signs or opens, once the round has ended: it wipes, and adds up', () => {
    const wipe: Effect = { kind: 'wipe' };
    const resumption = createResumption(world.consortium, SELF);
    for (const effect of [...effects, wipe]) resumption.hold(effect);
    const ended = { ...state, phase: 'aborted' } as const;
    expect(resumption.unanswered(ended).map(({ kind }) => kind)).to.deep.equal(['addUp', 'wipe']);
  });

  it('is not what it must keep or tell at once', () => {
    const resumption = createResumption(world.consortium, SELF);
    const atOnce = effects.filter((effect) => !resumption.hold(effect)).map(({ kind }) => kind);
    expect(new Set(atOnce)).to.deep.equal(new Set(['persist', 'publish']));
  });
});

describe('a peer that was killed', () => {
  let org: OrgRounds;
  afterEach(() => org.end());

  const state = () => org.rounds.of(round).state();
  const tick = (nowMs: number) => {
    org.clock.ms = nowMs;
    org.rounds.of(round).dispatch({ kind: 'tick', nowMs });
  };

  /** On disk is what came before, all of it early but the last, which came at `untilMs`. */
  function restart(
    stored: readonly Verified[],
    untilMs: number,
    choice: Pick<Choice, 'journal' | 'nowMs' | 'vault' | 'load'> = {},
  ): void {
    const before = [room.proposal, ...stored];
    const vault = { check: async () => setupDigest(room.state(SELF))!, ...choice.vault };
    org = orgRounds(world, {
      nowMs: untilMs,
      ...choice,
      vault,
      stored: before.map((message, i) => ({
        round,
        message,
        receivedMs: i + 1 < before.length ? T0 + i : untilMs,
      })),
    });
    org.rounds.resume();
  }
  const upTo = (type: string) =>
    heard.slice(
      0,
      heard.findIndex((m) => m.type === type),
    );

  it('hears nothing before it knows what its vault had signed, and loses nothing', async () => {
    const [last] = upTo('contribution').slice(-1) as [Verified];
    restart(upTo('contribution').slice(0, -1), schedule.readyByMs - 10);
    expect(org.receive(last)).to.equal(false);
    await settled();
    expect(org.store.has(last.id)).to.equal(true);
  });

  it('stays up with a full disk: it signs nothing in that round, and takes it up at a start with room', async () => {
    const [vote] = own('prevote') as [Verified];
    const before = [room.proposal, ...heard.slice(0, heard.indexOf(vote))];
    const cameMs = (i: number) => (i + 1 < before.length ? T0 + i : main.cutMs + 5);
    const stored = before.map((message, i) => ({ round, message, receivedMs: cameMs(i) }));
    let isFull = true;
    const choice: Choice = {
      nowMs: main.cutMs + 10,
      stored,
      journal: [vote.bytes],
      vault: { check: async () => setupDigest(room.state(SELF))! },
      change: (store) => ({
        ...store,
        add(envelope) {
          if (isFull && !store.has(envelope.id))
            throw new NodeError('E_DISK_FULL', 'cannot write rounds.db: disk is full');
          store.add(envelope);
        },
      }),
    };
    org = orgRounds(world, choice);
    org.rounds.resume();
    await settled();
    const [told] = org.warnings;
    expect(org.warnings).to.have.lengthOf(1);
    expect(told).to.include({ code: 'E_DISK_FULL', round });
    expect(told?.text).to.contain('start it again');
    tick(main.cutMs + 20);
    await settled();
    expect(org.signed).to.deep.equal([]);
    isFull = false;
    expect(org.receive(proposalBy(world, 'B', 1, 60_000))).to.equal(true);
    await org.end();

    org = orgRounds(world, choice);
    org.rounds.resume();
    await settled();
    expect(org.warnings.map(({ code }) => code)).to.not.include('E_DISK_FULL');
    expect(org.store.has(vote.id)).to.equal(true);
    expect(state().sums[0]?.prevotes.get(`0/${SELF}`)?.id).to.equal(vote.id);
    expect(org.signed).to.deep.equal([]);
  });

  it('signs nothing in a round of which its vault can not tell what it had signed, and hears the rest', async () => {
    const [vote] = own('prevote') as [Verified];
    const before = heard.slice(0, heard.indexOf(vote));
    const [last] = before.slice(-1) as [Verified];
    restart(before.slice(0, -1), main.cutMs + 5, {
      nowMs: main.cutMs + 10,
      journal: new VaultError('E_JOURNAL', 'the journal can not be read'),
    });
    expect(org.receive(last)).to.equal(false);
    await settled();
    const [told] = org.warnings;
    expect(told).to.include({ code: 'E_JOURNAL', round });
    expect(told?.text).to.contain('start it again');
    tick(main.cutMs + 20);
    await settled();
    expect(org.store.has(last.id)).to.equal(true);
    expect(org.signed).to.deep.equal([]);
  });

  it('tells its operator why it can not do what is asked in such a round', async () => {
    const nowMs = terms.schedule.acceptByMs - 500;
    restart(heard.slice(0, 1), nowMs - 5, {
      nowMs,
      journal: new VaultError('E_JOURNAL', 'the journal can not be read'),
    });
    const abort = { kind: 'abort', nowMs, code: 'operator', reason: '' } as const;
    const refused: unknown = await org.rounds
      .of(round)
      .intend(abort)
      .catch((error: unknown) => error);
    expect(refused).to.include({ code: 'E_JOURNAL' });
    expect(org.signed).to.deep.equal([]);
  });

  it('takes its decisions after that too', async () => {
    restart(
      upTo('contribution').filter(({ type }) => type !== 'ready'),
      schedule.readyByMs - 10,
    );
    const abort = {
      kind: 'abort',
      nowMs: schedule.readyByMs - 9,
      code: 'busy',
      reason: '',
    } as const;
    const intended = org.rounds.of(round).intend(abort);
    expect(org.signed).to.deep.equal([]);
    await intended;
    expect(org.signed.map(({ type }) => type)).to.include('abort');
  });

  it('is in time with what its vault had signed in time', async () => {
    const ready = own('ready');
    const stored = upTo('contribution').filter((message) => message !== ready[0]);
    restart(stored, schedule.readyByMs - 10, {
      journal: ready.map(({ bytes }) => bytes),
      nowMs: schedule.readyByMs + 100,
    });
    await settled();
    expect(state().phase).to.equal('ready');
    expect(state().end).to.equal(null);
  });

  it('says again what it had said, not a second thing: no contribution, vote or reveal twice', async () => {
    for (const until of ['candidate', 'prevote', 'precommit', 'reveal', 'result']) {
      restart(upTo(until), main.cutMs - 10);
      await settled();
      const slots = org.signed.map(({ type, message }) =>
        'view' in message ? `${type}/${message.view}` : type,
      );
      expect(new Set(slots).size, slots.join()).to.equal(slots.length);
      for (const message of heard.filter((m) => m.signer === SELF && upTo(until).includes(m)))
        expect(slots, until).to.not.include(
          'view' in message.message ? `${message.type}/${message.message.view}` : message.type,
        );
      if (until !== 'result') await org.end();
    }
  });

  it('contributes nothing that never left', async () => {
    const stored = upTo('contribution');
    restart(stored, schedule.startMs - 10, { journal: own('contribution').map((m) => m.bytes) });
    await settled();
    tick(main.cutMs);
    expect(state().sums[0]!.contributions.size).to.equal(0);
    expect(org.store.has(own('contribution')[0]!.id)).to.equal(false);
  });

  it('tells with its data how far its clock may be off, as it said in its Ready', async () => {
    const bounds: number[] = [];
    restart(upTo('contribution'), schedule.startMs - 10, {
      load: { run: async () => {}, lanes: () => new Float64Array(main.layout.lanes) },
      vault: {
        mask: ({ clockBoundUs }) => (bounds.push(clockBoundUs), new Promise(() => {})),
      },
    });
    const { clockBoundUs } = own('ready')[0]!.message as Payload<'ready'>;
    await settled();
    for (const atMs of [schedule.startMs, main.cutMs - 1000]) {
      tick(atMs);
      await settled();
    }
    org.rounds.of(round).dispatch({ kind: 'measured', nowMs: main.cutMs - 999 });
    await settled();
    expect(bounds).to.deep.equal([clockBoundUs]);
  });

  it('publishes what all had signed when it died, though it comes back when the round is closed', async () => {
    const late = [schedule.closingMs + 1, closedForGoodMs(schedule) - 1];
    for (const nowMs of late) {
      restart(heard, main.voteByMs, { nowMs });
      expect(org.wiped).to.deep.equal([round]);
      expect(org.rounds.ids()).to.include(heard[0]!.id);
      await settled();
      expect(state().phase).to.equal('published');
      expect(org.signed).to.deep.equal([]);
      if (nowMs !== late.at(-1)) await org.end();
    }
  });

  it('hears after the closing instant what the others had signed before it', async () => {
    const [last] = heard.filter((m) => m.type === 'result' && m.signer !== SELF).slice(-1);
    const others = heard.filter((m) => m.type === 'result' && ![SELF, last!.signer].includes(m.signer)); // prettier-ignore
    const stored = heard.filter((m) => m !== last && m !== others[0]);
    restart(stored, main.voteByMs, { nowMs: schedule.closingMs + 1 });
    await settled();
    expect(state().end?.code).to.equal('unpublished');
    expect(org.receive(last!)).to.equal(true);
    expect(state().phase).to.equal('published');
    expect(state().end).to.equal(null);
  });

  it('hears again all that it had heard, be it by what it learned of only after that', async () => {
    const before = heard.filter(({ type }) => type !== 'result');
    const truth = before.find((m) => m.type === 'reveal' && m.signer !== SELF)! as Verified & {
      message: Payload<'reveal'>;
    };
    const lies = [1, 2].map((fill) =>
      said(world, truth.signer, 'reveal', {
        ...truth.message,
        selfSeed: new Uint8Array(32).fill(fill),
      }),
    );
    // a third reveal is kept when it is the true one: that shows once the set is certified
    const setUp = upTo('contribution');
    const sums = before.filter((m) => !setUp.includes(m) && m !== truth);
    restart([...setUp, ...lies, truth, ...sums], main.cutMs + 1);
    await settled();
    expect(state().phase).to.equal('revealed');
  });

  it('is not taken up again when the round is over for good', () => {
    restart(heard, main.voteByMs, { nowMs: closedForGoodMs(schedule) });
    expect(org.wiped).to.deep.equal([round]);
    expect(org.rounds.all()).to.deep.equal([]);
  });

  it('never votes against its lock, though a set is named before it remembers it', async () => {
    const contributions = heard.filter(({ type }) => type === 'contribution');
    const { message } = room.sent.find((s) => s.type === 'candidate')! as {
      message: Payload<'candidate'>;
    };
    const { context, set } = message;
    const common = { round: terms.roundId, sum: 'main', context };
    const vote = (by: string, type: 'prevote' | 'precommit') =>
      said(world, by, type, { ...common, view: 0, set: setHash(context, set) });
    const coordinator = (view: number) => coordinatorOf(terms, context, view);
    const candidate = (view: number, members = set) =>
      said(world, coordinator(view), 'candidate', { ...common, view, set: members, carried: [] });
    const fewer = set.filter(({ org: name }) => name !== coordinator(0));
    const others = terms.roster.filter((one) => one !== SELF);
    const view = [1, 2, 3].find((one) => coordinator(one) !== SELF)!;
    // killed when the vault had signed its precommit; the last prevote reached the disk a moment into the next view
    restart(
      [
        ...upTo('contribution'),
        ...contributions.filter(({ signer }) => signer !== coordinator(0)),
        candidate(0),
        vote(SELF, 'prevote'),
        ...others.map((by) => vote(by, 'prevote')),
      ],
      viewStartMs(terms, main, 1) + 1,
      {
        journal: [vote(SELF, 'precommit').bytes],
        nowMs: Math.ceil(viewStartMs(terms, main, view)) + 1,
      },
    );
    org.receive(candidate(view, fewer));
    await settled();
    expect(org.store.has(vote(SELF, 'precommit').id)).to.equal(true);
    expect(org.store.has(candidate(view, fewer).id)).to.equal(true);
    expect(org.signed.map(({ type }) => type)).to.not.include('prevote');
  });
});
