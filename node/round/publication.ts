/** What a published round leaves in the home: report.json, report.html, the bundle, and a short view for later. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bundleOf,
  publishedReport,
  reportText,
  type Consortium,
  type RoundState,
} from '../../protocol/index.ts';
import type { RoundFiles, RoundView } from '../control/api.ts';
import { errorShape } from '../errors.ts';
import { replaceFile } from '../home/private-files.ts';
import { createRoundDirs, type Home } from '../home/paths.ts';
import { reportHtml } from '../report/html.ts';
import type { Log } from './round-parts.ts';

const VIEW_FILE = 'round.json';

/** Writes the report and the bundle with every signature that is here by now. @throws NodeError E_IO */
export async function writePublication(
  home: Home,
  consortium: Consortium,
  consortiumText: string,
  state: RoundState,
): Promise<RoundFiles> {
  const paths = home.round(state.terms.round);
  await createRoundDirs(paths);
  const report = publishedReport(consortium, state);
  await replaceFile(paths.reportJson, reportText(report));
  await replaceFile(paths.reportHtml, reportHtml(report));
  await replaceFile(paths.bundle, bundleOf(consortium, consortiumText, state));
  return { report: paths.reportJson, html: paths.reportHtml, bundle: paths.bundle };
}

/** Keeps how a round ended, so that a restarted peer still lists it. @throws NodeError E_IO */
export async function writeView(home: Home, view: RoundView): Promise<void> {
  const paths = home.round(view.round);
  await createRoundDirs(paths);
  await replaceFile(join(paths.dir, VIEW_FILE), `${JSON.stringify(view)}\n`);
}

/** The views of rounds that ended in earlier lives of this peer; of one that cannot be read, the log is told. */
export function readViews(home: Home, log: Pick<Log, 'warn'>): RoundView[] {
  const dir = join(home.dir, 'rounds');
  if (!existsSync(dir)) return [];
  return readdirSync(dir).flatMap((round) => {
    const path = join(dir, round, VIEW_FILE);
    if (!existsSync(path)) return [];
    try {
      const view = JSON.parse(readFileSync(path, 'utf8')) as RoundView;
      // written by an earlier release
      const {
        accused = [],
        contributors = [],
        quorum = 0,
        comparables = [],
        exception = null,
      } = view as Partial<RoundView>;
      return [{ ...view, accused, contributors, quorum, comparables, exception }];
    } catch (error) {
      log.warn({ path, ...errorShape(error) }, 'this round is not listed: its file is damaged');
      return [];
    }
  });
}
