/**
 * The private log of one worker's transactions, on the node's side: CSV, mode 0600, on disk when closed.
 * It never leaves the org. Instants are integer microseconds of the worker's monotonic clock; the first line says
 * what to add for epoch microseconds, and where the observation window lies.
 */
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Worker } from './client.ts';
import { WorkerError } from './errors.ts';
import { KINDS, OUTCOMES, type TransactionBatch, type WindowHeader } from './messages.ts';

export const LOG_COLUMNS = 'kind,id,intendedUs,sentUs,finalUs,outcome';

export interface TransactionLog {
  /** Writes what is left, brings it to disk. @throws WorkerError E_LOG_FILE if anything is missing in it */
  close(): Promise<void>;
}

/**
 * Writes all that the worker tells of its transactions to a new file; an existing one is an error.
 * @param path - one file per worker, as each has a clock of its own
 */
export function logTransactions(worker: Worker, path: string): TransactionLog {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  const written = finished(file).catch((error: Error) => error);
  const write = (text: string): void => void (file.writable && file.write(text));
  const onWindow = (header: WindowHeader): void => write(headerText(header));
  const onBatch = (batch: TransactionBatch): void => write(rowsText(batch));
  worker.on('window', onWindow).on('transactions', onBatch);

  const close = async (): Promise<void> => {
    worker.off('window', onWindow).off('transactions', onBatch);
    file.end();
    const error = await written;
    if (!error) return;
    const what = `the private log ${path} is not complete: ${error.message}`;
    throw new WorkerError('E_LOG_FILE', `${what}; make room, or move the old file away`, { path });
  };
  return { close };
}

/** One comment line, then the names of the columns. */
export function headerText(header: WindowHeader): string {
  const { epochOffsetUs, windowStartUs, windowEndUs } = header;
  const fields = { epochOffsetUs, windowStartUs, windowEndUs };
  const text = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  return `# transactions v1 ${text.join(' ')}\n${LOG_COLUMNS}\n`;
}

export function rowsText(batch: TransactionBatch): string {
  let text = '';
  for (let i = 0; i < batch.ids.length; i++) {
    const kind = KINDS[batch.kinds[i] ?? 2] ?? 'unknown';
    const outcome = OUTCOMES[batch.outcomes[i] ?? 4] ?? 'other';
    const instants = [batch.intendedUs[i], batch.sentUs[i], batch.finalUs[i]].map(instant);
    text += `${kind},${quoted(batch.ids[i] ?? '')},${instants.join(',')},${outcome}\n`;
  }
  return text;
}

function instant(us: number | undefined): string {
  return us === undefined || Number.isNaN(us) ? '' : String(us);
}

/** RFC 4180; line breaks become spaces, so that one row stays one line. */
function quoted(id: string): string {
  const line = id.replace(/[\r\n]+/g, ' ');
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
