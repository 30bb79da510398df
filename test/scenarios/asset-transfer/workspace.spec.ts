import { expect } from 'chai';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { TxStatus, loadWorkload } from '../../../connectors/index.ts';
import type { WorkspaceOptions } from '../../../scenarios/asset-transfer/workspace.ts';
import {
  temporaryWorkspace,
  type TemporaryWorkspace,
} from '../../connectors/temporary-workspace.ts';
import { ARTIFACT, compileAssetTransfer } from './compile.ts';

describe('asset-transfer workspace', () => {
  let made: TemporaryWorkspace[] = [];
  afterEach(async () => {
    for (const workspace of made) await workspace.remove();
    made = [];
  });
  const make = async (options: Partial<WorkspaceOptions> = {}): Promise<TemporaryWorkspace> => {
    const own = { sut: 'ledger', org: 'Org1', endpoint: '127.0.0.1:1', tps: 60, seed: 1 } as const;
    const workspace = await temporaryWorkspace({ ...own, ...options });
    made.push(workspace);
    return workspace;
  };
  const benchmarkOf = async ({ dir }: TemporaryWorkspace) => {
    const { test } = parse(await readFile(join(dir, 'benchmark.yaml'), 'utf8')) as {
      test: { rounds: [{ rateControl: { opts: object }; workload: { arguments: object } }] };
    };
    return test.rounds[0];
  };

  it('holds one org’s own values: contract id, endpoint, rate, arguments', async () => {
    const workspace = await make({ tps: 25, seed: 9, overdraftShare: 0.1 });
    const { contractId } = workspace;
    const round = await benchmarkOf(workspace);
    expect(round.rateControl.opts).to.deep.equal({ tps: 25 });
    expect(round.workload.arguments).to.include({ contractId, seed: 9, overdraftShare: 0.1 });
    expect(workspace.network['ledger']).to.deep.equal({
      endpoint: '127.0.0.1:1',
      contracts: [{ id: contractId, path: './contract.js' }],
    });
    expect(await readdir(workspace.dir)).to.have.members([
      ...['benchmark.yaml', 'contract.js', 'network.yaml', 'package.json', 'workload.js'],
    ]);
  });

  it('gives orgs ids that differ and do not name them', async () => {
    const ids = [await make(), await make({ org: 'Org2' })].map(({ contractId }) => contractId);
    expect(new Set(ids).size).to.equal(2);
    expect(ids.join()).not.to.match(/org/i);
  });

  it('holds accounts of its own for Ethereum, in a file that only its owner reads', async () => {
    const workspace = await make({ sut: 'ethereum', endpoint: 'ws://127.0.0.1:1' });
    const file = join(workspace.dir, 'accounts.json');
    expect((await stat(file)).mode & 0o777).to.equal(0o600);
    expect(JSON.parse(await readFile(file, 'utf8'))).to.have.length(8);
    expect(new Set(workspace.addresses).size).to.equal(8);
    expect(workspace.network['ethereum']).to.include({ url: 'ws://127.0.0.1:1' });
  });

  it('holds the accounts that it is given', async () => {
    const key = `0x${'1'.repeat(64)}` as const;
    const { addresses } = await make({ sut: 'ethereum', accounts: [key] });
    expect(addresses).to.deep.equal(['0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A']);
  });

  describe('workload', () => {
    const draw = async (seed: number, overdraftShare = 0): Promise<Record<string, unknown>[]> => {
      const { dir } = await make({ seed, overdraftShare });
      const { workload } = await benchmarkOf((made as [TemporaryWorkspace]).at(-1)!);
      const requests: Record<string, unknown>[] = [];
      const adapter = {
        getType: () => 'none',
        async sendRequests(request: object) {
          requests.push(request as Record<string, unknown>);
          const status = new TxStatus();
          status.SetStatusSuccess();
          return status;
        },
      };
      const instance = (await loadWorkload('./workload.js', dir))();
      const args = workload.arguments as Record<string, unknown>;
      await instance.initializeWorkloadModule(0, 1, 0, args, adapter, {});
      for (let sent = 0; sent < 1000; sent++) await instance.submitTransaction();
      return requests;
    };

    it('opens its assets, then mixes transfers and reads by its shares', async () => {
      const [open, ...rest] = await draw(1);
      expect(open).to.include({ contractFunction: 'open', readOnly: false });
      const reads = rest.filter(({ readOnly }) => readOnly);
      expect(rest).to.have.length(1000);
      expect(reads.length).to.be.within(250, 350);
      expect(reads.every((read) => read['contractFunction'] === 'read')).to.equal(true);
    });

    it('draws the same requests from the same seed, and others from another', async () => {
      const calls = async (seed: number) =>
        (await draw(seed)).map((request) => request['contractArguments']);
      expect(await calls(5)).to.deep.equal(await calls(5));
      expect(await calls(6)).not.to.deep.equal(await calls(5));
    });

    it('never transfers from an asset to itself, and overdraws by its share', async () => {
      const transfers = (await draw(2, 0.2))
        .filter((request) => request['contractFunction'] === 'transfer')
        .map((request) => request['contractArguments'] as [number, number, number]);
      expect(transfers.every(([from, to]) => from !== to)).to.equal(true);
      const overdrawn = transfers.filter(([, , amount]) => amount > 1_000_000);
      expect(overdrawn.length / transfers.length).to.be.within(0.13, 0.27);
    });
  });

  it('ships the artifact that its source compiles to', async () => {
    const artifact: unknown = JSON.parse(await readFile(ARTIFACT, 'utf8'));
    expect(artifact).to.deep.equal(JSON.parse(compileAssetTransfer()));
  });
});
