/**
 * Attacks by whoever commands an honest org's node, but not its vault: each vault keeps the release rules by itself.
 */
import type { Verified } from '../../../protocol/statement.ts';
import { createStage, type Stage } from '../stage.ts';
import { countsOf } from '../simulation.ts';
import type { Attack } from './attack.ts';
import { certify } from './seeds.ts';

const ONE_SUM = 'node/vault/one-sum.ts';

/** What a certificate is made of, with the liar's signature and those that commanded vaults gave. */
function precommits(
  stage: Stage,
  candidate: Verified,
  view: number,
  orgs: readonly string[],
): Verified[] {
  if (candidate.type !== 'candidate') throw new TypeError('this is no candidate');
  const set = stage.hashOf(candidate.message.set);
  const message = { ...stage.about(), view, set };
  return orgs.flatMap((org) => {
    if (stage.liars.includes(org)) return [stage.lie(org, { type: 'precommit', message }, [])];
    const { vault } = stage.world.seatOf(org);
    return stage.askVault(() => vault.sign({ type: 'precommit', message })) ?? [];
  });
}

const certificateOf = (candidate: Verified, votes: readonly Verified[]) => ({
  candidate: candidate.bytes,
  precommits: votes.map(({ bytes }) => bytes),
});

function reveal(stage: Stage, org: string, candidate: Verified, votes: readonly Verified[]): void {
  const { sum, context } = stage.about();
  const certificate = certificateOf(candidate, votes);
  stage.askVault(() => stage.world.seatOf(org).vault.reveal({ sum, context, certificate }));
}

export const VAULT_ATTACKS: readonly Attack[] = [
  {
    name: 'a vault is shown two certificates of one sum',
    row: 'first certificate only',
    rule: 'the first certificate for each (round, sum) only',
    breaks: 'one word',
    edits: [
      {
        file: ONE_SUM,
        find: 'if (!sameBytes(obeyed as Uint8Array, setHash))',
        put: 'if (!obeyed)',
      },
      {
        file: 'node/vault/member.ts',
        find: 'if (there && !sameBytes(there, content))',
        put: 'if (there && content.length === 0)',
      },
    ],
    play(product) {
      // two certificates need more liars than f: what is held here is what each vault does against it
      const stage = createStage(product, { n: 4, f: 1, liars: (turns) => [turns[0] as string] });
      const [liar, late, a, b] = stage.turns as [string, string, string, string];
      stage.until(-100);
      const small = stage.name(0, [liar, a, b], []);
      const full = stage.name(4, stage.turns, []);
      const forSmall = precommits(stage, small, 0, [liar, a, b]);
      const forFull = precommits(stage, full, 4, [liar, a, b, late]);
      reveal(stage, a, small, forSmall);
      reveal(stage, b, full, forFull);
      reveal(stage, late, full, forFull);
      const before = stage.room.findings.length;
      reveal(stage, a, full, forFull);
      reveal(stage, b, small, forSmall);
      return stage.room.findings.slice(before);
    },
  },
  {
    name: 'a vault is asked for its self share of a member outside the set',
    row: 'one kind only',
    rule: 'never both kinds: self shares of members of the set, sigma shares of all others',
    breaks: 'secrecy',
    edits: [
      {
        file: 'node/vault/release.ts',
        find: 'if (wrong !== undefined)',
        put: "if (wrong === '')",
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      const [liar, late, a, b] = stage.turns as [string, string, string, string];
      certify(stage, [liar, a, b]);
      const [candidate] = stage.room.sent.filter(({ type }) => type === 'candidate') as [Verified];
      const votes = stage.said({ type: 'precommit' });
      const { sum, context } = stage.about();
      for (const org of [a, b]) {
        const certificate = certificateOf(candidate, votes);
        const missing = { self: [late], sigma: [] };
        stage.askVault(() =>
          stage.world.seatOf(org).vault.release({ sum, context, certificate, missing }),
        );
      }
      return stage.room.findings;
    },
  },
  {
    name: 'a vault is asked to mask other counts for the same sum',
    row: 'one vector for each (round, sum)',
    rule: 'one vector for each (round, sum)',
    breaks: 'one contribution',
    edits: [{ file: ONE_SUM, find: 'fill(journal, [contribution]);', put: 'void fill;' }],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      const [, a] = stage.turns as [string, string];
      stage.until(-100);
      const { sum, context } = stage.about();
      const { vault } = stage.world.seatOf(a);
      stage.askVault(() => {
        const lanes = countsOf(a, 'of-main').map((count) => count + 1);
        stage.room.noteLanes(a, 'of-main', lanes);
        return vault.mask({ sum, context, lanes, clockBoundUs: 1000 });
      });
      return stage.room.findings;
    },
  },
  {
    name: 'vaults are shown a certificate that too few signed',
    rule: 'a certificate has q signers',
    breaks: 'secrecy',
    edits: [
      {
        file: 'protocol/agreement.ts',
        find: 'if (signers.size < terms.q) return',
        put: 'if (signers.size < 1) return',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1 });
      const [liar, , a, b] = stage.turns as [string, string, string, string];
      stage.until(-100);
      const small = stage.name(0, [liar, a, b], []);
      const votes = precommits(stage, small, 0, [liar]);
      for (const org of [a, b]) reveal(stage, org, small, votes);
      return stage.room.findings;
    },
  },
  {
    name: 'a vault that lost its journal is asked to vote again',
    row: 'journal first',
    rule: 'journal first: what is signed is durable before it leaves',
    breaks: 'one word',
    edits: [
      {
        file: 'node/vault/member.ts',
        find: 'if (entries.length > 0) journal.write({ entries, ...more });',
        put: 'if (entries.length > 0 && !entries.some(({ slot }) => /vote|precommit/.test(slot))) journal.write({ entries, ...more });',
      },
    ],
    play(product) {
      // where the journal holds, losing the transcript alone does no harm
      const broken = { forgets: { transcript: ['candidate', 'prevote', 'precommit'] } };
      const stage = createStage(product, { n: 4, f: 1, broken });
      const [liar, , a, b] = stage.turns as [string, string, string, string];
      stage.until(-100);
      stage.share(['contribution'], [liar, a, b]);
      stage.until(5);
      const small = stage.name(0, [liar, a, b], [a]);
      stage.room.crash(a);
      stage.bring({ type: 'contribution' }, [b]);
      stage.room.restart(a);
      stage.until(10);
      stage.bring({ type: 'contribution' }, [a]);
      stage.name(0, stage.turns, [a]);
      void small;
      return stage.room.findings;
    },
  },
];
