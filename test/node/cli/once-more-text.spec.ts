/** A round that ended for want of somebody says what to type next. */
import { expect } from 'chai';
import { endOfWatchText } from '../../../node/cli/round-text.ts';
import type { Phase, RoundView } from '../../../node/control/api.ts';
import type { EndPhase } from '../../../protocol/round/state.ts';
import { fakeView } from '../control/fake-peer.ts';

const FOUR = { roster: ['Org1', 'Org2', 'Org3', 'Org4'], quorum: 3 };
const ended = (
  phase: Phase,
  code: string,
  details: Readonly<Record<string, unknown>>,
  more: Partial<RoundView> = {},
) => endOfWatchText(fakeView(phase, { ...FOUR, end: { code, message: 'so', details }, ...more }));
const AGAIN = 'bench-node propose --again 3fa13fa1';
const EARLIER = { comparables: [{ round: 'ab'.repeat(32), contributors: FOUR.roster, set: 'cd' }] };

describe('what to type after a round that failed for want of a member', () => {
  const rows: [what: string, phase: EndPhase, code: string, details: object][] = [
    ['was not ready in time', 'notReady', 'deadline', { missing: ['Org4'], what: 'ready' }],
    ['could not take part', 'notReady', 'E_SUT_DOWN', { org: 'Org4' }],
    ["said that its clock is away from the others'", 'notReady', 'clock', { org: 'Org4' }],
    ['signed another set-up', 'notReady', 'otherSetup', { org: 'Org4' }],
    ['did not accept in time', 'expired', 'deadline', { missing: ['Org4'] }],
    ['declined', 'rejected', 'declined', { org: 'Org4', reason: 'noTime' }],
  ];
  for (const [what, phase, code, details] of rows)
    it(`is the same round without whom: a member ${what}`, () => {
      expect(ended(phase, code, { ...details })).to.equal(
        `Without Org4, Org1, Org2 or Org3 can propose it again: \`${AGAIN} --without Org4\`.`,
      );
    });

  it('is with an exception where rounds of the same work had that member', () => {
    const text = ended('notReady', 'deadline', { missing: ['Org4'] }, EARLIER);
    expect(text).to.contain(`\`${AGAIN} --without Org4 --exception "<why>"\``);
    const excepted = { ...EARLIER, exception: 'so be it' };
    expect(ended('notReady', 'deadline', { missing: ['Org4'] }, excepted)).not.to.contain('<why>');
  });

  it('is the same round with everybody where fewer than three would be left', () => {
    const text = ended('notReady', 'deadline', { missing: ['Org3', 'Org4'] });
    expect(text).to.contain(`When Org3, Org4 can take part: \`${AGAIN}\``);
    expect(text).not.to.contain('--without');
  });

  it('is nothing where a person ended it, or this peer cannot say for whom', () => {
    expect(ended('notReady', 'operator', { org: 'Org4' })).to.equal(null);
    expect(ended('notReady', 'clock', { clockBoundUs: 7, orgs: ['Org4'] })).to.equal(null);
    expect(ended('notReady', 'clock', { org: 'Org4' }, { quorum: 4 })).to.equal(null);
    expect(ended('aborted', 'unpublished', { signed: ['Org1'] })).to.equal(null);
    expect(endOfWatchText(fakeView('running'))).to.equal(null);
  });
});

describe('what is said of an undecided round', () => {
  const undecided = (more: Partial<RoundView>) => ended('aborted', 'undecided', { missing: [] }, more); // prettier-ignore

  it('of three: all had to stay', () => {
    const text = undecided({ roster: ['Org1', 'Org2', 'Org3'], quorum: 3 });
    expect(text).to.contain('All 3 had to stay until the end').and.to.contain(`\`${AGAIN}\``);
  });

  it('with a fixed set: all had to contribute', () => {
    expect(undecided(EARLIER)).to.contain('All 4 had to contribute').and.to.contain('--exception');
  });

  it('of four: nothing more than what it ended with', () => {
    expect(undecided({})).to.equal(null);
  });
});
