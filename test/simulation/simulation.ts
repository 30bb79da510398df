/**
 * n peers in one process under a virtual clock: messages, answers and alarms wait in one queue, and a plan says what is
 * lost, late, cut off or crashed. Nothing here reads a clock or draws entropy: a plan and a seed give one run.
 */
import type { RoundState } from '../../protocol/round/state.ts';
import { addresseeOf, type Verified } from '../../protocol/statement.ts';
import { lanesOf } from '../protocol/round/lanes.ts';
import {
  checkClosed,
  checkEnd,
  createChecks,
  type Checks,
  type Finding,
  type Promised,
} from './checks.ts';
import { createEventQueue } from './event-queue.ts';
import { createKnowledge } from './knowledge.ts';
import { createHostility, type Hands, type Hostility } from './hostility.ts';
import { lawless } from './lawless.ts';
import type { Kept } from './memory-journal.ts';
import { createNetwork } from './network.ts';
import { createPeer } from './peer.ts';
import type { Crash, Plan } from './plan.ts';
import type { Random } from './random.ts';
import type { Forgetting, Heard, Peer, Surroundings } from './surroundings.ts';
import { movedText, textOf } from './tracing.ts';
import { createTruth } from './truth.ts';
import { T0, type World } from './world.ts';

/** Where a run begins for one org. */
export interface Start {
  readonly state: RoundState;
  readonly transcript: readonly Heard[];
  readonly journal: Kept;
}

export interface SimulationOptions {
  readonly world: World;
  readonly plan: Plan;
  readonly random: Random;
  /** by org; absent: every peer has just heard the proposal */
  readonly start?: ReadonlyMap<string, Start>;
  /** where the virtual clock begins, ms since 1970 */
  readonly startMs: number;
  readonly hostility?: ReadonlyMap<string, readonly Hostility[]>;
  readonly forgets?: Forgetting;
  readonly trace?: (line: string) => void;
  /** nothing is delivered but by hand */
  readonly isScripted?: boolean;
  readonly lanes?: (org: string, input: string) => Float64Array | null;
}

export interface Simulation {
  readonly world: World;
  readonly peers: ReadonlyMap<string, Peer>;
  peer(org: string): Peer;
  /** every statement that was sent by anybody, in order */
  readonly sent: readonly Verified[];
  readonly findings: readonly Finding[];
  readonly effects: { count: number };
  find(promise: Promised, message: string): void;
  hands(org: string): Hands;
  nowMs(): number;
  at(atMs: number, run: () => void): void;
  /** Lets everything happen that happens before this instant, and at it. */
  runUntil(atMs: number): void;
  /** From now on the plan's network carries what is said, and repair brings the rest. */
  connect(): void;
  /** To the closing instant, and on until what was said in time has spread. */
  finish(): void;
  crash(org: string): void;
  restart(org: string): void;
  /** How long every vault takes from now on, ms; null: as the plan says. */
  slowVaults(ms: number | null): void;
  /** By hand, past the plan's network. */
  bring(message: Verified, to: readonly string[]): void;
  /** What an org's vault is about to mask. */
  noteLanes(org: string, input: string, lanes: Float64Array): void;
  /** An honest vault gave this to whoever asked. */
  expose(message: Verified): void;
}

