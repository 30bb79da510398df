/** What liars may do, and with what: behaviours.ts has the lies themselves. */
import type { RoundState } from '../../protocol/round/state.ts';
import { addresseeOf, type Statement, type Verified } from '../../protocol/statement.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** One way to lie; who lies hears everything, and signs as itself only. */
export interface Hostility {
  /** instead of an own statement; null: nothing is said */
  readonly speak?: (own: Verified, me: Hands) => Verified | null;
  /** to whom an own statement goes; default all */
  readonly audience?: (own: Verified, me: Hands) => readonly string[];
  /** on everything that it hears, its own words too */
  readonly hear?: (message: Verified, me: Hands) => void;
}

/** What a liar has to work with. */
export interface Hands {
  readonly org: string;
  readonly world: World;
  readonly random: Random;
  readonly others: readonly string[];
  state(): RoundState;
  /** at a real instant, ms since 1970 */
  at(atMs: number, run: () => void): void;
  /** an own statement, again or for the first time */
  send(own: Verified, to: readonly string[]): void;
  say(statement: Statement, to?: readonly string[], nonce?: number): Verified;
}

export interface HostileOptions extends Pick<Hands, 'world' | 'random' | 'at'> {
  /** by liar, in order */
  readonly behaviours: ReadonlyMap<string, readonly Hostility[]>;
  readonly stateOf: (org: string) => RoundState;
  readonly send: (org: string, message: Verified, to: readonly string[]) => void;
  /** a liar made this up, and sends it */
  readonly said: (org: string, message: Verified, to: readonly string[]) => void;
}

export interface Hostile {
  hands(org: string): Hands;
  /** What an org says in place of what it should; an honest one its own words. */
  own(org: string, message: Verified): Verified;
  audienceOf(org: string, message: Verified): readonly string[];
  react(org: string, message: Verified): void;
}

export function createHostility(options: HostileOptions): Hostile {
  const { world, random, at } = options;
  const { roster } = world;
  const behavioursOf = (org: string) => options.behaviours.get(org) ?? [];

  const hands = (org: string): Hands => ({
    org,
    world,
    random,
    others: roster.filter((one) => one !== org),
    state: () => options.stateOf(org),
    at,
    send: (message, to) => options.send(org, message, to),
    say(statement, to = roster, nonce = 0) {
      const message = world.say(org, statement, nonce);
      options.said(org, message, to);
      return message;
    },
  });

  return {
    hands,
    own: (org, message) =>
      behavioursOf(org).reduce((said, { speak }) => speak?.(said, hands(org)) ?? said, message),
    audienceOf(org, message) {
      const only = addresseeOf(message);
      if (only !== null) return [only];
      for (const { audience } of behavioursOf(org)) {
        const chosen = audience?.(message, hands(org));
        if (chosen) return chosen;
      }
      return roster;
    },
    react(org, message) {
      for (const { hear } of behavioursOf(org)) hear?.(message, hands(org));
    },
  };
}
