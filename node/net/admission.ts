/**
 * The handshake of two members: same protocol version, same consortium. That a dial succeeds proves nothing, because
 * the other side may refuse a moment later; so each side says hello on each new connection, and an org is served only
 * when one of the two hellos was answered well.
 */
import * as v from 'valibot';
import { parseShape } from '../../protocol/shape.ts';
import { NodeError } from '../errors.ts';
import type { Log } from './log.ts';

export const HELLO_PROTOCOL = '/hushmark/hello/1';
/** Raised whenever messages change so that older releases cannot follow. */
export const PEER_VERSION = 1;

const helloSchema = v.object({
  version: v.pipe(v.number(), v.safeInteger()),
  /** digest of the consortium's manifest, hex */
  consortium: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

export type PeerState = 'away' | 'greeting' | 'connected' | 'other-consortium' | 'other-version';

export interface AdmissionOptions {
  /** hex, 64 digits */
  readonly consortiumDigest: string;
  readonly log: Log;
  /** Sends a hello and resolves with the other's. */
  hello(org: string, bytes: Uint8Array): Promise<Uint8Array>;
  isConnected(org: string): boolean;
  /** called when the hello got no answer at all */
  hangUp(org: string): void;
  onAdmitted(org: string): void;
  onLost(org: string): void;
}

export interface Admission {
  /** a first connection to the org opened */
  connected(org: string): void;
  /** its last connection closed */
  disconnected(org: string): void;
  /** Answers the other's hello with one's own. @throws NodeError E_OTHER_CONSORTIUM, E_PEER_VERSION, E_BAD_FRAME */
  answer(bytes: Uint8Array, org: string): Uint8Array;
  /** Resolves when the org is admitted. @throws NodeError why it is not */
  admitted(org: string): Promise<void>;
  state(org: string): PeerState;
}

interface Greeting {
  state: PeerState;
  readonly gate: PromiseWithResolvers<void>;
}

export function createAdmission(options: AdmissionOptions): Admission {
  const { consortiumDigest, log } = options;
  const greetings = new Map<string, Greeting>();
  const told = new Set<string>();
  const own = Buffer.from(JSON.stringify({ version: PEER_VERSION, consortium: consortiumDigest }));

  const greetingOf = (org: string): Greeting => {
    let greeting = greetings.get(org);
    if (!greeting) {
      greeting = { state: 'greeting', gate: Promise.withResolvers() };
      greeting.gate.promise.catch(() => undefined);
      greetings.set(org, greeting);
    }
    return greeting;
  };
  const admit = (org: string, greeting: Greeting) => {
    if (greeting.state === 'connected' || greetings.get(org) !== greeting) return;
    if (!options.isConnected(org)) return;
    greeting.state = 'connected';
    greeting.gate.resolve();
    options.onAdmitted(org);
  };
  const refuse = (org: string, greeting: Greeting, error: NodeError) => {
    if (greeting.state !== 'greeting') return;
    greeting.state = error.code === 'E_PEER_VERSION' ? 'other-version' : 'other-consortium';
    greeting.gate.reject(error);
    const { code, message, details } = error;
    const once = JSON.stringify([org, code, details]);
    if (!told.has(once)) log.error({ org, code, ...details }, message);
    told.add(once);
  };

  const greet = async (org: string, greeting: Greeting) => {
    try {
      checkHello(await options.hello(org, own), org, consortiumDigest);
      admit(org, greeting);
    } catch (error) {
      const named = namedRefusal(error, org);
      if (named) refuse(org, greeting, named);
      else if (greeting.state === 'greeting' && greetings.get(org) === greeting) {
        log.debug({ org, err: error }, 'no answer to the hello');
        options.hangUp(org);
      }
    }
  };

  return {
    connected: (org) => void greet(org, greetingOf(org)),
    disconnected(org) {
      const greeting = greetings.get(org);
      greetings.delete(org);
      greeting?.gate.reject(new NodeError('E_NOT_CONNECTED', `${org} went away`, { org }));
      if (greeting?.state === 'connected') options.onLost(org);
    },
    answer(bytes, org) {
      const greeting = greetingOf(org);
      try {
        checkHello(bytes, org, consortiumDigest);
      } catch (error) {
        const named = namedRefusal(error, org);
        if (named) refuse(org, greeting, named);
        throw error;
      }
      admit(org, greeting);
      return own;
    },
    admitted: (org) => greetingOf(org).gate.promise,
    state: (org) => greetings.get(org)?.state ?? 'away',
  };
}

/** @throws NodeError E_BAD_FRAME, E_PEER_VERSION, E_OTHER_CONSORTIUM */
function checkHello(bytes: Uint8Array, org: string, consortiumDigest: string): void {
  let hello: v.InferOutput<typeof helloSchema>;
  try {
    hello = parseShape(helloSchema, JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch (error) {
    throw new NodeError('E_BAD_FRAME', `${org} sent a hello that cannot be read`, { org }, error);
  }
  if (hello.version !== PEER_VERSION)
    throw new NodeError(
      'E_PEER_VERSION',
      `${org} speaks version ${hello.version}, this org ${PEER_VERSION}`,
      { org, theirs: hello.version, ours: PEER_VERSION },
    );
  if (hello.consortium !== consortiumDigest)
    throw new NodeError(
      'E_OTHER_CONSORTIUM',
      `${org} has consortium ${hello.consortium.slice(0, 16)}, this org ${consortiumDigest.slice(0, 16)}`,
      { org, theirs: hello.consortium, ours: consortiumDigest },
    );
}

/** The refusal that both sides give a name to, whether this side found it or the other one. */
function namedRefusal(error: unknown, org: string): NodeError | undefined {
  if (!(error instanceof NodeError)) return undefined;
  const names = ['E_OTHER_CONSORTIUM', 'E_PEER_VERSION'] as const;
  if ((names as readonly string[]).includes(error.code)) return error;
  const told = names.find((name) => name === error.details?.['code']);
  return told && new NodeError(told, `${org} says that it differs`, { org });
}
