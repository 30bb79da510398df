/**
 * One org's peer around the machine: node/round/driver.ts and rounds.ts, told again without promises, so that the
 * simulator decides when each answer comes and where a life ends. What it keeps over a crash is what those keep: the
 * transcript, durable at `persist`, and the vault's journal, durable before the vault answers.
 */
import type { Effect, Event } from '../../protocol/round/event.ts';
import type { StatementOf } from '../../protocol/agreement.ts';
import type { RoundState } from '../../protocol/round/state.ts';
import type { Verified } from '../../protocol/statement.ts';
import type { Resumption } from '../../node/round/resumption.ts';
import type { SimVault } from './sim-vault.ts';
import { rebuiltIn, summedIn } from './computed.ts';
import type { Heard, Peer, Surroundings } from './surroundings.ts';
import { createVaultLine } from './vault-line.ts';

export interface PeerOptions {
  readonly org: string;
  readonly skewMs: number;
  readonly vault: SimVault;
  readonly state: RoundState;
  readonly transcript: readonly Heard[];
  /** own load is under way: it is measured when the drain is over */
  readonly isLoaded: boolean;
}

type Of<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

const BUILD = { packageVersion: '1.0.0', lockfileDigest: new Uint8Array(32) };

export function createPeer(room: Surroundings, options: PeerOptions): Peer {
  const { org, skewMs, vault } = options;
  const { world } = room;
  const { product, terms } = world;
  const { protocol } = product;
  const transcript = new Map(options.transcript.map((heard) => [heard.message.id, heard]));
  const keyEnvelopes = new Map<string, Uint8Array>();
  for (const { message } of transcript.values()) keepKeys(message);
  let state = options.state;
  let life = 1;
  let isAlive = true;
  let version = 0;
  let alarmMs: number | null = null;
  let resumption: Resumption | undefined;
  let isMeasured = false;
  /** what comes while nobody knows yet what the vault had signed */
  let waiting: Event[] | undefined;
  /** of the transcript, what the machine does not take again yet */
  const unheard: Verified[] = [];

  const line = createVaultLine(room, at);

  const nowMs = () => room.nowMs() + skewMs;

  function at(atMs: number, run: () => void): void {
    const mine = life;
    room.at(atMs, () => {
      if (life === mine && isAlive) run();
    });
  }

  function dispatch(event: Event): void {
    if (!isAlive) return;
    if (waiting) {
      alarmMs = null;
      return void waiting.push(event);
    }
    const before = state;
    const mine = life;
    const { state: after, effects } = protocol.step(before, event);
    state = after;
    for (const effect of effects) {
      room.beforeEffect(peer, effect);
      // it died in between, and may live again
      if (life !== mine) return;
      perform(effect);
      if (life !== mine) return;
    }
    setAlarm();
    room.onMoved(peer, event, before, effects);
    if (effects.some(({ kind }) => kind === 'refuse') && event.kind === 'message') {
      if (transcript.has(event.message.id)) unheard.push(event.message);
    }
    if (state.phase !== before.phase || state.current !== before.current)
      for (const message of unheard.splice(0))
        dispatch({ kind: 'message', nowMs: state.nowMs, message });
  }

  function setAlarm(): void {
    const atMs = protocol.wakeAt(state);
    alarmMs = atMs === null ? null : Math.max(atMs - skewMs, room.nowMs() + 1);
  }

  function perform(effect: Effect): void {
    if (resumption?.hold(effect)) return;
    switch (effect.kind) {
      case 'persist':
        if (effect.message.type === 'keys') keepKeys(effect.message);
        if (transcript.has(effect.message.id)) return;
        transcript.set(effect.message.id, { message: effect.message, receivedMs: state.nowMs });
        version++;
        return;
      case 'send':
        return room.send(org, effect.message);
      case 'addUp':
        return at(room.nowMs(), () => dispatch(summedIn(world, state, nowMs())));
      case 'recover':
        return at(room.nowMs(), () =>
          dispatch(rebuiltIn(world, state, effect, keyEnvelopes, nowMs())),
        );
      case 'prepare':
        if (nowMs() >= terms.schedule.startMs) return;
        return at(room.nowMs() + room.vaultMs(), () =>
          dispatch({ kind: 'prepared', nowMs: nowMs(), clockBoundUs: room.clockBoundUs(org) }),
        );
      case 'startLoad':
        if (nowMs() < terms.schedule.startMs) load();
        return;
      case 'wipe':
        return room.wipes ? room.at(room.nowMs(), () => vault.wipe()) : undefined;
      case 'sign':
        return ask(() => [vault.sign(effect.statement)]);
      case 'open':
        return ask(() => [vault.open(world.proposal.bytes)]);
      case 'deal':
        return ask(() => vault.deal(inRosterOrder(keyEnvelopes)));
      case 'check':
        return check();
      case 'mask':
        return mask(effect);
      case 'reveal':
        return ask(() => [vault.reveal(underCertificate(effect))]);
      case 'release': {
        const request = { ...underCertificate(effect), missing: effect.missing };
        return ask(() => [vault.release({ ...request, earlier: protocol.earlierResults(state) })]);
      }
      case 'refuse':
      case 'stopLoad':
      case 'accuse':
      case 'publish':
      case 'end':
        return;
    }
  }

  function keepKeys(message: Verified): void {
    if (message.type !== 'keys') return;
    if (!keyEnvelopes.has(message.signer)) keyEnvelopes.set(message.signer, message.bytes);
  }

  const inRosterOrder = (envelopes: ReadonlyMap<string, Uint8Array>) =>
    terms.roster.flatMap((one) => envelopes.get(one) ?? []);
  const bytesOf = (heard: ReadonlyMap<string, { readonly bytes: Uint8Array }>) =>
    terms.roster.flatMap((one) => heard.get(one)?.bytes ?? []);
  const underCertificate = ({ sum, context, candidate, precommits }: Of<'reveal' | 'release'>) => ({
    sum,
    context,
    certificate: { candidate, precommits: [...precommits] },
  });

  /** What the vault signs comes back as an own word. */
  function ask(call: () => readonly Uint8Array[]): void {
    let envelopes: readonly Uint8Array[] = [];
    askFor(
      () => {
        envelopes = call();
        for (const bytes of envelopes) room.onSigned(org, world.open(bytes));
      },
      () => {
        const mine = life;
        for (const bytes of envelopes) {
          if (life !== mine) return;
          dispatch({ kind: 'message', nowMs: nowMs(), message: room.own(org, world.open(bytes)) });
        }
      },
    );
  }

  function askFor(call: () => void, answered: () => void): void {
    line.ask(call, (refused) => {
      if (!refused) return answered();
      if (protocol.refusalOf(refused).code !== 'E_OLD_VIEW') dispatch(failed(refused));
    });
  }

  function failed(error: Error): Event {
    const { code, message, details } = protocol.refusalOf(error);
    const end = { code, message: `${org}: ${message}`, ...(details && { details }) };
    return { kind: 'failed', nowMs: nowMs(), end };
  }

  function check(): void {
    let setupDigest = new Uint8Array(0);
    askFor(
      () =>
        void (setupDigest = new Uint8Array(
          vault.accept(bytesOf(state.deals), bytesOf(state.shares)),
        )),
      () => dispatch({ kind: 'checked', nowMs: nowMs(), setupDigest }),
    );
  }

  function load(): void {
    const { drainedMs } = windowOf();
    at(drainedMs - skewMs + room.loadMs(org), () => {
      isMeasured = true;
      dispatch({ kind: 'tick', nowMs: nowMs() });
      if (state.phase === 'running' || state.phase === 'contributing')
        dispatch({ kind: 'measured', nowMs: nowMs() });
    });
  }

  const windowOf = () => protocol.windowOf(terms.schedule);

  function mask({ sum, input, context, clockBoundUs }: Of<'mask'>): void {
    const lanes = isMeasured ? room.lanes(org, input) : null;
    const earlier = protocol.earlierResults(state);
    ask(() => {
      if (!lanes) throw new protocol.ProtocolError('E_NO_INPUT', `nothing was measured`);
      return [vault.mask({ sum, context, lanes, clockBoundUs, earlier })];
    });
  }

  function hear(message: Verified): void {
    if (!isAlive || transcript.has(message.id)) return;
    if (message.type === 'shares' && message.message.holder !== org && message.signer !== org)
      return;
    const votes = votesWith(message);
    if (!votes) return;
    for (const one of [...votes, message])
      dispatch({ kind: 'message', nowMs: nowMs(), message: one });
  }

  /** The votes that a set was named again for come with it; undefined when it is refused for what it carries. */
  function votesWith(message: Verified): Verified[] | undefined {
    if (message.type !== 'candidate') return [];
    try {
      const missing = protocol.carriedBy(state, message).map((bytes) => world.open(bytes));
      return missing.filter(({ id }) => !transcript.has(id));
    } catch (error) {
      protocol.refusalOf(error);
      return undefined;
    }
  }

  function crash(finishes: boolean): void {
    if (!isAlive) return;
    isAlive = false;
    life++;
    alarmMs = null;
    waiting = undefined;
    line.cut(finishes);
    vault.restart();
    for (const [id, { message }] of transcript)
      if (room.forgets.transcript?.includes(message.type)) transcript.delete(id);
    version++;
  }

  function restart(): void {
    if (isAlive || nowMs() >= protocol.closedForGoodMs(terms.schedule)) return;
    if (nowMs() >= terms.schedule.closingMs && room.wipes) vault.wipe();
    isAlive = true;
    isMeasured = false;
    unheard.length = 0;
    keyEnvelopes.clear();
    const [first, ...rest] = transcript.values();
    if (!first) throw new TypeError('a transcript begins with its proposal');
    const { message, receivedMs } = first;
    state = protocol.begin(terms, message as StatementOf<'proposal'>, org, receivedMs);
    resumption = product.resumption.createResumption(world.consortium, org);
    const mine = life;
    for (const one of rest) {
      resumption.heard(one.message);
      dispatch({ kind: 'message', nowMs: one.receivedMs, message: one.message });
      if (life !== mine) return;
    }
    setAlarm();
    waiting = [];
    let signed: Verified[] = [];
    askFor(
      () => void (signed = signedBefore()),
      () => takeUp(signed),
    );
  }

  const signedBefore = () =>
    vault
      .signed()
      .map((bytes) => room.own(org, world.open(bytes)))
      .filter(({ type }) => type !== 'contribution');

  function takeUp(signed: readonly Verified[]): void {
    const mine = life;
    const events = waiting ?? [];
    waiting = undefined;
    // no time passes meanwhile: what was signed in time is in time
    for (const message of signed) {
      resumption?.heard(message);
      dispatch({ kind: 'message', nowMs: state.nowMs, message });
      if (life !== mine) return;
    }
    if (nowMs() >= terms.schedule.closingMs) {
      dispatch({ kind: 'tick', nowMs: nowMs() });
      if (life !== mine) return;
    }
    const unanswered = resumption?.unanswered(state) ?? [];
    state = protocol.withoutUnsaidVotes(state);
    resumption = undefined;
    for (const effect of unanswered) {
      perform(effect);
      if (life !== mine) return;
    }
    for (const event of events) dispatch(event);
    dispatch({ kind: 'tick', nowMs: nowMs() });
  }

  const peer: Peer = {
    org,
    skewMs,
    state: () => state,
    isAlive: () => isAlive,
    transcript,
    version: () => version,
    alarmMs: () => alarmMs,
    dispatch,
    tick: () => dispatch({ kind: 'tick', nowMs: nowMs() }),
    hear,
    crash,
    restart,
    accept: () => dispatch({ kind: 'accept', nowMs: nowMs(), ...BUILD }),
    nowMs,
  };
  setAlarm();
  if (options.isLoaded) load();
  return peer;
}
