import { expect } from 'chai';
import { ProtocolError } from '../../protocol/index.ts';
import { corpusFiles } from './corpus.ts';
import { decodersOf } from './decoders.ts';
import { fuzzReceivePath, receiveOnce } from './receive-path.ts';
import { makeSeeds, type Seeds } from './seeds.ts';
import { Found, fuzz, inputOf, tryOne, type Target } from './target.ts';

/** Of each target, by its weight: a moment's worth. `npm run fuzz` does millions. */
const INPUTS = 6;

describe('whatever comes in', function () {
  this.timeout(60_000);
  let seeds: Seeds;
  let targets: Target[];

  before(() => {
    seeds = makeSeeds();
    targets = decodersOf(seeds);
  });

  it('is read as what it is, or refused with a typed error', () => {
    for (const target of targets) {
      const tally = fuzz(target, 1, Math.ceil(target.weight * INPUTS));
      const refused = [...tally.keys()].filter((outcome) => outcome !== 'taken');
      expect(refused, target.name).to.not.be.empty;
    }
  });

  it('changes nothing in a live round when it is refused', async () => {
    const tally = await fuzzReceivePath(seeds, 1, 540);
    expect(tally.get('E_BAD_SIGNATURE'), 'damaged ones').to.be.above(5);
    expect(tally.get('taken'), 'ones that a liar may well say').to.be.above(5);
  });

  it('is refused as it was before, each input that was kept', async () => {
    const kept = corpusFiles();
    for (const { name } of targets) expect(kept.map(({ target }) => target)).to.include(name);
    for (const { name, target, code, bytes } of kept) {
      const outcome =
        target === 'receive'
          ? await receiveOnce(seeds, inputOf(bytes))
          : tryOne(targets.find((one) => one.name === target) as Target, inputOf(bytes));
      if (code) expect(outcome, `${name}: if that is right, npm run fuzz -- --keep`).to.equal(code);
    }
  });

  it('is told of when it brings out anything but a typed refusal', () => {
    const buggy: Target = {
      ...{ name: 'buggy', weight: 1, make: (random) => random.whole(0, 9) },
      attempt(input) {
        if (input === 7) throw new RangeError('out of bounds');
        throw new ProtocolError('E_MALFORMED', 'as it should be');
      },
    };
    expect(() => fuzz(buggy, 1, 1000)).to.throw(Found, 'out of bounds');
  });
});
