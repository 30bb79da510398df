import { expect } from 'chai';
import { bar, createLiveLine } from '../../../node/cli/live-line.ts';
import { loadText } from '../../../node/cli/round-text.ts';
import { fakeView } from '../control/fake-peer.ts';

const ERASE = '\r\u001b[2K';

describe('the live line', () => {
  it('changes in place, never wraps, and goes before something else is printed', () => {
    const written: string[] = [];
    const line = createLiveLine({
      isTTY: true,
      columns: 10,
      write: (text: string) => written.push(text),
    });
    line.clear();
    line.show('0123456789 too long');
    line.clear();
    line.clear();
    expect(written).to.deep.equal([`${ERASE}012345678`, ERASE]);
  });

  it('prints nothing where no terminal is', () => {
    const line = createLiveLine({ write: () => expect.fail('it printed') });
    line.show('progress');
    line.clear();
  });

  it('shows how much of warm-up and window is over, and the own load', () => {
    const { deadlines } = fakeView('running');
    const load = { elapsedMs: 5_000, submitted: 200, committed: 190, failed: 1 };
    expect(loadText(load, deadlines, 80)).to.equal(
      '[##########..........] 5.0 of 10 s  own load: 200 sent, 190 committed, 1 failed',
    );
    expect(loadText({ ...load, elapsedMs: 11_000 }, deadlines, 80)).to.contain('10.0 of 10 s');
    for (const columns of [40, 60, 80, 200]) {
      const text = loadText(load, deadlines, columns);
      expect(text.length, text).to.be.below(columns);
      expect(text).to.contain('5.0 of 10 s').and.to.contain('200').and.to.contain('190');
    }
    expect([bar(-1, 4), bar(0.5, 4), bar(2, 4)]).to.deep.equal(['[....]', '[##..]', '[####]']);
  });
});
