/** What a node computes by itself from what it heard: the sum, and seeds from shares. */
import type { Effect, Event } from '../../protocol/round/event.ts';
import type { RoundState } from '../../protocol/round/state.ts';
import type { StatementOf } from '../../protocol/agreement.ts';
import type { World } from './world.ts';

export function summedIn({ product, consortium }: World, state: RoundState, nowMs: number): Event {
  const { protocol } = product;
  if (!product.isLight) return protocol.addUpEvent(consortium, state, nowMs);
  // of lanes without a meaning there is no report
  try {
    const lanes = protocol.addUp(state);
    const isLast = state.current + 1 === state.sums.length;
    const reportDigest = isLast ? protocol.sha256(lanes) : new Uint8Array(0);
    return { kind: 'summed', nowMs, lanes, reportDigest };
  } catch (error) {
    const { code, message } = protocol.refusalOf(error);
    const end = { code: code === 'E_IMPLAUSIBLE' ? 'implausible' : code, message };
    return { kind: 'failed', nowMs, end };
  }
}

/** @param keyEnvelopes by org, as they came */
export function rebuiltIn(
  { product, open }: World,
  state: RoundState,
  { sum, missing }: Extract<Effect, { kind: 'recover' }>,
  keyEnvelopes: ReadonlyMap<string, Uint8Array>,
  nowMs: number,
): Event {
  const { maskPublicsOf, recover } = product.protocol;
  const keys = [...keyEnvelopes.values()].map((bytes) => open(bytes) as StatementOf<'keys'>);
  const found = recover(state, missing, maskPublicsOf(sum, keys));
  return { kind: 'recovered', nowMs, ...found };
}
