/**
 * A room of orgs that run one round in this process: each has the real machine, and a keeper in place of a vault. Messages
 * wait in one queue; who drives the room picks the next one, and may lose, change or repeat it.
 */
import { contextFor } from '../../../protocol/agreement.ts';
import type { Refusal } from '../../../protocol/errors.ts';
import { addUpEvent } from '../../../protocol/publish.ts';
import type { Effect, Event } from '../../../protocol/round/event.ts';
import { setupDigest } from '../../../protocol/round/preparing.ts';
import { begin, currentSum, hasEnded, type RoundState } from '../../../protocol/round/state.ts';
import { maskPublicsOf, recover } from '../../../protocol/round/recovery.ts';
import { step } from '../../../protocol/round/step.ts';
import { wakeAt } from '../../../protocol/round/wake.ts';
import type { StatementOf } from '../../../protocol/agreement.ts';
import { addresseeOf, open, type Statement, type Verified } from '../../../protocol/statement.ts';
import { contributeAtMs, termsOf, windowOf, type Terms } from '../../../protocol/terms.ts';
import { said, type TestConsortium } from '../consortium.ts';
import { BUILD, proposed, T0, type ProposalChoice } from '../proposal.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import { lanesOf } from './lanes.ts';

/** An event, what came of it, and the states around it. */
export interface Taken {
  readonly event: Event;
  readonly before: RoundState;
  readonly after: RoundState;
  readonly effects: readonly Effect[];
}

export interface Delivery {
  readonly to: string;
  readonly message: Verified;
}

export interface RoomOptions extends ProposalChoice {
  /** own counts of an input; default lanesOf. Null: this org has none */
  readonly lanes?: (org: string, input: string) => Float64Array | null;
  /** what becomes of a message on its way: as it is, another, lost (none), or several; default as it is */
  readonly way?: (delivery: Delivery, room: Room) => readonly Delivery[];
  /** index of the next delivery, below `waiting`; default the first */
  readonly pick?: (waiting: number) => number;
  /** changes what an org says, before it is signed */
  readonly lie?: (org: string, statement: Statement) => Statement;
  /** whether every tick brings what was lost on its way; default no */
  readonly repairs?: boolean;
}

export interface Room {
  readonly world: TestConsortium;
  readonly terms: Terms;
  readonly proposal: StatementOf<'proposal'>;
  readonly log: ReadonlyMap<string, readonly Taken[]>;
  state(org: string): RoundState;
  /** all statements that were ever sent, in order */
  readonly sent: readonly Verified[];
  readonly refusals: readonly Refusal[];
  readonly accusations: readonly Extract<Effect, { kind: 'accuse' }>[];
  /** From now on this org does nothing and hears nothing. */
  kill(org: string): void;
  isDead(org: string): boolean;
  /** Everybody is offered all that anybody else has kept, until nothing new comes of it. */
  repair(): void;
  /** gives an org an event and carries out what follows, but delivers nothing */
  give(org: string, event: Event): void;
  /** delivers until nothing waits */
  drain(): void;
  /** everybody's clock strikes; then delivers */
  tick(nowMs: number): void;
  /** everybody accepts; then to the instant at which the load is over, and all have measured */
  load(): void;
  /** ticks at whatever instant any org waits for, until all have ended */
  finish(): void;
}

