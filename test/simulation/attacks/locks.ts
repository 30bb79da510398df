/** Attacks on locks: what q members prevoted for stays (Buchman, Kwon, Milosevic 2018). */
import { createStage, type Stage } from '../stage.ts';
import { without, type Attack, type Layer } from './attack.ts';

const VOTING = 'protocol/round/voting.ts';

/**
 * One member's contribution is late. The others certify a set without it, and only one of them learns so; then the late one
 * names the full set. Who is locked refuses it.
 */
function splitByLock(stage: Stage, crashes = false): void {
  const [liar, late, ...honest] = stage.turns as [string, string, string, string];
  const [knows, locked] = honest as [string, string];
  const small = [liar, knows, locked];
  stage.until(-100);
  stage.share(['contribution'], small);
  stage.until(5);
  const first = stage.name(0, small, [knows, locked]);
  const prevote = stage.vote('prevote', first, [knows, locked]);
  stage.share(['prevote'], [knows, locked]);
  stage.vote('precommit', first, [knows]);
  stage.bring({ type: 'precommit', from: locked }, [knows]);
  stage.bring({ type: 'precommit', from: knows }, [locked]);
  if (crashes) stage.room.crash(locked);
  stage.share(['contribution'], stage.turns);
  stage.untilView(1);
  if (crashes) stage.room.restart(locked);
  stage.bring({ type: 'contribution' }, [locked]);
  const full = stage.said({ type: 'candidate', from: late, view: 1 })[0];
  if (full) {
    stage.room.bring(full, [locked, liar]);
    stage.vote('prevote', full, [late, locked]);
    stage.share(['prevote'], [late, locked]);
    stage.vote('precommit', full, [late, locked]);
    stage.share(['precommit'], [late, locked]);
  }
  void prevote;
}

/**
 * While its vault takes longer than a view for one vote, a member hears q prevotes of the next view and does nothing, then
 * precommits to another set in the view after it. Replayed without that delay, the transcript asks for the vote in between.
 */
function forgetTheDelay(stage: Stage): void {
  const [liar, one, other, slow] = stage.turns as [string, string, string, string];
  stage.until(-100);
  stage.bring({ type: 'contribution', from: [one, liar] }, [slow]);
  stage.bring({ type: 'contribution', from: [other, liar] }, [one]);
  stage.bring({ type: 'contribution', from: [one, liar] }, [other]);
  stage.name(0, [slow, one, liar], [slow]);
  stage.room.slowVaults(800);
  stage.until(3);
  stage.room.slowVaults(null);
  stage.untilView(1);
  stage.bring({ type: 'contribution', from: other }, [slow]);
  const [small] = stage.said({ type: 'candidate', from: one, view: 1 });
  stage.bring({ type: 'candidate', from: one, view: 1 }, [slow, other]);
  stage.bring({ type: 'prevote', from: other, view: 1 }, [slow, one]);
  stage.bring({ type: 'prevote', from: one, view: 1 }, [slow]);
  if (small) stage.vote('prevote', small, [slow, one]);
  stage.bring({ type: 'contribution', from: slow }, [one, other]);
  stage.untilView(2);
  const [full] = stage.said({ type: 'candidate', from: other, view: 2 });
  stage.bring({ type: 'candidate', from: other, view: 2 }, [slow]);
  stage.until(1700);
  stage.bring({ type: 'prevote', from: [slow, other], view: 2 }, [slow, other]);
  if (full) stage.vote('prevote', full, [slow, other]);
  stage.bring({ type: 'precommit', from: other, view: 2 }, [slow]);
  if (full) stage.vote('precommit', full, [slow]);
  stage.room.crash(slow);
  stage.room.restart(slow);
  stage.until(1800);
  stage.bring({ type: 'precommit', from: [slow, one], view: 1 }, [one, other]);
  if (small) stage.vote('precommit', small, [one, other]);
}

const VIEW_OF_NOW: readonly Layer[] = [
  {
    rule: 'a restarted member votes in the view and under the lock of now',
    edits: [
      {
        file: 'node/round/resumption.ts',
        find: "return effect.kind === 'sign' && 'view' in effect.statement.message;",
        put: 'return effect.kind === null;',
      },
    ],
  },
  {
    rule: 'a vault votes in no earlier view than before',
    edits: [
      {
        file: 'node/vault/signable.ts',
        find: 'if (view < latest && !viewsOf(type).includes(view))',
        put: 'if (view < 0)',
      },
    ],
  },
];

const DURABLE: readonly Layer[] = [
  {
    rule: 'own precommits outlive a crash in the transcript',
    edits: [
      {
        file: 'protocol/round/step.ts',
        find: "const effects: Effect[] = [{ kind: 'persist', message }];",
        put: "const effects: Effect[] = message.type === 'precommit' && message.signer === state.self ? [] : [{ kind: 'persist', message }];",
      },
    ],
  },
  {
    rule: 'own precommits outlive a crash in the vault',
    edits: [
      {
        file: 'node/vault/member.ts',
        find: 'if (entries.length > 0) journal.write({ entries, ...more });',
        put: "if (entries.length > 0 && !entries.some(({ slot }) => slot.includes('/precommit/'))) journal.write({ entries, ...more });",
      },
    ],
  },
];

