/**
 * `npm run simulate`: many random runs, one run again with its trace, or the table of what breaks without each rule.
 * Exit codes: 0 nothing was found, 1 something was, 2 a wrong option.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { ATTACKS } from './attacks/index.ts';
import { spread, type Failure, type Piece } from './pool.ts';
import { loadProduct } from './product.ts';
import { runSeed } from './runs.ts';
import { ruleOf, STOPPED_BY } from './stopped-by.ts';
import { sizeOf } from './world.ts';

const HELP = `Usage: npm run simulate -- [options]

  --seeds N   random runs (default 1000); with --table, at most so many for each rule (default 200)
  --seed S    the first seed (default 1); alone: only this one
  --n N       orgs: 3, 4, 5, 7 or 10 (default: each seed draws its own)
  --whole     each run from its proposal on (default: one in twenty)
  --trace     with --seed: every step of that run
  --table     without each rule: what its script does, and which seed finds it
  --jobs N    threads (default: all processors)
  --json      one JSON document at the end

Example: npm run simulate -- --seed 397 --trace`;

const PIECE = 25;

interface Settings {
  readonly seeds: number;
  readonly first: number;
  readonly n: number | null;
  readonly isWhole: boolean;
  readonly jobs: number;
  readonly isJson: boolean;
}

const out = (line: string) => process.stdout.write(`${line}\n`);
const tell = (line: string) => process.stderr.write(line);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string' },
      seed: { type: 'string' },
      n: { type: 'string' },
      jobs: { type: 'string' },
      whole: { type: 'boolean' },
      trace: { type: 'boolean' },
      table: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    out(HELP);
    return 0;
  }
  const isOne = values.seed !== undefined && values.seeds === undefined;
  const settings: Settings = {
    seeds: whole(values.seeds ?? (isOne ? '1' : values.table ? '200' : '1000'), 'seeds'),
    first: whole(values.seed ?? '1', 'seed'),
    n: values.n === undefined ? null : whole(values.n, 'n'),
    isWhole: values.whole ?? false,
    jobs: whole(values.jobs ?? String(availableParallelism()), 'jobs'),
    isJson: values.json ?? false,
  };
  if (settings.n !== null && ![3, 4, 5, 7, 10].includes(settings.n))
    throw new RangeError('--n is 3, 4, 5, 7 or 10');
  if (values.table) return table(settings);
  return values.trace ? trace(settings) : simulate(settings);
}

function whole(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`--${name} is a whole number above 0, not ${text}`);
  return value;
}

function* piecesOf(
  { first, seeds, n, isWhole }: Settings,
  without: number | null,
): Iterable<Piece> {
  for (let from = first; from < first + seeds; from += PIECE)
    yield {
      from,
      to: Math.min(from + PIECE, first + seeds),
      without,
      n,
      isWhole,
      untilFound: without !== null,
    };
}

async function simulate(settings: Settings): Promise<number> {
  const failures: Failure[] = [];
  const ends: Record<string, number> = {};
  let [runs, effects, cpuMs, toldMs] = [0, 0, 0, 0];
  const startMs = performance.now();
  const elapsedS = () => (performance.now() - startMs) / 1000;
  await spread(piecesOf(settings, null), settings.jobs, (done) => {
    runs += done.runs;
    effects += done.effects;
    cpuMs += done.cpuMs;
    failures.push(...done.failures);
    if (!settings.isJson) for (const failure of done.failures) out(failureText(failure, settings));
    for (const [end, count] of Object.entries(done.ends)) ends[end] = (ends[end] ?? 0) + count;
    if (performance.now() - toldMs > (process.stderr.isTTY ? 500 : 15_000)) {
      toldMs = performance.now();
      const left = process.stderr.isTTY ? '\r' : '';
      tell(
        `${left}${runs} of ${settings.seeds} schedules, ${failures.length} failed, ${perSecond(runs, elapsedS())} per second${process.stderr.isTTY ? '   ' : '\n'}`,
      );
    }
    return failures.length < 10;
  });
  if (process.stderr.isTTY) tell('\r');
  const summary = {
    schedules: runs,
    failed: failures.length,
    seconds: Math.round(elapsedS() * 10) / 10,
    perSecond: perSecond(runs, elapsedS()),
    cpuMsEach: Math.round((cpuMs / runs) * 100) / 100,
    effectsEach: Math.round(effects / runs),
    ends,
  };
  if (settings.isJson) out(JSON.stringify({ ...summary, failures }, null, 2));
  else report(summary, failures);
  return failures.length > 0 ? 1 : 0;
}

/** What broke, and how to see it again. */
function failureText({ seed, findings }: Failure, { n, isWhole }: Settings): string {
  const size = `${n === null ? '' : ` --n ${n}`}${isWhole ? ' --whole' : ''}`;
  return [
    `seed ${seed}:`,
    ...findings
      .slice(0, 3)
      .map(
        ({ promise, message, atMs }) => `  ${promise}, ${atMs} ms after the proposal: ${message}`,
      ),
    `  again: npm run simulate -- --seed ${seed}${size} --trace`,
  ].join('\n');
}

