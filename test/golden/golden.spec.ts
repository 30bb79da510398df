/** What was published and kept: `audit verify` gives each golden file the verdict that it had when it was put here. */
import { expect } from 'chai';
import { withCopies } from '../../node/cli/audit-verify.ts';
import { audit, type Audit } from '../../protocol/audit.ts';
import { openConsortium, parseManifestFile } from '../../protocol/manifest.ts';
import { reportText } from '../../protocol/report.ts';
import { decode } from '../../protocol/schema/codec.ts';
import { open } from '../../protocol/statement.ts';
import { applyEdits } from './edits.ts';
import { goldenNames, readGolden, readGoldenJson, type BadFile, type ChainCase } from './files.ts';

const goodFile = (name: string, file: string) => readGolden(`good/${name}/${file}`);

/** The verdict on a good round, with one of its files replaced. */
function audited(name: string, changed: Partial<Record<string, Buffer>> = {}, of = name): Audit {
  const file = (one: string) => changed[one] ?? goodFile(name, one);
  const found = audit(file('round.bundle'), goodFile(of, 'consortium.json').toString());
  const [json, html] = [file('report.json').toString(), file('report.html').toString()];
  return withCopies(found, { json, html });
}

const signers: Readonly<Record<string, readonly string[]>> = {
  demo: ['Org1', 'Org2', 'Org3', 'Org4'],
  'four-orgs': ['A', 'B', 'C', 'D'],
  'one-left-out': ['A', 'B', 'C', 'D'],
  'two-sums': ['A', 'B', 'C', 'D'],
  'rebuilt-self-seed': ['A', 'B', 'C', 'D'],
  'rebuilt-mask-keys': ['A', 'B', 'C', 'D', 'E', 'F', 'G'],
  'second-view': ['A', 'B', 'D'],
  comparables: ['A', 'B', 'C', 'D'],
  exception: ['A', 'B', 'C', 'D'],
};

describe('golden bundles', () => {
  it('are all there', () => {
    expect(goldenNames('good')).to.deep.equal(Object.keys(signers).sort());
    expect(goldenNames('bad').length).to.be.at.least(42);
  });

  for (const name of goldenNames('good'))
    it(`verifies good/${name}, report and page`, () => {
      const found = audited(name);
      expect(found.checks.filter(({ ok }) => !ok)).to.deep.equal([]);
      expect(found.checks.slice(-2).map((check) => check.name)).to.deep.equal(['json', 'page']);
      expect(found.verifiedBy).to.deep.equal(signers[name]);
      expect(found.report && reportText(found.report)).to.equal(
        goodFile(name, 'report.json').toString(),
      );
    });

  it('show what they are there for: seeds rebuilt, a later view, comparable rounds, an exception', () => {
    const bundleIn = (name: string) => decode('Bundle', goodFile(name, 'round.bundle'));
    const differencing = (name: string) => audited(name).report?.differencing;
    const [self] = bundleIn('rebuilt-self-seed').recovered;
    expect([self?.selves.length, self?.pairs.length]).to.deep.equal([1, 0]);
    const [keys] = bundleIn('rebuilt-mask-keys').recovered;
    expect([keys?.selves.length, keys?.pairs.length]).to.deep.equal([1, 2]);
    const world = openConsortium(parseManifestFile(goodFile('second-view', 'consortium.json').toString())); // prettier-ignore
    const views = bundleIn('second-view')
      .envelopes.map((envelope) => open(world, envelope))
      .flatMap((one) => (one.type === 'precommit' ? [one.message.view] : []));
    expect(new Set(views)).to.deep.equal(new Set([1]));
    const before = audited('four-orgs').report?.round;
    expect(differencing('comparables')).to.deep.equal({ comparable: [before], exception: null });
    expect(differencing('exception')).to.deep.equal({
      comparable: [before],
      exception: 'D has no data',
    });
  });

  for (const name of goldenNames('bad')) {
    const { about, of, file, edits, consortium, check, names } = readGoldenJson<BadFile>(
      `bad/${name}`,
    );
    it(`refuses bad/${name} at ${check}: ${about}`, () => {
      const bad = applyEdits(goodFile(of, file), edits);
      if (edits.length > 0) expect(bad.equals(goodFile(of, file))).to.equal(false);
      const found = audited(of, { [file]: bad }, consortium);
      expect(found.ok).to.equal(false);
      const failed = found.checks.filter(({ ok }) => !ok);
      expect(failed.map((one) => one.name)).to.deep.equal([check]);
      for (const what of names) expect(failed[0]?.detail).to.contain(what);
    });
  }
});

describe('golden chains of manifests', () => {
  const bundle = goodFile('four-orgs', 'round.bundle');
  for (const { about, given, place, names } of readGoldenJson<ChainCase[]>('chain/cases.json'))
    it(`${place === null ? 'refuses' : 'follows'} ${about}`, () => {
      const texts = given.map((name) => readGolden(`chain/${name}.json`).toString());
      const found = audit(bundle, texts);
      expect(found.ok).to.equal(place !== null);
      expect(found.manifest?.place ?? null).to.equal(place);
      const { name, detail } = found.checks.at(place === null ? -1 : 1) ?? {};
      expect(name).to.equal('consortium');
      for (const what of names) expect(detail).to.contain(what);
    });
});
