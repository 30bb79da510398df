/**
 * n peers in one process under a virtual clock: messages, answers and alarms wait in one queue, and a plan says what is
 * lost, late, cut off or crashed. Nothing here reads a clock or draws entropy: a plan and a seed give one run.
 */
import {
  toBytes,
  encodeLanes,
  fromBytes,
  addInto,
  subtractInto,
} from '../../aggregation/vector.ts';
import { hex } from '../../protocol/digest.ts';
import type { Effect, Event } from '../../protocol/round/event.ts';
import type { RoundState } from '../../protocol/round/state.ts';
import { addresseeOf, type Statement, type Verified } from '../../protocol/statement.ts';
import type { SumPlan } from '../../protocol/terms.ts';
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
import type { Kept } from './memory-journal.ts';
import { createPeer, type Forgetting, type Heard, type Peer, type Surroundings } from './peer.ts';
import type { Crash, Plan } from './plan.ts';
import type { Random } from './random.ts';
import type { SimVault } from './sim-vault.ts';
import { T0, type World } from './world.ts';

/** Where a run begins for one org. */
export interface Start {
  readonly state: RoundState;
  readonly transcript: readonly Heard[];
  readonly journal: Kept;
}

/** What a liar may do; it hears everything, and signs as itself only. */
export interface Hostility {
  /** instead of an own statement; null: nothing is said */
  readonly speak?: (own: Verified, me: Hands) => Verified | null;
  /** to whom an own statement goes; default all */
  readonly audience?: (own: Verified, me: Hands) => readonly string[];
  /** on everything that it hears, its own words too */
  readonly hear?: (message: Verified, me: Hands) => void;
}

/** What a liar has to work with. */
export interface Hands {
  readonly org: string;
  readonly world: World;
  readonly random: Random;
  readonly others: readonly string[];
  state(): RoundState;
  /** at a real instant, ms since 1970 */
  at(atMs: number, run: () => void): void;
  /** an own statement, again or for the first time */
  send(own: Verified, to: readonly string[]): void;
  say(statement: Statement, to?: readonly string[], nonce?: number): Verified;
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
  const vectors = new Map<string, { name: string; lanes: Float64Array }>();
  const lastLanes = new Map<string, { name: string; lanes: Float64Array }>();
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

  const since = (atMs: number) => atMs - T0;
  const peer = (org: string) => peers.get(org) as Peer;

  function find(promise: Promised, message: string): void {
    findings.push({ promise, message, atMs: since(nowMs) });
    trace?.(`!! ${promise}: ${message}`);
  }

  const knowledge = createKnowledge(
    world,
    liars,
    ({ id, signer }) => vectors.get(id)?.name ?? signer,
  );
  const checks: Checks = createChecks({ world, liars, knowledge, peers, truth: truthOf, find });

  /** What the listed members counted: honest ones as they did, of liars what their contribution says. */
  function truthOf(state: RoundState, index: number): Uint8Array | null {
    const { certified, context } = state.sums[index] as RoundState['sums'][number];
    const plan = terms.sums[index] as SumPlan;
    if (!certified || !context) return null;
    const total = new Int32Array(2 * plan.layout.lanes);
    for (const { org, contribution } of certified.set) {
      const counted = vectors.get(hex(contribution));
      addInto(
        total,
        counted && !liars.has(org)
          ? encodeLanes(counted.lanes)
          : unmasked(state, plan, org, hex(contribution), context),
      );
    }
    return toBytes(total);
  }

  function unmasked(
    state: RoundState,
    plan: SumPlan,
    org: string,
    id: string,
    context: Uint8Array,
  ): Int32Array {
    const said = product.protocol.contributionOf(
      state.sums[terms.sums.indexOf(plan)] as never,
      org,
      id,
    );
    const y = fromBytes(said?.message.lanes as Uint8Array, plan.layout.lanes);
    const { selfSeed } = world.secretsOf(org, plan.id);
    const pairs = new Map(
      roster.flatMap((other, place): [number, Uint8Array][] =>
        other === org ? [] : [[place, world.pairSeed(plan.id, org, other)]],
      ),
    );
    const mask = product.aggregation.maskVector(
      context,
      new Int32Array(y.length),
      roster.indexOf(org),
      selfSeed,
      pairs,
    );
    subtractInto(y, mask);
    return y;
  }

