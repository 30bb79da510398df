import { expect } from 'chai';
import { assertSize, quorum } from '../../aggregation/index.ts';
import { expectCode } from './expect-code.ts';

describe('the quorum', () => {
  const table: [n: number, f: number, q: number][] = [
    [3, 1, 3],
    [4, 1, 3],
    [5, 1, 4],
    [6, 1, 4],
    [7, 1, 5],
    [7, 2, 5],
    [10, 3, 7],
    [16, 5, 11],
  ];
  for (const [n, f, q] of table)
    it(`is ${q} for n = ${n}, f = ${f}`, () => expect(quorum(n, f)).to.equal(q));

  it('can be reached, parts both kinds of share and leaves two honest orgs in every sum, in every size', () => {
    for (let n = 3; n <= 256; n++)
      for (let f = 1; f <= n - 2; f++) {
        assertSize(n, f);
        const q = quorum(n, f);
        const safe = q <= n && 2 * q > n + f && q - f >= 2;
        if (!safe) expect.fail(`n = ${n}, f = ${f}`);
      }
  });

  it('refuses sizes that protect nobody', () => {
    const bad = [
      [2, 1],
      [257, 1],
      [3.5, 1],
      [3, 0],
      [4, 1.5],
      [4, -1],
      [3, 2],
      [4, 3],
      [10, 9],
      [3, 3],
      [NaN, 1],
    ] as const;
    for (const [n, f] of bad)
      expect(expectCode('E_SIZE', () => assertSize(n, f)).details).to.deep.equal({ n, f });
  });
});
