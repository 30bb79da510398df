/**
 * One round at one org: feeds the pure machine with what happens, and carries out what it decides. Events are taken one at
 * a time; a statement is on disk before it is sent; everything that takes long answers with an event of its own.
 */
import {
  addUpEvent,
  begin,
  earlierResults,
  maskPublicsOf,
  reopen,
  ProtocolError,
  recover,
  step,
  wakeAt,
  type Effect,
  type End,
  type Event,
  type RoundState,
  type StatementOf,
  type Terms,
  withoutUnsaidVotes,
  type Verified,
} from '../../protocol/index.ts';
import { errorShape } from '../errors.ts';
import { createResumption, type Resumption } from './resumption.ts';
import type { RoundParts } from './round-parts.ts';

export interface RoundDriver {
  readonly state: () => RoundState;
  /** Takes an event and all that follows from it at once. @throws the machine's refusal of an intent, as an error */
  dispatch(event: Event): void;
  /**
   * An own intent; resolves when what it asks for is signed.
   * @throws the machine's refusal, or the vault's, as an error
   */
  intend(event: Event): Promise<void>;
  /** Hears the transcript of an earlier life; what it asks for waits for takeUp. */
  replay(transcript: readonly { readonly message: Verified; readonly receivedMs: number }[]): void;
  /**
   * Hears what the vault had signed, then all that came since the replay, and goes on from there. An error is why nobody
   * knows what it had signed, be it a lock: then it hears the rest, and says nothing in this round any more.
   */
  takeUp(signed: readonly Verified[] | Error): void;
  close(): Promise<void>;
}

/** What an event led to at once, and what it asked for that takes longer. */
interface Done {
  readonly effects: readonly Effect[];
  readonly answers: readonly Promise<unknown>[];
}

/** setTimeout's own limit */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