export function createRoom(world: TestConsortium, options: RoomOptions = {}): Room {
  const proposal = proposed(world, options);
  const terms = termsOf(world.consortium, proposal.message);
  const { lanes = lanesOf, way = (delivery) => [delivery], pick = () => 0 } = options;
  const { lie = (_, statement) => statement, repairs = false } = options;
  const keepers = new Map(terms.roster.map((org) => [org, createKeeper(terms, org)]));
  const states = new Map(terms.roster.map((org) => [org, begin(terms, proposal, org, T0)]));
  const log = new Map(terms.roster.map((org): [string, Taken[]] => [org, []]));
  const keys = new Map(terms.roster.map((o) => [o, new Map<string, StatementOf<'keys'>>()]));
  const queue: Delivery[] = [];
  const sent: Verified[] = [];
  const refusals: Refusal[] = [];
  const accusations: Extract<Effect, { kind: 'accuse' }>[] = [];
  const dead = new Set<string>();
  const kept = new Map(terms.roster.map((org) => [org, new Map<string, Verified>()]));
  let nowMs = T0;

  const state = (org: string) => states.get(org) as RoundState;
  const keeper = (org: string) => keepers.get(org) as Keeper;

  function give(org: string, event: Event): void {
    if (dead.has(org)) return;
    const before = state(org);
    const { state: after, effects } = step(before, event);
    states.set(org, after);
    log.get(org)?.push({ event, before, after, effects });
    for (const effect of effects) perform(org, effect);
  }

  function say(org: string, statement: Statement): void {
    const { type, message } = lie(org, statement);
    give(org, { kind: 'message', nowMs, message: said(world, org, type, message as never) });
  }

  function send(message: Verified): void {
    sent.push(message);
    const only = addresseeOf(message);
    for (const to of terms.roster)
      if (to !== message.signer && (only === null || to === only))
        queue.push(...way({ to, message }, room));
  }

  function perform(org: string, effect: Effect): void {
    switch (effect.kind) {
      case 'persist':
        kept.get(org)?.set(effect.message.id, effect.message);
        if (effect.message.type === 'keys' && !keys.get(org)?.has(effect.message.signer))
          keys.get(org)?.set(effect.message.signer, effect.message);
        return;
      case 'send':
        return send(effect.message);
      case 'sign':
        return say(org, effect.statement);
      case 'prepare':
        return give(org, { kind: 'prepared', nowMs, clockBoundUs: 100 + org.charCodeAt(0) });
      case 'open':
        return say(org, { type: 'keys', message: keeper(org).keys() });
      case 'deal':
        say(org, { type: 'deal', message: keeper(org).deal(keys.get(org) ?? new Map()) });
        for (const holder of terms.roster)
          if (holder !== org) say(org, { type: 'shares', message: keeper(org).shares(holder) });
        return;
      case 'check':
        return give(org, { kind: 'checked', nowMs, setupDigest: setupDigest(state(org))! });
      case 'mask': {
        const own = lanes(org, effect.input);
        const message = own && keeper(org).contribution(effect, own);
        return message ? say(org, { type: 'contribution', message }) : undefined;
      }
      case 'reveal': {
        const { certified } = currentSum(state(org));
        const message = keeper(org).reveal(effect.sum, effect.context, certified!);
        return say(org, { type: 'reveal', message });
      }
      case 'release': {
        const { certified } = currentSum(state(org));
        const message = keeper(org).release(effect, certified!, state(org).shares);
        return say(org, { type: 'shareReveal', message });
      }
      case 'recover': {
        const publics = maskPublicsOf(effect.sum, [...(keys.get(org)?.values() ?? [])]);
        const found = recover(state(org), effect.missing, publics);
        return give(org, { kind: 'recovered', nowMs, ...found });
      }
      case 'accuse':
        return void accusations.push(effect);
      case 'addUp':
        return give(org, addUpEvent(world.consortium, state(org), nowMs));
      case 'refuse':
        return void refusals.push(effect.error);
      default:
        return;
    }
  }

  function drain(): void {
    while (queue.length > 0) {
      const [next] = queue.splice(pick(queue.length), 1);
      deliver(next as Delivery);
    }
  }

  /** With a candidate come the votes that it carries. */
  function deliver({ to, message }: Delivery): void {
    if (message.type === 'candidate')
      for (const bytes of message.message.carried)
        give(to, { kind: 'message', nowMs, message: open(world.consortium, bytes) });
    give(to, { kind: 'message', nowMs, message });
  }

  function repair(): void {
    const known = () => [...kept.values()].reduce((sum, { size }) => sum + size, 0);
    for (let before = -1; before !== known();) {
      before = known();
      for (const [from, theirs] of kept)
        for (const message of [...theirs.values()])
          for (const to of terms.roster)
            if (!dead.has(from) && !kept.get(to)?.has(message.id) && isFor(message, to))
              deliver({ to, message });
      drain();
    }
  }

  const isFor = (message: Verified, to: string) => [null, to].includes(addresseeOf(message));

  function tick(atMs: number): void {
    nowMs = Math.max(nowMs, atMs);
    for (const org of terms.roster) give(org, { kind: 'tick', nowMs });
    settle();
  }

  function load(): void {
    for (const org of terms.roster) give(org, { kind: 'accept', nowMs, ...BUILD });
    settle();
    const { schedule } = terms;
    const window = windowOf(schedule);
    for (const atMs of [schedule.startMs, window.fromMs, contributeAtMs(terms)]) tick(atMs);
    for (const org of terms.roster)
      if (state(org).phase === 'running' && lanes(org, terms.sums[0]!.input))
        give(org, { kind: 'measured', nowMs });
    settle();
  }

  function settle(): void {
    drain();
    if (repairs) repair();
  }

  function finish(): void {
    for (let ticks = 0; ticks < 50; ticks++) {
      const wakes = terms.roster
        .filter((org) => !hasEnded(state(org)) && !dead.has(org))
        .map((org) => wakeAt(state(org)))
        .filter((atMs) => atMs !== null);
      if (wakes.length === 0) return;
      tick(Math.min(...wakes));
    }
    throw new Error('this room never comes to its end');
  }

  const room: Room = {
    world,
    terms,
    proposal,
    log,
    state,
    sent,
    refusals,
    accusations,
    kill: (org) => void dead.add(org),
    isDead: (org) => dead.has(org),
    repair,
    give,
    drain,
    tick,
    load,
    finish,
  };
  return room;
}

/** The context of the first sum, once an org has the whole set-up. */
export function contextIn(state: RoundState): Buffer {
  return Buffer.from(contextFor(state.terms.sums[0]!, setupDigest(state)!, []));
}
