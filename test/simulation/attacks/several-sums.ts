/** Attacks on rounds of several sums: what one sum tells of another. */
import type { Edit, Product } from '../product.ts';
import { createStage, type Stage } from '../stage.ts';
import { unlessRefused, without, type Attack, type Layer } from './attack.ts';

/** Certifies these sets, one sum after another: who is not in one is late for it. */
function sumsWithSets(stage: Stage, sets: readonly (readonly string[])[]): void {
  const { terms } = stage.world;
  sets.forEach((set, index) => {
    const plan = terms.sums[index] as (typeof terms.sums)[number];
    stage.room.runUntil(plan.cutMs - 50);
    const inside = stage.honest.filter((org) => set.includes(org));
    stage.bring({ type: 'contribution', from: set, sum: plan.id }, [...inside, ...stage.liars]);
    for (let step = 0; step < 400; step++) {
      stage.room.runUntil(plan.cutMs + 50 * step);
      for (const type of ['candidate', 'prevote', 'precommit'] as const)
        stage.bring({ type, sum: plan.id }, [...inside, ...stage.liars]);
      if (inside.every((org) => stage.room.peer(org).state().sums[index]?.certified)) break;
    }
    stage.bring({ type: 'contribution', sum: plan.id }, stage.turns);
    for (const type of ['candidate', 'precommit', 'reveal', 'result'] as const)
      stage.bring({ type, sum: plan.id }, stage.turns);
    stage.bring({ type: 'result', sum: plan.id }, stage.turns);
  });
}

/** A proposal with two sums over one input is refused. */
const COUNTED_TWICE: readonly Edit[] = [
  {
    file: 'protocol/terms.ts',
    find: 'sums.findIndex((other) => other.input === input) !== i',
    put: 'sums.findIndex((other) => other.input === input) > i',
  },
];

/** What keeps the secrets of two sums apart. */
const KEPT_APART: readonly Layer[] = [
  {
    rule: 'every sum has seeds of its own',
    edits: [
      {
        file: 'node/vault/set-up.ts',
        find: 'const seeds = terms.sums.map((plan) => ({ round: id, sum: plan.id, seed: randomBytes(32) }));',
        put: 'const one = randomBytes(32); const seeds = terms.sums.map((plan) => ({ round: id, sum: plan.id, seed: Buffer.from(one) }));',
      },
    ],
  },
  {
    rule: 'every key derivation has the context of its sum',
    edits: [
      {
        file: 'aggregation/secrets.ts',
        find: 'derive(seed, 32, name, setup);',
        put: 'derive(seed, 32, name);',
      },
      {
        file: 'aggregation/secrets.ts',
        find: "32, 'mask key', setup);",
        put: "32, 'mask key');",
      },
      {
        file: 'aggregation/secrets.ts',
        find: "derive(shared, 32, 'pair seed', setup, ...parts);",
        put: "derive(shared, 32, 'pair seed', ...parts);",
      },
      {
        file: 'aggregation/mask.ts',
        find: "derive(need32(seed, 'a seed'), 32, label, need32(context, 'a context'), ...orgs)",
        put: "derive(need32(seed, 'a seed'), 32, label, ...orgs)",
      },
    ],
  },
];

/** Two sums that count the same load, each with a set of its own. */
const overOneInput = (
  product: Product,
  sums: string[],
  setsOf: (turns: readonly string[]) => readonly (readonly string[])[],
) =>
  unlessRefused(product, () => {
    const stage = createStage(product, { n: 4, f: 1, sums, inputs: ['load', 'load'] });
    sumsWithSets(stage, setsOf(stage.turns));
    return stage.finish();
  });

export const SEVERAL_SUMS_ATTACKS: readonly Attack[] = [
  {
    name: 'two sums over the same data, with a member in one of them only',
    row: 'no second sum over the same data, or with another set',
    rule: 'data is spent once: two sums never count the same input',
    breaks: 'secrecy',
    edits: COUNTED_TWICE,
    play: (product) =>
      overOneInput(product, ['main', 'second'], (turns) => [turns, turns.slice(0, 3)]),
  },
  {
    name: 'a member that was late for the main sum takes part in a threshold sum over the same data',
    row: 'threshold for the main set only',
    rule: 'no threshold sum stands beside a main one, for its members or for others: it would count the same input',
    breaks: 'secrecy',
    edits: COUNTED_TWICE,
    play: (product) =>
      overOneInput(product, ['main', 'threshold'], (turns) => [
        turns.filter((_, i) => i !== 1),
        turns,
      ]),
  },
  {
    name: 'masks of one sum are taken off with what is opened in another one',
    row: 'context in the key derivation',
    rule: 'every sum has seeds of its own, and its context in every key derivation',
    breaks: 'secrecy',
    ...without(KEPT_APART),
    play(product) {
      const stage = createStage(product, { n: 4, f: 1, sums: ['main', 'second'] });
      const [liar, a, b, c] = stage.turns as [string, string, string, string];
      sumsWithSets(stage, [
        [liar, a, b],
        [liar, a, c],
      ]);
      return stage.finish();
    },
  },
];
