/** The line to a vault: it does one thing after another, and answers in that order; a crash may come between deed and answer. */
import type { Surroundings } from './surroundings.ts';

export interface VaultLine {
  /** @param answered hears the refusal, if it is one */
  ask(call: () => void, answered: (refused: Error | undefined) => void): void;
  /** What was asked for is forgotten, or still done before the end. */
  cut(finishes: boolean): void;
}

/** @param at lets something happen in this life only */
export function createVaultLine(
  room: Pick<Surroundings, 'nowMs' | 'vaultMs'>,
  at: (atMs: number, run: () => void) => void,
): VaultLine {
  /** calls that the vault has not begun, and when the last one is done and its answer heard */
  let calls = new Set<() => void>();
  let doneMs = 0;
  let heardMs = 0;

  return {
    ask(call, answered) {
      doneMs = Math.max(doneMs, room.nowMs() + room.vaultMs());
      heardMs = Math.max(heardMs, doneMs + room.vaultMs());
      const answerMs = heardMs;
      calls.add(call);
      at(doneMs, () => {
        calls.delete(call);
        const refused = tried(call);
        at(answerMs, () => answered(refused));
      });
    },
    cut(finishes) {
      const asked = calls;
      calls = new Set();
      doneMs = heardMs = 0;
      if (finishes) for (const call of asked) tried(call);
    },
  };
}

function tried(call: () => void): Error | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error;
    throw error;
  }
}
