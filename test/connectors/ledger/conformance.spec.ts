/** The embedded ledger's connector against the shared list of behaviours, on a real ledger process. */
import { loadConnector } from '../../../connectors/index.ts';
import { startLedger } from '../../../scenarios/networks/ledger.ts';
import { describeConformance } from '../conformance.ts';
import { temporaryWorkspace } from '../temporary-workspace.ts';

describe('ledger connector', () => {
  describeConformance(async () => {
    const ledger = await startLedger({
      orgs: ['Org1', 'Org2'],
      blockSize: 20,
      blockTimeoutMs: 40,
      delaysMs: { Org1: 5, Org2: 20 },
    });
    const endpoint = ledger.peers['Org1'] as string;
    const workspace = await temporaryWorkspace({
      ...{ sut: 'ledger', org: 'Org1', endpoint, tps: 60, seed: 1 },
    });
    const { network } = workspace;
    return {
      factory: await loadConnector('ledger', workspace.dir),
      setup: { network, workspace: workspace.dir, org: 'Org1' },
      contractId: workspace.contractId,
      unreachable: { ...network, ledger: { ...network['ledger'], endpoint: '127.0.0.1:1' } },
      wrong: {
        network: { ...network, ledger: { ...network['ledger'], endpiont: 'x' } },
        key: 'ledger.endpiont',
      },
      async stop() {
        await workspace.remove();
        await ledger.stop();
      },
    };
  });
});
