/** Attacks before the load: set-ups and signatures shown to some, bad dealers, and who does not belong here. */
import type { Payload, Verified } from '../../../protocol/statement.ts';
import { createStage, type Stage } from '../stage.ts';
import { T0 } from '../world.ts';
import type { Attack } from './attack.ts';
import { createWorld } from '../world.ts';
import { startsOf } from '../starts.ts';
import { certify } from './seeds.ts';

const DEAL_CHECK = 'node/vault/deal-check.ts';
const HEAR = 'protocol/round/hear.ts';

type Dealt = Payload<'deal'>['sums'][number];

/** Everybody accepts and commits, and hears all keys; deals and shares are made, but not yet brought. */
function untilDealt(stage: Stage): void {
  for (const peer of stage.room.peers.values()) peer.accept();
  stage.room.runUntil(T0 + 100);
  for (const type of ['acceptance', 'commit', 'keys'] as const)
    stage.bring({ type }, stage.world.roster);
}

/** The liar's deal, changed, to these; everything else of the set-up to everybody. */
function bringSetUp(
  stage: Stage,
  lies: readonly {
    to: readonly string[];
    change: (deal: Dealt) => Dealt;
    shares?: (holder: string) => Uint8Array;
  }[],
): void {
  const { roster } = stage.world;
  const [liar] = stage.liars as [string];
  const [own] = stage.said({ type: 'deal', from: liar });
  if (own?.type !== 'deal') throw new Error('the liar has not dealt');
  stage.bring({ type: 'deal', from: stage.honest }, roster);
  bringShares(stage, stage.honest, roster);
  for (const { to, change, shares } of lies) {
    const message = { ...own.message, sums: own.message.sums.map(change) };
    stage.lie(liar, { type: 'deal', message }, to);
    if (!shares) bringShares(stage, [liar], to);
    else
      for (const holder of to) {
        const sums = [{ sum: 'main', sealed: shares(holder) }];
        stage.lie(liar, { type: 'shares', message: { round: own.message.round, holder, sums } }, [
          holder,
        ]);
      }
  }
  stage.bring({ type: 'ready', from: stage.honest }, roster);
}

function bringShares(stage: Stage, from: readonly string[], to: readonly string[]): void {
  for (const message of stage.said({ type: 'shares', from }))
    if (message.type === 'shares' && to.includes(message.message.holder))
      stage.room.bring(message, [message.message.holder]);
  stage.room.runUntil(stage.room.nowMs());
}

/** The liar's signature of the set-up that an honest member signed. */
function signReady(stage: Stage, to: readonly string[]): Verified | undefined {
  const [liar] = stage.liars as [string];
  const [theirs] = stage.said({ type: 'ready', from: stage.honest });
  return theirs?.type === 'ready'
    ? stage.lie(liar, { type: 'ready', message: theirs.message }, to)
    : undefined;
}

const whole = { n: 4, f: 1, isWhole: true } as const;

