/** `bench-node demo`: starts scenarios/demo, which drives nodes as a user would. */
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readText } from '../home/private-files.ts';
import { reportTable } from '../report/table.ts';
import { columnsOf } from '../terminal/width.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';
import { parseReport } from './report.ts';
import { runScenario } from './scenario-program.ts';

const DEMO = 'demo/main';

export async function run(
  flags: readonly string[],
  { json, quiet }: GlobalOptions,
  output: Output,
): Promise<ExitCode> {
  if (flags.includes('--help') || flags.includes('-h')) {
    output.verbatim((await runScenario(DEMO, ['--help'], true)).stdout);
    return EXIT.ok;
  }
  if (quiet) return quietly(flags, json === true, output);
  return (await runScenario(DEMO, [...flags, ...(json ? ['--json'] : [])])).code;
}

/** The report and where it is, nothing on the way there; what the demo said only if it failed. */
async function quietly(flags: readonly string[], json: boolean, output: Output): Promise<ExitCode> {
  const { code, stdout, stderr } = await runScenario(DEMO, [...flags, '--json'], true);
  if (code !== EXIT.ok) process.stderr.write(stderr);
  if (stdout === '') return code;
  if (json) output.verbatim(stdout);
  else output.verbatim(await publishedText(stdout));
  return code;
}

async function publishedText(summary: string): Promise<string> {
  const { published } = JSON.parse(summary) as { published: Record<string, string> };
  const { report = '' } = published;
  const table = reportTable(parseReport(await readText(report), report), columnsOf());
  return [table, ...Object.values(published)].join('\n');
}