export function createRoundDriver(
  parts: RoundParts,
  terms: Terms,
  proposal: StatementOf<'proposal'>,
): RoundDriver {
  const { consortium, clock, vault, load, log } = parts;
  const gone = new AbortController();
  const keyEnvelopes = new Map<string, Uint8Array>();
  let state = begin(terms, proposal, parts.self, parts.heardMs);
  let alarm: NodeJS.Timeout | undefined;
  let resumption: Resumption | undefined;
  /** What comes while nobody knows yet what the vault had signed: an own vote may bind already. */
  let waiting: Event[] | undefined;
  /** Of the transcript, what the machine does not take again before it knows what no transcript tells. */
  let unheard: readonly Verified[] = [];
  const takenUp = Promise.withResolvers<void>();
  /** why it says nothing in this round */
  let muteFor: Error | undefined;

  function dispatch(event: Event): Done {
    const answers: Promise<unknown>[] = [];
    if (gone.signal.aborted) return { effects: [], answers };
    if (waiting) {
      waiting.push(event);
      return { effects: [], answers };
    }
    const before = state;
    const moved = step(state, event);
    const changed = moved.effects.length > 0 || moved.state.phase !== state.phase;
    state = moved.state;
    for (const effect of moved.effects) {
      if (effect.kind === 'persist') keep(effect.message, before);
      const answered = perform(effect);
      if (answered) answers.push(answered);
    }
    setAlarm();
    if (changed) parts.onChange(state, moved.effects);
    if (state.phase !== before.phase || state.current !== before.current) hearAgain();
    return { effects: moved.effects, answers };
  }

  function hearAgain(): void {
    const again = unheard;
    unheard = [];
    for (const message of again) hearOld(message, state.nowMs);
  }

  function hearOld(message: Verified, nowMs: number): void {
    const { effects } = dispatch({ kind: 'message', nowMs, message });
    if (effects.some(({ kind }) => kind === 'refuse')) unheard = [...unheard, message];
  }

  /** What the disk does not take was not heard: it may come again. It is always the first thing to be done. */
  function keep(message: Verified, before: RoundState): void {
    try {
      parts.persist(message);
    } catch (error) {
      state = before;
      throw error;
    }
    // a liar's second Keys never gets as far as the vault
    if (message.type === 'keys' && isFirst(message))
      keyEnvelopes.set(message.signer, message.bytes);
  }

  function setAlarm(): void {
    clearTimeout(alarm);
    const atMs = wakeAt(state);
    if (atMs === null) return;
    const waitMs = Math.min(Math.max(atMs - clock.nowMs(), 1), LONGEST_WAIT_MS);
    alarm = setTimeout(() => dispatch({ kind: 'tick', nowMs: clock.nowMs() }), waitMs);
  }

  /** Slow effects give a promise: of undefined, or of what kept them from being done. */
  function perform(effect: Effect): Promise<unknown> | void {
    if (resumption?.hold(effect)) return;
    switch (effect.kind) {
      case 'persist':
        return; // done before anything else
      case 'send':
        return background('send', parts.send(effect.message));
      case 'refuse':
        return log.debug(effect.error, 'refused');
      case 'stopLoad':
        return load.stop();
      case 'addUp':
        return later(() => addUpEvent(consortium, state, clock.nowMs()));
      case 'prepare':
        return answer('prepare', prepare());
      case 'startLoad':
        return answer('load', run());
      case 'wipe':
        return background('wipe', vault.wipe());
      case 'sign':
        return answer(`sign ${effect.statement.type}`, own(vault.sign(effect.statement)));
      case 'open':
        return answer('open', own(vault.open()));
      case 'deal':
        return answer('deal', ownMany(vault.deal(inRosterOrder(keyEnvelopes))));
      case 'check':
        return answer('check', check());
      case 'mask':
        return answer('mask', mask(effect));
      case 'reveal':
        return answer('reveal', own(vault.reveal(effect)));
      case 'release':
        return answer('release', own(vault.release({ ...effect, earlier: earlierResults(state) })));
      case 'recover':
        return later(() => rebuilt(effect));
      case 'accuse':
      case 'publish':
      case 'end':
        return; // onChange sees them
    }
  }

  const inRosterOrder = (envelopes: ReadonlyMap<string, Uint8Array>) =>
    terms.roster.flatMap((org) => envelopes.get(org) ?? []);
  const bytesOf = (heard: ReadonlyMap<string, { readonly bytes: Uint8Array }>) =>
    terms.roster.flatMap((org) => heard.get(org)?.bytes ?? []);
  const heard = (bytes: Uint8Array): Event => ({
    kind: 'message',
    nowMs: clock.nowMs(),
    message: reopen(bytes),
  });
  const own = async (envelope: Promise<Uint8Array>) => [heard(await envelope)];
  const ownMany = async (envelopes: Promise<readonly Uint8Array[]>) => (await envelopes).map(heard);

  async function prepare(): Promise<Event[]> {
    // a peer that comes back after the start has nothing to prepare for
    if (clock.nowMs() >= terms.schedule.startMs) return [];
    const [bound] = await Promise.all([parts.clockBoundUs(gone.signal), load.prepare()]);
    return [{ kind: 'prepared', nowMs: clock.nowMs(), clockBoundUs: bound }];
  }

  async function check(): Promise<Event[]> {
    const setupDigest = await vault.check(bytesOf(state.deals), bytesOf(state.shares));
    return [{ kind: 'checked', nowMs: clock.nowMs(), setupDigest }];
  }

  async function run(): Promise<Event[]> {
    // a peer that comes back after the start, or hears of the last Ready then, has no data and only votes
    if (clock.nowMs() >= terms.schedule.startMs) {
      log.warn({}, 'it was known only after the start that all are ready: no load, no own data');
      return [];
    }
    try {
      await load.run(terms.schedule);
    } catch (error) {
      log.warn(errorShape(error), 'the load did not run: the round goes on without own data');
      return [];
    }
    // the clock may have passed a phase that no timer has told of yet
    dispatch({ kind: 'tick', nowMs: clock.nowMs() });
    return state.phase === 'running' || state.phase === 'contributing'
      ? [{ kind: 'measured', nowMs: clock.nowMs() }]
      : [];
  }

  async function mask({
    sum,
    input,
    context,
    clockBoundUs,
  }: Extract<Effect, { kind: 'mask' }>): Promise<Event[]> {
    const lanes = load.lanes(input);
    if (!lanes)
      throw Object.assign(new Error(`nothing was measured for ${input}`), { code: 'E_NO_INPUT' });
    return own(vault.mask({ sum, context, lanes, clockBoundUs, earlier: earlierResults(state) }));
  }

  const isFirst = ({ signer, id }: Verified) => state.keys.get(signer) === id;
  function rebuilt({ sum, missing }: Extract<Effect, { kind: 'recover' }>): Event {
    const keys = [...keyEnvelopes.values()].map((bytes) => reopen(bytes) as StatementOf<'keys'>);
    const found = recover(state, missing, maskPublicsOf(sum, keys));
    return { kind: 'recovered', nowMs: clock.nowMs(), ...found };
  }

  /** What was asked for answers with events, or with why it can not be done. */
  async function answer(what: string, work: Promise<Event[]>): Promise<unknown> {
    try {
      for (const event of await work) dispatch(event);
      return undefined;
    } catch (error) {
      const { code, message, details } = errorShape(error);
      log.warn({ code, what }, message);
      // it has voted further on: that it says nothing here harms nobody
      if (code === 'E_OLD_VIEW') return error;
      // own Ready stands: who has no load then has no data, and the others go on
      if (what === 'prepare' && state.self !== null && state.readies.has(state.self)) return error;
      const end: End = { code, message: `${parts.self}: ${message}`, ...(details && { details }) };
      dispatch({ kind: 'failed', nowMs: clock.nowMs(), end });
      return error;
    }
  }

  function later(event: () => Event): void {
    queueMicrotask(() => dispatch(event()));
  }

  function background(what: string, work: Promise<void>): void {
    work.catch((error: unknown) => log.debug({ what, ...errorShape(error) }, 'not done now'));
  }

  function replay(transcript: Parameters<RoundDriver['replay']>[0]): void {
    resumption = createResumption(consortium, parts.self);
    for (const { message, receivedMs } of transcript) {
      resumption.heard(message);
      hearOld(message, receivedMs);
    }
    waiting = [];
  }

  function takeUp(signed: readonly Verified[] | Error): void {
    const events = waiting ?? [];
    waiting = undefined;
    if (signed instanceof Error) muteFor = signed;
    takenUp.resolve();
    if (gone.signal.aborted) return;
    if (signed instanceof Error) return events.forEach((event) => void dispatch(event));
    // no time passes meanwhile: what was signed in time is in time
    for (const message of signed) {
      resumption?.heard(message);
      dispatch({ kind: 'message', nowMs: state.nowMs, message });
    }
    // after the closing instant nothing is signed or opened, whatever was asked for before it
    if (clock.nowMs() >= terms.schedule.closingMs) dispatch({ kind: 'tick', nowMs: clock.nowMs() });
    const unanswered = resumption?.unanswered(state) ?? [];
    state = withoutUnsaidVotes(state);
    resumption = undefined;
    for (const effect of unanswered) void perform(effect);
    for (const event of events) dispatch(event);
    dispatch({ kind: 'tick', nowMs: clock.nowMs() });
  }

  setAlarm();
  return {
    state: () => state,
    replay,
    takeUp,
    dispatch: (event) => void dispatch(event),
    async intend(event) {
      if (waiting) await takenUp.promise;
      if (muteFor) throw muteFor;
      const { effects, answers } = dispatch(event);
      const refused = effects.find((effect) => effect.kind === 'refuse');
      if (refused?.kind === 'refuse') {
        const { code, message, details } = refused.error;
        throw new ProtocolError(code, message, details);
      }
      for (const answered of answers) {
        const error = await answered;
        if (error) throw error;
      }
    },
    async close() {
      gone.abort();
      clearTimeout(alarm);
      await load.close();
    },
  };
}
