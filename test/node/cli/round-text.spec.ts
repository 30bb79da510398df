/** How the end of a round reads: its reason once, its code once. */
import { expect } from 'chai';
import type { RoundEvent } from '../../../node/control/api.ts';
import { eventText } from '../../../node/cli/round-text.ts';

const endText = (code: string, message: string) => {
  const end: RoundEvent['end'] = { code, message };
  return eventText({ atMs: 0, round: 'ab', kind: 'end', phase: 'notReady', end });
};
const START = '00:00:00  not ready: the round never started: ';

describe('the end of a round', () => {
  const rows: Record<string, [code: string, message: string, text: string]> = {
    'says what a code of another org means': [
      'E_SUT_DOWN',
      'Org2 can not take part: E_SUT_DOWN',
      'Org2 can not take part: the ledger does not answer (E_SUT_DOWN)',
    ],
    'says a word that is no code of an error once': [
      'operator',
      'Org2 aborted: operator',
      'Org2 aborted: operator',
    ],
    'keeps the reason that somebody gave': [
      'operator',
      'Org2 aborted: our disk is full',
      'Org2 aborted: our disk is full (operator)',
    ],
    'ends a sentence with its code': [
      'E_SUT_DOWN',
      'Org1: no ledger. Start it.',
      'Org1: no ledger. Start it (E_SUT_DOWN)',
    ],
  };
  for (const [behaviour, [code, message, text]] of Object.entries(rows))
    it(behaviour, () => {
      expect(endText(code, message)).to.equal(START + text);
    });
});