const perSecond = (runs: number, seconds: number) => Math.round(runs / Math.max(seconds, 0.001));

function report(
  {
    schedules,
    seconds,
    perSecond: rate,
    cpuMsEach,
    effectsEach,
    ends,
  }: Record<string, unknown> & {
    ends: Record<string, number>;
  },
  failures: readonly Failure[],
): void {
  const most = Object.entries(ends).sort((a, b) => b[1] - a[1]);
  out(`how peers ended: ${most.map(([end, count]) => `${end} ${count}`).join(', ')}`);
  out(
    `${schedules} schedules, ${failures.length} failed; ${seconds} s, ${rate} per second, ${cpuMsEach} ms of processor and ${effectsEach} effects each`,
  );
}

async function trace({ first, n, isWhole }: Settings): Promise<number> {
  const product = await loadProduct();
  const size = { ...(n !== null && { size: sizeOf(n) }), ...(isWhole && { isWhole }) };
  const { findings, ends } = runSeed(product, first, { ...size, trace: out });
  out(`ended: ${ends.join(', ')}`);
  for (const { promise, message } of findings) out(`FOUND ${promise}: ${message}`);
  return findings.length > 0 ? 1 : 0;
}

interface Line {
  readonly attack: string;
  readonly rule: string;
  readonly row: string | null;
  /** the promise that the script is about, once the rule is out; null: it breaks no such promise */
  readonly breaks: string | null;
  /** the other promises that it breaks then */
  readonly also: readonly string[];
  /** what random liars do that the rule stops */
  readonly lies: readonly string[];
  /** the first seed that finds it, and how many were tried */
  readonly seed: number | null;
  readonly tried: number;
  readonly found: string | null;
}

async function table(settings: Settings): Promise<number> {
  const lines: Line[] = [];
  for (const [place, attack] of ATTACKS.entries()) {
    const { name, rule, row = null, breaks, edits, broken, play } = attack;
    const product = await loadProduct({ ...(edits && { edits }) });
    const promises = new Set<string>(play(product, broken).map(({ promise }) => promise));
    const isBroken = promises.delete(breaks);
    const failures: Failure[] = [];
    let tried = 0;
    await spread(piecesOf(settings, place), settings.jobs, (done) => {
      tried += done.runs;
      failures.push(...done.failures);
      return failures.length === 0;
    });
    const [first] = failures.sort((a, b) => a.seed - b.seed);
    const line: Line = {
      attack: name,
      rule,
      row,
      breaks: isBroken ? breaks : null,
      also: [...promises],
      lies: liesAgainst(name),
      seed: first?.seed ?? null,
      tried,
      found: first?.findings[0]?.promise ?? null,
    };
    lines.push(line);
    if (!settings.isJson) out(textOf(line));
  }
  if (settings.isJson) out(JSON.stringify(lines, null, 2));
  else out(['other lies of random runs', ...otherLies()].join('\n'));
  return lines.every(({ breaks }) => breaks !== null) ? 0 : 1;
}

const liesAgainst = (attack: string) =>
  Object.entries(STOPPED_BY).flatMap(([lie, by]) =>
    'attack' in by && by.attack === attack ? [lie] : [],
  );

/** The lies that no script is about. */
const otherLies = () =>
  Object.entries(STOPPED_BY).flatMap(([lie, by]) =>
    'attack' in by ? [] : [`  ${lie}: ${ruleOf(lie)}`],
  );

const textOf = ({ attack, rule, breaks, also, lies, seed, tried, found }: Line) =>
  [
    `without "${rule}"`,
    `  script: ${attack}: breaks ${breaks ?? 'NOTHING'}${also.length > 0 ? `, and ${also.join(', ')}` : ''}`,
    ...(lies.length > 0 ? [`  lies: ${lies.join('; ')}`] : []),
    seed === null ? `  random: not in ${tried} runs` : `  random: seed ${seed} breaks ${found}`,
  ].join('\n');

try {
  process.exitCode = await main();
} catch (error) {
  tell(`${(error as Error).message}\n\n${HELP}\n`);
  process.exitCode = 2;
}
