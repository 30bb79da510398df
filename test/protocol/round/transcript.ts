/**
 * A scripted round of four orgs: what each of them said when all went well, and the canonical state of one of them in every
 * phase, reached by the real step() alone. `self` and `peer` are two orgs; the peer coordinates view 0 of the first sum, so
 * that every kind of statement can come from it, and self coordinates view 2.
 */
import { coordinatorOf } from '../../../protocol/agreement.ts';
import { addUpEvent } from '../../../protocol/publish.ts';
import type { Event } from '../../../protocol/round/event.ts';
import { begin, type Phase, type RoundState } from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import type { Payload, Statement, StatementType, Verified } from '../../../protocol/statement.ts';
import { contributeAtMs, type Terms, windowOf } from '../../../protocol/terms.ts';
import { consortiumOf, said, type TestConsortium } from '../consortium.ts';
import { BUILD, T0 } from '../proposal.ts';
import { contextIn, createRoom, type Room } from './room.ts';

export type Intent = Exclude<Event['kind'], 'message'>;
/** What an event of this kind holds beside its kind. */
type Content<K, E = Event> = E extends { kind: infer EK }
  ? K extends EK
    ? Omit<E, 'kind'>
    : never
  : never;

export interface Transcript {
  readonly world: TestConsortium;
  readonly terms: Terms;
  readonly room: Room;
  readonly self: string;
  readonly peer: string;
  /** every org but self, the peer first */
  readonly others: readonly string[];
  /** what this org said in the round that went well; shares are those for self */
  said(org: string, type: StatementType): Verified;
  /** what it could have said instead: signed, well formed, and another statement; `way` 1, 2 or 3 gives three of them */
  other(org: string, type: StatementType, way?: number): Verified;
  /** any statement, sealed by this org */
  sayAs(org: string, statement: Statement): Verified;
  readonly states: Readonly<Record<Phase, RoundState>>;
}

/** An own event, well formed. Its instant is that of the state which it meets. */
export function intentOf(state: RoundState, kind: Intent, { said, peer }: Transcript): Event {
  const { nowMs } = state;
  const intents: { [K in Intent]: Content<K> } = {
    tick: { nowMs },
    keysId: { nowMs, org: peer, id: said(peer, 'keys').id },
    accept: { nowMs, ...BUILD },
    decline: { nowMs, code: 'busy', reason: 'not today' },
    abort: { nowMs, code: 'disk', reason: 'the disk is full' },
    prepared: { nowMs, clockBoundUs: 100 },
    checked: { nowMs, setupDigest: (said(peer, 'ready').message as Payload<'ready'>).setupDigest },
    measured: { nowMs },
    recovered: { nowMs, recovered: { selves: new Map(), pairs: [] }, badDealers: [] },
    summed: { nowMs, lanes: new Uint8Array(8), reportDigest: new Uint8Array(32) },
    failed: { nowMs, end: { code: 'connector', message: 'the ledger does not answer' } },
  };
  return { kind, ...intents[kind] } as Event;
}

export function hearing(state: RoundState, message: Verified): Event {
  return { kind: 'message', nowMs: state.nowMs, message };
}

/** The state after these events, without what the effects would bring. */
export function feed(state: RoundState, events: readonly Event[]): RoundState {
  return events.reduce((now, event) => step(now, event).state, state);
}

/** Scripts a round; a round's script never changes. */
export function transcriptOf(): Transcript {
  const world = consortiumOf(4);
  const room = createRoom(world);
  room.load();
  room.finish();
  const { terms } = room;
  const context = contextIn(room.state('A'));
  const peer = coordinatorOf(terms, context, 0);
  const self = coordinatorOf(terms, context, 2);
  const others = [peer, ...terms.roster.filter((org) => org !== peer && org !== self)];
  const sayAs = (org: string, { type, message }: Statement): Verified =>
    said(world, org, type, message as never);
  const heard = new Map<string, Verified>();
  for (const message of room.sent)
    if (message.type !== 'shares' || message.message.holder === self)
      heard.set(`${message.signer}/${message.type}`, message);
  for (const statement of rarities(terms, context))
    for (const org of terms.roster) heard.set(`${org}/${statement.type}`, sayAs(org, statement));
  heard.set(`${peer}/proposal`, room.proposal);
  const base = {
    world,
    terms,
    room,
    self,
    peer,
    others,
    said(org: string, type: StatementType): Verified {
      const message = heard.get(`${org}/${type}`);
      if (!message) throw new TypeError(`${org} said no ${type}`);
      return message;
    },
    other(org: string, type: StatementType, way = 1): Verified {
      return sayAs(org, changed(base.said(org, type), way));
    },
    sayAs,
  };
  return { ...base, states: statesOf(base) };
}

/** What nobody says when all goes well. */
function rarities({ roundId: round }: Terms, context: Uint8Array): Statement[] {
  return [
    { type: 'decline', message: { round, code: 'busy', reason: 'not today' } },
    { type: 'abort', message: { round, code: 'disk', reason: 'the disk is full' } },
    {
      type: 'shareReveal',
      message: { round, sum: 'main', context, set: new Uint8Array(32), pieces: [] },
    },
  ];
}