  function noteLanes(org: string, input: string, lanes: Float64Array): void {
    lastLanes.set(org, { name: `${org}/${input}/${nameOf(lanes)}`, lanes });
  }

  // --- the network ---

  const isCutOff = (a: string, b: string) =>
    plan.partitions.some(
      ({ fromMs, toMs, side }) =>
        since(nowMs) >= fromMs && since(nowMs) < toMs && side.includes(a) !== side.includes(b),
    );

  function delay(): number {
    const [least, most] = plan.delayMs;
    return plan.tail > 0 && random.chance(plan.tail)
      ? random.whole(least, plan.tailMs)
      : random.whole(least, most);
  }

  function carry(from: string, to: string, message: Verified): void {
    if (isCutOff(from, to) || (plan.loss > 0 && random.chance(plan.loss))) return;
    const times = plan.repeat > 0 && random.chance(plan.repeat) ? 2 : 1;
    for (let i = 0; i < times; i++) queue.put(nowMs + delay(), () => receive(to, message, from));
  }

  function receive(to: string, message: Verified, from: string): void {
    const receiver = peer(to);
    if (!receiver.isAlive() || receiver.transcript.has(message.id)) return;
    trace?.(`${to} hears from ${from}: ${textOf(message)}`);
    receiver.hear(message);
    if (liars.has(to)) react(to, message);
  }

  function send(from: string, message: Verified, to: readonly string[]): void {
    sent.push(message);
    checks.sent(message.signer, message);
    if (!isConnected) return;
    for (const org of to) if (org !== from) carry(from, org, message);
  }

  /** Two peers compare what they hold, and bring each other what is missing. */
  const compared = new Map<string, string>();
  function exchange(a: Peer, b: Peer): void {
    if (isCutOff(a.org, b.org)) return;
    const versions = `${a.version()}/${b.version()}`;
    const key = `${a.org}${b.org}`;
    if (compared.get(key) === versions) return;
    compared.set(key, versions);
    give(a, b);
    give(b, a);
  }

  function give(from: Peer, to: Peer): void {
    // a liar gives only what it chooses to
    if (liars.has(from.org)) return;
    const lacking = [...from.transcript.values()].filter(
      ({ message }) => !to.transcript.has(message.id) && mayHave(to.org, message),
    );
    if (lacking.length > 0) compared.delete(`${from.org}${to.org}`);
    lacking.sort((x, y) => (x.message.id < y.message.id ? -1 : 1));
    for (const { message } of lacking)
      queue.put(nowMs + 2 * delay(), () => receive(to.org, message, from.org));
  }

  function mayHave(org: string, message: Verified): boolean {
    const only = addresseeOf(message);
    return only === null || only === org || message.signer === org;
  }

  function repair(): void {
    if (nowMs >= lastMs) return;
    for (const one of peers.values()) {
      const others = [...peers.values()].filter((other) => other !== one && other.isAlive());
      if (one.isAlive() && others.length > 0) exchange(one, random.one(others));
    }
    queue.put(nowMs + plan.repairMs, repair);
  }

  // --- liars ---

  function hands(org: string): Hands {
    return {
      org,
      world,
      random,
      others: roster.filter((one) => one !== org),
      state: () => peer(org).state(),
      at: (atMs, run) => queue.put(Math.max(atMs, nowMs), run),
      send: (message, to) => send(org, message, to),
      say(statement, to = roster, nonce = 0) {
        const message = world.say(org, statement, nonce);
        trace?.(`${org} lies to ${to.join()}: ${textOf(message)}`);
        checks.signed(org, message);
        send(org, message, to);
        return message;
      },
    };
  }

  function react(org: string, message: Verified): void {
    for (const { hear } of options.hostility?.get(org) ?? []) hear?.(message, hands(org));
  }

  function own(org: string, message: Verified): Verified {
    const behaviours = options.hostility?.get(org) ?? [];
    return behaviours.reduce((said, { speak }) => speak?.(said, hands(org)) ?? said, message);
  }

