/** `bench-node own`: what the own load measured in a round. It is read from the home and goes nowhere. */
import { harnessFigures, ownMetrics, readOwnRecord } from '../own/own-record.ts';
import { NodeError } from '../errors.ts';
import { columnsOf } from '../terminal/width.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';
import { existingHome } from './reach-peer.ts';
import { ownRound } from './own-rounds.ts';
import { logsText, ownText } from './own-text.ts';

export async function run([typed]: readonly string[], options: GlobalOptions, output: Output) {
  const home = existingHome(options);
  const data = ownRound(home, typed);
  const logs = data.files.filter(({ path }) => path.endsWith('.csv'));
  const columns = columnsOf();
  const record = await readOwnRecord(home.round(data.round)).catch((error: unknown) => {
    if (error instanceof NodeError && error.code === 'E_NO_OWN_DATA') return null;
    throw error;
  });
  if (record === null) {
    output.result({ round: data.round, metrics: null, logs }, logsText(data.round, logs, columns));
    return;
  }
  const metrics = ownMetrics(record);
  const harness = harnessFigures(record.workers);
  const { round, org, scenario, windowStartMs, windowMs, workers } = record;
  output.result(
    { round, org, scenario, windowStartMs, windowMs, metrics, harness, workers, logs },
    ownText(record, metrics, harness, logs, columns),
  );
}
