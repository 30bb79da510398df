/** The commands about what an org keeps at home: own figures, and what it ever disclosed. */
import type { Command } from 'commander';
import type { Declare } from './command.ts';

const ROUND = 'id, or its first digits (default: the latest round)';

export function declareOwn(program: Command, declare: Declare): void {
  declare(
    program,
    'own',
    'own figures of a round: latencies, failures, harness, and where the private log is',
    ['bench-node own --org Org1', 'bench-node own 3fa1 --org Org1 --json'],
    () => import('./own.ts'),
  ).argument('[round]', ROUND);
  declare(
    program,
    'where-am-i',
    "own figures beside the network's, computed on this machine",
    ['bench-node where-am-i --org Org1', 'bench-node where-am-i 3fa1 --org Org1 --json'],
    () => import('./where-am-i.ts'),
  ).argument('[round]', ROUND);
  declare(
    program,
    'purge',
    'delete own data of a round; reports and the disclosure ledger stay',
    ['bench-node purge 3fa1 --org Org1', 'bench-node purge 3fa1 --org Org1 --yes'],
    () => import('./purge.ts'),
  )
    .argument('<round>', 'id, or its first digits')
    .option('--yes', 'delete without asking');
  const ledger = program.command('ledger').description('what this org ever disclosed');
  declare.group(ledger, 'bench-node ledger', ['bench-node ledger show --org Org1']);
  declare(
    ledger,
    'show',
    'each masked vector that ever left: when, to whom, how large, summed with whom',
    ['bench-node ledger show --org Org1', 'bench-node ledger show --org Org1 --json'],
    () => import('./ledger-show.ts'),
  );
}
