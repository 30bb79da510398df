import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { EXIT } from '../../node/exit-codes.ts';
import type { WhatFollowed } from '../../scenarios/demo/faults/what-followed.ts';

const PROGRAM = fileURLToPath(new URL('../../node/bench-node.js', import.meta.url));

interface Shown {
  readonly ok: boolean;
  readonly orgs: number;
  readonly verified: number;
  readonly published: { readonly bundle: string };
  readonly fault: Pick<WhatFollowed, 'org' | 'borne' | 'contributed' | 'published' | 'evidence'>;
}

function demo(fault: string): Promise<{ code: number; shown: Shown; said: string }> {
  const args = [PROGRAM, 'demo', '--fault', fault, '--seconds', '5', '--json'];
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, args, (error, stdout, stderr) => {
      if (child.exitCode === null || stdout === '') return reject(error ?? new Error(stderr));
      resolve({ code: child.exitCode, shown: JSON.parse(stdout) as Shown, said: stderr });
    });
  });
}

describe('the demo of a fault', function () {
  this.timeout(240_000);

  const CASES = [
    { fault: 'dropout', code: EXIT.dropoutBorne, verified: 3, contributed: false },
    { fault: 'crash', code: EXIT.crashBorne, verified: 4, contributed: true },
    { fault: 'liar', code: EXIT.liarNamed, verified: 4, contributed: true, lie: 'falseSeed' },
    { fault: 'partition', code: EXIT.partitionBorne, verified: 4 },
    { fault: 'equivocation', code: EXIT.equivocationNamed, verified: 4, lie: 'equivocation' },
  ];
  for (const { fault, code, verified, contributed, lie } of CASES)
    it(`${fault}: shows it, ends in a verified report, and says so by exit code ${code}`, async () => {
      const { code: exit, shown, said } = await demo(fault);
      rmSync(dirname(dirname(shown.published.bundle)), { recursive: true, force: true });
      expect(exit, said).to.equal(code);
      expect(said).to.contain(`fault of Org4: `);
      expect(shown).to.deep.include({ ok: true, orgs: verified, verified });
      expect(shown.fault).to.deep.include({ org: 'Org4', borne: true, published: verified === 4 });
      if (contributed !== undefined) expect(shown.fault.contributed).to.equal(contributed);
      if (lie) expect(shown.fault.evidence).to.contain(`proven: Org4`).and.to.contain(lie);
      else expect(shown.fault.evidence).to.equal(null);
    });
});
