/** Attacks on who is in a sum: members left out, small sets, contributions shown to some. */
import { createStage } from '../stage.ts';
import type { Attack } from './attack.ts';

const VOTING = 'protocol/round/voting.ts';
const HEAR = 'protocol/round/hear.ts';

export const SET_ATTACKS: readonly Attack[] = [
  {
    name: 'a coordinator leaves a member out whose contribution everybody has',
    row: 'completeness',
    rule: 'completeness: a fresh list has everybody whose contribution was here at the cut',
    breaks: 'inclusion',
    edits: [
      {
        file: VOTING,
        find: 'return sum.heldAtCut.every((org) => listed.has(org) || twice.has(org) || state.aborts.has(org));',
        put: 'return listed.size + twice.size > 0;',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      const [liar, , a, b] = stage.turns as [string, string, string, string];
      stage.until(-100);
      stage.share(['contribution'], stage.turns);
      stage.until(5);
      const small = stage.name(0, [liar, a, b], stage.honest);
      stage.vote('prevote', small, stage.honest);
      stage.share(['prevote'], stage.honest);
      stage.vote('precommit', small, stage.honest);
      stage.share(['precommit'], stage.honest);
      return stage.finish();
    },
  },
  {
    name: 'a liar contributes twice, so that nobody can name a set that all accept',
    row: 'exception for members with two contributions',
    rule: 'members with two contributions are no reason to wait',
    breaks: 'decision',
    edits: [{ file: VOTING, find: 'listed.has(org) || twice.has(org)', put: 'listed.has(org)' }],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, liars: (turns) => [turns[3] as string] });
      const [namer, a, b, liar] = stage.turns as [string, string, string, string];
      stage.until(-100);
      stage.share(['contribution'], [namer, a, b]);
      const [one] = stage.said({ type: 'contribution', from: liar });
      if (one?.type !== 'contribution') throw new Error('the liar has no contribution');
      const lanes = one.message.lanes.map((byte) => byte ^ 1);
      stage.room.bring(one, [a, b]);
      stage.lie(liar, { type: 'contribution', message: { ...one.message, lanes } }, [a, b]);
      stage.until(400);
      stage.bring({ type: 'candidate', from: namer, view: 0 }, [a, b]);
      stage.share(['prevote'], [namer, a, b]);
      stage.share(['precommit'], [namer, a, b]);
      stage.untilView(1);
      if (!stage.room.peer(a).state().sums[0]?.certified)
        stage.room.find('decision', 'the first set was refused for the sake of a liar');
      return stage.finish();
    },
  },
  {
    name: 'a liar shows one contribution to some and another one to the rest',
    row: 'what others build on: a second statement',
    rule: 'a liar’s second statement is kept and passed on',
    breaks: 'decision',
    edits: [
      {
        file: HEAR,
        find: 'if (others.length > 0 && !isNeeded(state, sum, message, [first, ...others]))',
        put: 'if (others.length >= 0)',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, liars: (turns) => [turns[3] as string] });
      const [a, b, c, liar] = stage.turns as [string, string, string, string];
      stage.until(-100);
      stage.share(['contribution'], [a, b, c]);
      const [one] = stage.said({ type: 'contribution', from: liar });
      if (one?.type !== 'contribution') throw new Error('the liar has no contribution');
      const lanes = one.message.lanes.map((byte, i) => (i === 0 ? byte ^ 1 : byte));
      stage.room.bring(one, [a, b]);
      stage.lie(liar, { type: 'contribution', message: { ...one.message, lanes } }, [c]);
      stage.connect();
      stage.until(19_000);
      if (!stage.room.peer(a).state().sums[0]?.certified)
        stage.room.find(
          'decision',
          'whoever heard the other contribution never gets the named one',
        );
      return stage.finish();
    },
  },
  {
    name: 'a coordinator names itself and one victim, when the others are late',
    rule: 'a set has at least q members',
    breaks: 'secrecy',
    edits: [
      {
        file: 'protocol/agreement.ts',
        find: 'if (set.length < terms.q) return',
        put: 'if (set.length < 2) return',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      const [liar, victim] = stage.turns as [string, string, string, string];
      stage.until(-100);
      stage.bring({ type: 'contribution', from: [liar, victim] }, stage.honest);
      stage.untilView(4);
      const small = stage.name(4, [liar, victim], stage.honest);
      stage.vote('prevote', small, stage.honest);
      stage.share(['prevote'], stage.honest);
      stage.vote('precommit', small, stage.honest);
      stage.share(['precommit'], stage.honest);
      return stage.finish();
    },
  },
  {
    name: 'a member is late in a round that can be compared with an earlier one',
    row: 'comparable rounds have one set',
    rule: 'comparable rounds have one set',
    breaks: 'one set',
    edits: [
      {
        file: VOTING,
        find: 'if (!sum.heldAtCut || state.terms.fixedSet) return false;',
        put: 'if (!sum.heldAtCut) return false;',
      },
      { file: VOTING, find: 'const settled = !terms.fixedSet && (', put: 'const settled = (' },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, comparables: 1 });
      const [liar, , a, b] = stage.turns as [string, string, string, string];
      const small = [liar, a, b];
      stage.until(-100);
      stage.share(['contribution'], small);
      stage.until(5);
      const set = stage.name(0, small, [a, b]);
      stage.vote('prevote', set, [a, b]);
      stage.share(['prevote'], [a, b]);
      stage.vote('precommit', set, [a, b]);
      stage.share(['precommit'], [a, b]);
      if (stage.room.peer(a).state().sums[0]?.certified)
        stage.room.find(
          'one set',
          'a sum without one member can be subtracted from an earlier one',
        );
      return stage.finish();
    },
  },
  {
    name: 'a liar contributes the masked vector of another member',
    rule: 'a sum that can not be true is not published',
    breaks: 'truth',
    edits: [
      {
        file: 'aggregation/vector.ts',
        find: '(numbers[lane] = hi * WORD + lo) > most',
        put: '(numbers[lane] = hi * WORD + lo) > most * 2 ** 40',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      const [liar, a] = stage.turns as [string, string, string, string];
      stage.until(-100);
      const [theirs] = stage.said({ type: 'contribution', from: a });
      if (theirs?.type !== 'contribution') throw new Error('nobody contributed');
      stage.lie(liar, { type: 'contribution', message: theirs.message }, stage.honest);
      return stage.finish();
    },
  },
  {
    name: 'a peer with another measurement spec contributes under its own context',
    rule: 'a contribution counts in its own context only',
    breaks: 'decision',
    edits: [
      {
        file: HEAR,
        find: 'if (sum.context && !sameBytes(sum.context, message.message.context))',
        put: 'if (sum.context && sum.context.length === 0)',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      const [liar] = stage.liars as [string];
      stage.until(-100);
      const [own] = stage.said({ type: 'contribution', from: liar });
      if (own?.type !== 'contribution') throw new Error('nobody contributed');
      const context = Buffer.alloc(32, 7);
      const lanes = own.message.lanes.map((byte, i) => byte ^ (17 * i + 1));
      stage.lie(
        liar,
        { type: 'contribution', message: { ...own.message, context, lanes } },
        stage.honest,
      );
      return stage.finish();
    },
  },
];
