/** Attacks on what peers bring each other: statements that a liar shows to some only. */
import { createStage } from '../stage.ts';
import type { Attack } from './attack.ts';

export const RELAY_ATTACKS: readonly Attack[] = [
  {
    name: 'a liar shows its contribution to two members, who lock, and to the third one never',
    row: 'relay of liars’ messages',
    rule: 'relay: every peer offers the others all that it has, whoever signed it',
    breaks: 'decision',
    broken: { forgets: { relay: true } },
    play(product, broken) {
      const stage = createStage(product, {
        n: 4,
        f: 1,
        ...(broken && { broken }),
        mustDecide: true,
      });
      const [liar, third, a, b] = stage.turns as [string, string, string, string];
      stage.until(-100);
      stage.share(['contribution'], [liar, a, b]);
      stage.bring({ type: 'contribution', from: third }, [a, b]);
      stage.until(5);
      const set = stage.name(0, stage.turns, [a, b]);
      stage.vote('prevote', set, [a, b]);
      stage.share(['prevote'], [a, b]);
      stage.connect();
      return stage.finish();
    },
  },
  {
    name: 'a liar shows its precommit to two members, and the third one is cut off while they certify',
    row: 'certificate forwarding',
    rule: 'whoever has a certificate passes its signatures on',
    breaks: 'all or none',
    broken: { forgets: { forwarding: true } },
    play(product, broken) {
      const stage = createStage(product, { n: 4, f: 1, ...(broken && { broken }) });
      const [liar, , a, b] = stage.turns as [string, string, string, string];
      stage.until(-100);
      stage.share(['contribution'], stage.turns);
      stage.until(5);
      const set = stage.name(0, stage.turns, [liar, a, b]);
      stage.vote('prevote', set, [a, b]);
      stage.share(['prevote'], [liar, a, b]);
      stage.vote('precommit', set, [a, b]);
      stage.share(['precommit'], [liar, a, b]);
      stage.untilView(1);
      stage.connect();
      // the sum needs nothing of the third one
      for (const afterMs of [1500, 2500, 3500]) {
        stage.until(afterMs);
        for (const type of ['reveal', 'shareReveal', 'result'] as const) {
          stage.bring({ type, from: [a, b] }, [liar]);
          stage.bring({ type, from: liar }, [a, b]);
        }
      }
      return stage.finish();
    },
  },
];
