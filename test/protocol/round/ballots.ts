/** Candidates and votes of any view, as the orgs of a scripted round could sign them: for tests of the agreement. */
import { coordinatorOf, setHash } from '../../../protocol/agreement.ts';
import type { Effect, Event } from '../../../protocol/round/event.ts';
import type { RoundState } from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import type { Payload, Verified } from '../../../protocol/statement.ts';
import { feed, hearing, type Transcript } from './transcript.ts';

export type Contributors = Payload<'candidate'>['set'];

export interface Ballots {
  readonly context: Uint8Array;
  /** all contributions, and all but those of some orgs */
  readonly all: Contributors;
  without(...orgs: string[]): Contributors;
  coordinator(view: number): string;
  /** by the view's coordinator; the votes that it carries */
  candidate(view: number, set: Contributors, carried?: readonly Verified[]): Verified;
  vote(type: 'prevote' | 'precommit', org: string, view: number, set: Contributors): Verified;
  votes(
    type: 'prevote' | 'precommit',
    orgs: readonly string[],
    view: number,
    set: Contributors,
  ): Verified[];
}

export function ballotsOf({ terms, said, sayAs, peer }: Transcript): Ballots {
  const { message } = said(peer, 'candidate') as { message: Payload<'candidate'> };
  const { round, sum, context, set: all } = message;
  const common = { round, sum, context };
  const coordinator = (view: number) => coordinatorOf(terms, context, view);
  const vote: Ballots['vote'] = (type, org, view, set) =>
    sayAs(org, { type, message: { ...common, view, set: setHash(context, set) } });
  return {
    context,
    all,
    without: (...orgs) => all.filter(({ org }) => !orgs.includes(org)),
    coordinator,
    candidate: (view, set, carried = []) =>
      sayAs(coordinator(view), {
        type: 'candidate',
        message: { ...common, view, set, carried: carried.map(({ bytes }) => bytes) },
      }),
    vote,
    votes: (type, orgs, view, set) => orgs.map((org) => vote(type, org, view, set)),
  };
}

/** The state that has heard these. */
export function on(state: RoundState, ...messages: Verified[]): RoundState {
  return feed(
    state,
    messages.map((message) => hearing(state, message)),
  );
}

export function at(state: RoundState, nowMs: number): RoundState {
  return feed(state, [{ kind: 'tick', nowMs }]);
}

/** What is asked to be signed: the type, the view, and how many contributors a candidate names. */
export function signed(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => {
    if (effect.kind !== 'sign') return [];
    const { type, message } = effect.statement;
    if (type === 'candidate') return [`candidate/${message.view} of ${message.set.length}`];
    return [type === 'prevote' || type === 'precommit' ? `${type}/${message.view}` : type];
  });
}

/** What this event makes a member sign. */
export const signedBy = (state: RoundState, event: Event) => signed(step(state, event).effects);

/** What the last of these messages makes a member sign. */
export function asked(state: RoundState, ...messages: Verified[]): string[] {
  const before = on(state, ...messages.slice(0, -1));
  return signedBy(before, hearing(before, messages.at(-1) as Verified));
}

export const ticked = (state: RoundState, nowMs: number) =>
  signedBy(state, { kind: 'tick', nowMs });
