/** Attacks on what is opened under a certificate: false seeds and shares, stalling, and both kinds of secret of one org. */
import { createStage, type Stage } from '../stage.ts';
import type { Attack } from './attack.ts';

const REVEALS = 'protocol/round/reveals.ts';
const RECOVERY = 'protocol/round/recovery.ts';
const RELEASE = 'node/vault/release.ts';
const ONE_SUM = 'node/vault/one-sum.ts';
const SUMMING = 'protocol/round/summing.ts';

/** Everybody contributes and votes; the set is certified at all of these. Who is not in it is late. */
export function certify(stage: Stage, set: readonly string[]): void {
  const honest = stage.honest.filter((org) => set.includes(org));
  stage.until(-100);
  stage.bring({ type: 'contribution', from: set }, honest);
  stage.until(5);
  const candidate = stage.name(0, set, honest);
  stage.vote('prevote', candidate, honest);
  stage.share(['prevote'], honest);
  stage.vote('precommit', candidate, honest);
  stage.share(['precommit'], honest);
}

const flipped = (seed: Uint8Array) => seed.map((byte) => byte ^ 1);

export const SEED_ATTACKS: readonly Attack[] = [
  {
    name: 'a liar reveals a self seed that it never committed to',
    rule: 'a revealed self seed is held against its hash',
    breaks: 'decision',
    edits: [
      {
        file: REVEALS,
        find: 'return dealt !== undefined && sameBytes(hash, dealt.selfHash);',
        put: 'return dealt !== undefined && hash.length > 0;',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      certify(stage, stage.turns);
      const [own] = stage.said({ type: 'reveal', from: stage.honest });
      if (own?.type !== 'reveal') throw new Error('nobody revealed');
      const [liar] = stage.liars as [string];
      const { selfSeed } = stage.world.secretsOf(liar, 'main');
      const message = { ...own.message, selfSeed: flipped(selfSeed) };
      stage.lie(liar, { type: 'reveal', message }, stage.honest);
      return stage.finish();
    },
  },
  {
    name: 'a liar reveals a pair seed that it never committed to',
    rule: 'a revealed pair seed is held against the hash that two members signed',
    breaks: 'decision',
    edits: [
      {
        file: REVEALS,
        find: 'return hash !== undefined && sameBytes(pairHash(plan.setup, self, peer, seed), hash);',
        put: 'return hash !== undefined && pairHash(plan.setup, self, peer, seed).length > 0;',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      const [liar, late, a, b] = stage.turns as [string, string, string, string];
      certify(stage, [liar, a, b]);
      const [theirs] = stage.said({ type: 'reveal', from: a });
      if (theirs?.type !== 'reveal') throw new Error('nobody revealed');
      const seed = flipped(stage.world.pairSeed('main', liar, late));
      const { selfSeed } = stage.world.secretsOf(liar, 'main');
      const message = { ...theirs.message, selfSeed, pairs: [{ org: late, seed }] };
      stage.lie(liar, { type: 'reveal', message }, [a, b]);
      return stage.finish();
    },
  },
  {
    name: 'a liar releases a false share of a member that is slow to reveal',
    rule: 'a released share is held against the hash of its dealer',
    breaks: 'justice',
    edits: [
      {
        file: RECOVERY,
        find: 'return sameBytes(shareHash(plan.setup, kind, from, to, piece.share), hash);',
        put: 'return shareHash(plan.setup, kind, from, to, piece.share).length > 0;',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      const [liar, slow, a, b] = stage.turns as [string, string, string, string];
      certify(stage, stage.turns);
      const [own] = stage.said({ type: 'reveal', from: a });
      if (own?.type !== 'reveal') throw new Error('nobody revealed');
      const { round, sum, context, set } = own.message;
      const pieces = [{ dealer: slow, kind: 1, share: Buffer.alloc(32, 1) }];
      const selfSeed = stage.world.secretsOf(liar, 'main').selfSeed;
      stage.lie(liar, { type: 'reveal', message: { ...own.message, selfSeed } }, stage.honest);
      stage.lie(
        liar,
        { type: 'shareReveal', message: { round, sum, context, set, pieces } },
        stage.honest,
      );
      stage.share(['reveal'], [a, b]);
      stage.until(2000);
      stage.share(['shareReveal'], [a, b]);
      return stage.finish();
    },
  },
  {
    name: 'a member dies after its contribution',
    row: 'Shamir threshold raised by one',
    rule: 'Shamir threshold: q shares rebuild a secret, for q members always answer',
    breaks: 'decision',
    edits: [
      ...['self', 'sigma'].map((kind) => ({
        file: 'node/vault/set-up.ts',
        find: `split(own.${kind === 'self' ? 'selfSeed' : 'sigma'}, q, n, own.${kind}Coefficients)`,
        put: `split(own.${kind === 'self' ? 'selfSeed' : 'sigma'}, q + 1, n, own.${kind}Coefficients)`,
      })),
      {
        file: RECOVERY,
        find: '(shares.get(keyOf(dealer, kind))?.length ?? 0) >= state.terms.q;',
        put: '(shares.get(keyOf(dealer, kind))?.length ?? 0) > state.terms.q;',
      },
      { file: RECOVERY, find: '?? [], terms.q, most)', put: '?? [], terms.q + 1, most)' },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      certify(stage, stage.turns);
      return stage.finish();
    },
  },
  {
    name: 'two liars of seven put their own shares together',
    rule: 'Shamir threshold: more shares than there are liars',
    breaks: 'secrecy',
    edits: [
      {
        file: 'node/vault/set-up.ts',
        find: 'split(own.selfSeed, q, n, own.selfCoefficients)',
        put: 'split(own.selfSeed, terms.f, n, own.selfCoefficients)',
      },
      {
        file: 'node/vault/set-up.ts',
        find: 'split(own.sigma, q, n, own.sigmaCoefficients)',
        put: 'split(own.sigma, terms.f, n, own.sigmaCoefficients)',
      },
    ],
    broken: { threshold: 2 },
    play(product, broken) {
      const liars = (turns: readonly string[]) => turns.slice(0, 2);
      const stage = createStage(product, { n: 7, f: 2, liars, ...(broken && { broken }) });
      stage.until(-100);
      return stage.room.findings;
    },
  },
  {
    name: 'checking one kind of share asks for the other one too',
    row: 'hash for each kind',
    rule: 'one hash for each share and each kind, and only one kind is released',
    breaks: 'secrecy',
    edits: [
      {
        file: RELEASE,
        find: 'return [{ dealer, kind: KIND[kind], share: opened[kind] }];',
        put: 'return [{ dealer, kind: KIND.self, share: opened.self }, { dealer, kind: KIND.sigma, share: opened.sigma }];',
      },
      {
        file: 'protocol/round/well-formed.ts',
        find: 'place <= (places[i - 1] ?? -1)',
        put: 'place < (places[i - 1] ?? -1)',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      const [, , a, b] = stage.turns as [string, string, string, string];
      certify(stage, stage.turns);
      stage.share(['reveal'], [a, b]);
      stage.until(2000);
      return stage.finish();
    },
  },
  {
    name: 'a late member is asked to open its seed too',
    row: 'members outside the set silent',
    rule: 'members outside the set reveal nothing of their own',
    breaks: 'secrecy',
    edits: [
      {
        file: SUMMING,
        find: 'if (!inSet || state.asked.has(key)) return null;',
        put: 'if ((!inSet && state.self === null) || state.asked.has(key)) return null;',
      },
      {
        file: ONE_SUM,
        find: 'if (!listed) throw notInSet(member.org, sum);\n  if (!sameBytes(',
        put: 'if (listed && !sameBytes(',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      const [liar, late, a, b] = stage.turns as [string, string, string, string];
      certify(stage, [liar, a, b]);
      for (const type of ['contribution', 'candidate', 'precommit'] as const)
        stage.bring({ type }, [late]);
      return stage.finish();
    },
  },
  {
    name: 'a liar of the set stays silent, and an honest member is outside because it was late',
    rule: 'who is outside the set gives its share of its own mask key',
    breaks: 'decision',
    edits: [
      {
        file: RELEASE,
        find: "if (dealer === member.org && kind === 'sigma')",
        put: "if (dealer === member.org && kind !== 'sigma')",
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      const [liar, , a, b] = stage.turns as [string, string, string, string];
      certify(stage, [liar, a, b]);
      return stage.finish();
    },
  },
  {
    name: 'a liar signs a false result',
    rule: 'q equal results publish, not q results',
    breaks: 'one result',
    edits: [
      {
        file: SUMMING,
        find: 'sameBytes(one.lanesDigest, result.lanesDigest) &&',
        put: 'one.lanesDigest.length === 32 &&',
      },
      {
        file: SUMMING,
        find: 'sameBytes(one.reportDigest, result.reportDigest);',
        put: 'one.reportDigest.length >= 0;',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, mustDecide: true });
      const [liar, c, a, b] = stage.turns as [string, string, string, string];
      certify(stage, stage.turns);
      const [own] = stage.said({ type: 'reveal', from: a });
      if (own?.type !== 'reveal') throw new Error('nobody revealed');
      const selfSeed = stage.world.secretsOf(liar, 'main').selfSeed;
      stage.lie(liar, { type: 'reveal', message: { ...own.message, selfSeed } }, stage.honest);
      const { round, sum, context, set } = own.message;
      const digest = Buffer.alloc(32, 9);
      stage.lie(
        liar,
        {
          type: 'result',
          message: { round, sum, context, set, lanesDigest: digest, reportDigest: digest },
        },
        stage.honest,
      );
      stage.share(['reveal'], [a, b]);
      stage.bring({ type: 'reveal', from: c }, [a, b]);
      stage.bring({ type: 'result', from: b }, [a]);
      return stage.finish();
    },
  },
];
