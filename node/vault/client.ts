/**
 * The node's handle of its vault process: starts it confined, passes requests and answers, and lets every promise settle
 * whatever becomes of the process. The passphrase is the first message, never an argument or a variable.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { encodePayload } from '../../protocol/index.ts';
import type { ErrorShape } from '../errors.ts';
import type { Home } from '../home/paths.ts';
import { entryPath, readablePaths, scrubbedEnv } from '../package-paths.ts';
import { VaultError } from './errors.ts';
import type { Passphrase } from './identity-key.ts';
import type { Args, Method } from './messages.ts';
import type { Vault } from './vault.ts';

export { createIdentity, type Passphrase } from './identity-key.ts';

export interface VaultOptions {
  readonly home: Pick<Home, 'vault'>;
  readonly passphrase: Passphrase;
  /** what the process prints: nothing, as long as all is well */
  readonly log?: { warn(details: object, message: string): void };
}

/** A vault in a process of its own. All its methods reject with E_VAULT_DIED once that has ended. */
export interface VaultClient extends Vault {
  readonly pid: number | undefined;
  /** Resolves when the process ends, to null when `close` was called, else to E_VAULT_DIED. */
  readonly ended: Promise<VaultError | null>;
}

const CLOSE_MS = 3_000;

/**
 * @throws VaultError with the code E_WRONG_PASSPHRASE, E_NO_FILE, E_KEYSTORE, E_JOURNAL, E_JOURNAL_DAMAGED, E_TWO_ORGS, E_VAULT_BUSY,
 *   E_VAULT_DIED
 */
export async function startVault({ home, passphrase, log }: VaultOptions): Promise<VaultClient> {
  const channel = new Channel(forkConfined(home.vault.dir), log);
  const { identityKey, journal } = home.vault;
  try {
    const start = { passphrase, identityKey, journal };
    const publicKey = await channel.ask<Uint8Array, 'start'>('start', start);
    return clientOf(channel, publicKey);
  } catch (error) {
    await channel.close();
    throw isOfAnother(error) ? twoOrgs(error) : error;
  }
}

/** Under another key not even the first entry holds. */
const isOfAnother = (error: unknown): error is VaultError =>
  error instanceof VaultError && error.code === 'E_JOURNAL_DAMAGED' && error.details['seq'] === 1;

const twoOrgs = ({ details }: VaultError) =>
  new VaultError(
    'E_TWO_ORGS',
    'the identity key and the journal of this home do not belong together',
    details,
  );

/** SQLite's own file access is not under Node's permission model; everything else that this process opens is. */
function forkConfined(dir: string): ChildProcess {
  const compiledCode = compiledCodeFolders();
  const own = [`${dir}/*`, ...compiledCode];
  return fork(entryPath('./process', import.meta.url), compiledCode, {
    execArgv: [
      '--permission',
      ...[...readablePaths(), ...own].map((path) => `--allow-fs-read=${path}`),
      ...own.map((path) => `--allow-fs-write=${path}`),
      '--disable-warning=ExperimentalWarning',
    ],
    env: scrubbedEnv(),
    cwd: dir,
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/**
 * The folder where this process, too, keeps its compiled code, or none: the vault starts in half the time with it. Whoever
 * can write there can write the sources as well.
 */
function compiledCodeFolders(): string[] {
  const folder = getCompileCacheDir();
  return folder === undefined ? [] : [dirname(folder)];
}

function clientOf(channel: Channel, publicKey: Uint8Array): VaultClient {
  const ask = channel.ask.bind(channel);
  return {
    publicKey,
    pid: channel.pid,
    ended: channel.ended,
    use: (consortium) => ask('use', { consortium }),
    signManifest: (manifest) => ask('signManifest', { manifest: JSON.stringify(manifest) }),
    sign: async (statement) =>
      ask('sign', { type: statement.type, payload: encodePayload(statement) }),
    signed: (round) => ask('signed', { round }),
    comparable: (workload) => ask('comparable', { workload }),
    permit: (proposal) => ask('permit', { proposal }),
    open: (proposal) => ask('open', { proposal }),
    deal: (round, keys) => ask('deal', { round, keys: [...keys] }),
    accept: (round, deals, shares) =>
      ask('accept', { round, deals: [...deals], shares: [...shares] }),
    mask: ({ round, sum, context, lanes, clockBoundUs, earlier = [] }) =>
      ask('mask', { round, sum, context, lanes, clockBoundUs, earlier: [...earlier] }),
    reveal: ({ round, sum, context, certificate: { candidate, precommits } }) =>
      ask('reveal', {
        round,
        sum,
        context,
        certificate: { candidate, precommits: [...precommits] },
      }),
    release: ({ round, sum, context, certificate: { candidate, precommits }, missing, earlier }) =>
      ask('release', {
        round,
        sum,
        context,
        certificate: { candidate, precommits: [...precommits] },
        missing: { self: [...missing.self], sigma: [...missing.sigma] },
        earlier: [...(earlier ?? [])],
      }),
    wipe: (round) => ask('wipe', { round }),
    close: () => channel.close(),
  };
}

interface Waiting {
  readonly promise: Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: VaultError): void;
}

class Channel {
  readonly ended: Promise<VaultError | null>;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #end: VaultError | undefined;
  #isClosing = false;

  constructor(child: ChildProcess, log: VaultOptions['log']) {
    this.#child = child;
    const { promise, resolve } = Promise.withResolvers<VaultError | null>();
    this.ended = promise;
    const ended = (how: object) => {
      this.#end ??= died(how);
      for (const { reject } of this.#waiting.values()) reject(this.#end);
      this.#waiting.clear();
      resolve(this.#isClosing ? null : this.#end);
    };
    child.on('message', (message) => this.#hear(message as unknown as Heard));
    child.on('error', (error) => ended({ reason: error.message }));
    child.on('exit', (exitCode, signal) => ended({ exitCode, signal }));
    for (const output of [child.stdout, child.stderr])
      if (output)
        createInterface({ input: output }).on('line', (line) =>
          log?.warn({ process: 'vault' }, line.slice(0, 2000)),
        );
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  ask<T, M extends Method = Method>(method: M, args: Args<M>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    if (this.#end || this.#isClosing || !this.#child.connected) {
      reject(this.#end ?? died({ reason: 'it was closed' }));
      return promise;
    }
    const id = ++this.#lastId;
    this.#waiting.set(id, { promise, resolve: resolve as Waiting['resolve'], reject });
    // a failure to send means that the process is going; its exit rejects what waits
    this.#child.send({ id, method, args }, () => {});
    return promise;
  }

  /** Ends the process after what was asked is answered; by force when that takes too long. */
  async close(): Promise<void> {
    if (!this.#isClosing && !this.#end) {
      this.#isClosing = true;
      const force = setTimeout(() => this.#child.kill('SIGKILL'), CLOSE_MS);
      await Promise.allSettled([...this.#waiting.values()].map(({ promise: asked }) => asked));
      if (this.#child.connected) this.#child.disconnect();
      await this.ended;
      clearTimeout(force);
    }
    await this.ended;
  }

  #hear(message: Heard): void {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    this.#waiting.delete(message.id);
    if (message.error) waiting.reject(VaultError.received(message.error));
    else waiting.resolve(message.ok);
  }
}

/** An answer, from our own process: what it says is trusted. */
interface Heard {
  id: number;
  ok?: unknown;
  error?: ErrorShape;
}

function died(how: object): VaultError {
  return new VaultError(
    'E_VAULT_DIED',
    'the vault process has ended: start the peer again, the journal keeps what was promised',
    { ...how },
  );
}
