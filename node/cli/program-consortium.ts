/** The commands about who the members are, and what an auditor needs. */
import type { Command } from 'commander';
import { wholeNumber, type Declare } from './command.ts';

const MANIFESTS = [
  '--consortium <file>',
  'the consortium.json that you trust; again for each that follows it, or a folder of them',
  (path: string, before: readonly string[] = []) => [...before, path],
] as const;

export function declareConsortium(program: Command, declare: Declare): void {
  const consortium = program
    .command('consortium')
    .description('who the members are: create, sign, show, merge, install consortium.json');
  declare.group(consortium, 'bench-node consortium', ['bench-node consortium show']);
  declare(
    consortium,
    'create',
    'write consortium.json from the cards of all members; nobody has signed it yet',
    ['bench-node consortium create --name Trade --card a.json --card b.json --card c.json'],
    () => import('./consortium-create.ts'),
  )
    .requiredOption('--name <name>', 'of the consortium')
    .requiredOption('--card <file...>', "a member's card.json; once for each member")
    .option('--out <file>', 'where to write it', 'consortium.json')
    .option('--minimum <orgs>', 'contributors that a sum needs at least', wholeNumber, 3)
    .option('--tolerate <orgs>', 'members that may lie or collude: f', wholeNumber, 1)
    .option(
      '--longest-round <seconds>',
      'of a round, from the end of accepting to its closing',
      wholeNumber,
      3600,
    );
  declare(
    consortium,
    'sign <file>',
    'add the signature of an organisation; install the file once it is complete',
    ['bench-node consortium sign consortium.json --org Org1'],
    () => import('./consortium-sign.ts'),
  );
  declare(
    consortium,
    'merge <files...>',
    'join the signatures of several copies',
    ['bench-node consortium merge from-org1.json from-org2.json --out consortium.json'],
    () => import('./consortium-merge.ts'),
  ).requiredOption('--out <file>', 'where to write the joined file');
  declare(
    consortium,
    'show [file]',
    'the members, the digest to compare, who has signed, what is next',
    ['bench-node consortium show', 'bench-node consortium show consortium.json --json'],
    () => import('./consortium-show.ts'),
  );
  declare(
    consortium,
    'install <file>',
    'copy a complete consortium.json into the home',
    ['bench-node consortium install consortium.json --org Org1'],
    () => import('./consortium-install.ts'),
  );
  const audit = program.command('audit').description('what an auditor needs: no keys, no network');
  declare.group(audit, 'bench-node audit', [
    'bench-node audit verify round.bundle --consortium consortium.json',
    'bench-node audit evidence falseSeed-Org3.evidence --consortium consortium.json',
  ]);
  declare(
    audit,
    'verify <bundles...>',
    'recompute published rounds from their bundles, and name the first thing that does not hold',
    [
      'bench-node audit verify round.bundle --consortium consortium.json',
      'bench-node audit verify org1.bundle org2.bundle --consortium consortium.json --json',
      'bench-node audit verify round.bundle --consortium 2024.json --consortium 2025.json',
    ],
    () => import('./audit-verify.ts'),
  )
    .requiredOption(...MANIFESTS)
    .option('--html <file>', 'the page to check, if it is not report.html beside the bundle');
  declare(
    audit,
    'evidence <files...>',
    'who lied, and how: what evidence proves with public keys alone',
    [
      'bench-node audit evidence falseSeed-Org3.evidence --consortium consortium.json',
      'bench-node audit evidence evidence/*.evidence --consortium consortium.json --json',
    ],
    () => import('./audit-evidence.ts'),
  )
    .requiredOption(...MANIFESTS)
    .addHelpText('after', '\nExit code: 0 all of it holds, 14 some of it proves nothing.');
}
