/** The words of a trace: one line for each statement that is heard or sent, and for each move of a machine. */
import { hex } from '../../protocol/digest.ts';
import type { Effect, Event } from '../../protocol/round/event.ts';
import type { RoundState } from '../../protocol/round/state.ts';
import type { Verified } from '../../protocol/statement.ts';
import type { Peer } from './surroundings.ts';

export function movedText(
  { org, state }: Peer,
  event: Event,
  before: RoundState,
  made: readonly Effect[],
): string {
  const kinds = made.map((effect) =>
    effect.kind === 'sign'
      ? `sign ${effect.statement.type}`
      : effect.kind === 'refuse'
        ? `refuse ${effect.error.code}`
        : effect.kind,
  );
  return `${org} ${before.phase}>${state().phase} on ${event.kind}: ${kinds.join(', ')}`;
}

export function textOf({ type, signer, id, message }: Verified): string {
  const view = 'view' in message ? ` view ${message.view}` : '';
  const set =
    'set' in message
      ? Array.isArray(message.set)
        ? ` {${message.set.map(({ org, contribution }) => `${org}:${hex(contribution).slice(0, 4)}`).join()}}`
        : ` ${hex(message.set as Uint8Array).slice(0, 6)}`
      : '';
  return `${type} of ${signer}${view}${set} #${id.slice(0, 6)}`;
}