export function createSimulation(options: SimulationOptions): Simulation {
  const { world, plan, random, forgets = {} } = options;
  const trace = options.trace && ((line: string) => options.trace?.(`${since(nowMs)} ${line}`));
  const { terms, roster, product } = world;
  const queue = createEventQueue();
  const peers = new Map<string, Peer>();
  const sent: Verified[] = [];
  const findings: Finding[] = [];
  const effects = { count: 0 };
  const liars = new Set([...(options.hostility?.keys() ?? [])]);
  const lanesFor = options.lanes ?? (product.isLight ? countsOf : lanesOf);
  const effectsOf = new Map<string, number>();
  /** when the first honest peer published that is still alive, and when each came back last */
  const publishedMs = new Map<string, number>();
  const backMs = new Map<string, number>();
  /** Eight exchanges, and four messages one after the other, over a network that works. */
  const spreadMs = 8 * plan.repairMs + 4 * (plan.tail > 0 ? plan.tailMs : plan.delayMs[1]);
  /** When a run is over: what was said in time has had time to spread, or the product says that it is over for good. */
  const lastMs = Math.min(
    terms.schedule.closingMs + 2 * spreadMs,
    product.protocol.closedForGoodMs(terms.schedule),
  );
  let nowMs = options.startMs;
  let isConnected = !options.isScripted;
  let slowMs: number | null = null;

  const since = (atMs: number) => atMs - T0;
  const peer = (org: string) => peers.get(org) as Peer;

  function find(promise: Promised, message: string): void {
    findings.push({ promise, message, atMs: since(nowMs) });
    trace?.(`!! ${promise}: ${message}`);
  }

  const truth = createTruth(world, liars);
  const knowledge = createKnowledge(world, liars, truth.vectorOf);
  const checks: Checks = createChecks({ world, liars, knowledge, peers, truth: truth.of, find });

  const network = createNetwork({
    plan,
    random,
    queue,
    peers,
    liars,
    forgets,
    lastMs,
    nowMs: () => nowMs,
    receive,
  });

  const hostile = createHostility({
    world,
    random,
    behaviours: options.hostility ?? new Map(),
    stateOf: (org) => peer(org).state(),
    at: (atMs, run) => queue.put(Math.max(atMs, nowMs), run),
    said(org, message, to) {
      trace?.(`${org} lies to ${to.join()}: ${textOf(message)}`);
      checks.signed(org, message);
      send(org, message, to);
    },
    send,
  });

  function receive(to: string, message: Verified, from: string): void {
    const receiver = peer(to);
    if (!receiver.isAlive() || receiver.transcript.has(message.id)) return;
    trace?.(`${to} hears from ${from}: ${textOf(message)}`);
    receiver.hear(message);
    if (liars.has(to)) hostile.react(to, message);
  }

  function send(from: string, message: Verified, to: readonly string[]): void {
    sent.push(message);
    checks.sent(message.signer, message);
    if (!isConnected) return;
    for (const org of to) if (org !== from) network.carry(from, org, message);
  }

  const surroundings: Surroundings = {
    world,
    forgets,
    wipes: plan.isWhole,
    nowMs: () => nowMs,
    at: (atMs, run) => queue.put(Math.max(atMs, nowMs), run),
    vaultMs: () => slowMs ?? (isScriptedNow() ? 0 : drawnVaultMs()),
    send(from, message) {
      trace?.(`${from} sends ${textOf(message)}`);
      const to = hostile.audienceOf(from, message);
      const isSpoken = plan.gossip || addresseeOf(message) !== null || liars.has(from);
      send(from, message, isSpoken ? to : []);
      if (liars.has(from)) hostile.react(from, message);
    },
    lanes(org, input) {
      const lanes = lanesFor(org, input);
      if (lanes) truth.noteLanes(org, input, lanes);
      return lanes;
    },
    loadMs: () => (isScriptedNow() ? 0 : random.whole(0, 300)),
    clockBoundUs: (org) => 1000 + 7 * org.charCodeAt(0),
    beforeEffect(one) {
      effects.count++;
      const count = (effectsOf.get(one.org) ?? 0) + 1;
      effectsOf.set(one.org, count);
      for (const crash of plan.crashes)
        if (crash.org === one.org && crash.atEffect === count) end(one, crash);
    },
    own: hostile.own,
    onSigned(org, message) {
      truth.noteSigned(org, message);
      checks.signed(org, message);
    },
    onMoved(one, event, before, made) {
      if (trace && (made.length > 0 || one.state().phase !== before.phase))
        trace(movedText(one, event, before, made));
      if (one.state().phase === 'published' && before.phase !== 'published')
        publishedMs.set(one.org, nowMs);
      checks.moved(one, before, made);
    },
  };
  const isScriptedNow = () => options.isScripted === true;
  const drawnVaultMs = () => random.whole(0, random.chance(plan.vaultTail) ? plan.vaultTailMs : 3);

  function end(one: Peer, { downMs, vaultFinishes }: Crash): void {
    if (!one.isAlive()) return;
    trace?.(`${one.org} dies${downMs === null ? '' : ` for ${downMs} ms`}`);
    one.crash(vaultFinishes);
    if (downMs === null) return;
    queue.put(nowMs + downMs, () => {
      if (nowMs >= lastMs) return;
      trace?.(`${one.org} is back`);
      backMs.set(one.org, nowMs);
      one.restart();
    });
  }

  for (const org of roster) {
    const { journal, vault } = world.seatOf(org);
    const start = options.start?.get(org);
    const skewMs = plan.skewsMs.get(org) ?? 0;
    journal.reset(start?.journal ?? { entries: new Map(), seeds: new Map() });
    if (!start) vault.restart();
    const heardMs = options.startMs + skewMs;
    const fresh = product.protocol.begin(terms, world.proposal, org, heardMs);
    peers.set(
      org,
      createPeer(surroundings, {
        org,
        skewMs,
        vault: liars.has(org) ? lawless(world, org, vault) : vault,
        state: start?.state ?? fresh,
        transcript: start?.transcript ?? [{ message: world.proposal, receivedMs: heardMs }],
        isLoaded: start !== undefined,
      }),
    );
  }
  for (const crash of plan.crashes)
    if (crash.atMs !== null) queue.put(T0 + crash.atMs, () => end(peer(crash.org), crash));
  if (isConnected) network.beginRepair();

  /** Whether what was published first could reach this org before the round was over for good. */
  function hadTime(org: string): boolean {
    const first = [...publishedMs]
      .filter(([one]) => !liars.has(one) && peer(one).isAlive())
      .map(([, atMs]) => atMs);
    const healedMs = T0 + Math.max(0, ...plan.partitions.map(({ toMs }) => toMs));
    const fromMs = Math.max(Math.min(...first), backMs.get(org) ?? 0, healedMs);
    return fromMs + spreadMs < lastMs;
  }

  function runUntil(atMs: number): void {
    for (;;) {
      let [nextMs, waking] = [queue.nextMs(), undefined as Peer | undefined];
      for (const one of peers.values()) {
        const alarm = one.alarmMs();
        if (alarm !== null && alarm < nextMs) [nextMs, waking] = [alarm, one];
      }
      if (nextMs > atMs) break;
      nowMs = Math.max(nowMs, nextMs);
      if (waking) waking.tick();
      else queue.take()();
    }
    nowMs = Math.max(nowMs, atMs);
  }

  return {
    world,
    peers,
    peer,
    sent,
    findings,
    effects,
    find,
    hands: hostile.hands,
    nowMs: () => nowMs,
    at: (atMs, run) => queue.put(Math.max(atMs, nowMs), run),
    runUntil,
    connect() {
      if (isConnected) return;
      isConnected = true;
      network.beginRepair();
    },
    finish() {
      const slowest = Math.max(0, ...[...plan.skewsMs.values()].map((skew) => -skew));
      const honest = [...peers.values()].filter(({ org }) => !liars.has(org));
      runUntil(Math.max(nowMs, terms.schedule.closingMs + slowest + 10));
      checkClosed(
        honest.filter(({ org }) => (backMs.get(org) ?? 0) < terms.schedule.closingMs - 10),
        find,
      );
      // what everybody has needs no time to spread
      if (!honest.every((one) => !one.isAlive() || one.state().phase === 'published'))
        runUntil(lastMs);
      checkEnd(honest, { find, mustDecide: plan.mustDecide, hadTime });
    },
    crash: (org) => peer(org).crash(true),
    restart: (org) => peer(org).restart(),
    slowVaults: (ms) => void (slowMs = ms),
    bring(message, to) {
      for (const org of to) receive(org, message, 'the stage');
    },
    noteLanes: truth.noteLanes,
    expose(message) {
      surroundings.onSigned(message.signer, message);
      send(message.signer, message, []);
    },
  };
}

/** Counts of an org: others for each org and input. */
export function countsOf(org: string, input: string): Float64Array {
  const place = org.charCodeAt(0) - 64;
  return Float64Array.of(1, 1000 + place * 7 + input.length, place * place);
}
