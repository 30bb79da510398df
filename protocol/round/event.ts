/**
 * What can happen to a round, and what a member then does. Time, entropy and messages come in as data; whatever touches a
 * disk, a socket, a key or a clock goes out as an effect. Effects are carried out in order: `persist` stands before the
 * `send` of the same statement, and is durable before the next effect begins.
 */
import type { Refusal } from '../errors.ts';
import type { Statement, Verified } from '../statement.ts';
import type { Missing } from './recovery.ts';
import type { End, Recovered } from './state.ts';

/** Which program an org runs: what it signs when it accepts. */
export interface Build {
  readonly packageVersion: string;
  /** 32 bytes: SHA-256 of the release's lockfile */
  readonly lockfileDigest: Uint8Array;
}

export type Event = { readonly nowMs: number } & (
  | { readonly kind: 'message'; readonly message: Verified }
  /** an auditor's stand-in for a Keys statement, of which the bundle holds the id only */
  | { readonly kind: 'keysId'; readonly org: string; readonly id: string }
  | { readonly kind: 'tick' }
  /** the org's decision; acceptance signs the program that it runs */
  | ({ readonly kind: 'accept' } & Build)
  | { readonly kind: 'decline' | 'abort'; readonly code: string; readonly reason: string }
  /** own artefacts are deployed; `clockBoundUs`: how far the clock may be from any other's */
  | { readonly kind: 'prepared'; readonly clockBoundUs: number }
  /** the vault has checked all deals */
  | { readonly kind: 'checked'; readonly setupDigest: Uint8Array }
  /** own load is over and counted */
  | { readonly kind: 'measured' }
  /** shares were put together: seeds that nobody revealed, and whose shares rebuilt something else than was hashed */
  | {
      readonly kind: 'recovered';
      readonly recovered: Recovered;
      readonly badDealers: readonly string[];
    }
  /** the current sum is added up */
  | { readonly kind: 'summed'; readonly lanes: Uint8Array; readonly reportDigest: Uint8Array }
  /** what was asked for can not be done */
  | { readonly kind: 'failed'; readonly end: End }
);

/** Events by name, statements by their type: what the table of (phase, event) pairs is keyed by. */
export type EventName = Exclude<Event['kind'], 'message'> | Verified['type'];

/** What can be proven of a liar. */
export type Lie = 'equivocation' | 'falseSeed' | 'falseShare' | 'badDealer';

export type Effect =
  /** durable before whatever follows */
  | { readonly kind: 'persist'; readonly message: Verified }
  /** to everybody, or to the one org that it is for */
  | { readonly kind: 'send'; readonly message: Verified }
  /** sign this (the vault), and bring it back as an own message */
  | { readonly kind: 'sign'; readonly statement: Statement }
  /** deploy own artefacts with own keys; answers `prepared` or `failed` */
  | { readonly kind: 'prepare' }
  /** the vault makes Keys; Deal and Shares; checks all deals: own messages, or `checked` */
  | { readonly kind: 'open' | 'deal' | 'check' }
  /** the load starts at that instant; answers `measured` */
  | { readonly kind: 'startLoad'; readonly startMs: number }
  | { readonly kind: 'stopLoad' }
  /** the vault masks the lanes of that input for the current sum */
  | {
      readonly kind: 'mask';
      readonly sum: string;
      readonly input: string;
      readonly context: Uint8Array;
      readonly clockBoundUs: number;
    }
  /** the vault opens own seeds under this certificate */
  | {
      readonly kind: 'reveal';
      readonly sum: string;
      readonly context: Uint8Array;
      readonly candidate: Uint8Array;
      readonly precommits: readonly Uint8Array[];
    }
  /** the vault opens its shares of what members of the set did not reveal */
  | {
      readonly kind: 'release';
      readonly sum: string;
      readonly context: Uint8Array;
      readonly candidate: Uint8Array;
      readonly precommits: readonly Uint8Array[];
      readonly missing: Missing;
    }
  /** put together what the shares rebuild (recover); answers `recovered` */
  | { readonly kind: 'recover'; readonly sum: string; readonly missing: Missing }
  /** add up what was revealed (addUp); answers `summed` or `failed` */
  | { readonly kind: 'addUp'; readonly sum: string }
  /** a lie has an author: these statements, by their ids, prove it to anybody */
  | {
      readonly kind: 'accuse';
      readonly lie: Lie;
      readonly org: string;
      readonly ids: readonly string[];
    }
  /** the round is published or has ended */
  | { readonly kind: 'publish' }
  | { readonly kind: 'end'; readonly end: End }
  /** the closing instant: secrets of the round are erased */
  | { readonly kind: 'wipe' }
  | { readonly kind: 'refuse'; readonly error: Refusal };

export function nameOf(event: Event): EventName {
  return event.kind === 'message' ? event.message.type : event.kind;
}
