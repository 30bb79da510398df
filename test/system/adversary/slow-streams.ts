/** A member, and strangers, that open what they can and then say nothing, or one byte a second. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Connection, Stream } from '@libp2p/interface';
import { lpStream } from '@libp2p/utils';
import { multiaddr } from '@multiformats/multiaddr';
import { expect } from 'chai';
import { decodeAnswer } from '../../../node/net/answer.ts';
import { EXCHANGE_PROTOCOL } from '../../../node/net/exchange.ts';
import { MAX_REQUESTS_AT_ONCE, MAX_STREAMS, REQUEST_TIMEOUT_MS } from '../../../node/net/limits.ts';
import type { AttackedWorld } from './attacked-world.ts';
import { codeOf } from './hostile-peer.ts';

/** What a busy machine may need beyond a limit. */
const SLACK_MS = 4_000;
/** libp2p's own, for a connection that does not come about */
const UPGRADE_TIMEOUT_MS = 10_000;
const THOUSAND_BYTES = Uint8Array.of(0xe8, 0x07);

interface Fate {
  readonly why: string;
  readonly afterMs: number;
}

/** A request that is announced and then comes one byte a second. */
export async function slowRequest(connection: Connection): Promise<Fate> {
  const startedMs = performance.now();
  const why = await codeOf(neverAsked(connection));
  return { why, afterMs: performance.now() - startedMs };
}

async function neverAsked(connection: Connection): Promise<unknown> {
  const stream = await connection.newStream(EXCHANGE_PROTOCOL, { maxOutboundStreams: 1_000_000 });
  const feeding = setInterval(() => {
    if (stream.writeStatus === 'writable') stream.send(Uint8Array.of(0));
  }, 1_000);
  try {
    stream.send(THOUSAND_BYTES);
    return decodeAnswer((await lpStream(stream).read()).subarray(), 'it');
  } finally {
    clearInterval(feeding);
    stream.abort(new Error('done'));
  }
}

/** Keeps a peer's places for this member's requests taken, until the signal. */
export async function keepTaken(connection: Connection, signal: AbortSignal): Promise<void> {
  const taking = Array.from({ length: MAX_STREAMS }, async () => {
    while (!signal.aborted && connection.status === 'open') {
      await slowRequest(connection);
      await delay(1_000);
    }
  });
  await Promise.all(taking);
}

/** A stream of the multiplexer that never says for what protocol it is. */
async function namelessStream(connection: Connection): Promise<number> {
  const startedMs = performance.now();
  const { muxer } = connection as unknown as { muxer: { createStream(): Promise<Stream> } };
  const stream = await muxer.createStream();
  await once(stream as unknown as EventTarget, 'close');
  return performance.now() - startedMs;
}

/** A connection on which nothing is said. */
async function silentSocket(address: string): Promise<number> {
  const port = multiaddr(address)
    .getComponents()
    .find(({ name }) => name === 'tcp')?.value;
  const startedMs = performance.now();
  const socket = connect(Number(port), '127.0.0.1').on('error', () => {});
  socket.resume();
  await new Promise((resolve) => socket.once('close', resolve));
  return performance.now() - startedMs;
}

export function slowStreams(attacked: () => AttackedWorld): void {
  let requests: Promise<Fate[]>;
  let nameless: Promise<number[]>;
  let sockets: Promise<number[]>;

  before(async () => {
    const { liar, honest } = attacked();
    const [first] = honest;
    const connection = await liar.connect('Org1');
    const many = <T>(count: number, open: () => Promise<T>) =>
      Promise.all(Array.from({ length: count }, open));
    const { addresses } = await first.control.status();
    requests = many(MAX_STREAMS + 20, () => slowRequest(connection));
    nameless = many(100, () => namelessStream(connection));
    sockets = many(150, () => silentSocket(addresses[0] as string));
    // each has a test of its own
    for (const one of [requests, nameless, sockets]) one.catch(() => {});
  });

  it('ends a slow request by the time limit, and refuses at once what is beyond the places of one member', async () => {
    const fates = await requests;
    const taken = fates.filter(({ why }) => why === 'E_PEER_TIMEOUT');
    expect(taken).to.have.length.within(1, MAX_REQUESTS_AT_ONCE);
    for (const { afterMs } of taken)
      expect(afterMs).to.be.within(REQUEST_TIMEOUT_MS - 500, REQUEST_TIMEOUT_MS + SLACK_MS);
    const others = fates.filter(({ why }) => why !== 'E_PEER_TIMEOUT');
    for (const { why, afterMs } of others) {
      expect(why).to.be.oneOf([
        ...['E_PEER_BUSY', 'StreamResetError', 'StreamStateError', 'UnexpectedEOFError'],
      ]);
      expect(afterMs).to.be.below(REQUEST_TIMEOUT_MS + SLACK_MS);
    }
    expect(others.map(({ why }) => why)).to.include('E_PEER_BUSY');
  });

  it('ends streams that never say what they are for', async () => {
    for (const afterMs of await nameless)
      expect(afterMs).to.be.below(REQUEST_TIMEOUT_MS + SLACK_MS);
  });

  it('ends connections that are never completed', async () => {
    for (const afterMs of await sockets) expect(afterMs).to.be.below(UPGRADE_TIMEOUT_MS + SLACK_MS);
    const { connected } = await attacked().honest[0].control.status();
    expect(connected).to.include.members(['Org2', 'Org3']);
  });
}
