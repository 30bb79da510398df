/** How the end of a round reads: its reason once, its code once. */
import { expect } from 'chai';
import type { RoundEvent } from '../../../node/control/api.ts';
import { eventText, viewText } from '../../../node/cli/round-text.ts';
import { fakeView } from '../control/fake-peer.ts';

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

describe('a lie that is proven', () => {
  const accused = {
    org: 'Org3',
    lie: 'equivocation',
    file: '/home/org1/rounds/ab/evidence/equivocation-Org3.evidence',
    means: 'Org3 signed two different contributions for main',
  } as const;
  const text = `Org3 signed two different contributions for main: evidence in ${accused.file}`;

  it('is told when it is found, and to who begins to watch afterwards', () => {
    const event: RoundEvent = { atMs: 0, round: 'ab', kind: 'evidence', accused };
    expect(eventText(event)).to.equal(`00:00:00    ${text}`);
    expect(viewText(fakeView('running', { accused: [accused] }))).to.match(new RegExp(`^ +${text}$`, 'm')); // prettier-ignore
  });
});
