import { expect } from 'chai';
import { startLoad, type Load, type Ticker } from '../../../node/worker/load.ts';
import { createPacer } from '../../../node/worker/pacer.ts';

/** A clock that moves by a microsecond when read, and to each timer's instant plus its lateness. */
function fakeTicker(lateUs = 0) {
  let us = 0;
  const timers: { atUs: number; callback: () => void }[] = [];
  const ticker: Ticker = {
    nowUs: () => us++,
    after: (delayMs, callback) => void timers.push({ atUs: us + delayMs * 1000, callback }),
  };
  const step = (): boolean => {
    const timer = timers.shift();
    if (timer === undefined) return false;
    us = Math.max(us, timer.atUs + lateUs);
    timer.callback();
    return true;
  };
  const block = (forUs: number) => void (us += forUs);
  return { ticker, step, block, now: () => us };
}

function drive(options: { tps?: number; lateUs?: number; maxInFlight?: number } = {}) {
  const fake = fakeTicker(options.lateUs);
  const sent: { intendedUs: number; atUs: number }[] = [];
  const shed: number[] = [];
  const hooks = { onSend: () => {} };
  const pacer = createPacer({
    tps: options.tps ?? 1000,
    workerIndex: 0,
    totalWorkers: 1,
    warmUpUs: 0,
    runUs: 1_000_000,
  });
  const start = (): Load =>
    startLoad(
      {
        pacer,
        startUs: 50_000,
        maxInFlight: options.maxInFlight ?? Infinity,
        inFlight: () => sent.length,
        send: (intendedUs) => {
          sent.push({ intendedUs, atUs: fake.now() });
          hooks.onSend();
        },
        shed: (intendedUs) => void shed.push(intendedUs),
      },
      fake.ticker,
    );
  return { ...fake, sent, shed, hooks, start };
}

describe('load', () => {
  it('sends nothing before its start, and everything that was planned', async () => {
    const { start, step, sent } = drive();
    const load = start();
    while (step());
    await load.done;
    expect(sent).to.have.length(1000);
    expect(sent[0]?.intendedUs).to.equal(50_000);
    expect(sent.every(({ intendedUs, atUs }) => atUs >= intendedUs)).to.equal(true);
  });

  it('meets the first instant although timers are late', () => {
    const { start, step, sent } = drive({ lateUs: 900 });
    start();
    while (sent.length === 0 && step());
    expect((sent[0]?.atUs ?? NaN) - 50_000).to.be.within(0, 10);
  });

  it('catches up after a stall and keeps the intended instants', async () => {
    const { start, step, sent, hooks, block } = drive();
    hooks.onSend = () => {
      if (sent.length === 100) block(300_000);
    };
    const load = start();
    while (step());
    await load.done;
    expect(sent.map(({ intendedUs }) => intendedUs)).to.deep.equal(
      Array.from({ length: 1000 }, (_, k) => 50_000 + k * 1000),
    );
    const lags = sent.map(({ intendedUs, atUs }) => atUs - intendedUs);
    expect(Math.max(...lags)).to.be.within(295_000, 305_000);
    expect(lags.at(-1)).to.be.below(2_000);
  });

  it('gives answers their turn in a long catch-up', () => {
    const { start, step, sent, hooks, block } = drive({ tps: 100_000, lateUs: 200_000 });
    hooks.onSend = () => block(100);
    start();
    while (sent.length === 0 && step());
    const before = sent.length;
    step();
    expect(sent.length - before).to.be.within(1, 100);
  });

  it('sheds what is due at the cap instead of waiting', async () => {
    const { start, step, sent, shed } = drive({ maxInFlight: 400 });
    const load = start();
    while (step());
    await load.done;
    expect([sent.length, shed.length]).to.deep.equal([400, 600]);
  });

  it('sends nothing after it was stopped', async () => {
    const { start, step, sent, shed } = drive();
    const load = start();
    while (sent.length < 10 && step());
    load.stop();
    while (step());
    await load.done;
    expect(sent).to.have.length.below(20);
    expect(shed).to.be.empty;
  });

  it('sheds at the cut what was planned and not sent', () => {
    const { start, step, sent, shed } = drive();
    const load = start();
    while (sent.length < 10 && step());
    load.cut();
    expect(sent.length + shed.length).to.equal(1000);
  });
});
