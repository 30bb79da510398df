/** One connection to the org's own peer: asks and answers, and the block events. */
import { connect, type Socket } from 'node:net';
import { nowUs } from '../contract/verdict.ts';
import { ConnectorError } from '../errors.ts';
import { lineWriter, readLines } from './frames.ts';
import type { Answer, Ask, BlockEvent } from './messages.ts';

export interface ClientEvents {
  /** `atUs`: monotonic microseconds at which the event arrived. */
  onBlock(event: BlockEvent['block'], atUs: number): void;
  /** Once, after an intended or unintended end. */
  onClose(): void;
}

export type TimedAnswer = Answer & { atUs: number };

export class LedgerClient {
  readonly #socket: Socket;
  readonly #write: (line: string) => void;
  readonly #asked = new Map<string, (answer: TimedAnswer) => void>();

  constructor(socket: Socket, events: ClientEvents) {
    this.#socket = socket;
    this.#write = lineWriter(socket);
    socket.setNoDelay(true);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      const message = 'the connection to the peer was lost';
      for (const re of [...this.#asked.keys()]) {
        this.#settle({ re, ok: false, failureClass: 'other', message, atUs: nowUs() });
      }
      events.onClose();
    });
    readLines(socket, (line) => {
      const said = JSON.parse(line) as Answer | BlockEvent;
      if ('block' in said) events.onBlock(said.block, nowUs());
      else this.#settle({ ...said, atUs: nowUs() });
    });
  }

  /** Never rejects: a lost connection is an answer of class `other`. */
  ask(ask: Ask): Promise<TimedAnswer> {
    return new Promise((resolve) => {
      this.#asked.set(ask.re, resolve);
      if (this.#socket.destroyed) {
        const message = 'the connection to the peer is closed';
        this.#settle({ re: ask.re, ok: false, failureClass: 'other', message, atUs: nowUs() });
      } else this.#write(JSON.stringify(ask));
    });
  }

  async close(): Promise<void> {
    if (this.#socket.closed) return;
    await new Promise<void>((done) => {
      this.#socket.once('close', () => done());
      this.#socket.destroy();
    });
  }

  #settle(answer: TimedAnswer): void {
    this.#asked.get(answer.re)?.(answer);
    this.#asked.delete(answer.re);
  }
}

/** @param endpoint `host:port`. @throws ConnectorError E_SUT_UNREACHABLE */
export function openClient(endpoint: string, events: ClientEvents): Promise<LedgerClient> {
  const colon = endpoint.lastIndexOf(':');
  const [host, port] = [endpoint.slice(0, colon), Number(endpoint.slice(colon + 1))];
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    const onError = (error: Error): void => {
      const next = 'start the ledger, or correct ledger.endpoint in the network file';
      const message = `no ledger peer at ${endpoint} (${error.message}): ${next}`;
      reject(new ConnectorError('E_SUT_UNREACHABLE', message, { endpoint }));
    };
    socket.once('error', onError);
    socket.once('connect', () => {
      socket.off('error', onError);
      resolve(new LedgerClient(socket, events));
    });
  });
}
