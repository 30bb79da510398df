/**
 * Claims of the pages name the tests that hold them, as `file: title`: the file is there, and a test or a group of that
 * title stands in it. What changes from case to case is `…` in a title.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { pages, read, sources, TOP } from './pages.ts';

interface Named {
  readonly path: string;
  readonly test: string;
  readonly title: string | undefined;
}

const named: readonly Named[] = pages().flatMap(({ path, text }) =>
  [...text.matchAll(/`(test\/[\w./-]+)(?:: ([^`]+))?`/g)].map(([, test = '', title]) => ({
    path,
    test,
    title,
  })),
);

/** Of the tests that run: none that is commented out or skipped. */
function titlesIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w.])(?:it|describe)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g)].map(
    ([, , title = '']) => title.replace(/\$\{[^}]*\}/g, '…').replace(/\\(.)/g, '$1'),
  );
}
const tests = sources('test');
const titlesOf = (file: string) => titlesIn(tests.find(({ path }) => path === file)?.text ?? '');

/** The pages on which people rely, each with a list of its promises at its end. */
const PROMISING = ['docs/threat-model.md', 'docs/privacy.md'];
const HEADING = '\n## What holds each promise\n';

const promisesIn = (page: string) =>
  (read(page).split(HEADING)[1] ?? '').split('\n').filter((line) => line.startsWith('- '));

describe('tests that the pages name', () => {
  it('are there', () => {
    expect(named).to.have.length.above(60);
    for (const { path, test } of named)
      expect(existsSync(join(TOP, test)), `${path}: ${test}`).to.equal(true);
  });

  it('have the titles by which they are named', () => {
    const titled = named.filter(({ title }) => title !== undefined);
    expect(titled).to.have.length.above(60);
    for (const { path, test, title } of titled)
      expect(titlesOf(test), `${path} names a test of ${test}`).to.include(title);
  });

  it('are not there any more once they are skipped, and only as a whole', () => {
    const text =
      "it('a b'); it.skip('c', f); xit('d'); describe(\n `e ${f(1)}\\'s`, g); say.it('h');";
    expect(titlesIn(text)).to.deep.equal(['a b', "e …'s"]);
  });

  it('are named by their titles where a page promises something', () => {
    for (const { path, test, title } of named.filter((one) => PROMISING.includes(one.path)))
      expect(title, `${path}: ${test}`).not.to.equal(undefined);
  });

  for (const page of PROMISING)
    it(`stand behind each promise of ${page}`, () => {
      const promises = promisesIn(page);
      expect(promises).to.have.length.above(9);
      for (const promise of promises) expect(promise, page).to.match(/^- .+: `test\/.+`$/);
    });

  it('stand behind everybody of whom the threat model speaks', () => {
    const [, table = ''] = read('docs/threat-model.md').split(/^\| -.*$/m);
    const who = [...table.split('\n\n')[0]!.matchAll(/^\| ([^|]+?) +\|/gm)].map(([, one]) => one);
    expect(who).to.have.length.above(6);
    const promises = promisesIn('docs/threat-model.md');
    for (const one of who)
      expect(
        promises.some((promise) => promise.startsWith(`- ${one}: \``)),
        one,
      ).to.equal(true);
  });
});
