/** In-process hosts on random ports, for the specs of this folder. */
import { once } from 'node:events';
import { createHost, type Host, type HostOptions } from '../../../node/net/host.ts';
import type { Log } from '../../../node/net/log.ts';
import type { Member } from '../../../node/net/members.ts';
import { createTransportKey, type TransportKey } from '../../../node/net/transport-key.ts';
import { freePorts } from '../../../scenarios/demo/bench-node.ts';

export const DIGEST = 'ab'.repeat(32);

export interface LogLine {
  level: keyof Log;
  details: Record<string, unknown>;
  message: string;
}

/** A logger that keeps its lines, and lets a test wait for one. */
export function createTestLog() {
  const lines: LogLine[] = [];
  const waiting: { matches: (line: LogLine) => boolean; resolve: (line: LogLine) => void }[] = [];
  const write = (level: keyof Log) => (details: object, message: string) => {
    const line: LogLine = { level, details: details as Record<string, unknown>, message };
    lines.push(line);
    for (const { matches, resolve } of waiting) if (matches(line)) resolve(line);
  };
  const log: Log = {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
  const line = (matches: (line: LogLine) => boolean): Promise<LogLine> => {
    const found = lines.find(matches);
    if (found) return Promise.resolve(found);
    const { promise, resolve } = Promise.withResolvers<LogLine>();
    waiting.push({ matches, resolve });
    return promise;
  };
  return { log, lines, line };
}

export interface Candidate extends Member {
  readonly key: TransportKey;
}

export async function createCandidate(org: string): Promise<Candidate> {
  const key = await createTransportKey();
  const [port] = await freePorts(1);
  const addresses = [`/ip4/127.0.0.1/tcp/${port}`];
  return { org, key, peerId: key.peerId, addresses };
}

export const createCandidates = (count: number): Promise<Candidate[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => createCandidate(`Org${i + 1}`)));

export function startHost(
  self: Candidate,
  members: readonly Candidate[],
  options: Partial<HostOptions> = {},
): Promise<Host> {
  return createHost({
    transportKey: self.key.bytes,
    members,
    self: self.org,
    consortiumDigest: DIGEST,
    listen: self.addresses,
    onMessage: () => undefined,
    log: createTestLog().log,
    dialIntervalMs: 100,
    ...options,
  });
}

/** Resolves when the host is connected to this many orgs. */
export async function connectedTo(host: Host, count: number): Promise<void> {
  while (host.connectedOrgs().length < count) await once(host.events, 'peer-connected');
}

/** Hosts of all candidates, each connected to each. */
export async function startAll(
  candidates: readonly Candidate[],
  options: (self: Candidate) => Partial<HostOptions> = () => ({}),
): Promise<Host[]> {
  const hosts = await Promise.all(
    candidates.map((self) => startHost(self, candidates, options(self))),
  );
  await Promise.all(hosts.map((host) => connectedTo(host, candidates.length - 1)));
  return hosts;
}

export const stopAll = (hosts: readonly Host[]): Promise<unknown> =>
  Promise.all(hosts.map((host) => host.stop()));

/** The error of a promise that must reject. */
export async function rejection(
  promise: Promise<unknown>,
): Promise<Error & { code?: string; details?: Record<string, unknown> }> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error('it did not reject');
}

/** Repeats until it holds, for at most 8 s. For what has no event to wait for. */
export async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  const untilMs = performance.now() + 8_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > untilMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
