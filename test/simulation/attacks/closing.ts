/** Attacks on the last deadlines: what comes right before they pass, at some only, and proposals that leave no time. */
import type { Payload } from '../../../protocol/statement.ts';
import type { SumPlan } from '../../../protocol/terms.ts';
import { createStage, type Stage } from '../stage.ts';
import type { Product } from '../product.ts';
import { unlessRefused, type Attack } from './attack.ts';
import { certify } from './seeds.ts';

const ENDED = 'protocol/round/ended.ts';

/** All of these precommit to their set, and only the liar could show that q did; nobody votes any more. */
function heldBack(stage: Stage, orgs: readonly string[]) {
  const honest = orgs.filter((org) => !stage.liars.includes(org));
  stage.until(-1000);
  stage.bring({ type: 'contribution', from: orgs }, stage.turns);
  stage.until(5);
  const candidate = stage.name(0, orgs, stage.honest);
  stage.vote('prevote', candidate, honest);
  stage.share(['prevote'], honest);
  stage.until(20_010);
  // what a liar opens is what the script lets it say
  for (const org of stage.liars) stage.room.crash(org);
  stage.connect();
  return candidate;
}

/** Who opened its seeds has the sum, or it was for nothing. */
function finishedFairly(stage: Stage) {
  const findings = stage.finish();
  const opened = stage.said({ type: 'reveal', from: stage.honest });
  const published = stage.honest.filter(
    (org) => stage.room.peer(org).state().phase === 'published',
  );
  if (opened.length > 0 && published.length === 0)
    stage.room.find('fairness', `${opened.length} opened their seeds, and nobody published`);
  return findings;
}

/** The steps of a certificate that comes late; of two there are for one liar. */
const stepsIn = ({ late }: Product, { world: { terms } }: Stage) =>
  late.lateSteps(terms, terms.sums[0] as SumPlan);

