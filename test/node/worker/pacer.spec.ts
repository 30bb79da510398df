import { expect } from 'chai';
import fc from 'fast-check';
import { createPacer, type Pacer } from '../../../node/worker/pacer.ts';

const SECOND = 1_000_000;

function pacerAt(tps: number, warmUpSeconds: number, runSeconds: number, [index, total] = [0, 1]) {
  return createPacer({
    tps,
    workerIndex: index ?? 0,
    totalWorkers: total ?? 1,
    warmUpUs: warmUpSeconds * SECOND,
    runUs: runSeconds * SECOND,
  });
}

const instants = (pacer: Pacer) =>
  Array.from({ length: pacer.planned }, (_, k) => pacer.intendedUs(k));

describe('pacer', () => {
  const table = [
    { tps: 60, warmUp: 3, run: 12, planned: 900, inWindow: 720 },
    { tps: 1, warmUp: 0, run: 5, planned: 5, inWindow: 5 },
    { tps: 0.5, warmUp: 1, run: 4, planned: 3, inWindow: 2 },
    { tps: 333, warmUp: 1, run: 3, planned: 1332, inWindow: 999 },
    { tps: 50_000, warmUp: 0, run: 60, planned: 3_000_000, inWindow: 3_000_000 },
    { tps: 7, warmUp: 2, run: 0, planned: 14, inWindow: 0 },
  ];
  for (const { tps, warmUp, run, planned, inWindow } of table) {
    it(`plans exactly ${planned} for ${tps} per second over ${warmUp} + ${run} s`, () => {
      const pacer = pacerAt(tps, warmUp, run);
      expect(pacer.planned).to.equal(planned);
      expect(pacer.plannedInWindow).to.equal(inWindow);
    });
  }

  it('names instants by the absolute schedule, not by what was sent', () => {
    const pacer = pacerAt(3, 0, 2);
    expect(instants(pacer)).to.deep.equal([0, 333_333, 666_666, 1_000_000, 1_333_333, 1_666_666]);
  });

  it('says how many are due, none before the start and no more than planned', () => {
    const pacer = pacerAt(10, 0, 1);
    expect([-1, 0, 99_999, 100_000, 899_999, 900_000, 9e9].map(pacer.dueBy)).to.deep.equal([
      0, 1, 1, 2, 9, 10, 10,
    ]);
  });

  it('agrees with counting one by one, at any rate and instant', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 5000, noNaN: true }),
        fc.integer({ min: 0, max: 2 * SECOND }),
        fc.integer({ min: 1, max: 5 }),
        (tps, atUs, total) => {
          const pacer = pacerAt(tps, 0, 1, [total - 1, total]);
          const counted = instants(pacer).filter((us) => us <= atUs).length;
          expect(pacer.dueBy(atUs)).to.equal(counted);
          expect(instants(pacer).every((us) => us < SECOND)).to.equal(true);
          expect(pacer.intendedUs(pacer.planned)).to.be.at.least(SECOND);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('lets workers share one schedule: together they have each instant once', () => {
    const whole = instants(pacerAt(100, 1, 2));
    const parts = [0, 1, 2].flatMap((index) => instants(pacerAt(100, 1, 2, [index, 3])));
    expect(parts.sort((a, b) => a - b)).to.deep.equal(whole);
  });
});
