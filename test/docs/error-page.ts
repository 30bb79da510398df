/** docs/errors.md, as the catalogue has it. Run as a program it writes the file: `npm run docs:errors`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { SECTIONS, type CatalogueSection, type ErrorKind } from '../../node/error-catalogue.ts';
import { TOP } from './pages.ts';

const FILE = join(TOP, 'docs/errors.md');

const HEAD = `# Errors

<!-- Written by \`npm run docs:errors\` from node/error-catalogue.ts: change it there. -->

Every error has one shape: \`{code, message, details?}\`. The message says what happened, then what to do next. In the terminal it is \`CODE: message\`; with \`--json\` it is \`{"error": {…}}\` on standard error. The last column is the exit code of a command that ends with the error: [cli.md](cli.md#output-errors-exit-codes). How a round can end, with codes like \`undecided\`: [protocol.md](protocol.md#phases).
`;

/** The whole page, formatted as all pages are. */
export async function errorPage(): Promise<string> {
  const text = [HEAD, ...SECTIONS.map(section)].join('\n');
  return format(text, { ...(await resolveConfig(FILE)), filepath: FILE });
}

function section({ title, intro, kinds }: CatalogueSection): string {
  const head = ['code', 'meaning', 'what to do next', 'exit'];
  const rows = [head, head.map(() => '---'), ...Object.entries(kinds).map(row)];
  const table = rows.map((cells) => `| ${cells.join(' | ')} |`);
  return [`## ${title}`, '', ...(intro === undefined ? [] : [intro, '']), ...table, ''].join('\n');
}

function row([code, { means, next, exitCode }]: [string, ErrorKind]): string[] {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  return [`\`${code}\``, cell(means), cell(next), `${exitCode}`];
}

if (import.meta.main) writeFileSync(FILE, await errorPage());
