/** Evidence that was written and kept: `audit evidence` gives each file the verdict that it had when it was put here. */
import { expect } from 'chai';
import { openChain } from '../../protocol/manifest-chain.ts';
import { verifyEvidenceIn } from '../../protocol/evidence/verify.ts';
import { refusalBy } from '../protocol/refusal.ts';
import { applyEdits } from './edits.ts';
import {
  goldenNames,
  readGolden,
  readGoldenJson,
  type BadEvidence,
  type GoodEvidence,
} from './files.ts';

const chainOf = (given: readonly string[]) =>
  openChain(given.map((name) => readGolden(name).toString()));
const named = (folder: string) =>
  goldenNames(`evidence/${folder}`)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/\.json$/, ''));
const bytesOf = (name: string) => readGolden(`evidence/good/${name}.evidence`);
const verdictOf = (name: string) => readGoldenJson<GoodEvidence>(`evidence/good/${name}.json`);

describe('golden evidence', () => {
  it('is all there', () => {
    expect(named('good')).to.have.length.above(20);
    expect(named('bad')).to.have.length.above(18);
  });

  for (const name of named('good')) {
    const { what, given, place, ...verdict } = verdictOf(name);
    it(`convicts ${verdict.org} by good/${name}: ${what}`, () => {
      const chain = chainOf(given);
      const { manifest, ...found } = verifyEvidenceIn(bytesOf(name), chain);
      expect(found).to.include(verdict);
      expect([manifest.place, manifest.of]).to.deep.equal([place, chain.length]);
    });
  }

  for (const name of named('bad')) {
    const { about, of, edits, names, given } = readGoldenJson<BadEvidence>(
      `evidence/bad/${name}.json`,
    );
    it(`convicts nobody by bad/${name}: ${about}`, () => {
      const bad = applyEdits(bytesOf(of), edits);
      if (edits.length > 0) expect(bad.equals(bytesOf(of))).to.equal(false);
      const refusal = refusalBy(() => verifyEvidenceIn(bad, chainOf(given ?? verdictOf(of).given)));
      expect(refusal.code).to.equal('E_EVIDENCE');
      for (const what of names) expect(refusal.message).to.contain(what);
    });
  }

  it('is followed along a whole chain of manifests, in any order', () => {
    const given = ['chain/3.json', 'chain/1.json', 'chain/2.json'];
    const { manifest } = verifyEvidenceIn(bytesOf('two-of-precommit'), chainOf(given));
    expect([manifest.place, manifest.of]).to.deep.equal([1, 3]);
  });
});
