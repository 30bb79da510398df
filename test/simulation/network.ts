/**
 * The network of a run: gossip that is lost, repeated, late or cut off, and the exchange that brings the rest, between two
 * random peers at a time.
 */
import { addresseeOf, type Verified } from '../../protocol/statement.ts';
import type { EventQueue } from './event-queue.ts';
import type { Forgetting, Peer } from './surroundings.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';
import { T0 } from './world.ts';

export interface NetworkOptions {
  readonly plan: Plan;
  readonly random: Random;
  readonly queue: EventQueue;
  readonly peers: ReadonlyMap<string, Peer>;
  /** who gives in an exchange only what it chooses to: nothing */
  readonly liars: ReadonlySet<string>;
  readonly forgets: Forgetting;
  /** when exchanges end, ms since 1970 */
  readonly lastMs: number;
  /** real time, ms since 1970 */
  readonly nowMs: () => number;
  readonly receive: (to: string, message: Verified, from: string) => void;
}

export interface Network {
  /** One message to one peer, if the plan lets it pass. */
  carry(from: string, to: string, message: Verified): void;
  /** From now on every peer exchanges with another one at the plan's pace. */
  beginRepair(): void;
}

export function createNetwork(options: NetworkOptions): Network {
  const { plan, random, queue, peers, liars, forgets, lastMs, nowMs, receive } = options;
  /** by two peers, what they held when they had nothing more for each other */
  const compared = new Map<string, string>();

  function isCutOff(a: string, b: string): boolean {
    const sinceMs = nowMs() - T0;
    return plan.partitions.some(
      ({ fromMs, toMs, side }) =>
        sinceMs >= fromMs && sinceMs < toMs && side.includes(a) !== side.includes(b),
    );
  }

  function delay(): number {
    const [least, most] = plan.delayMs;
    return plan.tail > 0 && random.chance(plan.tail)
      ? random.whole(least, plan.tailMs)
      : random.whole(least, most);
  }

  /** Two peers compare what they hold, and bring each other what is missing. */
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
    if (liars.has(from.org)) return;
    const lacking = [...from.transcript.values()].filter(
      ({ message }) =>
        !to.transcript.has(message.id) && mayHave(to.org, message) && offers(from, message),
    );
    if (lacking.length > 0) compared.delete(`${from.org}${to.org}`);
    lacking.sort((x, y) => (x.message.id < y.message.id ? -1 : 1));
    for (const { message } of lacking)
      queue.put(nowMs() + 2 * delay(), () => receive(to.org, message, from.org));
  }

  /** Each offers all that it has, whoever signed it. */
  function offers(from: Peer, message: Verified): boolean {
    if (message.signer === from.org) return true;
    const isForwarded = message.type === 'precommit' && from.state().sums.some((s) => s.certified);
    return !forgets.relay && !(forgets.forwarding && isForwarded);
  }

  function repair(): void {
    if (nowMs() >= lastMs) return;
    for (const one of peers.values()) {
      const others = [...peers.values()].filter((other) => other !== one && other.isAlive());
      if (one.isAlive() && others.length > 0) exchange(one, random.one(others));
    }
    beginRepair();
  }

  const beginRepair = () => queue.put(nowMs() + plan.repairMs, repair);

  return {
    beginRepair,
    carry(from, to, message) {
      if (isCutOff(from, to) || (plan.loss > 0 && random.chance(plan.loss))) return;
      const times = plan.repeat > 0 && random.chance(plan.repeat) ? 2 : 1;
      for (let i = 0; i < times; i++)
        queue.put(nowMs() + delay(), () => receive(to, message, from));
    },
  };
}

function mayHave(org: string, message: Verified): boolean {
  const only = addresseeOf(message);
  return only === null || only === org || message.signer === org;
}