/** The same statement with one thing in it changed that keeps it well formed. */
export function changed(statement: Verified, way: number): Statement {
  const flip = (bytes: Uint8Array) => bytes.map((byte, i) => (i === 0 ? byte ^ way : byte));
  const { type, message } = statement;
  switch (type) {
    case 'proposal':
      return { type, message: { ...message, nonce: flip(message.nonce) } };
    case 'acceptance':
      return { type, message: { ...message, packageVersion: `9.9.${way}` } };
    case 'decline':
    case 'abort':
      return { type, message: { ...message, reason: `another ${way}` } };
    case 'commit':
      return { type, message: { ...message, acceptances: flip(message.acceptances) } };
    case 'keys': {
      const sums = message.sums.map((sum) => ({ ...sum, maskPublic: flip(sum.maskPublic) }));
      return { type, message: { ...message, sums } };
    }
    case 'deal': {
      const sums = message.sums.map((sum) => ({ ...sum, selfHash: flip(sum.selfHash) }));
      return { type, message: { ...message, sums } };
    }
    case 'shares': {
      const sums = message.sums.map((sum) => ({ ...sum, sealed: flip(sum.sealed) }));
      return { type, message: { ...message, sums } };
    }
    case 'ready':
      return { type, message: { ...message, clockBoundUs: message.clockBoundUs + way } };
    case 'contribution':
      return { type, message: { ...message, lanes: flip(message.lanes) } };
    case 'candidate':
      return { type, message: { ...message, set: message.set.toSpliced(way, 1) } };
    case 'prevote':
    case 'precommit':
      return { type, message: { ...message, set: flip(message.set) } };
    case 'reveal':
      return { type, message: { ...message, selfSeed: flip(message.selfSeed) } };
    case 'shareReveal':
      return { type, message: { ...message, set: flip(message.set) } };
    case 'result':
      return { type, message: { ...message, lanesDigest: flip(message.lanesDigest) } };
  }
}

/** The way of one state through the whole script, and off it. */
function statesOf(script: Omit<Transcript, 'states'>): Record<Phase, RoundState> {
  const { world, terms, room, self, peer, others } = script;
  const { schedule } = terms;
  const window = windowOf(schedule);
  const says = (org: string, ...types: StatementType[]) => types.map((t) => script.said(org, t));
  const all = (type: StatementType) => others.map((org) => script.said(org, type));
  const on = (state: RoundState, ...messages: Verified[]) =>
    feed(
      state,
      messages.map((message) => hearing(state, message)),
    );
  const at = (state: RoundState, nowMs: number) => feed(state, [{ kind: 'tick', nowMs }]);
  const own = (state: RoundState, kind: Intent) =>
    feed(state, [intentOf(state, kind, script as Transcript)]);

  const proposed = begin(terms, room.proposal, self, T0);
  const allAccept = on(own(proposed, 'accept'), ...says(self, 'acceptance'), ...all('acceptance'));
  const accepted = on(allAccept, ...says(self, 'commit'));
  const preparing = on(accepted, ...all('commit'), ...says(self, 'keys'));
  const dealt = on(own(preparing, 'prepared'), ...all('keys'), ...says(self, 'deal'));
  const checked = own(on(dealt, ...all('deal'), ...all('shares')), 'checked');
  const ready = on(checked, ...says(self, 'ready'));
  const warmUp = at(on(ready, ...all('ready')), schedule.startMs);
  const running = at(warmUp, window.fromMs);
  const observed = own(at(running, contributeAtMs(terms)), 'measured');
  const contributing = on(observed, ...says(self, 'contribution'));
  const votes = [peer, ...others.slice(1), self].flatMap((o) => says(o, 'prevote', 'precommit'));
  const certified = on(
    contributing,
    ...all('contribution'),
    ...says(peer, 'candidate'),
    ...votes,
    ...says(self, 'reveal'),
  );
  const revealed = on(certified, ...all('reveal'));
  const summed = feed(revealed, [addUpEvent(world.consortium, revealed, revealed.nowMs)]);
  const results = [self, ...others.slice(1)].flatMap((org) => says(org, 'result'));
  return {
    proposed,
    accepted,
    // no state rests in this phase: it is the one before, with what leads out of it
    committed: { ...preparing, phase: 'committed', keys: new Map(), asked: accepted.asked },
    preparing,
    ready,
    warmUp,
    running,
    observed,
    contributing,
    certified,
    revealed,
    published: on(summed, ...results),
    rejected: on(proposed, ...says(peer, 'decline')),
    cancelled: on(accepted, ...says(peer, 'abort')),
    expired: at(proposed, schedule.acceptByMs),
    notReady: at(preparing, schedule.readyByMs),
    aborted: on(warmUp, ...says(peer, 'abort')),
  };
}
