/**
 * Until the closing instant a valid certificate supersedes what a member gave up after it had signed the set-up, and a
 * signature of the set-up that comes late brings it back: the others have begun, and the outcome is one for all.
 */
import { expect } from 'chai';
import { addUpEvent } from '../../../protocol/publish.ts';
import { hasEnded, type RoundState } from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import type { StatementType, Verified } from '../../../protocol/statement.ts';
import { lateSteps } from '../../../protocol/round/late-certificate.ts';
import { clockLimitUs, closedForGoodMs, firstViewMs, windowOf } from '../../../protocol/terms.ts';
import { at, on } from './ballots.ts';
import { accusationsIn, but, coordinators, expectSameReport, ran } from './faults.ts';
import { createRoom, type Delivery } from './room.ts';
import { feed, hearing, intentOf, transcriptOf } from './transcript.ts';

const script = transcriptOf();
const { terms, self, peer, others, states, world } = script;
const { schedule } = terms;
const main = terms.sums[0]!;
const [second, third] = others.slice(1) as [string, string];

const all = (type: StatementType) => others.map((org) => script.said(org, type));
const certificate = [script.said(peer, 'candidate'), ...all('precommit')];
const contributions = [...all('contribution'), script.said(self, 'contribution')];
const kinds = (state: RoundState, message: Verified) =>
  step(state, hearing(state, message)).effects.map(({ kind }) => kind);

/** Hears what the others revealed and signed in time, and adds up. */
function follows(from: RoundState) {
  const seen: string[] = [];
  const hear = (state: RoundState, ...messages: Verified[]) =>
    messages.reduce((before, message) => {
      const { state: next, effects } = step(before, hearing(before, message));
      seen.push(...effects.map(({ kind }) => kind));
      return next;
    }, state);
  const opened = hear(from, ...[self, ...others].map((org) => script.said(org, 'reveal')));
  expect(opened.end?.code).to.equal('unpublished');
  const summed = step(opened, addUpEvent(world.consortium, opened, opened.nowMs));
  seen.push(...summed.effects.map(({ kind }) => kind));
  const state = hear(summed.state, ...[self, ...others].map((org) => script.said(org, 'result')));
  return { state, kinds: seen };
}

