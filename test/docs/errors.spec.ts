/** The catalogue of errors holds against the sources, the tests, docs/errors.md and docs/cli.md; docs/protocol.md names all ends. */
import { expect } from 'chai';
import { CATALOGUE, SECTIONS, withNext, type ErrorKind } from '../../node/error-catalogue.ts';
import { NodeError } from '../../node/errors.ts';
import { EXIT } from '../../node/exit-codes.ts';
import { errorPage } from './error-page.ts';
import { read, sources } from './pages.ts';

const CODE = /\bE_[A-Z][A-Z0-9_]*\b/g;
const unique = (found: Iterable<string>) => [...new Set(found)].sort();
const codesIn = (text: string) => unique(text.match(CODE) ?? []);

const FLOORS = ['node', 'protocol', 'aggregation', 'connectors', 'scenarios'];
const isCatalogue = (path: string) => /^node\/error-(kinds\/|catalogue)/.test(path);
const inSources = unique(
  sources(...FLOORS)
    .filter(({ path }) => !isCatalogue(path))
    .flatMap(({ text }) => codesIn(text)),
);
const kinds: [string, ErrorKind][] = Object.entries(CATALOGUE);
const codes = kinds.map(([code]) => code).sort();

describe('the catalogue of errors', () => {
  it('has a row for each code of the sources, and none that no source has', () => {
    expect(inSources).to.have.length.above(90);
    expect(codes).to.deep.equal(inSources);
  });

  it('says what each code means, what to do next, and how the command ends', () => {
    const exits: readonly number[] = Object.values(EXIT);
    for (const [code, { means, next, exitCode }] of kinds) {
      expect(means, code).to.match(/^.{8,}[^.]$/);
      expect(next, code).to.match(/^[A-Z].*[^.]\.$/);
      expect(exits, code).to.include(exitCode);
      expect(exitCode, code).not.to.equal(EXIT.ok);
    }
  });

  it('has each code in one section only', () => {
    const all = SECTIONS.flatMap(({ kinds: some }) => Object.keys(some));
    expect(all.sort()).to.deep.equal(codes);
  });

  it('knows no code by a typing error', () => {
    // @ts-expect-error: what is not in the catalogue does not compile
    expect(() => new NodeError('E_TYPO', 'this code is not there')).to.throw(TypeError);
    expect(withNext('E_TYPO', 'what happened')).to.equal('what happened');
  });

  it('has no code that no test expects', () => {
    const expected = unique(
      sources('test')
        .filter(({ path }) => path.endsWith('.spec.ts') && !path.startsWith('test/docs/'))
        .flatMap(({ text }) => codesIn(text)),
    );
    expect(codes.filter((code) => !expected.includes(code))).to.deep.equal([]);
  });
});

describe('docs/errors.md', () => {
  it('is what the catalogue says: npm run docs:errors writes it', async () => {
    expect(read('docs/errors.md')).to.equal(await errorPage());
  });
});

describe('docs/cli.md', () => {
  it('has each exit code, and no other', () => {
    const rows = [...read('docs/cli.md').matchAll(/^\| (\d+) +\| .+ \|$/gm)].map(([, n]) =>
      Number(n),
    );
    const ofSignals = rows.filter((code) => code > 128);
    expect(rows.filter((code) => code < 128).sort()).to.deep.equal(Object.values(EXIT).sort());
    expect(ofSignals).to.deep.equal([130]);
  });
});

describe('the ends of a round in docs/protocol.md', () => {
  const ends = sources('protocol').flatMap(({ text }) =>
    [...text.matchAll(/\bend\(\s*\w+,\s*'(\w+)',\s*'(\w+)'/g)].map(([, phase, code]) => ({
      phase,
      code,
    })),
  );
  const page = read('docs/protocol.md');

  it('are all there, phase and code', () => {
    expect(ends).to.have.length.above(8);
    for (const { phase, code } of ends)
      expect(page).to.match(new RegExp(`^\\| \`${phase}\` +\\| \`${code}\` +\\|`, 'm'));
  });
});
