/**
 * All rounds of one peer: takes in envelopes from wherever they come, gives each to its round, and begins a round for each
 * valid proposal. Whatever a member may fill here is bounded for each member, so that none can shut out another; a round
 * that closed some minutes ago leaves the memory.
 */
import {
  addresseeOf,
  carriedBy,
  closedForGoodMs,
  idOf,
  open,
  ProtocolError,
  roundOf,
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
import { boundedLog } from '../net/log.ts';
import { admit } from './admission.ts';
import { createRoundDriver, type RoundDriver } from './driver.ts';
import type { Log, RoundParts } from './round-parts.ts';
import { createEarly } from './early.ts';
import type { TranscriptStore } from './transcript-store.ts';
import { createWiping } from './wiping.ts';

/** How many refused envelopes are known by their id, so that they are not verified again. */
const MAX_REFUSED = 10_000;
/** How long after its closing instant a round is kept in memory, and how often that is looked at. */
const KEPT_AFTER_CLOSING_MS = 5 * 60_000;
const SWEEP_MS = 30_000;
/** No policy lets a round be longer; it may be announced that long before. */
const LONGEST_AHEAD_MS = 2 * 86_400_000;
const NOT_TAKEN_UP =
  'this round is not taken up again: see the code, then stop the peer and start it again';

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
  /** the last word on a round that leaves the memory */
  readonly onDrop: (state: RoundState) => void;
  /** erases the vault's secrets of a round; of one that it does not know, nothing */
  readonly wipe: (round: string) => Promise<void>;
  /** the envelopes that the vault signed in a round */
  readonly signed: (round: string) => Promise<readonly Uint8Array[]>;
  /** pauses before a failed wipe is tried again; default 1, 5 and 25 s */
  readonly wipeAgainAfterMs?: readonly number[];
  readonly log: Log;
}

export interface Rounds {
  /** Takes in an envelope, and tells whether it is kept now; what does not hold is logged and dropped. */
  receive(bytes: Uint8Array, from: string): boolean;
  /** Whether an envelope of this id came not long ago and does not hold: it is not looked at again. */
  isRefused(id: string): boolean;
  /** Whether it was refused, and so would be by every honest peer however far its round is. */
  isJunk(id: string): boolean;
  /** Begins the round of an own proposal. @throws ProtocolError E_PROPOSAL */
  propose(bytes: Uint8Array): RoundDriver;
  /** Hears again what is on disk of rounds that are not over for good, and erases the secrets of all that are closed. */
  resume(): void;
  /** Drops what closed some minutes ago, and what waited too long; happens by itself twice a minute. */
  sweep(): void;
  /** @throws NodeError E_NO_ROUND */
  of(round: string): RoundDriver;
  all(): readonly RoundDriver[];
  /** Ids of all envelopes of rounds that are not over for good: what is offered to other peers. */
  ids(): string[];
  close(): Promise<void>;
}

