/**
 * Every command of `bench-node`: names, arguments, options, examples. What a command does stands in its own file, which
 * is imported when it is called: `--help` and offline commands must not wait for the network's libraries.
 */
import { Argument, Command, Option } from 'commander';
import type { ExitCode } from '../exit-codes.ts';
import { packageVersion } from '../package-version.ts';
import { prepare, wholeNumber, type CommandModule, type Declare } from './command.ts';
import type { Output } from './output.ts';
import { completionScript, SHELLS, type Shell } from './completion.ts';
import { addSettings } from './setting-options.ts';
import { declareConsortium } from './program-consortium.ts';
import { declareOwn } from './program-own.ts';
import { declareRounds } from './program-rounds.ts';
import { declareScenarios } from './program-scenarios.ts';

/** @param onExit - gets the exit code that a command returned, if it did */
export function createProgram(output: Output, onExit: (code: ExitCode) => void): Command {
  const program = prepare(new Command('bench-node'), 'bench-node', [
    'bench-node init --org Org1',
    'bench-node --org Org1',
    'bench-node demo',
  ]).description('Benchmark a shared ledger together; only the figures of the network get known.');
  program.version(packageVersion(), '-V, --version');
  program.configureHelp({ showGlobalOptions: true });
  program
    .option(
      '--org <name>',
      'the organisation to act for; its home is ~/.hushmark/<name> (also HUSHMARK_ORG)',
    )
    .option('--home <dir>', 'its home, instead (also HUSHMARK_HOME)')
    .option('--json', 'print one JSON object on stdout; an error as {"error"} on stderr')
    .option('-q, --quiet', 'print results and errors, no progress')
    .option(
      '--passphrase-file <file>',
      'read the passphrase of the home from a file (also HUSHMARK_PASSPHRASE_FILE)',
    )
    .addOption(
      new Option(
        '--passphrase-fd <number>',
        'read the passphrase of the home from a descriptor',
      ).argParser(wholeNumber),
    );
  const declare = declarer(output, onExit);
  declareHome(program, declare);
  declareConsortium(program, declare);
  declareRounds(program, declare);
  declareOwn(program, declare);
  declareScenarios(program, declare);
  return program;
}

function declarer(output: Output, onExit: (code: ExitCode) => void): Declare {
  const declare = <Options>(
    parent: Command,
    name: string,
    summary: string,
    examples: readonly string[],
    load: () => Promise<CommandModule<Options>>,
  ): Command => {
    const command = parent.command(name, { isDefault: name === 'start' }).description(summary);
    const path = [...pathOf(parent), command.name()].join(' ');
    return prepare(command, path, examples).action(async () => {
      const { run } = await load();
      const code = await run(command.args, command.optsWithGlobals() as Options, output);
      if (code !== undefined) onExit(code);
    });
  };
  return Object.assign(declare, { group: prepare });
}

function declareHome(program: Command, declare: Declare): void {
  const start = declare(
    program,
    'start',
    'start the peer and stay; this is what happens without a command',
    [
      'bench-node --org Org1',
      'bench-node --org Org1 --consortium consortium.json --passphrase-file org1.pass',
    ],
    () => import('./start.ts'),
  ).option('--consortium <file>', 'install this complete consortium.json first');
  addSettings(start);
  refuseMistyped(program, start);
  declare(
    program,
    'init',
    'make a home: keys, settings and the public card',
    [
      'bench-node init --org Org1',
      'bench-node init --org Org1 --listen /ip4/0.0.0.0/tcp/4001 --announce /dns4/bench.org1.example/tcp/4001',
    ],
    () => import('./init.ts'),
  )
    .option('--listen <multiaddr>', 'where to listen for other peers', '/ip4/127.0.0.1/tcp/4001')
    .option('--announce <multiaddr...>', 'where other peers reach this one, if that differs')
    .option('--workspace <dir>', 'the private workload and network files (default: in the home)')
    .option('--control-port <port>', "the control API's port on 127.0.0.1; 0: any", wholeNumber, 0);
  declare(
    program,
    'status',
    'the running peer: connections, rounds, memory, traffic, clock',
    ['bench-node status --org Org1', 'bench-node status --org Org1 --json'],
    () => import('./status.ts'),
  );
  declare(
    program,
    'doctor',
    'is this installation ready for a round? Each finding comes with its fix',
    ['bench-node doctor --org Org1', 'bench-node doctor --org Org1 --json'],
    () => import('./doctor.ts'),
  ).addHelpText('after', '\nExit code: 0 nothing failed (warnings may stand), 1 a check failed.');
  const config = program.command('config').description('the settings of this org');
  declare.group(config, 'bench-node config', ['bench-node config show --origin']);
  const show = declare(
    config,
    'show',
    'the settings that count: flags before HUSHMARK_… before config.yaml before defaults',
    ['bench-node config show --org Org1 --origin'],
    () => import('./config-show.ts'),
  ).option('--origin', 'and where each of them comes from');
  addSettings(show);
  declare(
    program,
    'completion',
    'a script that makes a shell complete commands and options',
    ['bench-node completion bash > bench-node.bash', 'bench-node completion fish | source'],
    async () => ({
      run: async ([shell], _options, out) => {
        out.verbatim(completionScript(shell as Shell, program));
      },
    }),
  ).addArgument(new Argument('<shell>', 'which one').choices(SHELLS));
}

/** What is no command is taken for an argument of the one that runs without a name. */
function refuseMistyped(program: Command, start: Command): void {
  // commander's own refusal, which guesses what was meant, and which its types leave out
  const { unknownCommand } = program as unknown as { unknownCommand: () => never };
  start.allowExcessArguments().hook('preAction', (_program, { args }) => {
    if (args.length > 0) unknownCommand.call(program);
  });
}

function pathOf(command: Command): string[] {
  return [...(command.parent ? pathOf(command.parent) : []), command.name()];
}
