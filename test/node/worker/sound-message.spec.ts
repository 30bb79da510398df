import { deserialize, serialize } from 'node:v8';
import { expect } from 'chai';
import fc from 'fast-check';
import { mainLayout } from '../../../aggregation/layout.ts';
import { fromRecord, toRecord, WorkerError } from '../../../node/worker/errors.ts';
import type { FromWorker } from '../../../node/worker/messages.ts';
import { soundMessage } from '../../../node/worker/sound-message.ts';

const { lanes } = mainLayout();
const SOUND: { [K in FromWorker['kind']]: Extract<FromWorker, { kind: K }> } = {
  prepared: { kind: 'prepared', prepared: { tps: 3, workers: 1, workerArguments: [{}] } },
  window: {
    kind: 'window',
    header: { epochOffsetUs: 1, startUs: 2, windowStartUs: 3, windowEndUs: 4 },
  },
  progress: {
    kind: 'progress',
    progress: { elapsedMs: 1, submitted: 1, committed: 1, failed: 0, inFlight: 0, rssBytes: 1 },
  },
  transactions: {
    kind: 'transactions',
    batch: {
      kinds: new Uint8Array(1),
      ids: ['tx'],
      intendedUs: new Float64Array(1),
      sentUs: new Float64Array([NaN]),
      finalUs: new Float64Array(1),
      outcomes: new Uint8Array(1),
    },
  },
  observation: {
    kind: 'observation',
    observation: {
      lanes: new Float64Array(lanes),
      lagUs: { p50: 1, p99: 2, max: 3 },
      planned: 1,
      achieved: 1,
      shed: 0,
    },
  },
  stopped: { kind: 'stopped' },
  warning: { kind: 'warning', message: 'careful' },
  failed: {
    kind: 'failed',
    error: { code: 'E_WORKLOAD', message: 'no', details: { stage: 'workload', cause: null } },
  },
};

/** Each place of a message, by the keys that lead to it. */
function placesOf(value: unknown, at: string[] = []): string[][] {
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return [at];
  return [
    ...(at.length > 0 ? [at] : []),
    ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...at, key])),
  ];
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by;
  const fields = value as Record<string, unknown>;
  const copy = Array.isArray(value) ? [...value] : { ...fields };
  return Object.assign(copy, { [key]: replaced(fields[key], rest, by) });
}

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withObjectString: true,
});

/** What the node does with a message: none of it may throw. */
function use(message: FromWorker): void {
  if (message.kind === 'transactions' || message.kind === 'observation') return;
  if (message.kind === 'prepared') return void serialize(message.prepared.workerArguments);
  JSON.stringify(message);
  if (message.kind === 'failed') JSON.stringify(toRecord(fromRecord(message.error)));
}

describe('a message in the name of a worker', () => {
  for (const message of Object.values(SOUND))
    it(`is heard when it is sound: ${message.kind}`, () => {
      expect(soundMessage(deserialize(serialize(message)))).to.deep.equal(message);
    });

  it('is dropped or harmless, whatever it is: 10,000 at random', () => {
    const named = fc
      .record({ kind: fc.constantFrom(...Object.keys(SOUND), '__proto__') })
      .chain(({ kind }) =>
        fc
          .dictionary(fc.constantFrom('error', 'batch', 'progress', 'message'), anything)
          .map((members) => ({ ...members, kind })),
      );
    for (const value of fc.sample(fc.oneof(anything, named), { numRuns: 10_000, seed: 11 })) {
      const message = soundMessage(value);
      if (message) use(message);
    }
  });

  it('is dropped or harmless when one part of a sound one is anything else', () => {
    let dropped = 0;
    const values = fc.sample(anything, { numRuns: 300, seed: 12 });
    for (const message of Object.values(SOUND))
      for (const place of placesOf(message))
        for (const value of values) {
          const heard = soundMessage(replaced(message, place, value));
          if (heard) use(heard);
          else dropped++;
        }
    expect(dropped).to.be.above(5_000);
  });

  const forged: [string, unknown][] = [
    ['a code of its own, which would leave the org', { code: 'E_MY_SECRET', message: 'x' }],
    ['details that are no JSON', { code: 'E_WORKLOAD', message: 'x', details: { big: 1n } }],
    ['a text without end', { code: 'E_WORKLOAD', message: 'x'.repeat(5_000) }],
  ];
  for (const [what, error] of forged)
    it(`is dropped when it is a failure with ${what}`, () => {
      expect(soundMessage({ kind: 'failed', error })).to.equal(undefined);
    });

  const counts = (change: (lanes: Float64Array) => void) => {
    const changed = new Float64Array(lanes);
    change(changed);
    return { ...SOUND.observation.observation, lanes: changed };
  };
  const wrong: [string, unknown][] = [
    ['too many lanes', { ...counts(() => {}), lanes: new Float64Array(lanes + 1) }],
    ['a negative count', counts((all) => (all[3] = -1))],
    ['no count', counts((all) => (all[3] = NaN))],
    ['half a count', counts((all) => (all[3] = 0.5))],
    ['a count beyond the layout', counts((all) => (all[3] = 2 ** 40))],
    ['something more', { ...counts(() => {}), more: 1 }],
  ];
  for (const [what, observation] of wrong)
    it(`is dropped when it is an observation with ${what}`, () => {
      expect(soundMessage({ kind: 'observation', observation })).to.equal(undefined);
    });

  it('is sound when the worker made it of any error', () => {
    const details = { long: 'x'.repeat(9_000), big: 1n, inner: {}, none: null };
    const error = toRecord(new WorkerError('E_CONNECTOR', 'y'.repeat(9_000), details));
    const heard = soundMessage({ kind: 'failed', error });
    expect(heard).to.have.nested.property('error.details').with.keys('long', 'none');
  });
});
