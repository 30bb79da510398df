/** Attacks on votes: two for one slot, one counted twice, and quorums that share nobody. */
import { createStage } from '../stage.ts';
import type { Attack } from './attack.ts';

const VOTING = 'protocol/round/voting.ts';
const CERTIFICATE = 'protocol/round/certificate.ts';

export const VOTE_ATTACKS: readonly Attack[] = [
  {
    name: 'a coordinator names two sets in one view, and everybody votes for both',
    row: 'one vote for each view',
    rule: 'one prevote and one precommit for each view, in the machine and in the vault',
    breaks: 'one word',
    edits: [
      {
        file: VOTING,
        find: `const candidate = candidatesOf(sum, view)[0];
  if (!candidate || isSaid(state, sum, 'prevote', view)) return null;`,
        put: `const keyOf = (one: any) => \`prevote/\${plan.id}/\${view}/\${one ? hex(setHash(context, one.message.set)) : ''}\`;
  const candidate = candidatesOf(sum, view).find((one) => !state.asked.has(keyOf(one)));
  const key = keyOf(candidate);
  if (!candidate) return null;`,
      },
      {
        file: VOTING,
        find: 'return ask(state, `prevote/${plan.id}/${view}`, sign(',
        put: 'return ask(state, key, sign(',
      },
      {
        file: VOTING,
        find: "if (isSaid(state, sum, 'precommit', view)) return null;",
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
        find: 'return ask(state, `precommit/${plan.id}/${view}`, sign(',
        put: 'return ask(state, key, sign(',
      },
      {
        file: VOTING,
        find: 'if (isVoting(state, plan)) return null;',
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
    breaks: 'agreement',
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
    breaks: 'secrecy',
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
];
