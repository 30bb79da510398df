/** The settings as options of a command: what they are called stands in settings.ts. */
import { type Command, Option } from 'commander';
import { wholeNumber } from './command.ts';

/** Commands that start or show with settings take the same ones. */
export function addSettings(command: Command): Command {
  return command
    .option('--listen <multiaddr>', 'where to listen for other peers')
    .option('--announce <multiaddr...>', 'where other peers reach this one, if that differs')
    .option('--workspace <dir>', 'the private workload and network files')
    .option('--control-port <port>', "the control API's port on 127.0.0.1; 0: any", wholeNumber)
    .addOption(
      new Option('--log-level <level>', 'how much the log says').choices([
        'trace',
        'debug',
        'info',
        'warn',
        'error',
      ]),
    )
    .option(
      '--retention-days <days>',
      'delete own data of a round after so long, at the start; 0: never',
      wholeNumber,
    );
}
