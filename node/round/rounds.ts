/**
 * All rounds of one peer: takes in envelopes from wherever they come, gives each to its round, and begins a round for each
 * valid proposal. What comes before its proposal waits, bounded.
 */
import {
  addresseeOf,
  hex,
  open,
  roundOf,
  sha256,
  termsOf,
  type Consortium,
  type Effect,
  type RoundState,
  type StatementOf,
  type Terms,
  type Verified,
} from '../../protocol/index.ts';
import type { Clock } from '../clock.ts';
import { errorShape, NodeError } from '../errors.ts';
import { createRoundDriver, type Log, type RoundDriver, type RoundParts } from './driver.ts';
import { LOAD_INPUT } from './own-load.ts';
import type { TranscriptStore } from './transcript-store.ts';

/** How many statements may wait for their proposal, and how many rounds may be open at once. */
const MAX_WAITING = 2_000;
const MAX_OPEN_ROUNDS = 64;

export interface RoundsOptions {
  readonly consortium: Consortium;
  readonly self: string;
  readonly clock: Clock;
  readonly store: TranscriptStore;
  readonly send: (message: Verified) => Promise<void>;
  /** what a round gets of the vault, the load and the clock */
  readonly partsFor: (
    terms: Terms,
    proposal: StatementOf<'proposal'>,
  ) => Pick<RoundParts, 'vault' | 'load' | 'clockBoundUs'>;
  readonly onChange: (state: RoundState, effects: readonly Effect[]) => void;
  readonly log: Log;
}

export interface Rounds {
  /** Takes in an envelope, and tells whether it is kept now; what does not hold is logged and dropped. */
  receive(bytes: Uint8Array, from: string): boolean;
  /** Begins the round of an own proposal. @throws ProtocolError E_PROPOSAL */
  propose(bytes: Uint8Array): RoundDriver;
  /** Hears again what is on disk of rounds whose closing instant is still to come. */
  resume(): void;
  /** @throws NodeError E_NO_ROUND */
  of(round: string): RoundDriver;
  all(): readonly RoundDriver[];
  /** Ids of all envelopes of rounds that are not closed: what is offered to other peers. */
  ids(): string[];
  close(): Promise<void>;
}

export function createRounds(options: RoundsOptions): Rounds {
  const { consortium, self, clock, store, log } = options;
  const drivers = new Map<string, RoundDriver>();
  const waiting = new Map<string, Uint8Array[]>();
  const refused = new Set<string>();
  let waitingCount = 0;

  function receive(bytes: Uint8Array, from: string): boolean {
    const id = hex(sha256(bytes));
    if (store.has(id)) return true;
    if (refused.has(id)) return false;
    try {
      hearOrHold(open(consortium, bytes), clock.nowMs());
    } catch (error) {
      refused.add(id);
      log.warn({ from, ...errorShape(error) }, 'dropped a message');
    }
    return store.has(id);
  }

  function hearOrHold(message: Verified, nowMs: number): void {
    const round = roundOf(consortium.digest, message);
    if (message.type === 'proposal' && !drivers.has(round))
      return void start(message, round, nowMs);
    const driver = drivers.get(round);
    if (driver) {
      driver.dispatch({ kind: 'message', nowMs, message });
    } else if (waitingCount < MAX_WAITING) {
      waiting.set(round, [...(waiting.get(round) ?? []), message.bytes]);
      waitingCount += 1;
    }
  }

  function start(proposal: StatementOf<'proposal'>, round: string, nowMs: number): RoundDriver {
    if (proposal.signer !== proposal.message.proposer)
      throw new NodeError('E_PEER_REFUSED', `${proposal.signer} proposed in the name of another`);
    const terms = termsOf(consortium, proposal.message);
    const unknown = terms.sums.find(({ input }) => input !== LOAD_INPUT);
    if (unknown)
      throw new NodeError(
        'E_SCENARIO',
        `the sum ${unknown.id} counts ${unknown.input}, this release ${LOAD_INPUT} only`,
      );
    if (terms.schedule.acceptByMs <= nowMs)
      throw new NodeError('E_PEER_REFUSED', 'the time to accept this proposal is over');
    const open = [...drivers.values()].filter((d) => d.state().terms.schedule.closingMs > nowMs);
    if (open.length >= MAX_OPEN_ROUNDS)
      throw new NodeError('E_PEER_BUSY', `${open.length} rounds are open already`);
    persist(proposal, nowMs);
    const parts = options.partsFor(terms, proposal);
    const driver = createRoundDriver(
      {
        ...parts,
        consortium,
        self,
        clock,
        persist: (message) => persist(message, clock.nowMs()),
        send: options.send,
        onChange: options.onChange,
        log,
      },
      terms,
      proposal,
    );
    drivers.set(round, driver);
    options.onChange(driver.state(), []);
    const early = waiting.get(round) ?? [];
    waiting.delete(round);
    waitingCount -= early.length;
    for (const bytes of early) receive(bytes, 'waiting');
    return driver;
  }

  function persist(message: Verified, receivedMs: number): void {
    const round = roundOf(consortium.digest, message);
    const { id, signer, bytes } = message;
    store.add({ id, round, signer, bytes, addressee: addresseeOf(message), receivedMs });
  }

  function replay(round: string): void {
    const [first, ...rest] = store.of(round);
    if (!first) return;
    const proposal = open(consortium, first.bytes);
    if (proposal.type !== 'proposal') return;
    if (termsOf(consortium, proposal.message).schedule.closingMs <= clock.nowMs()) return;
    const driver = start(proposal, round, first.receivedMs);
    for (const { bytes, receivedMs } of rest)
      driver.dispatch({ kind: 'message', nowMs: receivedMs, message: open(consortium, bytes) });
  }

  return {
    receive,
    propose(bytes) {
      const proposal = open(consortium, bytes);
      if (proposal.type !== 'proposal') throw new TypeError('this is no proposal');
      const driver = start(proposal, roundOf(consortium.digest, proposal), clock.nowMs());
      options.send(proposal).catch((error: unknown) => log.debug(errorShape(error), 'sent later'));
      return driver;
    },
    resume() {
      for (const round of store.rounds())
        try {
          replay(round);
        } catch (error) {
          log.warn({ round, ...errorShape(error) }, 'this round is not taken up again');
        }
    },
    of(round) {
      const driver = drivers.get(round);
      if (!driver)
        throw new NodeError('E_NO_ROUND', `this peer knows no round ${round.slice(0, 12)}`);
      return driver;
    },
    all: () => [...drivers.values()],
    ids: () =>
      [...drivers]
        .filter(([, driver]) => driver.state().terms.schedule.closingMs > clock.nowMs())
        .flatMap(([round]) => store.idsOf(round)),
    async close() {
      await Promise.all([...drivers.values()].map((driver) => driver.close()));
    },
  };
}
