/** `bench-node where-am-i`: own figures beside the published ones, computed at home; no peer needs to run. */
import { existsSync } from 'node:fs';
import { NodeError } from '../errors.ts';
import { readText } from '../home/private-files.ts';
import { compare } from '../own/comparison.ts';
import { ownMetrics, readOwnRecord } from '../own/own-record.ts';
import { columnsOf } from '../terminal/width.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';
import { ownRound } from './own-rounds.ts';
import { comparisonText } from './own-text.ts';
import { existingHome, shortId } from './reach-peer.ts';
import { parseReport } from './report.ts';

export async function run([typed]: readonly string[], options: GlobalOptions, output: Output) {
  const home = existingHome(options);
  const { round } = ownRound(home, typed);
  const paths = home.round(round);
  const record = await readOwnRecord(paths);
  if (!existsSync(paths.reportJson))
    throw new NodeError('E_NO_REPORT', `round ${shortId(round)} has no report`);
  const report = parseReport(await readText(paths.reportJson), paths.reportJson);
  const comparison = compare(record.org, ownMetrics(record), report);
  output.result(comparison, comparisonText(comparison, columnsOf()));
}
