/** A question whose answer is yes or no; whoever just presses Enter means no. */
import { createInterface } from 'node:readline/promises';

/** Whether there is somebody to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Asks on stderr, so that stdout stays the result alone. Ctrl-C and Ctrl-D mean no. */
export async function askYesNo(
  question: string,
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stderr,
): Promise<boolean> {
  const reader = createInterface({ input, output });
  const gone = new AbortController();
  reader.once('close', () => gone.abort());
  try {
    const answer = await reader.question(`${question} [y/N] `, { signal: gone.signal });
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    if (!gone.signal.aborted) throw error;
    output.write('\n');
    return false;
  } finally {
    reader.close();
  }
}