export const CLOSING_ATTACKS: readonly Attack[] = [
  {
    name: 'the certificate is complete in the last moment, at some only',
    row: 'closing instant',
    rule: 'a certificate supersedes Aborted(undecided), the last views left out',
    breaks: 'all or none',
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
  {
    name: 'a certificate is held back until the closing instant is near, and its holder opens nothing',
    rule: 'a late certificate is obeyed only when others have opened under it, and in the last view never',
    breaks: 'fairness',
    edits: [
      {
        file: 'protocol/round/late-certificate.ts',
        find: 'return others.size >= openersNeeded(terms, plan, nowMs);',
        put: 'return others.size >= 0;',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      stage.until(-100);
      stage.share(['contribution'], stage.turns);
      stage.until(5);
      stage.name(0, stage.turns, stage.turns);
      stage.share(['prevote'], stage.honest);
      stage.untilClosing(-5);
      stage.bring({ type: 'precommit', from: stage.honest }, stage.honest);
      stage.untilClosing(10);
      stage.share(['reveal', 'shareReveal'], stage.honest);
      return finishedFairly(stage);
    },
  },
  {
    name: 'a liar opens under other sets first, so that its opening under a late certificate counts at some only',
    rule: 'an opening is heard when it is under a set that an honest member precommitted to',
    breaks: 'fairness',
    edits: [
      {
        file: 'protocol/round/needed.ts',
        find: 'return voters.size > terms.f && !kept',
        put: 'return voters.size > terms.n && !kept',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      const [liar, late, a, b] = stage.turns as [string, string, string, string];
      const { fromMs, toMs } = stepsIn(product, stage);
      const candidate = heldBack(stage, [liar, a, b]);
      const hash = stage.hashOf((candidate.message as Payload<'candidate'>).set);
      const empty = (set: Uint8Array) =>
        ({ type: 'shareReveal', message: { ...stage.about(), set, pieces: [] } }) as const;
      // in the first step one opening is enough: there is this one, with nothing in it
      stage.room.runUntil((fromMs + toMs) / 2 - 5);
      for (const fill of [1, 2]) stage.lie(liar, empty(new Uint8Array(32).fill(fill)), [late, b]);
      stage.vote('precommit', candidate, [a]);
      stage.lie(liar, empty(hash), [a]);
      // in the second step two are: the other one of its slots shows one more member an opening, too late for the last one
      stage.room.runUntil(toMs - 1);
      const message = { ...stage.about(), set: hash, selfSeed: new Uint8Array(32), pairs: [] };
      stage.lie(liar, { type: 'reveal', message }, [b]);
      return finishedFairly(stage);
    },
  },
  {
    name: 'a certificate is shown to two at the end of a step, when that is over by the clock of a third',
    rule: 'a step of a late certificate is longer than two clocks may be apart',
    breaks: 'fairness',
    edits: [
      {
        file: 'protocol/round/late-certificate.ts',
        find: '(terms.f + 1) * (apartMs + HEARD_MS)',
        put: '0 * HEARD_MS',
      },
    ],
    play(product) {
      const names = { n: 4, f: 1 };
      const [, late = ''] = createStage(product, names).turns;
      const stage = createStage(product, { ...names, skewsMs: new Map([[late, 399]]) });
      const [liar, , a, b] = stage.turns as [string, string, string, string];
      const { fromMs, toMs } = stepsIn(product, stage);
      const candidate = heldBack(stage, [liar, a, b]);
      stage.room.runUntil((fromMs + toMs) / 2 - 5);
      stage.vote('precommit', candidate, [a, b]);
      const { set } = candidate.message as Payload<'candidate'>;
      const message = { ...stage.about(), set: stage.hashOf(set), pieces: [] };
      stage.lie(liar, { type: 'shareReveal', message }, [a, b]);
      return finishedFairly(stage);
    },
  },
  {
    name: 'a liar signs its result in the last moment, and shows it to one member only',
    row: 'what is heard after the closing instant',
    rule: 'what others signed in time is heard for a while after the closing instant',
    breaks: 'all or none',
    edits: [
      {
        file: ENDED,
        find: "return 'sum' in message && (",
        put: "return 'sum' in message && false && (",
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 3, f: 1 });
      const [liar] = stage.liars as [string];
      const [a, b] = stage.honest as [string, string];
      certify(stage, stage.turns);
      const [theirs] = stage.said({ type: 'reveal', from: a });
      if (theirs?.type !== 'reveal') throw new Error('nobody revealed');
      const { selfSeed } = stage.world.secretsOf(liar, 'main');
      stage.lie(liar, { type: 'reveal', message: { ...theirs.message, selfSeed } }, [a, b]);
      stage.share(['reveal', 'result'], [a, b]);
      const [result] = stage.said({ type: 'result', from: a });
      if (result?.type !== 'result') throw new Error('nobody added up');
      stage.untilClosing(-10);
      stage.lie(liar, { type: 'result', message: result.message }, [a]);
      return stage.finish();
    },
  },
  {
    name: 'a member dies after it has published, and comes back when the round is closed',
    row: 'what is computed after the closing instant',
    rule: 'what a member had asked for before it died is computed when the round is closed too',
    breaks: 'all or none',
    edits: [
      {
        file: 'node/round/resumption.ts',
        find: "['wipe', 'recover', 'addUp']",
        put: "['wipe']",
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, liars: () => [], mustDecide: true });
      const [a] = stage.honest as [string];
      stage.connect();
      stage.untilClosing(-50);
      if (stage.room.peer(a).state().phase !== 'published') throw new Error('it did not publish');
      stage.room.crash(a);
      stage.untilClosing(50);
      stage.room.restart(a);
      return stage.finish();
    },
  },
  {
    name: 'a proposal closes right after the votes, and a liar reveals nothing of a set that was certified late',
    row: 'time between voting and closing',
    rule: 'after the last vote there is time to release shares, and to sign the result',
    breaks: 'decision',
    edits: [
      {
        file: 'protocol/terms.ts',
        find: 'if (s.closingMs < leastMs)',
        put: 'if (s.closingMs < leastMs - 1e9)',
      },
    ],
    play: (product) =>
      unlessRefused(product, () => {
        const stage = createStage(product, { n: 4, f: 1, closeMs: 300, mustDecide: true });
        const [liar, , a, b] = stage.turns as [string, string, string, string];
        stage.until(-100);
        stage.share(['contribution'], stage.turns);
        stage.until(5);
        const set = stage.name(0, stage.turns, stage.turns);
        stage.room.bring(set, [liar]);
        stage.share(['prevote'], stage.turns);
        stage.untilClosing(-310);
        stage.bring({ type: 'precommit', from: stage.honest }, [a, b]);
        stage.vote('precommit', set, stage.honest);
        return stage.finish();
      }),
  },
];
