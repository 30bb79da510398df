/** The control API's client: what every command that needs the running peer goes through. */
import { NodeError, type ErrorDetails, type ErrorShape } from '../errors.ts';
import type {
  Disclosure,
  RoundEvent,
  RoundSummary,
  RoundView,
  ScenarioInput,
  Status,
} from './api.ts';
import { isAlive, readControlFile, type ControlFile } from './control-file.ts';

export interface ControlClient {
  status(): Promise<Status>;
  rounds(): Promise<readonly RoundSummary[]>;
  round(id: string): Promise<RoundView>;
  disclosure(id: string): Promise<Disclosure>;
  scenario(id: string): Promise<ScenarioInput>;
  propose(scenario: ScenarioInput): Promise<{ round: string }>;
  accept(id: string): Promise<RoundView>;
  decline(id: string, code: string, reason: string): Promise<RoundView>;
  abort(id: string, reason: string): Promise<RoundView>;
  /** Resolves once the peer is telling; the stream ends with the signal or with the peer. */
  events(options: { round?: string; signal: AbortSignal }): Promise<AsyncIterable<RoundEvent>>;
  stop(): Promise<void>;
}

/**
 * A client of the peer whose control.json this is.
 * @param org - for the hint, when it is known
 * @throws NodeError E_PEER_NOT_RUNNING, here and from every method; what the peer answers, from the methods
 */
export function openControl(path: string, org?: string): ControlClient {
  const file = readControlFile(path);
  if (!file || !isAlive(file.pid)) throw notRunning(org);
  const call = caller(file, org);
  const get = <T>(route: string) => call<T>('GET', route);
  const post = <T>(route: string, body: unknown = {}) => call<T>('POST', route, body);
  return {
    status: () => get('/v1/status'),
    rounds: () => get('/v1/rounds'),
    round: (id) => get(`/v1/rounds/${encodeURIComponent(id)}`),
    disclosure: (id) => get(`/v1/rounds/${encodeURIComponent(id)}/disclosure`),
    scenario: (id) => get(`/v1/rounds/${encodeURIComponent(id)}/scenario`),
    propose: (scenario) => post('/v1/rounds', scenario),
    accept: (id) => post(`/v1/rounds/${encodeURIComponent(id)}/accept`),
    decline: (id, code, reason) =>
      post(`/v1/rounds/${encodeURIComponent(id)}/decline`, { code, reason }),
    abort: (id, reason) => post(`/v1/rounds/${encodeURIComponent(id)}/abort`, { reason }),
    events: ({ round, signal }) => openEvents(file, org, round, signal),
    stop: () => post('/v1/stop'),
  };
}

function notRunning(org?: string): NodeError {
  return new NodeError('E_PEER_NOT_RUNNING', `no peer is running${org ? ` for ${org}` : ''}`);
}

/** A refusal of the running peer, as it told it: its code may be of any floor, and its message has the hint. */
class PeerRefusal extends Error implements ErrorShape {
  override readonly name = 'PeerRefusal';
  readonly code: string;
  readonly details: ErrorDetails;

  constructor({ code, message, details = {} }: ErrorShape) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

async function request(
  file: ControlFile,
  org: string | undefined,
  route: string,
  init: RequestInit,
): Promise<Response> {
  const headers = { authorization: `Bearer ${file.token}`, 'content-type': 'application/json' };
  try {
    return await fetch(file.url + route, { ...init, headers });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw notRunning(org);
  }
}

/** The answer of a request; a refusal is thrown as the error that the peer named. */
function caller(file: ControlFile, org: string | undefined) {
  return async <T>(method: string, route: string, body?: unknown): Promise<T> => {
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await request(file, org, route, init);
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return answer as T;
    throw refusal(answer, response.status);
  };
}

function refusal(answer: unknown, status: number): Error {
  const { code, message, details } = (answer ?? {}) as Partial<ErrorShape>;
  if (typeof code === 'string' && typeof message === 'string')
    return new PeerRefusal({ code, message, ...(details && { details }) });
  return new NodeError('E_INTERNAL', `the control API answered ${status} and nothing that it may`);
}

async function openEvents(
  file: ControlFile,
  org: string | undefined,
  round: string | undefined,
  signal: AbortSignal,
): Promise<AsyncIterable<RoundEvent>> {
  const query = round === undefined ? '' : `?round=${encodeURIComponent(round)}`;
  const response = await request(file, org, `/v1/events${query}`, { signal });
  if (!response.ok || !response.body)
    throw refusal(await response.json().catch(() => undefined), response.status);
  return eventsOf(response.body, signal);
}

/** The `data:` lines of a stream of server-sent events; it ends quietly with the signal or the peer. */
async function* eventsOf(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<RoundEvent> {
  let rest = '';
  try {
    for await (const text of body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks)
        if (block.startsWith('data: ')) yield JSON.parse(block.slice(6)) as RoundEvent;
    }
  } catch (error) {
    if (!signal.aborted && !(error instanceof TypeError)) throw error;
  }
}
