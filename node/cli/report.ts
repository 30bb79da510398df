/** `bench-node report`: the figures of a published round, from the home's own files; no peer needs to run. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../protocol/report.ts';
import { NodeError } from '../errors.ts';
import { readText } from '../home/private-files.ts';
import type { Home } from '../home/paths.ts';
import { reportTable } from '../report/table.ts';
import { columnsOf } from '../terminal/width.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';
import { existingHome, matchRound } from './reach-peer.ts';

export async function run([typed]: readonly string[], options: GlobalOptions, output: Output) {
  const home = existingHome(options);
  const published = publishedRounds(home);
  const round = typed === undefined ? published.at(-1) : matchRound(published, typed);
  if (round === undefined)
    throw new NodeError('E_NO_REPORT', `${home.dir} holds no published round`);
  const paths = home.round(round);
  const text = await readText(paths.reportJson);
  const report = parseReport(text, paths.reportJson);
  if (output.json) {
    output.verbatim(text);
    return;
  }
  const files = [
    `report.json  ${paths.reportJson}`,
    `report.html  ${paths.reportHtml}`,
    `bundle       ${paths.bundle}`,
    `Anybody can verify it: \`bench-node audit verify ${paths.bundle} --consortium ${home.consortium}\``,
  ];
  output.verbatim([reportTable(report, columnsOf()), '', ...files].join('\n'));
}

/** @throws NodeError E_REPORT */
export function parseReport(text: string, path: string): Report {
  try {
    return JSON.parse(text) as Report;
  } catch (error) {
    throw new NodeError('E_REPORT', `${path} is damaged`, { path }, error);
  }
}

/** Ids of rounds with a report, the latest last. */
function publishedRounds(home: Home): string[] {
  const dir = join(home.dir, 'rounds');
  if (!existsSync(dir)) return [];
  const rounds = readdirSync(dir).flatMap((id) => {
    const path = join(dir, id, 'report.json');
    return existsSync(path) ? [{ id, atMs: statSync(path).mtimeMs }] : [];
  });
  return rounds.sort((a, b) => a.atMs - b.atMs).map(({ id }) => id);
}
