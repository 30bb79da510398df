import { expect } from 'chai';
import {
  contextOf,
  earlierResult,
  GRID_ID,
  layoutDigest,
  mainLayout,
  setupOf,
  SUITE,
  type SumTerms,
} from '../../aggregation/index.ts';
import { expectCode } from './expect-code.ts';
import { bytes32 } from './room.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const terms: SumTerms = {
  suite: SUITE,
  consortium: bytes32('consortium'),
  round: bytes32('round'),
  sum: 'main',
  layoutDigest: layoutDigest(mainLayout()),
  grid: GRID_ID,
  rosterDigest: bytes32('roster'),
  n: 5,
  f: 1,
  q: 4,
};

describe('the context of a sum', () => {
  it('has another setup for another value of any term', () => {
    const others: Partial<SumTerms>[] = [
      {},
      { suite: 'other' },
      { consortium: bytes32('other') },
      { round: bytes32('other') },
      { sum: 'threshold' },
      { layoutDigest: bytes32('other') },
      { grid: 'other' },
      { rosterDigest: bytes32('other') },
      { n: 6 },
      { n: 6, f: 2, q: 5 },
      { suite: `${SUITE}m`, sum: 'ain' },
    ];
    const setups = others.map((other) => hex(setupOf({ ...terms, ...other })));
    expect(new Set(setups).size).to.equal(others.length);
    expect(setups[0]).to.equal(hex(setupOf({ ...terms })));
  });

  it('refuses a q that is not the quorum, sizes that protect nobody, and digests of other lengths', () => {
    const smaller = () => setupOf({ ...terms, q: 3 });
    expect(expectCode('E_SIZE', smaller).details).to.deep.equal({ q: 3 });
    expectCode('E_SIZE', () => setupOf({ ...terms, n: 3, f: 2, q: 3 }));
    for (const field of ['consortium', 'round', 'layoutDigest', 'rosterDigest'] as const)
      expectCode('E_LENGTH', () => setupOf({ ...terms, [field]: new Uint8Array(31) }));
  });

  it('depends on the set-up, on each earlier result, and on their order', () => {
    const setup = setupOf(terms);
    const [a, b] = [
      earlierResult(bytes32('set'), Buffer.of(1)),
      earlierResult(bytes32('set'), Buffer.of(2)),
    ];
    const contexts = [
      contextOf(setup, bytes32('digest'), []),
      contextOf(setup, bytes32('other'), []),
      contextOf(bytes32('other'), bytes32('digest'), []),
      contextOf(setup, bytes32('digest'), [a]),
      contextOf(setup, bytes32('digest'), [a, b]),
      contextOf(setup, bytes32('digest'), [b, a]),
      contextOf(setup, bytes32('digest'), [earlierResult(bytes32('other set'), Buffer.of(1))]),
    ].map(hex);
    expect(new Set(contexts).size).to.equal(contexts.length);
    expectCode('E_LENGTH', () => contextOf(setup, new Uint8Array(0), []));
    expectCode('E_LENGTH', () => contextOf(setup, bytes32('digest'), [new Uint8Array(33)]));
  });
});
