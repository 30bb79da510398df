/** `bench-node` as a user starts it, in a folder of its own. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../node/bench-node.js', import.meta.url));

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** the first line of stdout with this text in it; rejects when the program ends without it */
  said(text: string): Promise<string>;
  /** all of it so far */
  stdout(): string;
}

export interface Desk {
  readonly dir: string;
  /** a file with a passphrase */
  readonly passphrase: string;
  path(name: string): string;
  run(...args: string[]): Promise<Ran>;
  /** with flags of Node's own before the program */
  runWith(flags: readonly string[], ...args: string[]): Promise<Ran>;
  /** that goes on: what it says can be waited for */
  start(...args: string[]): Running;
  /** whose output nobody reads: its reader is gone before it starts */
  runUnread(...args: string[]): Promise<Ran>;
  clear(): void;
}

export function openDesk(): Desk {
  const dir = mkdtempSync(join(tmpdir(), 'hushmark-cli-'));
  const passphrase = join(dir, 'passphrase');
  writeFileSync(passphrase, 'correct horse battery staple\n', { mode: 0o600 });
  const env = { PATH: process.env['PATH'], HOME: dir };
  const runWith = (flags: readonly string[], ...args: string[]) => {
    const { promise, resolve } = Promise.withResolvers<Ran>();
    const all = [...flags, PROGRAM, ...args];
    const child = execFile(process.execPath, all, { cwd: dir, env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
    child.stdin?.end();
    return promise;
  };
  return {
    dir,
    passphrase,
    path: (name) => join(dir, name),
    run: (...args) => runWith([], ...args),
    runWith,
    start(...args) {
      const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: dir, env });
      let stdout = '';
      const heard = new EventEmitter();
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
        heard.emit('text');
      });
      const ended = once(child, 'close').then(() => {
        throw new Error(`it ended after: ${stdout}`);
      });
      ended.catch(() => {});
      const said = async (text: string) => {
        for (;;) {
          const line = stdout.split('\n').find((one) => one.includes(text));
          if (line !== undefined) return line;
          await Promise.race([once(heard, 'text'), ended]);
        }
      };
      return { child, said, stdout: () => stdout };
    },
    runUnread(...args) {
      const { promise, resolve } = Promise.withResolvers<Ran>();
      const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: dir, env });
      let stderr = '';
      child.stdin.end();
      child.stdout.destroy();
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.once('close', (code) => resolve({ code: code ?? -1, stdout: '', stderr }));
      return promise;
    },
    clear: () => rmSync(dir, { recursive: true, force: true }),
  };
}

interface ErrorLine {
  readonly error: { readonly code: string; readonly message: string; readonly details?: unknown };
}

/** The error that a command printed under --json. */
export function errorOf({ stderr }: Ran): ErrorLine['error'] {
  return (JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as ErrorLine).error;
}
