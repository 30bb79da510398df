/** Gathers rows of the private log and hands them on in batches of typed arrays. */
import {
  KINDS,
  OUTCOMES,
  type RowKind,
  type RowOutcome,
  type TransactionBatch,
} from './messages.ts';

/** Rows of a batch at most, and characters of an id. */
export const BATCH_ROWS = 4096;
export const MAX_ID = 128;

export interface Row {
  kind: RowKind;
  id: string;
  intendedUs: number;
  sentUs: number;
  finalUs: number;
  outcome: RowOutcome;
}

export interface TransactionRows {
  add(row: Row): void;
  /** Hands on what is there, if anything. */
  flush(): void;
}

export function gatherRows(emit: (batch: TransactionBatch) => void): TransactionRows {
  let batch = emptyBatch();
  const flush = (): void => {
    const count = batch.ids.length;
    if (count === 0) return;
    emit(count === BATCH_ROWS ? batch : firstRows(batch, count));
    batch = emptyBatch();
  };
  const add = (row: Row): void => {
    const at = batch.ids.push(row.id.slice(0, MAX_ID)) - 1;
    batch.kinds[at] = KINDS.indexOf(row.kind);
    batch.intendedUs[at] = row.intendedUs;
    batch.sentUs[at] = row.sentUs;
    batch.finalUs[at] = row.finalUs;
    batch.outcomes[at] = OUTCOMES.indexOf(row.outcome);
    if (at + 1 === BATCH_ROWS) flush();
  };
  return { add, flush };
}

function emptyBatch(): TransactionBatch {
  return {
    kinds: new Uint8Array(BATCH_ROWS),
    ids: [],
    intendedUs: new Float64Array(BATCH_ROWS),
    sentUs: new Float64Array(BATCH_ROWS),
    finalUs: new Float64Array(BATCH_ROWS),
    outcomes: new Uint8Array(BATCH_ROWS),
  };
}

/** Copies: structured cloning of a view would send its whole buffer. */
function firstRows(batch: TransactionBatch, count: number): TransactionBatch {
  return {
    kinds: batch.kinds.slice(0, count),
    ids: batch.ids,
    intendedUs: batch.intendedUs.slice(0, count),
    sentUs: batch.sentUs.slice(0, count),
    finalUs: batch.finalUs.slice(0, count),
    outcomes: batch.outcomes.slice(0, count),
  };
}
