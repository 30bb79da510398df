/** What one round needs from the rest of its node: a vault, a load, a clock, and where statements go. */
import type {
  Consortium,
  Earlier,
  Effect,
  RoundState,
  Terms,
  Verified,
} from '../../protocol/index.ts';
import type { Clock } from '../clock.ts';

/** What a round needs from the rest of the node. All that returns envelopes has made them durable before. */
export interface RoundParts {
  readonly consortium: Consortium;
  readonly self: string;
  readonly clock: Clock;
  /** when the proposal came, which may be in an earlier life of this peer */
  readonly heardMs: number;
  /** durable when it returns */
  persist(message: Verified): void;
  /** a hint: what is lost, repair brings */
  send(message: Verified): Promise<void>;
  readonly vault: RoundVault;
  readonly load: RoundLoad;
  /** how far this clock may be from any other of the roster, in µs, once it is known */
  clockBoundUs(signal: AbortSignal): Promise<number>;
  onChange(state: RoundState, effects: readonly Effect[]): void;
  readonly log: Log;
}

/** The vault's part of one round: every answer is an own envelope, or a refusal. */
export interface RoundVault {
  sign(statement: Extract<Effect, { kind: 'sign' }>['statement']): Promise<Uint8Array>;
  open(): Promise<Uint8Array>;
  deal(keys: readonly Uint8Array[]): Promise<readonly Uint8Array[]>;
  /** the set-up digest */
  check(deals: readonly Uint8Array[], shares: readonly Uint8Array[]): Promise<Uint8Array>;
  mask(request: {
    sum: string;
    context: Uint8Array;
    lanes: Float64Array;
    clockBoundUs: number;
    earlier: readonly Earlier[];
  }): Promise<Uint8Array>;
  reveal(request: Omit<Extract<Effect, { kind: 'reveal' }>, 'kind'>): Promise<Uint8Array>;
  release(
    request: Omit<Extract<Effect, { kind: 'release' }>, 'kind'> & { earlier: readonly Earlier[] },
  ): Promise<Uint8Array>;
  wipe(): Promise<void>;
}

/** The org's own load. Its lanes never leave this process but into the vault. */
export interface RoundLoad {
  prepare(): Promise<void>;
  /** resolves when everything is counted */
  run(schedule: Terms['schedule']): Promise<void>;
  stop(): void;
  /** the lanes of an input; undefined when there is no such input or nothing was measured */
  lanes(input: string): Float64Array | undefined;
  close(): Promise<void>;
}

export interface Log {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}
