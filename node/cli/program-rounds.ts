/** The commands about rounds. A round's id may be cut to four digits or more, or left out when one only is open. */
import type { Command } from 'commander';
import { decimalNumber, type Declare } from './command.ts';

const ROUND = 'id, or its first digits (default: the only open round)';

export function declareRounds(program: Command, declare: Declare): void {
  declarePropose(program, declare);
  declare(
    program,
    'accept',
    'sign that this organisation takes part',
    ['bench-node accept 3fa1 --org Org2 --show-disclosure', 'bench-node accept --org Org2 --watch'],
    () => import('./accept.ts'),
  )
    .argument('[round]', ROUND)
    .option('--show-disclosure', 'first show all that will leave this machine, and ask')
    .option('--yes', 'after --show-disclosure: accept without asking')
    .option('--watch', 'then follow the round until it ends');
  declare(
    program,
    'decline',
    'say that this organisation does not take part, and why',
    ['bench-node decline 3fa1 --org Org2 --code noTime --reason "maintenance until Monday"'],
    () => import('./decline.ts'),
  )
    .argument('[round]', ROUND)
    .option('--code <code>', 'the typed reason: noTime, noWorkload, policy, other', 'other')
    .option('--reason <text>', 'in words; everybody can read it', '');
  declare(
    program,
    'abort',
    'end a round for everybody: the load stops at once',
    ['bench-node abort 3fa1 --org Org2 --reason "our database is down"'],
    () => import('./abort.ts'),
  )
    .argument('[round]', ROUND)
    .option('--reason <text>', 'in words; everybody can read it', '');
  declare(
    program,
    'watch',
    'follow a round until it ends; without one, wait for the next proposal',
    ['bench-node watch --org Org1', 'bench-node watch 3fa1 --org Org1 --json'],
    () => import('./watch.ts'),
  )
    .argument('[round]', ROUND)
    .addHelpText(
      'after',
      '\nExit code: 0 published, 10 rejected or cancelled, 11 expired, 12 not ready, 13 aborted.\n' +
        'With --json each event is a line of its own; the last one is {"kind":"round", "view"}.',
    );
  declare(
    program,
    'report',
    'the figures of a published round, and where its files are',
    ['bench-node report --org Org1', 'bench-node report 3fa1 --org Org1 --json > report.json'],
    () => import('./report.ts'),
  ).argument('[round]', 'id, or its first digits (default: the latest published round)');
}

function declarePropose(program: Command, declare: Declare): void {
  const propose = declare(
    program,
    'propose [scenario]',
    'propose a round to all members',
    [
      'bench-node propose scenario.yaml --org Org1 --watch',
      'bench-node propose scenario.yaml --org Org1 --accept-seconds 60 --run-seconds 30',
      'bench-node propose --again 3fa109bc --without Org4 --org Org1',
    ],
    () => import('./propose.ts'),
  )
    .option('--watch', 'then follow the round until it ends')
    .option(
      '--again <round>',
      'what was proposed in this round, with whom it left out and its exception, instead of a file',
    )
    .option(
      '--without <orgs...>',
      'members that do not take part; with --again, beside those of then',
    )
    .option(
      '--exception <why>',
      'let contributors differ from those of earlier rounds of the same work; the report prints why',
    );
  const overrides: readonly (readonly [name: string, what: string])[] = [
    ['warm-up', 'load that is not counted'],
    ['run', 'the observation window'],
    ['drain', 'waiting for late commits, at most'],
    ['accept', 'until everybody accepted, from now'],
    ['commit', 'until everybody committed, from now'],
    ['ready', 'until everybody is ready, from now'],
    ['start', 'until the load begins, from now'],
    ['contribute', 'from the end of the drain to the cut'],
    ['vote', 'from the cut to the end of voting'],
    ['close', 'from the end of voting to the closing instant'],
  ];
  for (const [name, what] of overrides)
    propose.option(`--${name}-seconds <s>`, `${what}; instead of the file's`, decimalNumber);
}
