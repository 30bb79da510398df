/** Claims of the pages name the tests that hold them: these are there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { pages, TOP } from './pages.ts';

describe('tests that the pages name', () => {
  it('are there', () => {
    const named = pages().flatMap(({ path, text }) =>
      [...text.matchAll(/`(test\/[\w./-]+)`/g)].map(([, test = '']) => ({ path, test })),
    );
    expect(named).to.have.length.above(8);
    for (const { path, test } of named)
      expect(existsSync(join(TOP, test)), `${path}: ${test}`).to.equal(true);
  });
});
