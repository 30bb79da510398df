/**
 * What a restarted peer does not do again: while it hears its transcript, whatever the machine asks for waits. When it has
 * also heard what its vault had signed, only that is done which nobody answered in the earlier life.
 */
import {
  hasEnded,
  slotOf,
  type Consortium,
  type Effect,
  type RoundState,
  type Verified,
} from '../../protocol/index.ts';

export interface Resumption {
  /** Keeps an effect for later; false for one that changes nothing outside, and is done at once. */
  hold(effect: Effect): boolean;
  heard(message: Verified): void;
  /** What is still to be done, in order. */
  unanswered(state: RoundState): Effect[];
}

/** Answered, or of no use, where the transcript shows a statement of one's own. */
const ANSWERED_BY: Partial<Record<Effect['kind'], string>> = {
  open: 'keys',
  deal: 'deal',
  check: 'ready',
};
const ANSWERED_IN_SUM: Partial<Record<Effect['kind'], string>> = {
  mask: 'contribution',
  reveal: 'reveal',
  release: 'shareReveal',
};
/** Of use when the round is over too: what erases, and what is computed from what others said. */
const WHEN_OVER: readonly Effect['kind'][] = ['wipe', 'recover', 'addUp'];
const AT_ONCE: readonly Effect['kind'][] = ['persist', 'refuse', 'publish', 'end'];

export function createResumption(consortium: Consortium, self: string): Resumption {
  const slots = new Set<string>();
  const held: Effect[] = [];

  function isAnswered(effect: Effect, state: RoundState): boolean {
    if (hasEnded(state)) return !WHEN_OVER.includes(effect.kind);
    const { round } = state.terms;
    if (effect.kind === 'sign') return slots.has(slotOf(consortium.digest, effect.statement));
    const type = ANSWERED_BY[effect.kind];
    if (type !== undefined) return slots.has(`${round}/${type}`);
    const inSum = ANSWERED_IN_SUM[effect.kind];
    return inSum !== undefined && 'sum' in effect && slots.has(`${round}/${effect.sum}/${inSum}`);
  }

  return {
    hold(effect) {
      if (AT_ONCE.includes(effect.kind)) return false;
      // repair offers again whatever was sent
      if (effect.kind !== 'send') held.push(effect);
      return true;
    },
    heard(message) {
      if (message.signer === self) slots.add(slotOf(consortium.digest, message));
    },
    unanswered: (state) => held.filter((effect) => !isVote(effect) && !isAnswered(effect, state)),
  };
}

/** Votes are never taken from a replay: the machine asks for them anew (withoutUnsaidVotes). */
function isVote(effect: Effect): boolean {
  return effect.kind === 'sign' && 'view' in effect.statement.message;
}
