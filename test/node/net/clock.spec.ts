import { expect } from 'chai';
import { createClock } from '../../../node/clock.ts';

describe('the clock', () => {
  it('tells integer microseconds that never run backwards', () => {
    const clock = createClock();
    let last = clock.nowUs();
    expect(Math.abs(last / 1_000 - Date.now())).to.be.lessThan(1_000);
    for (let i = 0; i < 1_000; i++) {
      const next = clock.nowUs();
      expect(Number.isSafeInteger(next)).to.equal(true);
      expect(next).to.be.at.least(last);
      last = next;
    }
  });

  it('wakes at the instant, never before', async () => {
    const clock = createClock();
    const atMs = clock.nowMs() + 15;
    await clock.sleepUntil(atMs);
    expect(clock.nowUs()).to.be.at.least(atMs * 1_000);
  });

  it('does not sleep until an instant that has passed', async () => {
    const clock = createClock();
    const startUs = clock.nowUs();
    await clock.sleepUntil(clock.nowMs() - 10_000);
    expect(clock.nowUs() - startUs).to.be.lessThan(1_000_000);
  });

  it('stops sleeping when its signal says so', async () => {
    const clock = createClock();
    const stop = new AbortController();
    const sleeping = clock.sleepUntil(clock.nowMs() + 3_600_000, stop.signal);
    stop.abort();
    const error = await sleeping.catch((reason: unknown) => reason);
    expect((error as Error).name).to.equal('AbortError');
  });
});
