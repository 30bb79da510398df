/** Attacks on the agreement: locks, votes, views and certificates (Buchman, Kwon, Milosevic 2018). */
import { createStage, type Stage } from '../stage.ts';
import type { Attack } from './attack.ts';

const VOTING = 'protocol/round/voting.ts';
const VIEWS = 'protocol/round/views.ts';
const HEAR = 'protocol/round/hear.ts';
const CERTIFICATE = 'protocol/round/certificate.ts';

/**
 * One member's contribution is late. The others certify a set without it, and only one of them learns so; then the late one
 * names the full set. Who is locked refuses it.
 */
function splitByLock(stage: Stage, between: (locked: string) => void = () => {}): void {
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
  between(locked);
  stage.share(['contribution'], stage.turns);
  stage.untilView(1);
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

export const VOTE_ATTACKS: readonly Attack[] = [
  {
    name: 'late contribution and split votes: two sets are certified in two views',
    row: 'lock',
    rule: 'lock: whoever precommitted prevotes for no other set',
    edits: [
      {
        file: VOTING,
        find: 'const locked = lock !== null && !sameBytes(lock.hash, hash);',
        put: 'const locked = false;',
      },
    ],
    play(product, broken) {
      const stage = createStage(product, {
        n: 4,
        f: 1,
        ...(broken && { broken }),
        mustDecide: true,
      });
      splitByLock(stage);
      return stage.finish();
    },
  },
  {
    name: 'the same, and the locked member crashes in between',
    row: 'lock durability',
    rule: 'lock durability: own precommits outlive a crash, in the transcript and in the vault',
    broken: { forgets: { transcript: ['prevote', 'precommit'], vault: true } },
    play(product, broken) {
      const stage = createStage(product, {
        n: 4,
        f: 1,
        ...(broken && { broken }),
        mustDecide: true,
      });
      splitByLock(stage, (locked) => {
        stage.room.crash(locked);
        stage.room.restart(locked);
      });
      return stage.finish();
    },
  },
  {
    name: 'prevotes of an old view are shown late, to break a younger lock',
    row: 'lock',
    rule: 'a lock gives way only to prevotes of the same view or a later one',
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
    name: 'a coordinator names two sets in one view, and everybody votes for both',
    row: 'one vote for each view',
    rule: 'one prevote and one precommit for each view, in the machine and in the vault',
    edits: [
      {
        file: VOTING,
        find: 'const candidate = candidatesOf(sum, view)[0];\n  const key = `prevote/${plan.id}/${view}`;',
        put: `const keyOf = (one: any) => \`prevote/\${plan.id}/\${view}/\${one ? hex(setHash(context, one.message.set)) : ''}\`;
  const candidate = candidatesOf(sum, view).find((one) => !state.asked.has(keyOf(one)));
  const key = keyOf(candidate);`,
      },
      {
        file: VOTING,
        find: 'const key = `precommit/${plan.id}/${view}`;\n  if (state.asked.has(key)) return null;',
        put: 'const keyOf = (hash: any) => `precommit/${plan.id}/${view}/${hex(hash)}`;',
      },
      {
        file: VOTING,
        find: `.find((hash) => votesFor(sum, 'prevote', view, hash).length >= state.terms.q);
  if (!agreed) return null;`,
        put: `.find((hash) => votesFor(sum, 'prevote', view, hash).length >= state.terms.q && !state.asked.has(keyOf(hash)));
  if (!agreed) return null;
  const key = keyOf(agreed);`,
      },
      {
        file: VOTING,
        find: 'if (isVoting(state, plan, sum)) return null;',
        put: '',
      },
      {
        file: 'node/vault/member.ts',
        find: 'if (there && !sameBytes(there, content))',
        put: 'if (false)',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      const [liar, , a, b] = stage.turns as [string, string, string, string];
      stage.until(-100);
      stage.share(['contribution'], [liar, a, b]);
      stage.until(5);
      stage.share(['contribution'], stage.turns);
      const small = stage.name(0, [liar, a, b], [a, b]);
      const full = stage.name(0, stage.turns, stage.honest);
      for (const set of [small, full]) stage.vote('prevote', set, stage.honest);
      stage.share(['prevote'], stage.honest);
      for (const set of [small, full]) stage.vote('precommit', set, set === small ? [a] : [b]);
      const forSmall = Buffer.from(
        stage.hashOf(small.type === 'candidate' ? small.message.set : []),
      );
      for (const vote of stage.said({ type: 'precommit', from: stage.honest }))
        if (vote.type === 'precommit')
          stage.room.bring(vote, forSmall.equals(vote.message.set) ? [a] : [b]);
      return stage.finish();
    },
  },
  {
    name: 'a liar signs one precommit several times, and each copy counts',
    rule: 'votes are counted by their signers',
    edits: [
      {
        file: CERTIFICATE,
        find: 'return [...bySigner.values()]',
        put: 'return [...(bySigner.size > 0 ? votes : [])]',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      const [liar, late, a, b] = stage.turns as [string, string, string, string];
      stage.until(-100);
      stage.share(['contribution'], [liar, a, b]);
      stage.until(5);
      stage.bring({ type: 'contribution', from: late }, [b]);
      const small = stage.name(0, [liar, a, b], [a]);
      const full = stage.name(0, stage.turns, [b]);
      // two are kept, as evidence; with the member's own vote they would be q
      for (const type of ['prevote', 'precommit'] as const)
        for (const nonce of [1, 2]) {
          stage.vote(type, small, [a], nonce);
          stage.vote(type, full, [b], nonce);
        }
      return stage.finish();
    },
  },
  {
    name: 'two halves of the room certify a set each',
    row: 'q lowered by one',
    rule: 'quorum: q = floor((n + f) / 2) + 1, so that two quorums share an honest member',
    edits: [
      {
        file: 'aggregation/quorum.ts',
        find: 'return Math.floor((n + f) / 2) + 1;',
        put: 'return Math.floor((n + f) / 2);',
      },
      // else the manifest's policy refuses the smaller quorum
      {
        file: 'protocol/terms.ts',
        find: 'if (q < manifest.policy.minimumContributors)',
        put: 'if (q < 2)',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      const [liar, , a] = stage.turns as [string, string, string, string];
      stage.until(-100);
      stage.share(['contribution'], [liar, a]);
      stage.until(200);
      const small = stage.name(0, [liar, a], [a]);
      stage.vote('prevote', small, [a]);
      stage.vote('precommit', small, [a]);
      return stage.finish();
    },
  },
  {
    name: 'who is no coordinator names sets that nobody has, first in every view',
    rule: 'only its coordinator names a set in a view',
    edits: [
      {
        file: HEAR,
        find: "message.type === 'candidate' &&\n    sum.context &&",
        put: "message.type === 'candidate' && false &&\n    sum.context &&",
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      const { lastView } = product.views;
      const [plan] = stage.world.terms.sums;
      stage.until(-100);
      for (let view = 0; view <= lastView(stage.world.terms, plan as never); view++) {
        const set = stage.world.roster.map((org) => ({
          org,
          contribution: Buffer.alloc(32, view),
        }));
        const message = { ...stage.about(), view, set, carried: [] };
        stage.lie(stage.liars[0] as string, { type: 'candidate', message }, stage.honest);
      }
      return stage.finish();
    },
  },
  {
    name: 'one vote in the last view draws everybody there',
    rule: 'a member follows f + 1 others to a later view, not f',
    edits: [{ file: VIEWS, find: 'views[terms.f] ?? 0', put: 'views[0] ?? 0' }],
    play(product) {
      const last = lastTurn(product);
      const stage = createStage(product, { n: 4, f: 1, liars: () => [last.org], mustDecide: true });
      stage.until(-100);
      const message = { ...stage.about(), view: last.view, set: Buffer.alloc(32, 1) };
      stage.lie(last.org, { type: 'prevote', message }, stage.honest);
      return stage.finish();
    },
  },
  {
    name: 'the first coordinator stays silent',
    row: 'agreement in one vote',
    rule: 'agreement over several views: every member has its turn',
    edits: [
      {
        file: VIEWS,
        find: 'return clockView(terms, plan, plan.voteByMs - 1);',
        put: 'return 0;',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      stage.until(-100);
      stage.share(['contribution'], stage.turns);
      return stage.finish();
    },
  },
  {
    name: 'a locked set is named again, and the votes for it are kept from one member',
    row: 'carried prevotes',
    rule: 'a re-proposal carries its q prevotes, and they are heard first',
    broken: { forgets: { carried: true } },
    play(product, broken) {
      const stage = createStage(product, { n: 4, f: 1, ...(broken && { broken }) });
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
  {
    name: 'the certificate is complete in the last moment, at some only',
    row: 'certificate forwarding, closing instant',
    rule: 'until the closing instant a certificate supersedes Aborted(undecided)',
    edits: [
      {
        file: 'protocol/round/ended.ts',
        find: "return gaveUp && state.readies.has(state.self ?? '') && !currentSum(state).certified;",
        put: 'return false && gaveUp;',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      const [liar, , a, b] = stage.turns as [string, string, string, string];
      stage.until(-100);
      stage.share(['contribution'], stage.turns);
      stage.until(5);
      const set = stage.name(0, stage.turns, stage.turns);
      stage.room.bring(set, [liar]);
      stage.share(['prevote'], stage.turns);
      stage.share(['precommit'], [a, b]);
      stage.until(19_990);
      stage.bring({ type: 'precommit', from: [a, b] }, [liar]);
      stage.vote('precommit', set, [a, b]);
      stage.until(20_010);
      stage.connect();
      for (const afterMs of [21_500, 22_500, 23_500]) {
        stage.until(afterMs);
        for (const type of ['reveal', 'shareReveal', 'result'] as const)
          stage.bring({ type, from: liar }, [a, b]);
      }
      return stage.finish();
    },
  },
];

/** The last view that there is, and whose turn it is. */
function lastTurn(product: Parameters<Attack['play']>[0]): { org: string; view: number } {
  const { world, turns } = createStage(product, { n: 4, f: 1 });
  const view = product.views.lastView(world.terms, world.terms.sums[0] as never);
  return { view, org: turns[view % turns.length] as string };
}
