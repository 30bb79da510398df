/** The ledger's time, turned by hand. */
import type { LedgerClock } from '../../../connectors/ledger/clock.ts';

export interface ManualClock extends LedgerClock {
  /** Moves on, running on the way whatever falls due, in its order. */
  advance(byUs: number): void;
}

export function manualClock(): ManualClock {
  let nowUs = 0;
  let due: { atUs: number; run: () => void }[] = [];
  return {
    nowUs: () => nowUs,
    after(delayUs, run) {
      const entry = { atUs: nowUs + delayUs, run };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    advance(byUs) {
      const endUs = nowUs + byUs;
      for (;;) {
        const [next] = due.filter(({ atUs }) => atUs <= endUs).sort((a, b) => a.atUs - b.atUs);
        if (!next) break;
        due = due.filter((other) => other !== next);
        nowUs = next.atUs;
        next.run();
      }
      nowUs = endUs;
    },
  };
}