export const SET_UP_ATTACKS: readonly Attack[] = [
  {
    name: 'a liar shows one set-up to some and another one to the rest',
    rule: 'Ready is unanimous over the digest of the whole set-up',
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
    edits: [
      {
        file: 'protocol/round/ended.ts',
        find: "return allSigned(state) ? move({ ...state, end: null }, 'ready') : null;",
        put: 'return null && allSigned(state) && move;',
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
    edits: [
      {
        file: 'protocol/round/recovery.ts',
        find: 'if (deal && isSelfSeed(terms, plan, deal, seed)) selves.set(org, seed);',
        put: 'if (deal) selves.set(org, seed);',
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
    name: 'a member of the consortium that is not in the roster aborts the round',
    rule: 'only the roster is heard',
    edits: [
      {
        file: HEAR,
        find: 'if (!terms.roster.includes(message.signer))',
        put: 'if (message.signer.length === 0)',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, strangers: 1 });
      const [stranger] = stage.world.strangers as [string];
      const message = { round: stage.world.terms.roundId, code: 'noTime', reason: '' };
      stage.room.bring(stage.world.say(stranger, { type: 'abort', message }), stage.honest);
      return endedBy(stage, 'noTime');
    },
  },
  {
    name: 'an abort of another round is replayed in this one',
    rule: 'a statement counts in the round that it names',
    edits: [
      {
        file: HEAR,
        find: 'if (!sameBytes(message.message.round, terms.roundId))',
        put: 'if (message.message.round.length !== 32)',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      const other = createWorld(product, { n: 4, f: 1, nonce: 1 });
      const message = { round: other.terms.roundId, code: 'noTime', reason: '' };
      const [a] = stage.honest as [string];
      stage.room.bring(other.say(a, { type: 'abort', message }), stage.honest);
      return endedBy(stage, 'noTime');
    },
  },
  {
    name: 'a liar fills a peer with votes for views that never come',
    rule: 'nobody votes in a view after the voting deadline',
    edits: [
      {
        file: HEAR,
        find: 'return plan && view <= lastView(terms, plan) ? null',
        put: 'return plan && view >= 0 && lastView ? null',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      const [liar] = stage.liars as [string];
      stage.until(-100);
      for (let view = 0; view < 300; view++) {
        const message = { ...stage.about(), view, set: Buffer.alloc(32, view) };
        stage.lie(liar, { type: 'prevote', message }, [stage.honest[0] as string]);
      }
      return stage.finish();
    },
  },
  {
    name: 'a liar fills a peer with contributions',
    rule: 'of a liar’s statements for one slot two are kept',
    edits: [
      {
        file: HEAR,
        find: 'if (others.length > 0 && !isBuiltOn(state, sum, message))',
        put: 'if (others.length < 0 && !isBuiltOn(state, sum, message))',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      const [liar] = stage.liars as [string];
      stage.until(-100);
      const [own] = stage.said({ type: 'contribution', from: liar });
      if (own?.type !== 'contribution') throw new Error('the liar has no contribution');
      for (let i = 1; i < 250; i++) {
        const lanes = own.message.lanes.map((byte) => byte ^ i);
        stage.lie(liar, { type: 'contribution', message: { ...own.message, lanes } }, [
          stage.honest[0] as string,
        ]);
      }
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

/** The liar's machine heard another deal than it showed, so it contributes by hand. */
function bringLiarsOwn(stage: Stage, like: string): void {
  const [liar] = stage.liars as [string];
  const [theirs] = stage.said({ type: 'contribution', from: like });
  if (theirs?.type !== 'contribution') return;
  const { roster, terms, product } = stage.world;
  const { message } = theirs;
  const plan = terms.sums[0] as (typeof terms.sums)[number];
  const pairs = new Map(
    roster.flatMap((other, place): [number, Uint8Array][] =>
      other === liar ? [] : [[place, stage.world.pairSeed('main', liar, other)]],
    ),
  );
  const { maskVector, toBytes } = product.aggregation;
  const { selfSeed } = stage.world.secretsOf(liar, 'main');
  const x = new Int32Array(2 * plan.layout.lanes);
  const lanes = toBytes(maskVector(message.context, x, roster.indexOf(liar), selfSeed, pairs));
  stage.lie(liar, { type: 'contribution', message: { ...message, lanes } }, []);
}

/** Certifies this set under whatever context the honest members are in. */
function certifyAsThere(stage: Stage, set: readonly string[]): void {
  const [a] = stage.honest as [string];
  const context = stage
    .said({ type: 'contribution', from: a })
    .map(({ message }) => 'context' in message && message.context)[0];
  const { roster, terms, product } = stage.world;
  const [liar] = stage.liars as [string];
  const honest = stage.honest.filter((org) => set.includes(org));
  const contributions = roster
    .filter((org) => set.includes(org))
    .map((org) => ({ org, one: stage.said({ type: 'contribution', from: org }).at(-1) }));
  for (const { one } of contributions) if (one) stage.room.bring(one, honest);
  const members = contributions.map(({ org, one }) => ({
    org,
    contribution: Buffer.from(one?.id ?? '', 'hex'),
  }));
  const at = { round: terms.roundId, sum: 'main', context: context as Uint8Array };
  const turn = roster
    .map((_, view) => product.protocol.coordinatorOf(terms, at.context, view))
    .indexOf(liar);
  stage.untilView(turn);
  stage.until(Math.max(stage.room.nowMs() - (terms.sums[0] as { cutMs: number }).cutMs, 5));
  const view = turn;
  stage.lie(
    liar,
    { type: 'candidate', message: { ...at, view, set: members, carried: [] } },
    honest,
  );
  const vote = { ...at, view, set: product.protocol.setHash(at.context, members) };
  stage.lie(liar, { type: 'prevote', message: vote }, honest);
  stage.share(['prevote'], honest);
  stage.lie(liar, { type: 'precommit', message: vote }, honest);
  stage.share(['precommit'], honest);
}

function endedBy(stage: Stage, code: string) {
  const ended = stage.honest.filter((org) => stage.room.peer(org).state().end?.code === code);
  if (ended.length > 0)
    stage.room.find('own decision', `the round of ${ended.join()} was ended from outside`);
  return stage.room.findings;
}

/** Good shares, with good hashes, of a secret that the dealer never committed to. */
function sharesOfAnother(stage: Stage, liar: string) {
  const { product, roster, terms, secretsOf } = stage.world;
  const { split, shareHash, sealShares } = product.aggregation;
  const { setup } = terms.sums[0] as (typeof terms.sums)[number];
  const own = secretsOf(liar, 'main');
  const place = roster.indexOf(liar);
  const { n, q } = terms;
  const selves = split(new Uint8Array(32).fill(1), q, n, own.selfCoefficients);
  const sigmas = split(own.sigma, q, n, own.sigmaCoefficients);
  return {
    hashes: selves.map((share, holder) => shareHash(setup, 'self', place, holder, share)),
    seal(holder: string): Uint8Array {
      const to = roster.indexOf(holder);
      const pair = { self: selves[to] as Uint8Array, sigma: sigmas[to] as Uint8Array };
      return sealShares(own, setup, place, to, secretsOf(holder, 'main').sealPublic, pair);
    },
  };
}

void [startsOf, certify];
