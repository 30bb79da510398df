/**
 * How far the peers' clocks are apart: samples on one stream per peer, on each connection and kept fresh.
 * A frame is one timestamp (8 bytes, big-endian, microseconds) to the peer, and two back: received, sent.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { NodeError } from '../errors.ts';
import { decodeAnswer, encodeResult } from './answer.ts';
import { clockOffset, type ClockOffset, type ClockSample } from './clock-offset.ts';
import type { Channel } from './channel.ts';
import type { Host } from './host.ts';
import type { Log } from './log.ts';

export const CLOCK_PROTOCOL = '/hushmark/clock/1';

export interface ClockSyncOptions {
  readonly host: Host;
  readonly log: Log;
  /** the clock that is compared: clock.ts, or a test's */
  nowUs(): number;
  /** samples per measurement, 1 to 64 */
  readonly samples?: number;
  /** time between samples in ms */
  readonly spacingMs?: number;
  /** time between measurements in ms; a measurement counts for four times as long */
  readonly refreshMs?: number;
}

export interface PeerClock extends ClockOffset {
  readonly org: string;
  /** by one's own clock */
  readonly measuredUs: number;
}

export interface ClockSync {
  /** Measures one org now and keeps the result. @throws NodeError as `host.request` */
  measure(org: string): Promise<PeerClock>;
  /** what is fresh, by org */
  offsets(): PeerClock[];
  /** The peer whose clock may be furthest away, once all of these orgs (oneself apart) are measured. */
  worst(roster: readonly string[]): PeerClock | undefined;
  stop(): Promise<void>;
}

const MAX_SAMPLES = 64;
const STREAM_TIMEOUT_MS = 20_000;
/** A measurement that failed is tried again after this long: the peer may only have been starting. */
const RETRY_MS = 1_000;
/** A peer that answers late or not at all does not keep the others from being measured. */
const PATIENCE_MS = 3_000;
/** A tenth of the shortest phase that there may be: a clock further away is told of at once, not when a round fails of it. */
const APART_US = 100_000;

export async function createClockSync(options: ClockSyncOptions): Promise<ClockSync> {
  const { host, log, nowUs, refreshMs = 30_000 } = options;
  const stop = new AbortController();
  const known = new Map<string, PeerClock>();
  const running = new Map<string, Promise<PeerClock>>();

  const fresh = () =>
    [...known.values()].filter(({ measuredUs }) => nowUs() - measuredUs < 4_000 * refreshMs);
  const measure = (org: string): Promise<PeerClock> => {
    const underWay = running.get(org);
    if (underWay) return underWay;
    const started = samplesWith(org, options, stop.signal)
      .then((samples) => {
        const clock: PeerClock = { org, measuredUs: nowUs(), ...clockOffset(samples) };
        if (!isApart(known.get(org)) && isApart(clock)) tellApart(clock, log);
        known.set(org, clock);
        return clock;
      })
      .finally(() => running.delete(org));
    running.set(org, started);
    return started;
  };
  const tryMeasure = (org: string) =>
    measure(org).catch((error: unknown) => {
      if (!stop.signal.aborted) log.debug({ org, err: error }, 'could not compare clocks');
    });

  await host.serveChannel(CLOCK_PROTOCOL, (channel) => answerSamples(channel, nowUs), {
    timeoutMs: STREAM_TIMEOUT_MS,
    maxBytes: 8,
    maxAtOnce: 2,
  });
  const onConnected = (org: string) => {
    // it may have been started again because its clock was wrong
    known.delete(org);
    void tryMeasure(org);
  };
  host.events.on('peer-connected', onConnected);
  host.connectedOrgs().forEach(onConnected);
  const isDue = (org: string) =>
    nowUs() - (known.get(org)?.measuredUs ?? -Infinity) >= 1_000 * refreshMs;
  const patience = () =>
    delay(Math.min(refreshMs, PATIENCE_MS), undefined, { signal: stop.signal });
  const refresh = async () => {
    for (;;) {
      await delay(Math.min(refreshMs, RETRY_MS), undefined, { signal: stop.signal });
      // one after the other: they would disturb each other's round trips
      for (const org of host.connectedOrgs())
        if (isDue(org)) await Promise.race([tryMeasure(org), patience()]);
    }
  };
  const loop = refresh().catch(() => undefined);

  return {
    measure,
    offsets: fresh,
    worst(roster) {
      const others = new Set(roster.filter((org) => org !== host.self));
      const clocks = fresh().filter(({ org }) => others.has(org));
      if (clocks.length === 0 || clocks.length < others.size) return undefined;
      return clocks.reduce((worst, clock) => (clock.boundUs > worst.boundUs ? clock : worst));
    },
    async stop() {
      host.events.off('peer-connected', onConnected);
      stop.abort(new NodeError('E_HOST_STOPPED', 'the clock comparison is stopped'));
      await Promise.allSettled([loop, ...running.values()]);
    },
  };
}

