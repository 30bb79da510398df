/**
 * The passphrase of a home: from a file, a file descriptor or a terminal. Never from the command line or the
 * environment, which other processes of the machine can read.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { NodeError } from '../errors.ts';

export interface PassphraseOptions {
  readonly passphraseFile?: string | undefined;
  readonly passphraseFd?: number | undefined;
  /** what the prompt says; defaults to "Passphrase" */
  readonly message?: string;
  /** for a new key: ask twice, and take none that is short */
  readonly confirm?: boolean;
}

const LONGEST_BYTES = 4096;
/** Of a new passphrase, in characters. */
export const SHORTEST = 8;

/**
 * One trailing line break is no part of the passphrase.
 * @throws NodeError E_NO_PASSPHRASE, E_NO_FILE, E_WEAK_PASSPHRASE
 */
export async function readPassphrase(options: PassphraseOptions = {}): Promise<string> {
  const passphrase = await givenPassphrase(options);
  if (options.confirm && isShort(passphrase))
    throw new NodeError(
      'E_WEAK_PASSPHRASE',
      `the passphrase has fewer than ${SHORTEST} characters`,
    );
  return passphrase;
}

const isShort = (passphrase: string) => [...passphrase].length < SHORTEST;

async function givenPassphrase(options: PassphraseOptions): Promise<string> {
  const { passphraseFd } = options;
  const fromEnvironment = passphraseFd === undefined && process.env['HUSHMARK_PASSPHRASE_FILE'];
  const passphraseFile = options.passphraseFile ?? (fromEnvironment || undefined);
  if (passphraseFile !== undefined && passphraseFd !== undefined)
    throw new NodeError('E_USAGE', '--passphrase-file and --passphrase-fd exclude each other');
  if (passphraseFile !== undefined) return fromFile(passphraseFile);
  if (passphraseFd !== undefined) return fromFd(passphraseFd, `descriptor ${passphraseFd}`);
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new NodeError('E_NO_PASSPHRASE', 'there is no terminal to ask for the passphrase');
  return fromPrompt(options);
}

function fromFile(path: string): string {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch (error) {
    throw new NodeError('E_NO_FILE', `cannot open the passphrase file ${path}`, { path }, error);
  }
  try {
    return fromFd(fd, path);
  } finally {
    closeSync(fd);
  }
}

function fromFd(fd: number, source: string): string {
  const buffer = Buffer.alloc(LONGEST_BYTES + 1);
  let length = 0;
  try {
    for (;;) {
      const got = readSync(fd, buffer, length, buffer.length - length, null);
      length += got;
      if (got === 0 || length === buffer.length) break;
    }
  } catch (error) {
    throw new NodeError(
      'E_NO_PASSPHRASE',
      `cannot read the passphrase from ${source}`,
      { source },
      error,
    );
  }
  const text = buffer.toString('utf8', 0, length).replace(/\r?\n$/, '');
  buffer.fill(0);
  if (length > LONGEST_BYTES || text === '')
    throw new NodeError(
      'E_NO_PASSPHRASE',
      `${source} holds ${text === '' ? 'no passphrase' : `more than ${LONGEST_BYTES} bytes`}`,
      { source },
    );
  return text;
}

async function fromPrompt({ message = 'Passphrase', confirm = false }: PassphraseOptions) {
  const { isCancel, password } = await import('@clack/prompts');
  const ask = async (text: string, validate: (value: string | undefined) => string | undefined) => {
    const answer = await password({ message: text, validate });
    if (isCancel(answer)) throw new NodeError('E_NO_PASSPHRASE', 'the prompt was cancelled');
    return answer;
  };
  const passphrase = await ask(message, (value) => {
    if (!value) return 'It cannot be empty';
    return confirm && isShort(value) ? `At least ${SHORTEST} characters` : undefined;
  });
  if (confirm)
    await ask('Again', (value) => (value === passphrase ? undefined : 'The two are not the same'));
  return passphrase;
}
