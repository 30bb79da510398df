/** A few hundred schedules, and every attack with its rule in place and taken out. `npm run simulate` plays many more. */
import { expect } from 'chai';
import { ATTACKS } from './attacks/index.ts';
import { BEHAVIOURS } from './behaviours.ts';
import { loadProduct, type Product } from './product.ts';
import { runSeed } from './runs.ts';

const SCHEDULES = 150;
const AT_ONCE = 50;

describe('the simulator', () => {
  let product: Product;

  before(async () => {
    product = await loadProduct();
  });

  describe('random schedules', () => {
    for (let from = 1; from <= SCHEDULES; from += AT_ONCE)
      it(`keeps every promise with the seeds from ${from} on`, () => {
        for (let seed = from; seed < from + AT_ONCE; seed++)
          expect(runSeed(product, seed).findings, `seed ${seed}`).to.deep.equal([]);
      }).timeout(60_000);

    it('keeps every promise with real signatures and the layout of a real round', async () => {
      const genuine = await loadProduct({ light: false });
      for (let seed = 1; seed <= 4; seed++) {
        const { findings } = runSeed(genuine, seed, { size: { n: 4, f: 1 } });
        expect(findings, `seed ${seed}`).to.deep.equal([]);
      }
    }).timeout(60_000);

    it('plays a seed again to the letter', () => {
      const traceOf = (seed: number) => {
        const lines: string[] = [];
        runSeed(product, seed, { trace: (line) => lines.push(line) });
        return lines;
      };
      for (const seed of [3, 7, 20]) {
        const lines = traceOf(seed);
        expect(lines.length).to.be.above(20);
        expect(traceOf(seed)).to.deep.equal(lines);
      }
    }).timeout(60_000);

    it('knows twenty behaviours of liars and more', () => {
      expect(Object.keys(BEHAVIOURS)).to.have.length.above(20);
      expect(ATTACKS).to.have.length.above(20);
    });
  });

  describe('attacks', () => {
    for (const { name, rule, breaks, edits, layers = [], broken, play } of ATTACKS) {
      it(`stops: ${name}`, () => {
        expect(play(product)).to.deep.equal([]);
      }).timeout(30_000);

      it(`falls to it without: ${rule}`, async () => {
        const without = edits ? await loadProduct({ edits }) : product;
        expect(play(without, broken).map(({ promise }) => promise)).to.include(breaks);
      }).timeout(30_000);

      for (const layer of layers)
        it(`stops it by this alone: ${layer.rule}`, async () => {
          const others = layers.filter((other) => other !== layer);
          const only = await loadProduct({ edits: others.flatMap(({ edits }) => edits) });
          expect(play(only)).to.deep.equal([]);
        }).timeout(30_000);
    }
  });

  it('refuses a patch whose text is not there exactly once', async () => {
    const file = 'protocol/round/voting.ts';
    for (const find of ['no such text', 'return']) {
      const failure = await loadProduct({ edits: [{ file, find, put: '' }] }).catch(
        (error: Error) => error,
      );
      expect(failure).to.be.instanceOf(Error).with.property('message').that.includes('not once');
    }
  });
});
