/** The Ethereum connector against the shared list of behaviours, on a real EVM chain, pushed to and asked for. */
import { loadConnector } from '../../../connectors/index.ts';
import { findAnvil, fundAccounts, startAnvil } from '../../../scenarios/networks/anvil.ts';
import { describeConformance, type ConformanceWorld } from '../conformance.ts';
import { temporaryWorkspace } from '../temporary-workspace.ts';

async function startWorld(scheme: 'ws' | 'http'): Promise<ConformanceWorld> {
  const anvil = await startAnvil({ blockTimeMs: 100 });
  const endpoint = anvil.url.replace(/^ws/, scheme);
  const workspace = await temporaryWorkspace({
    ...{ sut: 'ethereum', org: 'Org1', endpoint, tps: 60, seed: 1 },
  });
  await fundAccounts(anvil.url, workspace.addresses);
  const { network } = workspace;
  return {
    factory: await loadConnector('ethereum', workspace.dir),
    setup: { network, workspace: workspace.dir, org: 'Org1' },
    contractId: workspace.contractId,
    unreachable: {
      ...network,
      ethereum: { ...network['ethereum'], url: `${scheme}://127.0.0.1:1` },
    },
    wrong: {
      network: { ...network, ethereum: { ...network['ethereum'], contracts: [{ id: 'a' }] } },
      key: 'ethereum.contracts.0.path',
    },
    async stop() {
      await workspace.remove();
      await anvil.stop();
    },
  };
}

describe('ethereum connector', () => {
  before(function () {
    if (findAnvil() !== undefined) return;
    console.log(
      'skipped: no Anvil (npm ci with optional packages, or PATH); see docs/connectors/ethereum.md',
    );
    this.skip();
  });

  describe('over WebSocket', () => describeConformance(() => startWorld('ws')));
  describe('over HTTP', () => describeConformance(() => startWorld('http')));
});