describe('a certificate that comes late', () => {
  const everyReady = on(states.ready, ...all('ready'));
  /** What a member may have given up after it had signed the set-up, and with which code. */
  const gaveUp: [string, RoundState, string][] = [
    ['an undecided sum', at(on(states.contributing, ...contributions), main.voteByMs), 'undecided'],
    [
      'a set-up that somebody else had not signed in time',
      at(on(states.ready, ...all('ready').slice(1)), schedule.startMs),
      'deadline',
    ],
    [
      'a set-up that somebody else had signed otherwise',
      on(
        states.ready,
        script.sayAs(peer, {
          type: 'ready',
          message: { round: terms.roundId, setupDigest: new Uint8Array(32), clockBoundUs: 9 },
        }),
      ),
      'otherSetup',
    ],
    ['a load that somebody called off', on(states.running, script.said(peer, 'abort')), 'disk'],
    ['a set-up that somebody called off', on(everyReady, script.said(peer, 'abort')), 'disk'],
    [
      'an own failure',
      feed(states.observed, [intentOf(states.observed, 'failed', script)]),
      'connector',
    ],
  ];

  for (const [what, state, code] of gaveUp) {
    it(`supersedes ${what}`, () => {
      expect(hasEnded(state)).to.equal(true);
      expect(state.end?.code).to.equal(code);
      const certified = on(state, ...contributions, ...certificate);
      expect(certified.phase).to.equal('certified');
      expect(certified.end).to.equal(null);
      expect([...certified.asked]).to.include('reveal/main');
      const reveals = [self, ...others].map((org) => script.said(org, 'reveal'));
      const revealed = on(certified, ...reveals);
      const summed = feed(revealed, [addUpEvent(world.consortium, revealed, revealed.nowMs)]);
      const results = [self, ...others].map((org) => script.said(org, 'result'));
      expect(on(summed, ...results).phase).to.equal('published');
    });

    it(`is followed after the closing instant, with no word of its own: ${what}`, () => {
      const almost = on(state, ...contributions, ...certificate.slice(0, -1));
      const [last] = certificate.slice(-1) as [Verified];
      const closed = at(almost, schedule.closingMs);
      expect(closed.phase).to.equal(state.phase);
      expect([...closed.asked]).to.include('wipe');
      expect(kinds(closed, last)).to.deep.equal(['persist', 'stopLoad', 'end']);
      const unrevealed = on(closed, last);
      expect([unrevealed.phase, unrevealed.end?.code]).to.deep.equal(['aborted', 'unrevealed']);
      const seen = follows(unrevealed);
      expect(seen.state.phase).to.equal('published');
      expect(seen.kinds).to.not.include.members(['sign', 'reveal', 'release', 'send']);
    });
  }

  describe('right before the closing instant', () => {
    const [, undecided] = gaveUp[0]!;
    const almost = on(undecided, ...contributions, ...certificate.slice(0, -1));
    const [last] = certificate.slice(-1) as [Verified];
    const { fromMs: late, toMs } = lateSteps(terms, main);
    const half = late + (toMs - late) / 2;
    const opens = (atMs: number, ...openings: Verified[]) =>
      on(at(almost, atMs), last, ...openings);
    const [one, two] = all('reveal') as [Verified, Verified];
    const openedUnder = (set: Uint8Array) => {
      const { message } = one as Extract<Verified, { type: 'reveal' }>;
      return script.sayAs(peer, { type: 'reveal', message: { ...message, set } });
    };

    it('is obeyed as ever until the steps begin', () => {
      const { phase, asked } = opens(late - 1);
      expect(phase).to.equal('certified');
      expect([...asked]).to.include('reveal/main');
      expect([...asked]).not.to.include('release/main');
    });

    it('is obeyed with one who opened under it, then with two, and all is opened at once', () => {
      for (const [atMs, needed] of [
        [late, [one]],
        [half - 1, [one]],
        [half, [one, two]],
        [toMs - 1, [one, two]],
      ] as const) {
        const before = opens(atMs, ...needed.slice(1));
        expect(before.phase, `${atMs - late}`).to.equal('aborted');
        expect([...before.asked]).not.to.include('reveal/main');
        const { phase, asked } = opens(atMs, ...needed);
        expect(phase).to.equal('certified');
        expect([...asked]).to.include.members(['reveal/main', 'release/main']);
      }
    });

    it('is obeyed no more in the last view, whoever opened', () => {
      for (const atMs of [toMs, schedule.closingMs - 1]) {
        const { phase, asked } = opens(atMs, ...all('reveal'));
        expect(phase).to.equal('aborted');
        expect([...asked]).not.to.include('reveal/main');
      }
    });

    it('leaves each step more time than clocks may be apart, and at least two views for all of it', () => {
      const viewMs = firstViewMs(terms, main);
      const apartMs = clockLimitUs(schedule) / 1000;
      expect((toMs - late) / 2).to.be.above(apartMs + 500);
      expect(schedule.closingMs - toMs).to.equal(viewMs + apartMs);
      for (const [n, f] of [
        [4, 1],
        [7, 2],
        [256, 85],
      ] as const)
        for (const closeMs of [2 * firstViewMs({ n, f }, main), 3_000, 30_000]) {
          const closingMs = main.voteByMs + closeMs;
          const other = { ...terms, n, f, schedule: { ...schedule, closingMs } };
          const steps = lateSteps(other, main);
          expect(steps.fromMs).to.be.at.least(main.voteByMs);
          expect(steps.toMs - steps.fromMs).to.be.at.least(firstViewMs(other, main));
          expect(closingMs - steps.toMs).to.be.at.least(firstViewMs(other, main));
        }
    });

    it('is not obeyed for what was opened under another one', () => {
      const other = openedUnder(new Uint8Array(32));
      expect(opens(late, other).phase).to.equal('aborted');
      expect(opens(late, other, two).phase).to.equal('certified');
    });
  });

  it('is nothing to who had not signed the set-up', () => {
    const early = states.notReady;
    expect(early.readies.has(self)).to.equal(false);
    for (const message of [...all('contribution'), ...certificate])
      expect(kinds(early, message)).to.deep.equal([]);
  });

  it('is nothing to who had obeyed one before', () => {
    const unrevealed = at(states.certified, schedule.closingMs - 1);
    const closed = at(unrevealed, schedule.closingMs);
    expect(closed.end?.code).to.equal('unrevealed');
    const state = on(closed, ...all('precommit'));
    expect([state.phase, state.end]).to.deep.equal(['aborted', closed.end]);
  });

  it('is nothing when the round is over for good', () => {
    const [, undecided] = gaveUp[0]!;
    const over = at(undecided, closedForGoodMs(schedule));
    for (const message of certificate) expect(kinds(over, message)).to.deep.equal([]);
  });

  it('asks for nothing of its own in the votes before it: who gave up does not vote', () => {
    const [, undecided] = gaveUp[0]!;
    const named = on(undecided, script.said(peer, 'candidate'), ...all('prevote'));
    expect(named.phase).to.equal('aborted');
    expect([...named.asked].filter((key) => /^pre(vote|commit)/.test(key))).to.deep.equal([]);
  });
});

