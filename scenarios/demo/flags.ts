/** The demo's flags. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { FAULTS, type FaultName } from './faults/faults.ts';
import { NodeError } from '../../node/errors.ts';

export interface DemoFlags {
  readonly sut: 'ledger' | 'ethereum';
  readonly orgs: number;
  /** of load, warm-up included */
  readonly seconds: number;
  /** requests per second of each org, on average */
  readonly tps: number;
  readonly seed: number;
  /** keep the homes of all orgs, in this folder or in one that is made */
  readonly keep?: string | true;
  /** what happens to the last organisation */
  readonly fault?: FaultName;
  readonly json?: boolean;
}

/** Null when help was asked for and printed. @throws NodeError E_USAGE */
export function readFlags(argv: readonly string[]): DemoFlags | null {
  const program = new Command('bench-node demo')
    .description(
      'Several organisations as processes of their own on this machine: one round, verified.',
    )
    .addOption(
      new Option('--sut <type>', 'the ledger to measure')
        .choices(['ledger', 'ethereum'])
        .default('ledger'),
    )
    .option('--orgs <n>', 'how many organisations, 3 to 16', between(3, 16), 4)
    .option('--seconds <s>', 'seconds of load, the warm-up included, 5 to 600', between(5, 600), 15)
    .option('--tps <n>', 'requests per second that an org sends, on average', between(1, 1000), 40)
    .option('--seed <n>', 'of the workloads and the ledger', between(0, 2 ** 31), 7)
    .option('--keep [dir]', 'keep every home, with its keys and private logs')
    .addOption(
      new Option('--fault <name>', 'what happens to the last organisation').choices([...FAULTS]),
    )
    .option('--json', 'print one JSON object at the end, and nothing else on stdout')
    .addHelpText(
      'after',
      '\nExample:\n  bench-node demo --sut ethereum --orgs 5 --seconds 10 --keep ./demo\n' +
        '  bench-node demo --fault liar',
    );
  program.exitOverride().configureOutput({ outputError: () => {} });
  try {
    return program.parse(argv, { from: 'user' }).opts<DemoFlags>();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return null;
    throw new NodeError('E_USAGE', error.message.replace(/^error: /, '').replace(/\.$/, ''));
  }
}

function between(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new InvalidArgumentError(`a whole number from ${least} to ${most}`);
    return value;
  };
}
