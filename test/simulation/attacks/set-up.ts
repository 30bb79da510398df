/** Attacks before the load: set-ups and signatures shown to some, and bad dealers. */
import { createStage, type Stage } from '../stage.ts';
import type { Attack } from './attack.ts';
import {
  bringLiarsOwn,
  bringSetUp,
  certifyAsThere,
  sharesOfAnother,
  sharesWithOneWrong,
  signReady,
  untilDealt,
  type Dealt,
} from './dealing.ts';

const DEAL_CHECK = 'node/vault/deal-check.ts';

const whole = { n: 4, f: 1, isWhole: true } as const;

export const SET_UP_ATTACKS: readonly Attack[] = [
  {
    name: 'a liar shows one set-up to some and another one to the rest',
    rule: 'Ready is unanimous over the digest of the whole set-up',
    breaks: 'readiness',
    edits: [
      {
        file: 'protocol/round/preparing.ts',
        find: 'return others.find(({ signer }) => !readyOf(state, signer))?.signer;',
        put: 'return others.find(({ signer }) => signer.length === 0)?.signer;',
      },
    ],
    play(product) {
      const stage = createStage(product, whole);
      const [liar, one, ...rest] = stage.turns as [string, string, ...string[]];
      untilDealt(stage);
      const change = (deal: Dealt) => {
        const place = stage.world.roster.indexOf(liar);
        const sigmaShareHashes = deal.sigmaShareHashes.map((hash, i) =>
          i === place ? Buffer.alloc(32) : hash,
        );
        return { ...deal, sigmaShareHashes };
      };
      bringSetUp(stage, [
        { to: [one], change },
        { to: rest, change: (deal) => deal },
      ]);
      for (const ready of stage.said({ type: 'ready', from: stage.honest })) {
        if (ready.type !== 'ready') continue;
        const to = ready.signer === one ? [one] : rest;
        stage.lie(liar, { type: 'ready', message: ready.message }, to);
      }
      stage.until(-50);
      const contexts = stage.said({ type: 'contribution', from: stage.honest });
      const different = new Set(
        contexts.map(
          ({ message }) => 'context' in message && product.protocol.hex(message.context),
        ),
      );
      if (different.size > 1)
        stage.room.find('readiness', 'members drove their load under two set-ups');
      return stage.room.findings;
    },
  },
  {
    name: 'a liar shows its Ready signature to some, and is silent after its contribution',
    rule: 'a Ready signature that comes late brings a member back, to vote and to hold shares',
    breaks: 'decision',
    edits: [
      {
        file: 'protocol/round/ended.ts',
        find: 'return canBeSuperseded(state) && allSigned(state)',
        put: 'return false && allSigned(state)',
      },
    ],
    play(product) {
      const stage = createStage(product, { ...whole, mustDecide: true });
      const [liar, , a, b] = stage.turns as [string, string, string, string];
      untilDealt(stage);
      bringSetUp(stage, [{ to: stage.honest, change: (deal) => deal }]);
      signReady(stage, [a, b]);
      bringAll(stage, 'ready', [liar]);
      stage.until(-100);
      stage.bring({ type: 'contribution', from: liar }, [a, b]);
      if (stage.said({ type: 'contribution', from: [liar, a, b] }).length < 3)
        throw new Error('the load did not begin');
      return stage.finish();
    },
  },
  {
    name: 'a liar seals noise in place of a share',
    rule: 'every member checks its own shares before it signs Ready',
    breaks: 'readiness',
    edits: [
      {
        file: DEAL_CHECK,
        find: 'checkShares(round, sum, dealer, dealt[dealer] as Dealt, sealPublic, sealed);',
        put: 'void [dealer, sealPublic, sealed, checkShares];',
      },
    ],
    play(product) {
      const stage = createStage(product, whole);
      untilDealt(stage);
      bringSetUp(stage, [
        { to: stage.honest, change: (deal) => deal, shares: () => Buffer.alloc(80, 3) },
      ]);
      signReady(stage, stage.world.roster);
      return afterLoad(stage);
    },
  },
  {
    name: 'a liar commits to another pair seed than it shares',
    rule: 'the two hashes of a pair seed are the same, and right',
    breaks: 'blame',
    edits: [
      { file: DEAL_CHECK, find: 'checkOwnPairs(round, sum, dealt);', put: 'void checkOwnPairs;' },
      { file: DEAL_CHECK, find: 'checkOtherPairs(round, dealt);', put: 'void checkOtherPairs;' },
    ],
    play(product) {
      const stage = createStage(product, whole);
      const [liar, late, a, b] = stage.turns as [string, string, string, string];
      const { roster, terms } = stage.world;
      untilDealt(stage);
      const seed = Buffer.alloc(32, 5);
      const [from, to] = [roster.indexOf(liar), roster.indexOf(late)];
      const hash = product.aggregation.pairHash(
        (terms.sums[0] as { setup: Uint8Array }).setup,
        from,
        to,
        seed,
      );
      const change = (deal: Dealt) => ({
        ...deal,
        pairHashes: deal.pairHashes.map((one, i) => (i === to ? hash : one)),
      });
      bringSetUp(stage, [{ to: stage.honest, change }]);
      signReady(stage, roster);
      stage.until(-100);
      if (stage.said({ type: 'contribution', from: a }).length === 0) return stage.finish();
      bringLiarsOwn(stage, a);
      certifyAsThere(stage, [liar, a, b]);
      const [theirs] = stage.said({ type: 'reveal', from: a });
      if (theirs?.type === 'reveal') {
        const { selfSeed } = stage.world.secretsOf(liar, 'main');
        const message = { ...theirs.message, selfSeed, pairs: [{ org: late, seed }] };
        stage.lie(liar, { type: 'reveal', message }, [a, b]);
      }
      stage.finish();
      const spoiled = stage.honest.filter(
        (org) => stage.room.peer(org).state().end?.code === 'implausible',
      );
      if (spoiled.length > 0)
        stage.room.find('blame', `${spoiled.join()} got an impossible sum, and nobody to name`);
      return stage.room.findings;
    },
  },
  {
    name: 'a liar deals shares of another secret than it committed to, and stalls',
    rule: 'what shares rebuild is held against the hash of the secret',
    breaks: 'blame',
    edits: [
      {
        file: 'protocol/round/recovery.ts',
        find: 'deal && isSelfSeed(terms, plan, deal, secret) ? secret : null,',
        put: 'deal ? secret : null,',
      },
      {
        file: 'protocol/round/recovery.ts',
        find: 'return [...selves].every(isSelf) &&',
        put: 'return (selves.size >= 0 || [...selves].every(isSelf)) &&',
      },
    ],
    play(product) {
      const stage = createStage(product, whole);
      const [liar] = stage.liars as [string];
      untilDealt(stage);
      const { seal, hashes } = sharesOfAnother(stage, liar);
      bringSetUp(stage, [
        {
          to: stage.honest,
          change: (deal) => ({ ...deal, selfShareHashes: hashes }),
          shares: seal,
        },
      ]);
      signReady(stage, stage.world.roster);
      stage.until(-100);
      const a = stage.honest[0] as string;
      bringLiarsOwn(stage, a);
      certifyAsThere(stage, stage.turns);
      stage.finish();
      const ends = stage.honest.map((org) => stage.room.peer(org).state().end);
      if (!ends.every((end) => end?.code === 'blame' && end.details?.['org'] === liar))
        stage.room.find(
          'blame',
          `the bad dealer has no name: ${ends.map((end) => end?.code).join()}`,
        );
      return stage.room.findings;
    },
  },
  {
    name: 'a liar deals one member a share that does not fit, stalls, and shows its own share to the others first',
    row: 'all choices of shares are tried',
    rule: 'a secret is rebuilt from any q of its shares that give what was hashed',
    breaks: 'all or none',
    edits: [
      {
        file: 'protocol/round/summing.ts',
        find: '${what}/${sharesCount(state)}`',
        put: '${what}/${sharesCount(state) > 0}`',
      },
    ],
    play(product) {
      const stage = createStage(product, whole);
      const [liar, a, b, c] = stage.turns as [string, string, string, string];
      untilDealt(stage);
      const { own, seal, hashes } = sharesWithOneWrong(stage, liar, c);
      bringSetUp(stage, [
        {
          to: stage.honest,
          change: (deal) => ({ ...deal, selfShareHashes: hashes }),
          shares: seal,
        },
      ]);
      signReady(stage, stage.world.roster);
      stage.until(-100);
      bringLiarsOwn(stage, a);
      certifyAsThere(stage, stage.turns);
      stage.share(['reveal'], stage.honest);
      stage.room.runUntil(stage.room.nowMs() + 3000);
      const [theirs] = stage.said({ type: 'shareReveal', from: a });
      if (theirs?.type !== 'shareReveal') throw new Error('no share was released');
      const pieces = [{ dealer: liar, kind: 1, share: own }];
      const release = { ...theirs.message, pieces };
      stage.lie(liar, { type: 'shareReveal', message: release }, [a, b]);
      stage.share(['shareReveal'], [a, b]);
      stage.bring({ type: 'shareReveal', from: [a, b] }, [c]);
      const [result] = stage.said({ type: 'result', from: a });
      if (result?.type !== 'result') throw new Error('nobody rebuilt the seed');
      stage.lie(liar, { type: 'result', message: result.message }, [a, b]);
      return stage.finish();
    },
  },
];

function bringAll(stage: Stage, type: 'ready', but: readonly string[]): void {
  stage.bring(
    { type, from: stage.world.roster.filter((org) => !but.includes(org)) },
    stage.world.roster,
  );
}

/** What became of a load that should never have begun. */
function afterLoad(stage: Stage) {
  stage.until(-100);
  const a = stage.honest[0] as string;
  if (stage.said({ type: 'contribution', from: a }).length === 0) return stage.finish();
  bringLiarsOwn(stage, a);
  certifyAsThere(stage, stage.turns);
  stage.finish();
  const stuck = stage.honest.filter((org) => stage.room.peer(org).state().phase !== 'published');
  if (stuck.length > 0) stage.room.find('readiness', `${stuck.join()} drove their load in vain`);
  return stage.room.findings;
}
