/** One move of the machine: a next state and what it makes the member do. */
import type { Effect } from './event.ts';
import type { EndPhase, LivePhase, RoundState } from './state.ts';

export interface Move {
  readonly state: RoundState;
  readonly effects: readonly Effect[];
}

/** To another phase. */
export function move(state: RoundState, phase: LivePhase, ...effects: Effect[]): Move {
  return { state: { ...state, phase }, effects };
}

/** Asks once; null when it was asked before, or when this is an auditor, who only follows. */
export function ask(state: RoundState, key: string, ...effects: Effect[]): Move | null {
  if (state.self === null || state.asked.has(key)) return null;
  return { state: { ...state, asked: new Set(state.asked).add(key) }, effects };
}

/** The end of a round: the load stops at once. */
export function end(
  state: RoundState,
  phase: EndPhase,
  code: string,
  message: string,
  details?: Readonly<Record<string, unknown>>,
): Move {
  const why = { code, message, ...(details && { details }) };
  return {
    state: { ...state, phase, end: why },
    effects: [{ kind: 'stopLoad' }, { kind: 'end', end: why }],
  };
}
