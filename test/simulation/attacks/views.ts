/** Attacks on the views of an agreement: who may name a set, and when the next one has its turn. */
import { createStage } from '../stage.ts';
import type { Attack } from './attack.ts';

const VIEWS = 'protocol/round/views.ts';
const HEAR = 'protocol/round/hear.ts';

export const VIEW_ATTACKS: readonly Attack[] = [
  {
    name: 'who is no coordinator names sets that nobody has, first in every view',
    rule: 'only its coordinator names a set in a view',
    breaks: 'decision',
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
    breaks: 'decision',
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
    breaks: 'decision',
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
];

/** The last view that there is, and whose turn it is. */
function lastTurn(product: Parameters<Attack['play']>[0]): { org: string; view: number } {
  const { world, turns } = createStage(product, { n: 4, f: 1 });
  const view = product.views.lastView(world.terms, world.terms.sums[0] as never);
  return { view, org: turns[view % turns.length] as string };
}
