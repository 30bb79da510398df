/** What every command of `bench-node` is made of. */
import { type Command, type CommanderError, InvalidArgumentError } from 'commander';
import type { ExitCode } from '../exit-codes.ts';
import type { Output } from './output.ts';

/** Options that stand before or after any command. */
export interface GlobalOptions {
  readonly org?: string;
  readonly home?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly passphraseFile?: string;
  readonly passphraseFd?: number;
}

/** A command's own file exports `run`; it is imported when the command is called, and not before. */
export interface CommandModule<Options> {
  run(args: readonly string[], options: Options, output: Output): Promise<ExitCode | void>;
}

/** Adds commands: the one way in which all of them are declared. */
export interface Declare {
  /** A command of `parent` that runs the module when it is called. */
  <Options>(
    parent: Command,
    name: string,
    summary: string,
    examples: readonly string[],
    load: () => Promise<CommandModule<Options>>,
  ): Command;
  /** A command that only holds others. */
  group(command: Command, path: string, examples: readonly string[]): void;
}

/** A wrong command line: exit code 64, and where to read how it is done. */
export class UsageError extends Error {
  constructor(command: string, problem: string) {
    super(`${problem}: see \`${command} --help\``);
  }
}

/** Help with examples, and errors that name the command's own help. */
export function prepare(command: Command, path: string, examples: readonly string[]): Command {
  return command
    .addHelpText('after', `\nExample:\n${examples.map((line) => `  ${line}`).join('\n')}`)
    .configureOutput({ outputError: () => {}, writeErr: () => {} })
    .exitOverride((error) => {
      throw error.exitCode === 0 ? error : usageError(path, error);
    });
}

function usageError(path: string, { code, message }: CommanderError): UsageError {
  if (code === 'commander.help') return new UsageError(path, 'a command is missing');
  // commander puts its guess on a line of its own
  const line = message
    .replace(/^error: /, '')
    .replace(/\.$/, '')
    .replace(/\n\(Did/, ' (did');
  return new UsageError(path, line);
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('it is a whole number.');
  return Number(text);
}

export function decimalNumber(text: string): number {
  if (!/^\d{1,9}(\.\d{1,3})?$/.test(text)) throw new InvalidArgumentError('it is a number.');
  return Number(text);
}
