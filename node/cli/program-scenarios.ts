/** The commands that start programs of scenarios/: to learn and to try things on one machine. */
import { Argument, type Command } from 'commander';
import { wholeNumber, type Declare } from './command.ts';
import type { NetworkOptions } from './network.ts';

export function declareScenarios(program: Command, declare: Declare): void {
  declare(
    program,
    'demo [flags...]',
    'four organisations as four processes on this machine: a whole round, verified',
    ['bench-node demo', 'bench-node demo --sut ethereum --orgs 5 --seconds 10 --keep ./demo'],
    () => import('./demo.ts'),
  )
    // its flags are the demo's own, --help too
    .helpOption(false)
    .allowUnknownOption()
    .allowExcessArguments();
  declareNetworks(program, declare);
  declare(
    program,
    'example',
    "fill the home's workspace with the sample workload, and write the scenario to propose",
    [
      'bench-node example ledger --endpoint 127.0.0.1:7051 --org Org1',
      'bench-node example ethereum --endpoint ws://127.0.0.1:8545 --fund --org Org1',
    ],
    () => import('./example.ts'),
  )
    .addArgument(new Argument('<sut>', 'the kind of ledger').choices(['ledger', 'ethereum']))
    .requiredOption('--endpoint <address>', "the org's own node: host:port, or a URL for ethereum")
    .option('--tps <n>', 'requests per second', wholeNumber, 60)
    .option('--seed <n>', 'of the workload (default: one that nobody else has)', wholeNumber)
    .option('--fund', "ethereum: give the new accounts a balance, which only Anvil's chain does");
}

function declareNetworks(program: Command, declare: Declare): void {
  const network = program
    .command('network')
    .description('ledgers to try things on, on this machine, until Ctrl-C');
  declare.group(network, 'bench-node network', ['bench-node network ledger --orgs Org1,Org2,Org3']);
  declare<NetworkOptions>(
    network,
    'ledger',
    'the embedded ledger: one peer for each organisation',
    [
      'bench-node network ledger --orgs Org1,Org2,Org3,Org4',
      'bench-node network ledger --orgs Org1,Org2,Org3 --delays Org1=10,Org2=40 --port 0',
    ],
    async () => {
      const { run } = await import('./network.ts');
      return { run: (_args, options) => run('ledger', options) };
    },
  )
    .requiredOption('--orgs <names>', 'with commas between them')
    .option(
      '--port <port>',
      "of the first one's peer, the others follow; 0: any",
      wholeNumber,
      7051,
    )
    .option('--seed <n>', 'of the delays', wholeNumber, 1)
    .option('--delays <list>', 'mean commit delay of peers in ms, as in Org1=10,Org2=40');
  declare<NetworkOptions>(
    network,
    'anvil',
    'Anvil, a real EVM chain of one node, with a block each second',
    ['bench-node network anvil', 'bench-node network anvil --port 0'],
    async () => {
      const { run } = await import('./network.ts');
      return { run: (_args, options) => run('anvil', options) };
    },
  ).option('--port <port>', '0: any', wholeNumber, 8545);
}
