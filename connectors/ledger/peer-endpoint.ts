/**
 * The TCP port of one org's peer: its clients' asks, and the block events to them. A stopped peer keeps its port, so that
 * nobody else takes it, and drops whoever comes.
 */
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import * as v from 'valibot';
import { ConnectorError } from '../errors.ts';
import { lineWriter, readLines } from './frames.ts';
import { askSchema, type Answer, type Ask, type BlockEvent, type LedgerTx } from './messages.ts';
import type { BlockRecord, Peer } from './peer.ts';

/** `lost`: it is never heard of again, and its ask is not answered. */
export type Submission = 'taken' | 'repeated' | 'lost';

type Write = (line: string) => void;

export class PeerEndpoint {
  readonly #peer: Peer;
  readonly #submit: (tx: LedgerTx) => Submission;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #listeners = new Set<Write>();

  constructor(peer: Peer, submit: (tx: LedgerTx) => Submission) {
    this.#peer = peer;
    this.#submit = submit;
    this.#server = createServer((socket) => this.#serve(socket));
  }

  /**
   * Returns `127.0.0.1:port`.
   * @param port 0: one that is free
   * @throws ConnectorError E_LEDGER_OPTIONS when the port is taken
   */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', ({ code }: NodeJS.ErrnoException) => {
        const why = `port: cannot listen on 127.0.0.1:${port} (${code}); choose another one`;
        reject(new ConnectorError('E_LEDGER_OPTIONS', why));
      });
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  announce(block: BlockRecord): void {
    const line = blockLine(block, this.#peer.org);
    for (const write of this.#listeners) write(line);
  }

  dropClients(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.dropClients();
    await new Promise((done) => this.#server.close(done));
  }

  #serve(socket: Socket): void {
    socket.on('error', () => socket.destroy());
    if (!this.#peer.running) {
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    const write = lineWriter(socket);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#listeners.delete(write);
    });
    readLines(socket, (line) => {
      const ask = parseAsk(line);
      if (ask) this.#answer(ask, write);
      else socket.destroy();
    });
  }

  #answer(ask: Ask, write: Write): void {
    const answer = this.#answerTo(ask);
    if (answer) write(JSON.stringify(answer));
    if (ask.op !== 'hello') return;
    this.#listeners.add(write);
    if (ask.from === undefined) return;
    for (const block of this.#peer.committedFrom(ask.from)) write(blockLine(block, this.#peer.org));
  }

  #answerTo(ask: Ask): Answer | undefined {
    const { re } = ask;
    const peer = this.#peer;
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
        const submission = this.#submit(ask.tx);
        if (submission === 'lost') return undefined;
        return submission === 'taken'
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
}

/** Why a transaction is invalid is between its sender and its peer. */
function blockLine({ height, txs }: BlockRecord, org: string): string {
  const event: BlockEvent = {
    block: {
      height,
      txs: txs.map(({ via, ...outcome }) =>
        via === org ? outcome : { id: outcome.id, valid: outcome.valid },
      ),
    },
  };
  return JSON.stringify(event);
}

function parseAsk(line: string): Ask | undefined {
  try {
    return v.parse(askSchema, JSON.parse(line));
  } catch {
    return undefined;
  }
}
