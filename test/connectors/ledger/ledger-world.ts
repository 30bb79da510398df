/** A ledger process with connectors opened at its peers, each with a workspace of its own, for the time of one test. */
import { loadConnector, type Connector, type TxStatus } from '../../../connectors/index.ts';
import {
  startLedger,
  type LedgerNetwork,
  type LedgerNetworkOptions,
} from '../../../scenarios/networks/ledger.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../temporary-workspace.ts';

export interface OpenedConnector {
  worker: Connector;
  workspace: TemporaryWorkspace;
  /** Sends one transaction of the asset-transfer contract. */
  send(contractFunction: string, ...contractArguments: unknown[]): Promise<TxStatus>;
}

export interface LedgerWorld {
  ledger: LedgerNetwork | undefined;
  start(options: LedgerNetworkOptions): Promise<LedgerNetwork>;
  open(org: string): Promise<OpenedConnector>;
  close(): Promise<void>;
}

export function ledgerWorld(): LedgerWorld {
  const opened: OpenedConnector[] = [];
  const world: LedgerWorld = {
    ledger: undefined,
    start: async (options) => (world.ledger = await startLedger(options)),
    async open(org) {
      const endpoint = world.ledger?.peers[org] as string;
      const own = { sut: 'ledger', org, endpoint, tps: 10, seed: 1 } as const;
      const workspace = await temporaryWorkspace(own);
      const factory = await loadConnector('ledger', workspace.dir);
      const worker = await factory(0, {
        network: workspace.network,
        workspace: workspace.dir,
        org,
      });
      const { contractId } = workspace;
      const send: OpenedConnector['send'] = async (contractFunction, ...contractArguments) =>
        (await worker.sendRequests({
          contractId,
          contractFunction,
          contractArguments,
        })) as TxStatus;
      const one = { worker, workspace, send };
      opened.push(one);
      await worker.installSmartContract();
      await worker.getContext(0, {});
      return one;
    },
    async close() {
      for (const { workspace, worker } of opened) {
        await worker.releaseContext();
        await workspace.remove();
      }
      await world.ledger?.stop();
    },
  };
  return world;
}
