/** What a worker does, as a program: runs the workspace's workload some times and prints how the requests ended. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  loadConnector,
  loadWorkload,
  parseNetworkFile,
  type TxStatus,
} from '../../connectors/index.ts';

const [workspace, times, forbidden] = process.argv.slice(2) as [string, string, string];
const read = async (name: string): Promise<unknown> =>
  parse(await readFile(join(workspace, name), 'utf8'));

interface Benchmark {
  test: { rounds: [{ workload: { module: string; arguments: Record<string, unknown> } }] };
}

const { connector: spec, network } = parseNetworkFile(await read('network.yaml'));
const connector = await (await loadConnector(spec, workspace))(0, { network, workspace });
await connector.installSmartContract();
const [args] = (await connector.prepareWorkerArguments(1)) as [object];
const context = await connector.getContext(0, args);
const [round] = ((await read('benchmark.yaml')) as Benchmark).test.rounds;
const workload = (await loadWorkload(round.workload.module, workspace))();
await workload.initializeWorkloadModule(0, 1, 0, round.workload.arguments, connector, context);
const sent = Array.from({ length: Number(times) }, () => workload.submitTransaction());
const statuses = (await Promise.all(sent)) as TxStatus[];
await workload.cleanupWorkloadModule();
await connector.releaseContext();

const kinds = statuses.map((status) => `${status.Get('request_type')} ${status.GetStatus()}`);
const denied = await readFile(forbidden).catch((error: NodeJS.ErrnoException) => error.code);
console.log(JSON.stringify({ kinds, denied }));
