/**
 * A member that keeps none of our bounds: it has its org's real keys and speaks libp2p itself, so that it can send what the
 * program never would. It listens nowhere, and answers nothing but a hello.
 */
import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { generateKeyPair, privateKeyFromProtobuf } from '@libp2p/crypto/keys';
import { RPC } from '@libp2p/gossipsub/message';
import { identify } from '@libp2p/identify';
import type { Connection, Libp2p, PrivateKey, Stream } from '@libp2p/interface';
import { noise } from '@libp2p/noise';
import { peerIdFromPrivateKey } from '@libp2p/peer-id';
import { tcp } from '@libp2p/tcp';
import { lpStream } from '@libp2p/utils';
import { yamux } from '@libp2p/yamux';
import { multiaddr } from '@multiformats/multiaddr';
import { createLibp2p } from 'libp2p';
import { readKey } from '../../../node/home/keystore.ts';
import { HELLO_PROTOCOL, PEER_VERSION } from '../../../node/net/admission.ts';
import { decodeAnswer, encodeResult } from '../../../node/net/answer.ts';
import { encodeRequest, type ExchangeRequest } from '../../../node/net/exchange-frames.ts';
import { EXCHANGE_PROTOCOL } from '../../../node/net/exchange.ts';
import { dialAddresses } from '../../../node/net/members.ts';
import { readIdentity } from '../../../node/vault/identity-key.ts';
import {
  hex,
  openConsortium,
  parseManifestFile,
  seal,
  type Consortium,
  type Statement,
} from '../../../protocol/index.ts';

export const GOSSIP_PROTOCOL = '/meshsub/1.2.0';
/** Larger than anything that is allowed: what is refused is refused by the other side. */
const MAX_FRAME = 16 * 1024 * 1024;

export interface HostilePeer {
  readonly org: string;
  readonly consortium: Consortium;
  readonly topic: string;
  /** A connection of its own to a member, which has admitted it. */
  connect(org: string): Promise<Connection>;
  /** One message of gossip, as libp2p frames and signs it. */
  gossip(data: Uint8Array): Promise<RPC.Message>;
  /** A statement of its org. */
  sealed(statement: Statement): Uint8Array;
  /** Resolves when it gossips with a member over this connection. */
  gossipsWith(connection: Connection): Promise<Stream>;
  stop(): Promise<void>;
}

export interface HostileOptions {
  readonly org: string;
  /** its own peer does not run */
  readonly home: string;
  readonly passphraseFile: string;
  readonly consortiumFile: string;
}

/** libp2p as anybody would set it up, without any bound. */
export function bareNode(privateKey: PrivateKey): Promise<Libp2p> {
  return createLibp2p({
    privateKey,
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux()],
    services: { identify: identify() },
  });
}

async function gossipOf(key: PrivateKey, topic: string, data: Uint8Array): Promise<RPC.Message> {
  const from = peerIdFromPrivateKey(key).toMultihash().bytes;
  const unsigned = { from, data, seqno: randomBytes(8), topic };
  const signed = Buffer.concat([Buffer.from('libp2p-pubsub:'), RPC.Message.encode(unsigned)]);
  return { ...unsigned, signature: await key.sign(signed) };
}

/** A message that somebody else signed. */
export const strangersGossip = async (topic: string, data: Uint8Array): Promise<RPC.Message> =>
  gossipOf(await generateKeyPair('Ed25519'), topic, data);

export async function hostilePeer(options: HostileOptions): Promise<HostilePeer> {
  const { org, home } = options;
  const passphrase = readFileSync(options.passphraseFile, 'utf8').trimEnd();
  const consortium = openConsortium(
    parseManifestFile(readFileSync(options.consortiumFile, 'utf8')),
  );
  const transport = join(home, 'node/transport.key.json');
  const key = privateKeyFromProtobuf(await readKey(transport, passphrase, 'transport'));
  const identity = await readIdentity(join(home, 'vault/identity.key.json'), passphrase);
  const node = await bareNode(key);
  const consortiumDigest = hex(consortium.digest);
  const topic = `/hushmark/1/${consortiumDigest}`;
  const hello = Buffer.from(
    JSON.stringify({ version: PEER_VERSION, consortium: consortiumDigest }),
  );
  const gossiping = new Set<string>();
  await node.handle(HELLO_PROTOCOL, async (stream) => {
    const frames = lpStream(stream);
    await frames.read();
    await frames.write(encodeResult(hello));
    await stream.close();
  });
  await node.handle(GOSSIP_PROTOCOL, (stream, connection) => {
    stream.addEventListener('message', () => {});
    gossiping.add(connection.remotePeer.toString());
  });
  return {
    org,
    consortium,
    topic,
    async connect(to) {
      const member = consortium.manifest.members.find((one) => one.org === to);
      if (!member) throw new TypeError(`${to} is no member`);
      const addresses = dialAddresses(member).map((address) => multiaddr(address));
      const connection = await node.dial(addresses, { force: true });
      await ask(connection, HELLO_PROTOCOL, hello);
      return connection;
    },
    gossip: (data) => gossipOf(key, topic, data),
    sealed: (statement) => seal(consortium.digest, org, statement, identity.sign),
    async gossipsWith(connection) {
      const other = connection.remotePeer.toString();
      // it greets whom it knows to gossip, and drops gossip of all others
      while (!gossiping.has(other)) await new Promise((resolve) => setTimeout(resolve, 20));
      return connection.newStream(GOSSIP_PROTOCOL);
    },
    stop: async () => node.stop(),
  };
}

/** One request on a stream of its own. @throws NodeError with the other side's code in its details */
export async function ask(
  connection: Connection,
  protocol: string,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const stream = await connection.newStream(protocol, { maxOutboundStreams: 1_000_000 });
  try {
    const frames = lpStream(stream, { maxDataLength: MAX_FRAME });
    await frames.write(bytes);
    return decodeAnswer((await frames.read()).subarray(), connection.remotePeer.toString());
  } finally {
    stream.abort(new Error('done'));
  }
}

export const exchange = (connection: Connection, request: ExchangeRequest): Promise<Uint8Array> =>
  ask(connection, EXCHANGE_PROTOCOL, encodeRequest(request));

/** Sends frames of gossip as fast as the other side reads them. */
export async function sendGossip(
  stream: Stream,
  messages: readonly RPC.Message[],
  perFrame: number,
): Promise<void> {
  const frames = lpStream(stream, { maxDataLength: MAX_FRAME });
  for (let at = 0; at < messages.length; at += perFrame)
    await frames.write(
      RPC.encode({ subscriptions: [], messages: messages.slice(at, at + perFrame) }),
    );
}

/** How a request ended: `answered`, the other side's code, or the name of what libp2p throws. */
export const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: { code?: string; details?: { code?: string }; name: string }) =>
      error.details?.code ?? error.code ?? error.name,
  );
