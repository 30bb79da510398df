/** The phases of a round as an operator reads them (docs/protocol.md), and which of them are ends. */

export const OPEN_PHASES = [
  'proposed',
  'accepted',
  'committed',
  'preparing',
  'ready',
  'warm-up',
  'running',
  'observed',
  'contributing',
  'certified',
  'revealed',
] as const;

export const END_PHASES = [
  'published',
  'rejected',
  'cancelled',
  'expired',
  'not-ready',
  'aborted',
] as const;

export type OpenPhase = (typeof OPEN_PHASES)[number];
export type EndPhase = (typeof END_PHASES)[number];
export type Phase = OpenPhase | EndPhase;

/** Why a round ended without a report. */
export interface RoundEnd {
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export function isEnd(phase: Phase): phase is EndPhase {
  return (END_PHASES as readonly string[]).includes(phase);
}
