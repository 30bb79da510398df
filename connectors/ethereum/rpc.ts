/** The connection to the org's own node: JSON-RPC by viem, over WebSocket or HTTP, without retries or caches. */
import {
  createPublicClient,
  http,
  webSocket,
  type Hex,
  type HttpTransport,
  type PublicClient,
  type WebSocketTransport,
} from 'viem';
import { ConnectorError, reasonOf } from '../errors.ts';

export interface Rpc {
  client: PublicClient;
  /** Present on WebSockets: pushes the heights of new blocks until closed. */
  subscribeHeads?(onHeight: (height: number) => void, onEnd: () => void): Promise<void>;
  chainId: number;
  close(): Promise<void>;
}

let serial = 0;

/** @throws ConnectorError E_SUT_UNREACHABLE */
export async function openRpc(url: string): Promise<Rpc> {
  const isSocket = url.startsWith('ws');
  try {
    const rpc = isSocket ? await openSocket(url) : openHttp(url);
    const chainId = await rpc.client.getChainId();
    return { ...rpc, chainId };
  } catch (error) {
    const [why] = reasonOf(error).split('\n');
    const message = `no JSON-RPC node answers at ${url} (${why || 'connection refused'}): start it, or correct ethereum.url in the network file`;
    throw new ConnectorError('E_SUT_UNREACHABLE', message, { url });
  }
}

function openHttp(url: string): Omit<Rpc, 'chainId'> {
  const transport: HttpTransport = http(url, { retryCount: 0 });
  const client = createPublicClient({ transport, cacheTime: 0 });
  return { client: client as PublicClient, close: async () => {} };
}

async function openSocket(url: string): Promise<Omit<Rpc, 'chainId'>> {
  // viem shares one socket among equal settings; each connector needs its own to close, hence the odd interval.
  const keepAlive = { interval: 30_000 + (++serial % 10_000) };
  const transport: WebSocketTransport = webSocket(url, {
    keepAlive,
    reconnect: false,
    retryCount: 0,
  });
  const client = createPublicClient({ transport, cacheTime: 0 });
  const socket = await client.transport.getRpcClient();
  return {
    client: client as unknown as PublicClient,
    async subscribeHeads(onHeight, onEnd) {
      await client.transport.subscribe({
        params: ['newHeads'],
        // viem types this as an answer; it is the notification's params.
        onData: (head) => onHeight(Number((head.result as { number: Hex }).number)),
        onError: onEnd,
      });
    },
    async close() {
      socket.close();
    },
  };
}
