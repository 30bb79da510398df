/** Attacks by what has no place in a round: other orgs, other rounds, and more than a peer can keep. */
import { createStage, type Stage } from '../stage.ts';
import { createWorld } from '../world.ts';
import type { Attack } from './attack.ts';

const HEAR = 'protocol/round/hear.ts';
const WELL_FORMED = 'protocol/round/well-formed.ts';

export const OUTSIDER_ATTACKS: readonly Attack[] = [
  {
    name: 'a member of the consortium that is not in the roster aborts the round',
    rule: 'only the roster is heard',
    breaks: 'own decision',
    edits: [
      {
        file: HEAR,
        find: 'if (!terms.roster.includes(message.signer))',
        put: 'if (message.signer.length === 0)',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, strangers: 1, isWhole: true });
      const [stranger] = stage.world.strangers as [string];
      const message = { round: stage.world.terms.roundId, code: 'noTime', reason: '' };
      stage.room.bring(stage.world.say(stranger, { type: 'abort', message }), stage.honest);
      return endedBy(stage, 'noTime');
    },
  },
  {
    name: 'an abort of another round is replayed in this one',
    rule: 'a statement counts in the round that it names',
    breaks: 'own decision',
    edits: [
      {
        file: HEAR,
        find: 'if (!sameBytes(message.message.round, terms.roundId))',
        put: 'if (message.message.round.length !== 32)',
      },
    ],
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, isWhole: true });
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
    breaks: 'memory',
    edits: [
      {
        file: WELL_FORMED,
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
    breaks: 'memory',
    edits: [
      {
        file: HEAR,
        find: 'if (others.length > 0 && !isNeeded(state, sum, message, [first, ...others]))',
        put: 'if (others.length < 0 && !isNeeded(state, sum, message, [first, ...others]))',
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

function endedBy(stage: Stage, code: string) {
  const ended = stage.honest.filter((org) => stage.room.peer(org).state().end?.code === code);
  if (ended.length > 0)
    stage.room.find('own decision', `the round of ${ended.join()} was ended from outside`);
  return stage.room.findings;
}
