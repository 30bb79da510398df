/** docs/errors.md and docs/protocol.md name each code that the sources have, and no other. */
import { expect } from 'chai';
import { read, sources } from './pages.ts';

const CODE = /\bE_[A-Z][A-Z0-9_]*\b/g;

const unique = (found: Iterable<string>) => [...new Set(found)].sort();
const codesIn = (text: string) => unique(text.match(CODE) ?? []);
const inSources = unique(
  sources('node', 'protocol', 'aggregation', 'connectors').flatMap(({ text }) => codesIn(text)),
);

describe('docs/errors.md', () => {
  const rows = [...read('docs/errors.md').matchAll(/^\| `(E_[A-Z0-9_]+)` +\| (.+?) +\|$/gm)];

  it('names each code of the sources once, and no other', () => {
    expect(inSources).to.have.length.above(90);
    expect(rows.map(([, code]) => code).sort()).to.deep.equal(inSources);
  });

  it('says something of each code', () => {
    for (const [, code, text] of rows) expect(text, code).to.have.length.above(10);
  });

  it('mentions no code in passing that no source has', () => {
    expect(codesIn(read('docs/errors.md')).filter((code) => !inSources.includes(code))).to.eql([]);
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
