/**
 * The flags of a script that measures or searches: `--help` prints them with an example and exits with 0; a wrong one is
 * told of in one line, with exit code 2.
 */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import process from 'node:process';

/** @param name - as it is called: `npm run fuzz --`. @param declare - adds its options */
export function flagsOf<Flags extends object>(
  name: string,
  description: string,
  example: string,
  declare: (command: Command) => Command,
): Flags {
  const command = declare(new Command(name).description(description))
    .addHelpText('after', `\nExample:\n  ${name} ${example}`)
    .configureOutput({ outputError: () => {} })
    .allowExcessArguments(false)
    .exitOverride();
  try {
    return command.parse().opts<Flags>();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) process.exit(0);
    const what = error.message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ');
    process.stderr.write(`${what.replace(/\.$/, '')}: see ${name} --help\n`);
    process.exit(2);
  }
}

/** A whole number of these bounds. */
export function between(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`it is a whole number from ${least} to ${most}.`);
    return value;
  };
}

/** A number of these bounds. */
export function numberBetween(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+(\.\d+)?$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`it is a number from ${least} to ${most}.`);
    return value;
  };
}

/** Numbers with commas between them. */
export function listOf(each: (text: string) => number): (text: string) => number[] {
  return (text) => text.split(',').map(each);
}
