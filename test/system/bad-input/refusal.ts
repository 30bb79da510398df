/** How `bench-node` refuses: one line of its code, one sentence and what to do next; the exit code of the catalogue. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { kindOf, type ErrorCode, type ErrorKind } from '../../../node/error-catalogue.ts';
import type { Run } from '../../../scenarios/demo/bench-node.ts';

export const PROGRAM = fileURLToPath(new URL('../../../node/bench-node.js', import.meta.url));

/** What should have refused and runs is ended after so long. */
const PATIENCE_MS = 30_000;

/** Runs a command as a user does; one that should have been refused does not stay. */
export async function run(args: readonly string[], shell?: string): Promise<Run> {
  const [program, ...rest] = shell
    ? ['sh', '-c', `${shell}; exec "$@"`, 'sh', process.execPath, PROGRAM, ...args]
    : [process.execPath, PROGRAM, ...args];
  const child = spawn(program as string, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(patience);
  return { code: code ?? -1, ...said };
}

export interface Expected {
  readonly code: ErrorCode;
  /** of the sentence that says what happened */
  readonly says: RegExp;
}

export function expectRefusal({ code: exit, stdout, stderr }: Run, { code, says }: Expected): void {
  const { exitCode, next, said } = kindOf(code) as ErrorKind;
  expect(stdout + stderr, 'one line').to.match(new RegExp(`^${code}: [^\\n]+\\n$`));
  expect(exit, stderr).to.equal(exitCode);
  const message = stderr.slice(code.length + 2).trimEnd();
  expect(message).to.match(says);
  // what is said twice helps nobody
  expect(message.split(code)).to.have.length(1);
  if (said || !message.endsWith(next)) expect(message).to.match(/[:;.] .*[a-z]/);
  else expect(message.split(next)).to.have.length(2);
}

/** The same under --json: one object, for a program. */
export function expectJsonRefusal(ran: Run, { code, says }: Expected): void {
  const { error } = JSON.parse(ran.stderr) as { error: { code: string; message: string } };
  expect([ran.code, error.code]).to.deep.equal([(kindOf(code) as ErrorKind).exitCode, code]);
  expect(error.message).to.match(says);
}