const isApart = (clock: PeerClock | undefined): boolean =>
  clock !== undefined && Math.abs(clock.offsetUs) - clock.errorUs > APART_US;

function tellApart({ org, offsetUs }: PeerClock, log: Log): void {
  const by = `${(Math.abs(offsetUs) / 1e6).toFixed(1)} s ${offsetUs > 0 ? 'ahead of' : 'behind'}`;
  const { code, message } = new NodeError('E_CLOCK_APART', `${org}'s clock is ${by} this one`);
  log.warn({ code, org, offsetUs }, message);
}

async function samplesWith(
  org: string,
  { host, nowUs, samples: count = 24, spacingMs = 20 }: ClockSyncOptions,
  stop: AbortSignal,
): Promise<ClockSample[]> {
  const channel = await host.open(org, CLOCK_PROTOCOL, {
    signal: stop,
    timeoutMs: STREAM_TIMEOUT_MS,
    maxBytes: 1_024,
  });
  try {
    const samples: ClockSample[] = [];
    while (samples.length < Math.min(count, MAX_SAMPLES)) {
      if (samples.length > 0) await delay(spacingMs, undefined, { signal: stop });
      const sentUs = nowUs();
      await channel.send(encodeTimes(sentUs));
      const frame = decodeAnswer(await channel.receive(), org);
      const receivedUs = nowUs();
      const [theirReceivedUs, theirSentUs] = decodeTimes(frame, 2) as [number, number];
      samples.push({ sentUs, theirReceivedUs, theirSentUs, receivedUs });
    }
    await channel.close();
    return samples;
  } catch (error) {
    channel.abort(error as Error);
    throw error;
  }
}

/** Answers until the other has enough. */
async function answerSamples(channel: Channel, nowUs: () => number): Promise<void> {
  for (let answered = 0; answered < MAX_SAMPLES; answered++) {
    const asked = await channel.receive().catch((error: unknown) => {
      if (answered > 0 && error instanceof NodeError && error.code === 'E_PEER_RESET') return;
      throw error;
    });
    if (!asked) return;
    const receivedUs = nowUs();
    decodeTimes(asked, 1);
    await channel.send(encodeResult(encodeTimes(receivedUs, nowUs())));
  }
}

function encodeTimes(...timesUs: number[]): Uint8Array {
  const bytes = Buffer.alloc(8 * timesUs.length);
  timesUs.forEach((timeUs, i) => bytes.writeBigInt64BE(BigInt(Math.round(timeUs)), 8 * i));
  return bytes;
}

/** @throws NodeError E_BAD_FRAME */
function decodeTimes(frame: Uint8Array, count: number): number[] {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const timesUs = Array.from({ length: frame.length === 8 * count ? count : 0 }, (_, i) =>
    Number(view.getBigInt64(8 * i)),
  );
  if (timesUs.length === 0 || !timesUs.every((timeUs) => Number.isSafeInteger(timeUs)))
    throw new NodeError('E_BAD_FRAME', 'a frame of the clock comparison cannot be read');
  return timesUs;
}
