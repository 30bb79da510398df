/**
 * `node test/mutation/survivors.ts reports/mutation/*.json`: from what `npm run mutate` left, the table of scores and the list
 * of what survived with its lines, as Markdown. Of two reports about one file the later argument counts.
 */
import { readFileSync } from 'node:fs';

interface Place {
  readonly line: number;
  readonly column: number;
}
interface Mutant {
  readonly status: string;
  readonly replacement?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}
interface Report {
  readonly files: Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>;
}

const MOST_SHOWN = 60;
const files = new Map(
  process.argv
    .slice(2)
    .flatMap((path) => Object.entries((JSON.parse(readFileSync(path, 'utf8')) as Report).files))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);

const short = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)} …` : line;
};
const code = (text: string) => `\`\` ${short(text)} \`\``;

function original(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, end.column - 1);
  lines[0] = (lines[0] ?? '').slice(start.column - 1);
  return lines.join('\n');
}

const total = { killed: 0, timedOut: 0, survived: 0, neverRun: 0 };
const out = (line: string) => process.stdout.write(`${line}\n`);
const count = (mutants: readonly Mutant[], status: string) =>
  mutants.filter((mutant) => mutant.status === status).length;
const row = (name: string, score: typeof total) => {
  const { killed, timedOut, survived, neverRun } = score;
  const all = killed + timedOut + survived + neverRun;
  const percent = ((100 * (killed + timedOut)) / all).toFixed(2);
  out(`| ${name} | ${percent} | ${killed} | ${timedOut} | ${survived} | ${neverRun} |`);
};

out('| file | score | killed | timed out | survived | never run |');
out('| --- | --- | --- | --- | --- | --- |');
for (const [name, { mutants }] of files) {
  const score = {
    killed: count(mutants, 'Killed'),
    timedOut: count(mutants, 'Timeout'),
    survived: count(mutants, 'Survived'),
    neverRun: count(mutants, 'NoCoverage'),
  };
  if (Object.values(score).every((number) => number === 0)) continue;
  row(`\`${name}\``, score);
  for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += score[key];
}
row('all', total);

for (const [name, { source, mutants }] of files) {
  const left = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  if (left.length === 0) continue;
  out(`\n### \`${name}\`\n`);
  for (const mutant of left)
    out(
      `- ${mutant.location.start.line}: ${code(original(source, mutant.location))} → ${code(mutant.replacement ?? '')}`,
    );
}