  function audienceOf(org: string, message: Verified): readonly string[] {
    const only = addresseeOf(message);
    if (only !== null) return [only];
    for (const { audience } of options.hostility?.get(org) ?? []) {
      const chosen = audience?.(message, hands(org));
      if (chosen) return chosen;
    }
    return roster;
  }

  // --- peers ---

  const surroundings: Surroundings = {
    world,
    forgets,
    wipes: plan.isWhole,
    nowMs: () => nowMs,
    at: (atMs, run) => queue.put(Math.max(atMs, nowMs), run),
    vaultMs: () => (isScriptedNow() ? 0 : random.whole(0, 3)),
    send(from, message) {
      trace?.(`${from} sends ${textOf(message)}`);
      const to = liars.has(from) ? audienceOf(from, message) : audienceOf('', message);
      const isSpoken = plan.gossip || addresseeOf(message) !== null || liars.has(from);
      send(from, message, isSpoken ? to : []);
      if (liars.has(from)) react(from, message);
    },
    lanes(org, input) {
      const lanes = lanesFor(org, input);
      if (lanes) noteLanes(org, input, lanes);
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
    own,
    onSigned(org, message) {
      if (message.type === 'contribution') {
        const last = lastLanes.get(org);
        if (last) vectors.set(message.id, last);
      }
      checks.signed(org, message);
    },
    onMoved(one, event, before, made) {
      if (trace && (made.length > 0 || one.state().phase !== before.phase))
        traceMove(one, event, before, made);
      if (one.state().phase === 'published' && before.phase !== 'published')
        publishedMs.set(one.org, nowMs);
      checks.moved(one, before, made);
    },
  };
  const isScriptedNow = () => options.isScripted === true;

  function traceMove(one: Peer, event: Event, before: RoundState, made: readonly Effect[]): void {
    const kinds = made.map((effect) =>
      effect.kind === 'sign'
        ? `sign ${effect.statement.type}`
        : effect.kind === 'refuse'
          ? `refuse ${effect.error.code}`
          : effect.kind,
    );
    trace?.(
      `${one.org} ${before.phase}>${one.state().phase} on ${event.kind}: ${kinds.join(', ')}`,
    );
  }

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
  if (isConnected) queue.put(nowMs + plan.repairMs, repair);

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
    hands,
    nowMs: () => nowMs,
    at: (atMs, run) => queue.put(Math.max(atMs, nowMs), run),
    runUntil,
    connect() {
      if (isConnected) return;
      isConnected = true;
      queue.put(nowMs + plan.repairMs, repair);
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
    bring(message, to) {
      for (const org of to) receive(org, message, 'the stage');
    },
    noteLanes,
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

const nameOf = (lanes: Float64Array) =>
  lanes.length < 8 ? lanes.join() : hex(new Uint8Array(lanes.buffer)).slice(0, 64);

/** A liar's vault opens whatever set is certified, whatever contribution it names. */
function lawless(world: World, org: string, vault: SimVault): SimVault {
  const { terms, roster, product } = world;
  return {
    ...vault,
    sign(statement) {
      try {
        vault.sign(statement);
      } catch (error) {
        product.protocol.refusalOf(error);
      }
      return world.say(org, statement).bytes;
    },
    reveal({ sum, context, certificate }) {
      const { message } = world.open(certificate.candidate);
      const { set } = message as Extract<Statement, { type: 'candidate' }>['message'];
      const outside = roster.filter((one) => !set.some((member) => member.org === one));
      return world.say(org, {
        type: 'reveal',
        message: {
          round: terms.roundId,
          sum,
          context,
          set: product.protocol.setHash(context, set),
          selfSeed: world.secretsOf(org, sum).selfSeed,
          pairs: outside.map((one) => ({ org: one, seed: world.pairSeed(sum, org, one) })),
        },
      }).bytes;
    },
  };
}

function textOf({ type, signer, id, message }: Verified): string {
  const view = 'view' in message ? ` view ${message.view}` : '';
  const set =
    'set' in message
      ? Array.isArray(message.set)
        ? ` {${message.set.map(({ org, contribution }) => `${org}:${hex(contribution).slice(0, 4)}`).join()}}`
        : ` ${hex(message.set as Uint8Array).slice(0, 6)}`
      : '';
  return `${type} of ${signer}${view}${set} #${id.slice(0, 6)}`;
}
