/** How the end of a round reads: its reason once, its code once. */
import { expect } from 'chai';
import type { RoundEvent } from '../../../node/control/api.ts';
import { eventText, startText, viewText, waitText } from '../../../node/cli/round-text.ts';
import { createFoot } from '../../../node/cli/watch-foot.ts';
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
      'Org2 can not take part, as it says: E_SUT_DOWN',
      'Org2 can not take part, as it says: the ledger does not answer (E_SUT_DOWN)',
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
    expect(viewText(fakeView('running', { accused: [accused] }), 0)).to.match(new RegExp(`^ +${text}$`, 'm')); // prettier-ignore
  });
});

describe('where a round stands', () => {
  const at = (seconds: number) => seconds * 1000;

  it('is told with the instant of now, and the proposal with its own', () => {
    const text = viewText(fakeView('running'), at(9));
    expect(text).to.contain('proposed by Org1 at 00:00:01 UTC to Org1, Org2, Org3');
    expect(text).to.contain('\n00:00:09  running');
  });

  it('is told without an instant when it is over: when that was is not known here', () => {
    const end = { code: 'operator', message: 'Org2 aborted: operator' };
    const [, line] = viewText(fakeView('aborted', { end }), at(9)).split('\n');
    expect(line).to.match(/^ {10}aborted: /);
  });

  it('says who can still accept, and when the load starts', () => {
    const text = viewText(fakeView('proposed', { accepted: ['Org1'] }), at(1.5));
    expect(text).to.contain('1 of 3 accepted; Org2, Org3 can until 00:00:02 UTC');
    expect(text).to.contain(
      'the load starts at 00:00:05 UTC, in 4 s: 1 s warm-up, then 9 s that count',
    );
  });

  it('has a start that lies ahead, or behind', () => {
    const view = fakeView('ready');
    expect(startText(view, at(5) - 90_500)).to.contain('starts at 00:00:05 UTC, in 1 min 31 s:');
    expect(startText(view, at(6))).to.contain('started at 00:00:05 UTC:');
  });

  it('has a countdown to what is waited for, and none once the load runs', () => {
    expect(waitText(fakeView('proposed'), at(1))).to.equal('1 s left to accept, load in 4 s');
    expect(waitText(fakeView('proposed'), at(3))).to.equal('load in 2 s');
    expect(waitText(fakeView('ready'), at(4.2))).to.equal('load in 1 s');
    for (const phase of ['warmUp', 'contributing', 'published'] as const)
      expect(waitText(fakeView(phase), at(4)), phase).to.equal(null);
    expect(waitText(fakeView('ready'), at(5))).to.equal(null);
  });
});

describe('the foot of the terminal', () => {
  const shown = (columns: number) => {
    const written: string[] = [];
    const terminal = { isTTY: true, columns, write: (text: string) => written.push(text) };
    // eslint-disable-next-line no-control-regex
    return { terminal, last: () => (written.at(-1) ?? '').replace(/\r|\u001b\[2K/g, '') };
  };
  const load = { elapsedMs: 5_000, submitted: 200, committed: 190, failed: 1 };
  const event = (more: Partial<RoundEvent>): RoundEvent => ({
    ...{ atMs: 0, round: 'ab', kind: 'phase' },
    ...more,
  });

  it('counts down, then shows the own load, then nothing', () => {
    const { terminal, last } = shown(60);
    const foot = createFoot(fakeView('ready'), terminal, () => 2_000);
    try {
      expect(last()).to.equal('load in 3 s');
      foot.heard(event({ phase: 'warmUp' }));
      foot.heard(event({ kind: 'load', load }));
      expect(last()).to.match(/^5\.0 of 10 s .*200 sent/);
      foot.heard(event({ phase: 'contributing' }));
      foot.above(() => {});
      expect(last()).to.equal('');
    } finally {
      foot.close();
    }
  });

  it('comes back under a line that was printed', () => {
    const { terminal, last } = shown(60);
    const foot = createFoot(fakeView('ready'), terminal, () => 2_000);
    let before = 'never printed';
    foot.above(() => (before = last()));
    expect([before, last()]).to.deep.equal(['', 'load in 3 s']);
    foot.close();
    expect(last()).to.equal('');
  });

  it('keeps no terminal busy where there is none', () => {
    const foot = createFoot(fakeView('ready'), { write: () => expect.fail('it printed') });
    foot.heard(event({ kind: 'load', load }));
    foot.above(() => {});
    foot.close();
  });
});