export const LOCK_ATTACKS: readonly Attack[] = [
  {
    name: 'a slow vault and a restart: a vote of a view that the member had left',
    row: 'lock durability',
    rule: 'a restarted member votes in the view and under the lock of now, and its vault in no earlier view',
    breaks: 'secrecy',
    ...without(VIEW_OF_NOW),
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      forgetTheDelay(stage);
      return stage.finish();
    },
  },
  {
    name: 'late contribution and split votes: two sets are certified in two views',
    row: 'lock',
    rule: 'lock: whoever precommitted prevotes for no other set',
    breaks: 'agreement',
    edits: [
      {
        file: VOTING,
        find: 'const locked = lock !== null && !sameBytes(lock.hash, hash);',
        put: 'const locked = false;',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      splitByLock(stage);
      return stage.finish();
    },
  },
  {
    name: 'the same, and the locked member crashes in between',
    row: 'lock durability',
    rule: 'lock durability: own precommits outlive a crash, in the transcript and in the vault',
    breaks: 'agreement',
    ...without(DURABLE),
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      splitByLock(stage, true);
      return stage.finish();
    },
  },
  {
    name: 'prevotes of an old view are shown late, to break a younger lock',
    row: 'lock',
    rule: 'a lock gives way only to prevotes of the same view or a later one',
    breaks: 'agreement',
    edits: [
      {
        file: VOTING,
        find: 'return !locked || lock.view <= carriedFrom;',
        put: 'return true;',
      },
    ],
    play(product) {
      const stage = createStage(product, {
        n: 4,
        f: 1,
        liars: (turns) => [turns[2] as string],
        mustDecide: true,
      });
      const [namer, late, liar, other] = stage.turns as [string, string, string, string];
      const small = [namer, other, liar];
      stage.until(-100);
      stage.share(['contribution'], small);
      stage.until(400);
      const [old] = stage.said({ type: 'candidate', from: namer, view: 0 });
      if (!old) throw new Error('the first coordinator named no set');
      stage.room.bring(old, [other]);
      stage.share(['prevote'], [namer, other]);
      stage.share(['contribution'], stage.turns);
      stage.untilView(1);
      stage.bring({ type: 'candidate', from: late, view: 1 }, [namer, other]);
      stage.share(['prevote'], [namer, late, other]);
      stage.bring({ type: 'precommit', view: 1 }, [late]);
      const hidden = stage.vote('prevote', old, []);
      stage.untilView(2);
      const carried = [...stage.said({ type: 'prevote', view: 0 }), hidden].filter(
        (vote, i, all) => all.findIndex((one) => one.id === vote.id) === i,
      );
      for (const vote of carried) stage.room.bring(vote, [namer, other]);
      const again = stage.name(2, small, [namer, other], carried);
      stage.vote('prevote', again, [namer, other]);
      stage.share(['prevote'], [namer, other]);
      stage.vote('precommit', again, [namer, other]);
      stage.share(['precommit'], [namer, other]);
      return stage.finish();
    },
  },
  {
    name: 'a locked set is named again, and the votes for it are kept from one member',
    row: 'carried prevotes',
    rule: 'a re-proposal carries its q prevotes, and they are heard first',
    breaks: 'decision',
    edits: [
      {
        file: VOTING,
        find: 'const carried = again ? again.prevotes.map(({ bytes }) => bytes) : [];',
        put: 'const carried: Uint8Array[] = [];',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      const [liar, namer, a, late] = stage.turns as [string, string, string, string];
      stage.until(-100);
      stage.share(['contribution'], [liar, namer, a]);
      stage.until(5);
      const first = stage.name(0, [liar, namer, a], [namer, a]);
      stage.bring({ type: 'prevote', from: a, view: 0 }, [namer]);
      stage.vote('prevote', first, [namer]);
      stage.untilView(1);
      stage.share(['contribution'], stage.turns);
      stage.bring({ type: 'candidate', from: namer, view: 1 }, [a, late]);
      stage.share(['prevote'], []);
      for (const from of stage.honest)
        stage.bring({ type: 'prevote', from, view: 1 }, stage.honest);
      for (const from of stage.honest)
        stage.bring({ type: 'precommit', from, view: 1 }, stage.honest);
      stage.untilView(2);
      const undecided = stage.honest.filter(
        (org) => !stage.room.peer(org).state().sums[0]?.certified,
      );
      if (undecided.length > 0)
        stage.room.find(
          'decision',
          `${undecided.join()} did not follow the votes that came with the set`,
        );
      return stage.finish();
    },
  },
];
