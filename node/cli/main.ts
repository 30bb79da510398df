/** The command line: runs one command, prints its error in the one shape, sets the exit code. */
import { CommanderError } from 'commander';
import { errorShape, exitCodeOf, type ErrorShape } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { UsageError } from './command.ts';
import { createOutput } from './output.ts';
import { createProgram } from './program.ts';

/** @param argv - without node and the script; sets process.exitCode */
export async function main(argv: readonly string[]): Promise<void> {
  // `bench-node report | head` ends the reader first; that is no error of ours.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(EXIT.ok);
      throw error;
    });
  const quiet = argv.includes('--quiet') || argv.includes('-q');
  const output = createOutput(argv.includes('--json'), process.stdout, process.stderr, { quiet });
  let exitCode: ExitCode = EXIT.ok;
  const program = createProgram(output, (code) => {
    exitCode = code;
  });
  try {
    if (argv.length === 0 && !process.env['HUSHMARK_HOME']) program.outputHelp();
    else await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    const [shape, code] = described(error);
    output.error(shape);
    exitCode = code;
    if (process.env['HUSHMARK_DEBUG']) console.error(error);
  }
  process.exitCode = exitCode;
}

function described(error: unknown): [ErrorShape, ExitCode] {
  if (error instanceof UsageError || error instanceof CommanderError)
    return [{ code: 'E_USAGE', message: error.message }, EXIT.usage];
  return [errorShape(error), exitCodeOf(error)];
}
