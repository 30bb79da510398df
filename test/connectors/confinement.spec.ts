/** Connectors and workloads run as workers run them: under Node's permission model, reading package and workspace only. */
import { expect } from 'chai';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findAnvil, fundAccounts, startAnvil } from '../../scenarios/networks/anvil.ts';
import { startLedger } from '../../scenarios/networks/ledger.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from './temporary-workspace.ts';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = fileURLToPath(new URL('./confined-worker.ts', import.meta.url));

async function runConfined({
  dir,
}: TemporaryWorkspace): Promise<{ kinds: string[]; denied: string }> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--permission',
      `--allow-fs-read=${PACKAGE}`,
      `--allow-fs-read=${dir}`,
      ...[PROGRAM, dir, '40', '/etc/hostname'],
    ],
    { env: {} },
  );
  return JSON.parse(stdout) as { kinds: string[]; denied: string };
}

function expectMixed({ kinds, denied }: { kinds: string[]; denied: string }): void {
  expect(kinds).to.have.length(40);
  expect([...new Set(kinds)].sort()).to.deep.equal(['invoke success', 'query success']);
  expect(denied).to.equal('ERR_ACCESS_DENIED');
}

describe('under the permission model', () => {
  it('the sample workload runs on the ledger', async () => {
    const ledger = await startLedger({ orgs: ['Org1'], blockTimeoutMs: 20 });
    const endpoint = ledger.peers['Org1'] as string;
    const options = { sut: 'ledger', org: 'Org1', endpoint, tps: 60, seed: 1 } as const;
    const workspace = await temporaryWorkspace(options);
    try {
      expectMixed(await runConfined(workspace));
    } finally {
      await workspace.remove();
      await ledger.stop();
    }
  });

  it('the sample workload runs on an EVM chain', async function () {
    if (findAnvil() === undefined) {
      console.log('      skipped: no Anvil (npm ci with optional packages, or PATH)');
      return this.skip();
    }
    const anvil = await startAnvil({ blockTimeMs: 100 });
    const options = {
      sut: 'ethereum',
      org: 'Org1',
      endpoint: anvil.url,
      tps: 60,
      seed: 1,
    } as const;
    const workspace = await temporaryWorkspace(options);
    try {
      await fundAccounts(anvil.url, workspace.addresses);
      expectMixed(await runConfined(workspace));
    } finally {
      await workspace.remove();
      await anvil.stop();
    }
  });
});
