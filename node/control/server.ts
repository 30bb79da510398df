/**
 * The control API: HTTP on loopback, for this machine's operator alone. A bearer token from a 0600 file says who asks;
 * the Host header is checked as well, because a web page can make a browser talk to a loopback port (DNS rebinding).
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { checkShape } from '../../protocol/shape.ts';
import { errorShape, NodeError } from '../errors.ts';
import { checkScenario } from '../scenario-file.ts';
import type { PeerApi, RoundEvent } from './api.ts';
import { removeControlFile, writeControlFile } from './control-file.ts';

/** A scenario is at most a few KiB; nothing else is larger. */
const BODY_LIMIT_BYTES = 64 * 1024;
const MOST_SUBSCRIBERS = 16;
/** A subscriber that is so far behind is cut off: events are dropped for it, never kept without bound. */
const SUBSCRIBER_BUFFER_BYTES = 1024 * 1024;

const reason = v.pipe(v.string(), v.maxLength(1000));
const declineBody = v.strictObject({
  code: v.pipe(
    v.string(),
    v.regex(/^[a-z][A-Za-z0-9]{0,31}$/, 'must be letters and digits, as in noTime'),
  ),
  reason,
});
const abortBody = v.strictObject({ reason });

export interface ControlServer {
  readonly url: string;
  readonly token: string;
  /** Ends all requests and removes the file. */
  close(): Promise<void>;
}

/**
 * Serves a peer on 127.0.0.1 and writes where to find it.
 * @param file - path of control.json
 * @param port - 0: any free one
 * @param onStop - called once after a client asked the peer to stop and got its answer
 */
export async function startControlServer(options: {
  readonly peer: PeerApi;
  readonly file: string;
  readonly port?: number;
  readonly onStop?: () => void;
  readonly onBug?: (error: unknown) => void;
}): Promise<ControlServer> {
  const { peer, file, port = 0 } = options;
  const token = randomBytes(32).toString('base64url');
  const app = fastify({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: true, logger: false });
  app.addHook('onRequest', (request, _reply, done) => {
    checkHost(request, app);
    if (request.url !== '/healthz') checkToken(request, token);
    done();
  });
  app.setErrorHandler((error, _request, reply) => refuse(error, reply, options.onBug));
  app.setNotFoundHandler((request) => {
    throw new NodeError(
      'E_CONTROL_ROUTE',
      `the control API has no ${request.method} ${request.url}`,
    );
  });
  routes(app, peer, options.onStop ?? (() => {}));
  events(app, peer);
  await app.listen({ host: '127.0.0.1', port });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  try {
    writeControlFile(file, { url, token, pid: process.pid });
  } catch (error) {
    await app.close();
    throw error;
  }
  return {
    url,
    token,
    async close() {
      removeControlFile(file, token);
      await app.close();
    },
  };
}

type ById = { Params: { id: string } };

function routes(app: FastifyInstance, peer: PeerApi, onStop: () => void): void {
  app.get('/healthz', () => ({ ok: true }));
  app.get('/v1/status', () => peer.status());
  app.get('/v1/rounds', () => peer.rounds());
  app.get<ById>('/v1/rounds/:id', ({ params }) => peer.round(params.id));
  app.get<ById>('/v1/rounds/:id/disclosure', ({ params }) => peer.disclosure(params.id));
  app.get<ById>('/v1/rounds/:id/scenario', ({ params }) => peer.scenario(params.id));
  app.post('/v1/rounds', async ({ body }, reply) => {
    const proposed = await peer.propose(checkScenario(body));
    return reply.code(201).send(proposed);
  });
  app.post<ById>('/v1/rounds/:id/accept', ({ params }) => peer.accept(params.id));
  app.post<ById>('/v1/rounds/:id/decline', ({ params, body }) => {
    const { code, reason } = checkBody(declineBody, body);
    return peer.decline(params.id, code, reason);
  });
  app.post<ById>('/v1/rounds/:id/abort', ({ params, body }) =>
    peer.abort(params.id, checkBody(abortBody, body).reason),
  );
  app.post('/v1/stop', (_request, reply) => {
    reply.raw.once('finish', onStop);
    return reply.code(202).send({ stopping: true });
  });
}

/** Server-sent events (WHATWG HTML, 9.2): one `data:` line of JSON each, of all rounds or of one. */
function events(app: FastifyInstance, peer: PeerApi): void {
  let subscribers = 0;
  app.get<{ Querystring: { round?: string } }>('/v1/events', (request, reply) => {
    if (subscribers >= MOST_SUBSCRIBERS)
      throw new NodeError('E_CONTROL_BUSY', `${subscribers} programs are watching already`);
    const { round } = request.query;
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    raw.write(': watching\n\n');
    subscribers += 1;
    const unsubscribe = peer.subscribe((event: RoundEvent) => {
      if (round !== undefined && event.round !== round) return;
      if (raw.writableLength > SUBSCRIBER_BUFFER_BYTES) raw.destroy();
      else raw.write(`data: ${JSON.stringify(event)}\n\n`);
    });
    raw.once('close', () => {
      subscribers -= 1;
      unsubscribe();
    });
  });
}

function checkHost(request: FastifyRequest, app: FastifyInstance): void {
  const { port } = app.server.address() as AddressInfo;
  const own = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
  const { host = '', origin } = request.headers;
  if (!own.includes(host))
    throw new NodeError('E_CONTROL_HOST', 'the control API answers to 127.0.0.1 only', { host });
  if (origin !== undefined && !own.map((name) => `http://${name}`).includes(origin))
    throw new NodeError('E_CONTROL_HOST', 'the control API does not answer to web pages', {
      origin,
    });
}

function checkToken(request: FastifyRequest, token: string): void {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return;
  throw new NodeError('E_CONTROL_TOKEN', 'the token is missing or wrong');
}

function checkBody<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const { value, flaw } = checkShape(schema, body);
  if (!flaw) return value;
  const { key, text } = flaw;
  throw new NodeError('E_CONTROL_BODY', key ? text : `the body ${text}`, {
    key: key || 'the body',
  });
}

/** HTTP status by code; any other coded error is a request that does not fit the state: 409. */
const STATUS: Readonly<Record<string, number>> = {
  E_CONTROL_BODY: 400,
  E_CONTROL_TOKEN: 401,
  E_CONTROL_HOST: 403,
  E_CONTROL_ROUTE: 404,
  E_NO_ROUND: 404,
  E_SCENARIO: 422,
  E_PROPOSAL: 422,
  E_CONTROL_BUSY: 503,
};

function refuse(error: unknown, reply: FastifyReply, onBug?: (error: unknown) => void): void {
  const { statusCode, message } = error as { statusCode?: number; message: string };
  const shape = errorShape(error);
  if (shape.code !== 'E_INTERNAL') {
    void reply.code(STATUS[shape.code] ?? 409).send(shape);
  } else if (statusCode !== undefined && statusCode < 500) {
    void reply.code(statusCode).send({ code: 'E_CONTROL_BODY', message });
  } else {
    onBug?.(error);
    void reply.code(500).send({
      code: 'E_INTERNAL',
      message: 'the peer met a bug of its own: its log says more',
    });
  }
}
