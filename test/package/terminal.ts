/** A terminal as somebody sits at it: a shell that keeps its folder and its variables from line to line. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';

/** Reads lines from descriptor 3, runs each, and says how it ended. */
const SHELL =
  'while IFS= read -r line <&3; do eval "$line"; printf "\\n%s %d\\n" "$MARK" "$?"; done';
const KILL_AFTER_MS = 15_000;

export interface Typed {
  readonly code: number;
  readonly said: string;
}

export interface Terminal {
  /** Types a line and waits until it has ended. */
  type(line: string): Promise<Typed>;
  /** Types a line that stays, and waits until it says this. @throws Error when it ends before. */
  leave(line: string, until: RegExp): Promise<string>;
  /** Ctrl-C, for what still runs, and the end of the shell. */
  close(): Promise<void>;
}

export function openTerminal(cwd: string, env: NodeJS.ProcessEnv): Terminal {
  const mark = randomUUID();
  // a group of its own, as a terminal's programs have: Ctrl-C reaches all of them
  const shell = spawn('bash', ['--noprofile', '--norc', '-c', SHELL], {
    cwd,
    env: { ...env, MARK: mark },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const keyboard = shell.stdio[3] as NodeJS.WritableStream;
  let said = '';
  let heard = Promise.withResolvers<void>();
  const hear = (text: string) => {
    said += text;
    heard.resolve();
    heard = Promise.withResolvers<void>();
  };
  for (const stream of [shell.stdout, shell.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => hear(text));
  const gone = once(shell, 'close').then(() => hear(''));
  const ended = new RegExp(`\\n${mark} (\\d+)\\n`);

  async function next(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(said);
      if (found) return found;
      if (shell.exitCode !== null) throw new Error(`the shell ended after: ${said}`);
      await heard.promise;
    }
  }

  return {
    async type(line) {
      said = '';
      keyboard.write(`${line}\n`);
      const [whole, code] = await next(ended);
      return { code: Number(code), said: said.replace(whole, '\n') };
    },
    async leave(line, until) {
      said = '';
      keyboard.write(`${line}\n`);
      await next(new RegExp(`${until.source}|${ended.source}`));
      if (!until.test(said)) throw new Error(`${line} ended: ${said}`);
      return said;
    },
    async close() {
      keyboard.end();
      const group = -(shell.pid as number);
      if (shell.exitCode === null) process.kill(group, 'SIGINT');
      const kill = setTimeout(() => process.kill(group, 'SIGKILL'), KILL_AFTER_MS);
      await gone;
      clearTimeout(kill);
    },
  };
}
