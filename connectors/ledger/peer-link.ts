/**
 * The connector's hold on its own peer: a connection that comes back by itself. After a loss it tries again until it is
 * closed, and then asks for the blocks that it missed, so that every height is told once, in order.
 */
import { randomUUID } from 'node:crypto';
import { ConnectorError } from '../errors.ts';
import { openClient, type LedgerClient, type TimedAnswer } from './client.ts';
import type { Ask, BlockEvent } from './messages.ts';

export interface PeerLinkOptions {
  /** `host:port`. */
  endpoint: string;
  /** Whose peer it has to be; absent: anybody's. */
  org?: string | undefined;
  /** `atUs`: monotonic microseconds at which the event arrived. */
  onBlock(event: BlockEvent['block'], atUs: number): void;
  /** At each loss, but not when it is closed. */
  onLost(): void;
}

const RETRY_MS = 100;

export class PeerLink {
  readonly #options: PeerLinkOptions;
  #client: LedgerClient | undefined;
  #height = 0;
  #retry: NodeJS.Timeout | undefined;
  #retrying: Promise<void> | undefined;
  #closed = false;

  private constructor(options: PeerLinkOptions) {
    this.#options = options;
  }

  /** @throws ConnectorError E_SUT_UNREACHABLE: nobody answers there, or another org's peer. */
  static async open(options: PeerLinkOptions): Promise<PeerLink> {
    const link = new PeerLink(options);
    await link.#connect();
    return link;
  }

  /** Never rejects: while the peer is away, the answer is of class `other`. */
  ask(ask: Ask): Promise<TimedAnswer> {
    return (this.#client as LedgerClient).ask(ask);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#retrying;
    await this.#client?.close();
  }

  async #connect(from?: number): Promise<void> {
    const { endpoint, org, onBlock, onLost } = this.#options;
    let greeted = false;
    const client = await openClient(endpoint, {
      onBlock: (block, atUs) => {
        this.#height = block.height;
        onBlock(block, atUs);
      },
      onClose: () => {
        if (this.#closed || !greeted) return;
        onLost();
        this.#retryLater();
      },
    });
    const hello = await client.ask({ op: 'hello', re: randomUUID(), ...(from && { from }) });
    const peer = hello.ok ? (hello.result as { peer: string; height: number }) : undefined;
    if (!peer || (org !== undefined && org !== peer.peer)) {
      await client.close();
      throw unreachable(endpoint, org, peer?.peer);
    }
    // a block may have come right behind the answer
    if (from === undefined) this.#height = Math.max(this.#height, peer.height);
    this.#client = client;
    greeted = true;
  }

  #retryLater(): void {
    this.#retry = setTimeout(() => {
      this.#retrying = this.#connect(this.#height + 1).catch(() => {
        if (!this.#closed) this.#retryLater();
      });
    }, RETRY_MS);
  }
}

function unreachable(endpoint: string, org?: string, other?: string): ConnectorError {
  const message =
    other === undefined
      ? `no ledger peer answers at ${endpoint}: start it, or correct ledger.endpoint in the network file`
      : `the peer at ${endpoint} is ${other}'s, not ${org}'s: set ledger.endpoint to your own peer`;
  return new ConnectorError('E_SUT_UNREACHABLE', message, { endpoint });
}
