/** `bench-node audit evidence` over every golden file of evidence, good and bad, in this process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { FileVerdict } from '../../../node/cli/audit-evidence.ts';
import { createOutput } from '../../../node/cli/output.ts';
import { createProgram } from '../../../node/cli/program.ts';
import { EXIT, type ExitCode } from '../../../node/exit-codes.ts';
import { applyEdits } from '../../golden/edits.ts';
import {
  goldenNames,
  goldenPath,
  readGolden,
  readGoldenJson,
  type BadEvidence,
  type GoodEvidence,
} from '../../golden/files.ts';

async function auditEvidence(files: readonly string[], given: readonly string[], json = false) {
  const said: string[] = [];
  let code: ExitCode = EXIT.ok;
  const sink = { write: (text: string) => said.push(text) };
  const output = createOutput(json, sink, sink, { env: { NO_COLOR: '1' } });
  const program = createProgram(output, (other) => (code = other));
  const manifests = given.flatMap((name) => ['--consortium', goldenPath(name)]);
  await program.parseAsync(['audit', 'evidence', ...files, ...manifests], { from: 'user' });
  return { code, text: said.join('') };
}

const good = goldenNames('evidence/good').filter((name) => name.endsWith('.evidence'));
const fileOf = (name: string) => goldenPath(`evidence/good/${name}`);
const verdictOf = (name: string) =>
  readGoldenJson<GoodEvidence>(`evidence/good/${name.replace(/\.evidence$/, '.json')}`);

describe('audit evidence', () => {
  for (const name of good) {
    const { lie, org, round, place, given } = verdictOf(name);
    it(`names the liar by ${name}`, async () => {
      const { code, text } = await auditEvidence([fileOf(name)], given);
      expect(code).to.equal(EXIT.ok);
      expect(text).to.match(new RegExp(`^proven: ${org} .+ \\(${lie}\\), in round ${round.slice(0, 12)} of test`)); // prettier-ignore
      const under = new RegExp(`, under manifest ${place} of ${given.length}, [0-9a-f]{16}\n$`);
      if (given.length > 1) expect(text).to.match(under);
      else expect(text).not.to.contain('manifest');
    });
  }

  it('gives all kinds a verdict each at once, for programs too', async () => {
    const ofFour = good.filter((name) => verdictOf(name).given[0] === 'chain/1.json');
    const given = ['chain/1.json', 'chain/2.json', 'chain/3.json'];
    const { code, text } = await auditEvidence(ofFour.map(fileOf), given, true);
    expect(code).to.equal(EXIT.ok);
    const verdicts = JSON.parse(text) as readonly FileVerdict[];
    expect(verdicts).to.have.length.above(15);
    for (const [i, name] of ofFour.entries()) {
      const { lie, org, round, about, place } = verdictOf(name);
      expect(verdicts[i]).to.include({ ok: true, lie, org, round, about });
      expect(verdicts[i]).to.nested.include({ 'manifest.place': place, 'manifest.of': 3 });
    }
  });

  describe('with a file that proves nothing', () => {
    let dir: string;
    before(() => (dir = mkdtempSync(join(tmpdir(), 'hushmark-evidence-'))));
    after(() => rmSync(dir, { recursive: true }));

    for (const name of goldenNames('evidence/bad'))
      it(`says why: ${name}`, async () => {
        const { of, edits, names, given } = readGoldenJson<BadEvidence>(`evidence/bad/${name}`);
        const file = join(dir, `${name}.evidence`);
        writeFileSync(file, applyEdits(readGolden(`evidence/good/${of}.evidence`), edits));
        const { code, text } = await auditEvidence([file], given ?? verdictOf(of + '.json').given);
        expect(code).to.equal(EXIT.auditFailed);
        expect(text).to.match(/^NOT proven: this evidence does not hold: .{8}/);
        for (const what of names) expect(text).to.contain(what);
      });
  });

  it('refuses manifests that are no chain', async () => {
    const given = ['chain/1.json', 'chain/3.json'];
    const refused = auditEvidence([fileOf('two-of-deal.evidence')], given);
    const error = await refused.then(() => null, (thrown: unknown) => thrown); // prettier-ignore
    expect(error).to.have.property('code', 'E_MANIFEST_CHAIN');
  });
});
