/** The org's own endpoints, as its network file names them: does somebody answer there? One TCP connection each. */
import { connect, createServer } from 'node:net';
import { fail, ok, warn, type Check } from './check.ts';
import type { Text } from './network-texts.ts';

export interface Endpoint {
  readonly key: string;
  readonly host: string;
  readonly port: number;
}

const PORTS: Readonly<Record<string, number>> = {
  'http:': 80,
  'ws:': 80,
  'https:': 443,
  'wss:': 443,
  'grpc:': 80,
  'grpcs:': 443,
};
const HOST_PORT = /^(?:\[([0-9a-f:]+)\]|([A-Za-z0-9][A-Za-z0-9.-]*)):(\d{1,5})$/i;
const ANSWER_MS = 3_000;

/** Each place once. */
export function endpointsIn(texts: readonly Text[]): Endpoint[] {
  const found = texts.flatMap(({ key, text }) => endpointOf(key, text) ?? []);
  return found.filter(
    (one, i) => found.findIndex(({ host, port }) => host === one.host && port === one.port) === i,
  );
}

function endpointOf(key: string, text: string): Endpoint | null {
  const plain = HOST_PORT.exec(text);
  if (plain) return { key, host: plain[1] ?? plain[2] ?? '', port: Number(plain[3]) };
  const url = URL.canParse(text) ? new URL(text) : null;
  const usual = PORTS[url?.protocol ?? ''];
  if (!url || usual === undefined || url.hostname === '') return null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return { key, host, port: url.port === '' ? usual : Number(url.port) };
}

export async function endpointChecks(endpoints: readonly Endpoint[]): Promise<Check[]> {
  if (endpoints.length === 0)
    return [
      warn('endpoint', 'the network file names none', 'Write where your own peer or node listens.'),
    ];
  return Promise.all(
    endpoints.map(async ({ key, host, port }) => {
      const problem = await reach(host, port);
      const where = `${host}:${port} (${key})`;
      return problem === null
        ? ok('endpoint', `${where} answers`)
        : fail('endpoint', `${where}: ${problem}`, 'Start it, or correct the network file.');
    }),
  );
}

/** Null when a connection was made; it is closed at once, and nothing is said on it. */
function reach(host: string, port: number): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const socket = connect({ host, port });
  socket.setTimeout(ANSWER_MS);
  socket.once('connect', () => resolve(null));
  socket.once('timeout', () => resolve(`no answer within ${ANSWER_MS / 1000} s`));
  socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  return promise.finally(() => socket.destroy());
}

/** Whether this peer, which is not running, will get the address that it listens on. */
export async function listenCheck(listen: string): Promise<Check> {
  const [, family = '', host = '', , port = ''] = listen.split('/');
  if (!family.startsWith('ip')) return ok('listen', listen);
  const { promise, resolve } = Promise.withResolvers<Check>();
  const server = createServer();
  server.once('error', (error: NodeJS.ErrnoException) =>
    resolve(
      fail(
        'listen',
        `${listen}: ${error.code ?? error.message}`,
        'Choose another `listen` in config.yaml, or end what holds the port.',
      ),
    ),
  );
  server.listen(Number(port), host, () =>
    server.close(() => resolve(ok('listen', `${listen} is free`))),
  );
  return promise;
}
