/**
 * The embedded ledger: one orderer and one peer per org, each on a TCP port of its own. For learning, testing and
 * calibration: real blocks, real waiting, one process, and no defence against its clients.
 */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Chain, type Block, type Submitted } from './chain.ts';
import { type LedgerClock } from './clock.ts';
import { lineWriter, readLines } from './frames.ts';
import { askSchema, type Answer, type Ask, type BlockEvent, type LedgerTx } from './messages.ts';
import { Orderer } from './orderer.ts';
import { Peer } from './peer.ts';

export interface LedgerOptions {
  orgs: readonly string[];
  /** Transactions per block. */
  blockSize: number;
  blockTimeoutMs: number;
  /** Mean commit delay per org in milliseconds; absent: 0. */
  delaysMs: Readonly<Record<string, number>>;
  /** Half width of the delays' jitter as a share of the mean, 0 to 1. */
  jitter: number;
  seed: number;
}

/** One block at one peer, as it happened. */
export interface Delivery {
  peer: string;
  block: Block;
  /** Monotonic microseconds. */
  atUs: number;
}

export interface LedgerServer {
  /** Org → `127.0.0.1:port` of its own peer. */
  peers: Record<string, string>;
  stop(): Promise<void>;
}

type Write = (line: string) => void;

export async function startLedgerServer(
  options: LedgerOptions,
  clock: LedgerClock,
  onDelivery: (delivery: Delivery) => void = () => {},
): Promise<LedgerServer> {
  const chain = new Chain();
  const listeners = new Map<string, Set<Write>>(options.orgs.map((org) => [org, new Set()]));
  const peers = options.orgs.map((org) => {
    const meanUs = (options.delaysMs[org] ?? 0) * 1000;
    const profile = { org, meanUs, jitter: options.jitter, seed: options.seed };
    return new Peer(profile, clock, (peer, block, atUs) => {
      onDelivery({ peer: org, block, atUs });
      const line = blockLine(block, peer.org);
      for (const write of listeners.get(org) ?? []) write(line);
    });
  });
  const rule = { blockSize: options.blockSize, blockTimeoutUs: options.blockTimeoutMs * 1000 };
  const orderer = new Orderer<Submitted>(rule, clock, (submitted) => {
    const block = chain.execute(submitted);
    for (const peer of peers) peer.deliver(block);
  });
  const seen = new Set<string>();
  const submit = (via: string, tx: LedgerTx): boolean => {
    if (seen.has(tx.id)) return false;
    seen.add(tx.id);
    orderer.submit({ tx, via });
    return true;
  };

  const sockets = new Set<Socket>();
  const servers = await Promise.all(
    peers.map((peer) => {
      const server = createServer((socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
        serve(socket, peer, listeners.get(peer.org) as Set<Write>, (tx) => submit(peer.org, tx));
      });
      return listen(server);
    }),
  );
  return {
    peers: Object.fromEntries(options.orgs.map((org, index) => [org, addressOf(servers[index])])),
    async stop() {
      orderer.stop();
      for (const peer of peers) peer.stop();
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
    },
  };
}

/** The reason of an invalid transaction is between its sender and its peer. */
function blockLine({ height, txs }: Block, org: string): string {
  const event: BlockEvent = {
    block: {
      height,
      txs: txs.map(({ id, valid, via, why }) =>
        why !== undefined && via === org ? { id, valid, why } : { id, valid },
      ),
    },
  };
  return JSON.stringify(event);
}

function serve(
  socket: Socket,
  peer: Peer,
  listeners: Set<Write>,
  submit: (tx: LedgerTx) => boolean,
): void {
  socket.setNoDelay(true);
  const write = lineWriter(socket);
  socket.on('close', () => listeners.delete(write));
  socket.on('error', () => socket.destroy());
  readLines(socket, (line) => {
    const ask = parseAsk(line);
    if (!ask) {
      socket.destroy();
      return;
    }
    if (ask.op === 'hello') listeners.add(write);
    write(JSON.stringify(answer(ask, peer, submit)));
  });
}

function parseAsk(line: string): Ask | undefined {
  try {
    return askSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

function answer(ask: Ask, peer: Peer, submit: (tx: LedgerTx) => boolean): Answer {
  const { re } = ask;
  const refuse = (message: string, failureClass: 'syntax' | 'other' = 'syntax'): Answer => ({
    re,
    ok: false,
    failureClass,
    message,
  });
  switch (ask.op) {
    case 'hello':
      return { re, ok: true, result: { peer: peer.org, height: peer.height } };
    case 'submit': {
      const refusal = 'verb' in ask.tx ? peer.refusal(ask.tx.contract, ask.tx.verb) : undefined;
      if (refusal !== undefined) return refuse(refusal);
      return submit(ask.tx)
        ? { re, ok: true }
        : refuse('a transaction with this id was sent before');
    }
    case 'read': {
      const outcome = peer.read(ask);
      if (!outcome.ok) return refuse(outcome.why, outcome.known ? 'other' : 'syntax');
      return { re, ok: true, result: JSON.parse(outcome.json) as unknown };
    }
    default:
      throw new TypeError(`undecided: ${JSON.stringify(ask satisfies never)}`);
  }
}

function listen(server: Server): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function addressOf(server: Server | undefined): string {
  return `127.0.0.1:${(server?.address() as AddressInfo).port}`;
}
