/** Every lie of the random runs names what stops it, and that is there. */
import { expect } from 'chai';
import { ATTACKS } from './attacks/index.ts';
import { BEHAVIOURS } from './behaviours.ts';
import { CALM } from './plan.ts';
import { loadProduct, type Product } from './product.ts';
import { randomOf } from './random.ts';
import { worldOf } from './runs.ts';
import type { Behaviour } from './saying.ts';
import { SET_UP_BEHAVIOURS } from './set-up-lies.ts';
import { createSimulation } from './simulation.ts';
import { ruleOf, STOPPED_BY } from './stopped-by.ts';
import { T0 } from './world.ts';

const ALL: Readonly<Record<string, Behaviour>> = { ...BEHAVIOURS, ...SET_UP_BEHAVIOURS };
const SEEDS = 12;

/** One liar of four on a network that works: the codes of all that honest peers refuse, and of their ends. */
function codesOf(product: Product, behaviour: Behaviour, seed: number): Set<string> {
  const world = worldOf(product, { n: 4, f: 1, sums: ['main'] });
  const random = randomOf(seed);
  const liar = random.one(world.roster);
  const codes = new Set<string>();
  const room = createSimulation({
    world,
    plan: { ...CALM, isWhole: true, mustDecide: false },
    random,
    startMs: T0,
    hostility: new Map([[liar, [behaviour.make()]]]),
    trace(line) {
      const refused = / ([A-Z]) \S+ on message: .*refuse (E_\w+)/.exec(line);
      if (refused && refused[1] !== liar) codes.add(refused[2] as string);
    },
  });
  for (const peer of room.peers.values()) room.at(T0 + random.whole(0, 3000), () => peer.accept());
  room.finish();
  for (const { org, state } of room.peers.values())
    if (org !== liar) codes.add(state().end?.code ?? '');
  return codes;
}

describe('what stops a liar of the random runs', () => {
  let product: Product;

  before(async () => {
    product = await loadProduct();
  });

  it('is named for every behaviour, and for nothing else', () => {
    expect(Object.keys(STOPPED_BY)).to.have.members(Object.keys(ALL));
  });

  for (const [name, by] of Object.entries(STOPPED_BY)) {
    if ('attack' in by)
      it(`has a script, for who ${name}`, () => {
        const attack = ATTACKS.find((one) => one.name === by.attack);
        expect(attack, by.attack).to.have.property('rule', ruleOf(name));
      });

    if ('code' in by)
      it(`is what honest peers answer who ${name}: ${by.code}`, () => {
        const seen = new Set<string>();
        for (let seed = 1; seed <= SEEDS && !seen.has(by.code); seed++)
          for (const code of codesOf(product, ALL[name] as Behaviour, seed)) seen.add(code);
        expect([...seen]).to.include(by.code);
      }).timeout(20_000);
  }
});
