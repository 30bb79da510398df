/** A simulated peer as others see it, and what lies around it: the network, time, its load, what a broken node forgets. */
import type { Effect, Event } from '../../protocol/round/event.ts';
import type { RoundState } from '../../protocol/round/state.ts';
import type { Verified } from '../../protocol/statement.ts';
import type { World } from './world.ts';

/** A line of the transcript. */
export interface Heard {
  readonly message: Verified;
  readonly receivedMs: number;
}

export interface Peer {
  readonly org: string;
  /** of its clock against real time, ms */
  readonly skewMs: number;
  state(): RoundState;
  isAlive(): boolean;
  readonly transcript: Map<string, Heard>;
  /** how often the transcript has grown, or was lost */
  version(): number;
  /** real time, ms since 1970; null when it waits for nothing */
  alarmMs(): number | null;
  dispatch(event: Event): void;
  tick(): void;
  hear(message: Verified): void;
  /** @param finishes whether the vault still does what it was asked for */
  crash(finishes: boolean): void;
  restart(): void;
  accept(): void;
  /** own clock, ms since 1970 */
  nowMs(): number;
}

/** What lies around a peer. */
export interface Surroundings {
  readonly world: World;
  /** real time, ms since 1970 */
  nowMs(): number;
  at(atMs: number, run: () => void): void;
  /** how long the vault, or a channel to it, takes */
  vaultMs(): number;
  send(from: string, message: Verified): void;
  /** own counts of an input; null: nothing was measured */
  lanes(org: string, input: string): Float64Array | null;
  /** how long after the end of the drain the load is counted */
  loadMs(org: string): number;
  clockBoundUs(org: string): number;
  /** the place of an effect at which a life may end */
  beforeEffect(peer: Peer, effect: Effect): void;
  /** what a liar says in place of what it should; an honest org's own words */
  own(org: string, message: Verified): Verified;
  onSigned(org: string, message: Verified): void;
  onMoved(peer: Peer, event: Event, before: RoundState, effects: readonly Effect[]): void;
  readonly forgets: Forgetting;
  /** secrets are erased in the end; else the next run uses them again */
  readonly wipes: boolean;
}

/** What a broken node would lose in a crash, or keep to itself; the product's does neither. */
export interface Forgetting {
  /** types of statements that are not in the transcript after a restart */
  readonly transcript?: readonly string[];
  /** others are given own statements only */
  readonly relay?: boolean;
  /** who has a certificate gives nobody the precommits of others */
  readonly forwarding?: boolean;
}