describe('a signature of the set-up that comes late', () => {
  const lacking = on(states.ready, script.said(second, 'ready'), script.said(third, 'ready'));
  const late = script.said(peer, 'ready');

  it('brings a member back without data: the others have begun', () => {
    const given = at(lacking, schedule.startMs);
    expect(given.end?.details).to.deep.equal({ missing: [peer], what: 'ready' });
    const back = on(given, late);
    expect(back.phase).to.equal('warmUp');
    expect(back.end).to.equal(null);
    const { drainedMs } = windowOf(schedule);
    const voting = at(at(back, drainedMs), main.cutMs);
    expect(voting.phase).to.equal('contributing');
    expect([...voting.asked].some((key) => key.startsWith('mask'))).to.equal(false);
    expect(on(voting, ...contributions, ...certificate).phase).to.equal('certified');
  });

  it('brings it back in whichever phase the others are by now', () => {
    const given = at(lacking, schedule.startMs);
    expect(on(at(given, windowOf(schedule).fromMs), late).phase).to.equal('running');
    expect(on(at(given, main.cutMs), late).phase).to.equal('contributing');
    expect(on(at(given, main.voteByMs), late).end?.code).to.equal('undecided');
  });

  it('takes the place of another one of the same org', () => {
    const other = script.sayAs(peer, {
      type: 'ready',
      message: { round: terms.roundId, setupDigest: new Uint8Array(32), clockBoundUs: 9 },
    });
    const misled = on(lacking, other);
    expect(misled.end?.code).to.equal('otherSetup');
    const back = on(misled, late);
    expect(back.phase).to.equal('ready');
    expect(back.end).to.equal(null);
    expect(at(back, schedule.startMs).phase).to.equal('warmUp');
  });

  it('changes nothing while another one is missing, or after an abort', () => {
    const two = at(on(states.ready, script.said(second, 'ready')), schedule.startMs);
    expect(on(two, late).phase).to.equal('notReady');
    const aborted = on(lacking, script.said(second, 'abort'));
    expect(on(aborted, late).end?.code).to.equal('disk');
    const both = on(at(lacking, schedule.startMs), script.said(second, 'abort'), late);
    expect(both.phase).to.equal('notReady');
    expect(both.end?.code).to.equal('disk');
  });
});

describe('a room in which one member is cut off', () => {
  const [, , victim] = coordinators(world) as [string, string, string];
  const cutOff = (from: StatementType) => {
    let isCut = false;
    return ({ to, message }: Delivery): readonly Delivery[] => {
      isCut ||= message.type === from;
      return isCut && (to === victim || message.signer === victim) ? [] : [{ to, message }];
    };
  };

  for (const from of ['ready', 'contribution', 'precommit'] as const)
    it(`ends alike for all once it hears the rest before the closing instant: from ${from} on`, () => {
      const room = createRoom(world, { way: cutOff(from) });
      room.load();
      const { closingMs } = room.terms.schedule;
      for (const atMs of [main.cutMs, main.cutMs + 300, main.voteByMs, closingMs - 2000])
        room.tick(atMs);
      expect(hasEnded(room.state(victim))).to.equal(true);
      room.repair();
      room.tick(closingMs - 1000);
      room.repair();
      const orgs = room.terms.roster;
      if (from === 'ready')
        // nobody starts without all signatures
        for (const org of orgs) expect(room.state(org).sums[0]!.certified, org).to.equal(null);
      else expectSameReport(room, orgs);
    });

  it('is the same with no gossip at all: repair alone ends the round', () => {
    const room = ran(world, { way: () => [] });
    expectSameReport(room, but(room));
    expect(accusationsIn(room)).to.deep.equal([]);
  });
});
