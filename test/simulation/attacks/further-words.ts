/** Attacks with more than two statements for one slot: what others build on must be heard, and what is kept is bounded. */
import type { Payload, Verified } from '../../../protocol/statement.ts';
import { createStage, type Stage } from '../stage.ts';
import type { Attack } from './attack.ts';
import { bringSetUp, signReady, untilDealt } from './dealing.ts';
import { certify } from './seeds.ts';

const NEEDED = 'protocol/round/needed.ts';

const flipped = (bytes: Uint8Array, by = 1) => bytes.map((byte) => byte ^ by);

/** The liar's reveal for a set of all, true or changed. */
function revealOf(stage: Stage, change: (seed: Uint8Array) => Uint8Array) {
  const [liar] = stage.liars as [string];
  const [theirs] = stage.said({ type: 'reveal', from: stage.honest });
  if (theirs?.type !== 'reveal') throw new Error('nobody revealed');
  const { selfSeed } = stage.world.secretsOf(liar, 'main');
  return { ...theirs.message, selfSeed: change(selfSeed) };
}

const same = (seed: Uint8Array) => seed;

/** One statement of this type that a stage has heard, as its author meant it. */
function said<T extends 'result' | 'shareReveal'>(stage: Stage, type: T, from: string) {
  const [found] = stage.said({ type, from });
  if (found?.type !== type) throw new Error(`${from} said no ${type}`);
  return found.message as Payload<T>;
}

/** Who did not publish though another did. */
function splitIn(stage: Stage, orgs: readonly string[]): void {
  const phases = orgs.map((org) => stage.room.peer(org).state().phase);
  const missed = orgs.filter((_, i) => phases[i] !== 'published');
  if (missed.length > 0 && missed.length < orgs.length)
    stage.room.find('all or none', `only ${missed.join()} did not publish`);
}

