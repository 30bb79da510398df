/**
 * Bytes per protocol and direction, as they enter and leave libp2p's streams (before encryption).
 *
 * libp2p shows each negotiated stream to its metrics component, so this is one that ignores everything else. It
 * watches `send` and `dispatchEvent` and adds no listener: the first listener for "message" makes a stream hand out
 * what it has buffered, and the protocol's handler would miss that. (Middleware, `libp2p.use`, is no way either: in
 * libp2p 3.3 each inbound stream appends its handler to the registered list.)
 */
import type { Metrics, Stream, StreamMessageEvent } from '@libp2p/interface';

export interface ByteCount {
  in: number;
  out: number;
}
/** `gossip`, and every other protocol by its name. */
export type Traffic = Record<string, ByteCount>;

export interface TrafficMeter {
  readonly metrics: Metrics;
  /** a copy */
  read(): Traffic;
}

export function createTrafficMeter(): TrafficMeter {
  const counts = new Map<string, ByteCount>();
  const countOf = (protocol: string): ByteCount => {
    const name = protocol.startsWith('/meshsub/') ? 'gossip' : protocol;
    let count = counts.get(name);
    if (!count) counts.set(name, (count = { in: 0, out: 0 }));
    return count;
  };
  const watch = (stream: Stream) => {
    const count = countOf(stream.protocol);
    const send = stream.send.bind(stream);
    stream.send = (data) => {
      count.out += data.byteLength;
      return send(data);
    };
    const dispatch = stream.dispatchEvent.bind(stream);
    stream.dispatchEvent = (event: Event) => {
      if (event.type === 'message') count.in += (event as StreamMessageEvent).data.byteLength;
      return dispatch(event as Parameters<typeof dispatch>[0]);
    };
  };
  return {
    metrics: ignoreAllBut(watch),
    read: () => Object.fromEntries([...counts].map(([name, count]) => [name, { ...count }])),
  };
}

function ignoreAllBut(trackProtocolStream: (stream: Stream) => void): Metrics {
  const nothing = () => undefined;
  const metric = {
    update: nothing,
    increment: nothing,
    decrement: nothing,
    reset: nothing,
    observe: nothing,
    timer: () => nothing,
  };
  const register = () => metric;
  return {
    trackMultiaddrConnection: nothing,
    trackProtocolStream,
    registerMetric: register,
    registerMetricGroup: register,
    registerCounter: register,
    registerCounterGroup: register,
    registerHistogram: register,
    registerHistogramGroup: register,
    registerSummary: register,
    registerSummaryGroup: register,
    traceFunction: <F>(_name: string, traced: F) => traced,
    createTrace: nothing,
  } as unknown as Metrics;
}