export function createRounds(options: RoundsOptions): Rounds {
  const { consortium, self, clock, store } = options;
  const log = boundedLog(options.log);
  const drivers = new Map<string, RoundDriver>();
  const early = createEarly();
  /** by id, with whether it is junk */
  const refused = new Map<string, boolean>();
  const wiping = createWiping({
    wipe: options.wipe,
    log,
    ...(options.wipeAgainAfterMs && { retryAfterMs: options.wipeAgainAfterMs }),
  });
  const sweeper = setInterval(sweep, SWEEP_MS).unref();

  function receive(bytes: Uint8Array, from: string): boolean {
    const id = idOf(bytes);
    if (store.has(id)) return true;
    if (refused.has(id)) return false;
    try {
      hearOrHold(open(consortium, bytes), clock.nowMs());
    } catch (error) {
      if (isPermanent(error)) refuse(id, !mayBeHeld(error));
      log.warn({ from, ...errorShape(error) }, 'dropped a message');
    }
    return store.has(id);
  }

  function refuse(id: string, isJunk: boolean): void {
    refused.set(id, isJunk);
    const [oldest] = refused.keys();
    if (refused.size > MAX_REFUSED && oldest !== undefined) refused.delete(oldest);
  }

  function hearOrHold(message: Verified, nowMs: number): void {
    const round = roundOf(consortium.digest, message);
    const driver = drivers.get(round);
    if (driver)
      for (const one of [...votesWith(message, driver.state()), message])
        driver.dispatch({ kind: 'message', nowMs, message: one });
    else if (message.type === 'proposal') takeUp(message, round, nowMs);
    else early.hold(round, message, nowMs);
  }

  /** The votes that a set was named again for come with it; of those that are here already nothing is verified. */
  function votesWith(message: Verified, state: RoundState): Verified[] {
    if (message.type !== 'candidate') return [];
    const missing = carriedBy(state, message).filter((bytes) => !store.has(idOf(bytes)));
    return missing.map((bytes) => open(consortium, bytes));
  }

  /** A proposal that was never heard before. */
  function takeUp(proposal: StatementOf<'proposal'>, round: string, nowMs: number): RoundDriver {
    const terms = admit(consortium, proposal, all(), nowMs);
    persist(proposal, nowMs);
    const driver = start(terms, proposal, round, nowMs);
    for (const { bytes } of early.take(round, nowMs)) receive(bytes, 'waiting');
    return driver;
  }

  /** @param nowMs - when the proposal was heard, which may be in an earlier life of this peer */
  function start(
    terms: Terms,
    proposal: StatementOf<'proposal'>,
    round: string,
    nowMs: number,
  ): RoundDriver {
    const given = options.partsFor(terms, proposal);
    const parts = {
      ...given,
      vault: { ...given.vault, wipe: () => wiping.wipe(round) },
      consortium,
      self,
      clock,
      heardMs: nowMs,
      // the instant at which the machine heard it: a replay takes the same way
      persist: (message: Verified) => persist(message, driver.state().nowMs),
      send: options.send,
      onChange: options.onChange,
      log,
    };
    const driver: RoundDriver = createRoundDriver(parts, terms, proposal);
    drivers.set(round, driver);
    options.onChange(driver.state(), []);
    return driver;
  }

  const all = () => [...drivers.values()].map((driver) => driver.state());

  function persist(message: Verified, receivedMs: number): void {
    const round = roundOf(consortium.digest, message);
    const { id, signer, bytes } = message;
    store.add({ id, round, signer, bytes, addressee: addresseeOf(message), receivedMs });
  }

  function replay(round: string, proposal: StatementOf<'proposal'>, terms: Terms): void {
    const [first, ...rest] = store.of(round);
    if (!first) return;
    const driver = start(terms, proposal, round, first.receivedMs);
    driver.replay(
      rest.map(({ bytes, receivedMs }) => ({ message: open(consortium, bytes), receivedMs })),
    );
    signedBefore(round)
      .then(driver.takeUp)
      .catch((error: unknown) => {
        log.warn({ round, ...errorShape(error) }, NOT_TAKEN_UP);
        driver.takeUp(error instanceof Error ? error : new Error(String(error)));
      });
  }

  /**
   * What the vault had signed, be it right before the peer died: it stands. A contribution that never left is not sent now:
   * it would not stand in the ledger of disclosures.
   */
  async function signedBefore(round: string): Promise<Verified[]> {
    const signed = (await options.signed(round)).map((bytes) => open(consortium, bytes));
    return signed.filter(({ type }) => type !== 'contribution');
  }

  /** Undefined for a round of another consortium, or of a release whose proposals this one does not take. */
  function storedTerms(bytes: Uint8Array) {
    try {
      const proposal = open(consortium, bytes);
      if (proposal.type !== 'proposal') return undefined;
      return { proposal, terms: termsOf(consortium, proposal.message) };
    } catch (error) {
      log.warn(errorShape(error), 'a stored round is not taken up again');
      return undefined;
    }
  }

  function resumeOne(round: string): void {
    const first = store.firstOf(round);
    if (!first) return;
    const known = storedTerms(first.bytes);
    const closingMs = known?.terms.schedule.closingMs ?? first.receivedMs + LONGEST_AHEAD_MS;
    const nowMs = clock.nowMs();
    if (closingMs <= nowMs) void wiping.wipe(round);
    if (known && nowMs < closedForGoodMs(known.terms.schedule))
      replay(round, known.proposal, known.terms);
  }

  function sweep(): void {
    const nowMs = clock.nowMs();
    early.sweep(nowMs);
    for (const [round, driver] of drivers) {
      const state = driver.state();
      if (nowMs - state.terms.schedule.closingMs < KEPT_AFTER_CLOSING_MS) continue;
      options.onDrop(state);
      drivers.delete(round);
      driver
        .close()
        .catch((error: unknown) => log.warn({ round, ...errorShape(error) }, 'not closed'));
    }
  }

  return {
    receive,
    isRefused: (id) => refused.has(id),
    isJunk: (id) => refused.get(id) ?? false,
    propose(bytes) {
      const proposal = open(consortium, bytes);
      if (proposal.type !== 'proposal') throw new TypeError('this is no proposal');
      const driver = takeUp(proposal, roundOf(consortium.digest, proposal), clock.nowMs());
      options.send(proposal).catch((error: unknown) => log.debug(errorShape(error), 'sent later'));
      return driver;
    },
    resume() {
      for (const round of store.rounds())
        try {
          resumeOne(round);
        } catch (error) {
          log.warn({ round, ...errorShape(error) }, 'this round is not taken up again');
        }
    },
    sweep,
    of(round) {
      const driver = drivers.get(round);
      if (!driver)
        throw new NodeError('E_NO_ROUND', `this peer knows no round ${round.slice(0, 12)}`);
      return driver;
    },
    all: () => [...drivers.values()],
    ids: () =>
      [...drivers]
        .filter(([, driver]) => closedForGoodMs(driver.state().terms.schedule) > clock.nowMs())
        .flatMap(([round]) => store.idsOf(round)),
    async close() {
      clearInterval(sweeper);
      wiping.stop();
      await Promise.all([...drivers.values()].map((driver) => driver.close()));
    },
  };
}

/** Whether the same bytes would be refused again: what failed here, or for want of room, may come again. */
function isPermanent(error: unknown): boolean {
  return error instanceof ProtocolError || errorShape(error).code === 'E_PEER_REFUSED';
}

/** A list that came before the round had fixed its context is kept whatever it is bound to, and whoever signed it. */
const mayBeHeld = (error: unknown): boolean =>
  ['E_OTHER_CONTEXT', 'E_NOT_COORDINATOR'].includes(errorShape(error).code);