export const FURTHER_WORD_ATTACKS: readonly Attack[] = [
  {
    name: 'a liar shows one member two false results before the true one, which the others have',
    row: 'what others build on: a third result',
    rule: 'a third result is heard when it is the one that is needed',
    breaks: 'all or none',
    edits: [
      {
        file: NEEDED,
        find: 'return isOurs(statement) && !kept.some(isOurs);',
        put: 'return isOurs(statement) && kept.length === 0;',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 3, f: 1 });
      const [liar] = stage.liars as [string];
      const [a, b] = stage.honest as [string, string];
      certify(stage, stage.turns);
      stage.lie(liar, { type: 'reveal', message: revealOf(stage, same) }, stage.honest);
      stage.share(['reveal'], [a, b]);
      const message = said(stage, 'result', b);
      for (const by of [1, 2])
        stage.lie(
          liar,
          {
            type: 'result',
            message: { ...message, lanesDigest: flipped(message.lanesDigest, by) },
          },
          [a],
        );
      stage.lie(liar, { type: 'result', message }, [b]);
      stage.bring({ type: 'result', from: a }, [b]);
      return stage.finish();
    },
  },
  {
    name: 'a liar shows one member two false reveals before the true one, which the others have',
    row: 'what others build on: a third reveal',
    rule: 'a third reveal is heard when it is the true one',
    breaks: 'all or none',
    edits: [
      {
        file: NEEDED,
        find: 'return isTrue(statement) && !kept.some(isTrue);',
        put: 'return isTrue(statement) && kept.length === 0;',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      const [liar] = stage.liars as [string];
      const [a, ...others] = stage.honest as [string, ...string[]];
      certify(stage, stage.turns);
      for (const by of [1, 2]) {
        const message = revealOf(stage, (seed) => flipped(seed, by));
        stage.lie(liar, { type: 'reveal', message }, [a]);
      }
      stage.lie(liar, { type: 'reveal', message: revealOf(stage, same) }, others);
      stage.share(['reveal'], stage.honest);
      stage.share(['result'], others);
      stage.lie(
        liar,
        { type: 'result', message: said(stage, 'result', others[0] as string) },
        others,
      );
      return stage.finish();
    },
  },
  {
    name: 'of two liars of six one stalls, and the other shows one member two false shares first',
    row: 'what others build on: a third release',
    rule: 'a third release of shares is heard when it opens a true one that is not here',
    breaks: 'all or none',
    edits: [
      {
        file: NEEDED,
        find: 'return truePieces(state, statement).some(',
        put: 'return kept.length === 0 && truePieces(state, statement).some(',
      },
    ],
    play(product) {
      const liars = (turns: readonly string[]) => turns.slice(0, 2);
      const stage = createStage(product, { n: 6, f: 2, liars });
      const [stalled, liar] = stage.liars as [string, string];
      const [a, ...others] = stage.honest as [string, ...string[]];
      certifyAll(stage);
      stage.share(['reveal'], stage.honest);
      const { round, sum, context, set } = revealOf(stage, same);
      const own = stage.world.secretsOf(liar, 'main').selfSeed;
      const reveal = { round, sum, context, set, selfSeed: own, pairs: [] };
      stage.lie(liar, { type: 'reveal', message: reveal }, stage.honest);
      stage.until(3000);
      const share = shareFor(stage, stalled, liar);
      const release = (bytes: Uint8Array) => ({
        round,
        sum,
        context,
        set,
        pieces: [{ dealer: stalled, kind: 1, share: bytes }],
      });
      for (const by of [1, 2])
        stage.lie(liar, { type: 'shareReveal', message: release(flipped(share, by)) }, [a]);
      stage.lie(liar, { type: 'shareReveal', message: release(share) }, others);
      stage.share(['shareReveal'], stage.honest);
      stage.share(['result'], others);
      const message = said(stage, 'result', others[0] as string);
      for (const org of stage.liars) stage.lie(org, { type: 'result', message }, others);
      stage.finish();
      splitIn(stage, stage.honest);
      return stage.room.findings;
    },
  },
  {
    name: 'a liar signs two other set-ups for one member before the one that all others have',
    row: 'what others build on: a third Ready',
    rule: 'a third Ready is heard when it is for the set-up that is here',
    breaks: 'decision',
    edits: [
      {
        file: NEEDED,
        find: 'return isOurs(message) && !kept.some(isOurs);',
        put: 'return isOurs(message) && kept.length === 0;',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, isWhole: true, mustDecide: true });
      const [liar, one, a, b] = stage.turns as [string, string, string, string];
      untilDealt(stage);
      bringSetUp(stage, [{ to: stage.honest, change: (deal) => deal }]);
      const [theirs] = stage.said({ type: 'ready', from: a });
      if (theirs?.type !== 'ready') throw new Error('nobody is ready');
      for (const by of [1, 2]) {
        const setupDigest = flipped(theirs.message.setupDigest, by);
        stage.lie(liar, { type: 'ready', message: { ...theirs.message, setupDigest } }, [one]);
      }
      signReady(stage, [a, b]);
      stage.bring({ type: 'ready', from: stage.honest }, stage.honest);
      stage.until(-100);
      stage.bring({ type: 'contribution', from: liar }, [a, b]);
      if (stage.said({ type: 'contribution', from: [liar, a, b] }).length < 3)
        throw new Error('the load did not begin');
      return stage.finish();
    },
  },
  ...(['prevote', 'precommit'] as const).map((type): Attack => ({
    name: `a liar gives one ${type} hundreds of signatures`,
    row: 'bounded memory: one word, many signatures',
    rule: `a further ${type} says what none of the kept ones says`,
    breaks: 'memory',
    edits: [
      {
        file: NEEDED,
        find: 'one.type === statement.type && sameBytes(one.message.set, set)',
        put: 'one.type === statement.type && one.id === statement.id && sameBytes(one.message.set, set)',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      const [, a] = stage.turns as [string, string];
      stage.until(-100);
      stage.share(['contribution'], stage.turns);
      stage.until(5);
      const set = stage.name(0, stage.turns, [a]);
      for (let nonce = 1; nonce < 250; nonce++) stage.vote(type, set, [a], nonce);
      return stage.finish();
    },
  })),
  {
    name: 'a coordinator signs one list hundreds of times',
    row: 'bounded memory: one word, many signatures',
    rule: 'a further list names a set that none of the kept ones names',
    breaks: 'memory',
    edits: [{ file: NEEDED, find: 'return !isKept && votesFor(', put: 'return votesFor(' }],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      const [liar] = stage.liars as [string];
      stage.until(-100);
      stage.share(['contribution'], stage.turns);
      stage.until(5);
      const message = { ...stage.about(), view: 0, set: stage.setOf(stage.turns), carried: [] };
      stage.lie(liar, { type: 'candidate', message }, stage.honest);
      stage.share(['prevote'], stage.honest);
      for (let nonce = 1; nonce < 250; nonce++)
        stage.lie(liar, { type: 'candidate', message }, [stage.honest[0] as string], nonce);
      return stage.finish();
    },
  },
];

/** Everybody contributes and votes, both liars too. */
function certifyAll(stage: Stage): void {
  stage.until(-100);
  stage.bring({ type: 'contribution' }, stage.honest);
  stage.until(5);
  const candidate: Verified = stage.name(0, stage.turns, stage.honest);
  stage.share(['prevote'], stage.honest);
  stage.vote('prevote', candidate, stage.honest);
  stage.share(['precommit'], stage.honest);
  stage.vote('precommit', candidate, stage.honest);
}

/** The share of an org's self seed that it dealt to another. */
function shareFor(stage: Stage, dealer: string, holder: string): Uint8Array {
  const { product, roster, terms, secretsOf } = stage.world;
  const own = secretsOf(dealer, 'main');
  const shares = product.aggregation.split(own.selfSeed, terms.q, terms.n, own.selfCoefficients);
  return shares[roster.indexOf(holder)] as Uint8Array;
}
