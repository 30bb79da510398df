import { expect } from 'chai';
import { AggregationError, type AggregationCode } from '../../aggregation/index.ts';

/** Runs what has to be refused, and returns the refusal. */
export function expectCode(code: AggregationCode, run: () => unknown): AggregationError {
  try {
    run();
  } catch (error) {
    expect(error).to.be.instanceOf(AggregationError);
    expect((error as AggregationError).code).to.equal(code);
    return error as AggregationError;
  }
  throw new Error(`not refused: expected ${code}`);
}
