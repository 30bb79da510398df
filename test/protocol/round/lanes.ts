/** Counts of an org for tests: plausible ones, that differ from org to org and from input to input. */
import { createRecorder, mainLayout, type Outcome } from '../../../aggregation/index.ts';

const layout = mainLayout();

/** A small load of the main layout, fixed by org and input. */
export function lanesOf(org: string, input: string): Float64Array {
  const recorder = createRecorder(layout);
  recorder.markContributor();
  const salt = org.charCodeAt(0) * 7 + input.length;
  for (let i = 0; i < 40 + (salt % 11); i++) {
    recorder.add('transaction', 'committed', 1000 + ((i * salt * 37) % 90_000), i % 9 !== 0);
    recorder.add('read', 'committed', 100 + ((i * salt * 11) % 3000), true);
  }
  const others: Outcome[] = ['consensus', 'syntax', 'version', 'other', 'unconfirmed', 'shed'];
  for (const [i, outcome] of others.entries())
    for (let k = 0; k < (salt + i) % 4; k++) recorder.add('transaction', outcome, 0, false);
  recorder.addCommitInWindow('transaction');
  return recorder.lanes;
}

/** Lane by lane, in plain numbers: what the masked sum must come out as. */
export function plainSum(vectors: readonly Float64Array[]): Float64Array {
  return Float64Array.from({ length: layout.lanes }, (_, lane) =>
    vectors.reduce((sum, vector) => sum + (vector[lane] as number), 0),
  );
}
