/**
 * `npm run bench:aggregation [-- --n 4,16,64,256 --drop 0.1 --runs 5 --profile]`: CPU time of one org for one sum, in this process,
 * everything included: keys, shares, all signatures made and checked, votes, reveal, the sum. The other orgs' statements
 * are made beforehand and not counted. Journal, disk and network are not in it.
 */
import { InvalidArgumentError } from 'commander';
import { createPublicKey, sign, verify } from 'node:crypto';
import { layoutOf, mainLayout, type Layout } from '../../aggregation/index.ts';
import { between, flagsOf, listOf, numberBetween } from '../flags.ts';
import { keyFrom } from '../protocol/consortium.ts';
import { liveThrough, PHASES, type Life, type PhaseName } from './one-member.ts';
import { cpuUs, median, ms } from './cpu-time.ts';
import { ALL_THERE, crowdOf, othersOf, type Crowd, type Others, type Setting } from './others.ts';
import { whereTimeGoes, WORK_KINDS } from './where-time-goes.ts';

const LAYOUTS: readonly Layout[] = [
  layoutOf('lanes-1024', [{ name: 'lanes', kind: 'count', lanes: 1024 }]),
  mainLayout(),
];

function lengthOf(text: string): number {
  const known = LAYOUTS.find(({ lanes }) => `${lanes}` === text);
  if (!known) throw new InvalidArgumentError('it is 1024 or 1461.');
  return known.lanes;
}

const {
  n: sizes,
  runs,
  drop,
  lanes: lengths,
  profile,
} = flagsOf<{ n: number[]; runs: number; drop: number; lanes: number[]; profile: boolean }>(
  'npm run bench:aggregation --',
  'CPU time of one org for one sum, everything included.',
  '--n 4,16 --runs 3 --drop 0.1',
  (command) =>
    command
      .option('--n <sizes>', 'orgs, from 4 to 256 each', listOf(between(4, 256)), [4, 16, 64, 256])
      .option('--runs <n>', 'of which the median is taken', between(1, 1000), 5)
      .option(
        '--drop <share>',
        'of the orgs that drop out, below a third',
        numberBetween(0, 0.33),
        0,
      )
      .option('--lanes <lengths>', 'of the vectors: 1024, 1461', listOf(lengthOf), [1024, 1461])
      .option('--profile', 'also what the time goes into', false),
);

/** ms of Flower's client functions (2026-03) on such a machine when idle, by n; what they leave out stands below the table. */
const FLOWER: Readonly<Record<number, number>> = { 4: 9.2, 16: 41.8, 64: 585, 256: 10_315 };
const TARGET: Readonly<Record<number, number>> = { 4: 5, 16: 13, 64: 45, 256: 210 };

function settingsOf(n: number): Setting[] {
  if (drop === 0) return [ALL_THERE];
  const dropped = Math.max(1, Math.floor(drop * n));
  return [
    ALL_THERE,
    { ...ALL_THERE, name: '1 dropped', dropped: 1 },
    { ...ALL_THERE, name: `${dropped} dropped`, dropped },
    { ...ALL_THERE, name: '1 stalled', stalled: 1 },
    { ...ALL_THERE, name: '2nd view', lostViews: 1 },
  ].filter(({ name }, i, all) => all.findIndex((other) => other.name === name) === i);
}

/** What one run of a setting took. */
interface Run {
  readonly life: Life;
  readonly checks: number;
}

/**
 * Enough runs that the code is compiled, and of each setting the last ones. In each run every setting has its turn, so that
 * other load on the machine weighs on all of them.
 */
function runsOf(crowd: Crowd, layout: Layout, settings: readonly Setting[]): Run[][] {
  const counted = Math.max(runs, Math.ceil(((runs - 1) * 40) / crowd.world.orgs.length));
  const others = settings.map((setting) => othersOf(crowd, layout, setting));
  const live = (one: Others): Run => {
    const { life } = liveThrough(one);
    return { life, checks: sumUsOf(life) / checkUs(100) };
  };
  const all = Array.from({ length: counted + Math.ceil(counted / 2) + 1 }, (_, turn) => {
    // each begins as often as the others: who comes first pays for what was left behind
    const order = others.map((_, i) => (i + turn) % others.length);
    return new Map(order.map((i) => [i, live(others[i] as Others)]));
  }).slice(-counted);
  return settings.map((_, i) => all.map((one) => one.get(i) as Run));
}

const sumUsOf = (life: Life) => PHASES.slice(1).reduce((sum, name) => sum + life[name].cpuUs, 0);

/** @param usual - the runs beside them in which all are there */
function rowOf(n: number, setting: Setting, lives: readonly Run[], usual: readonly Run[]) {
  const each = PHASES.map((name) => [name, median(lives.map(({ life }) => life[name].cpuUs))]);
  const { 'accept, commit': agreedUs, ...ofSum } = Object.fromEntries(each) as Record<
    PhaseName,
    number
  >;
  const sumUs = Object.values(ofSum).reduce((a, b) => a + b, 0);
  const more = median(
    lives.map(({ life }, i) => sumUsOf(life) / sumUsOf((usual[i] as Run).life) - 1),
  );
  return {
    n,
    what: setting.name,
    ...Object.fromEntries(Object.entries(ofSum).map(([name, us]) => [name, ms(us)])),
    'one sum': ms(sumUs),
    'per member': ms(sumUs / n),
    'as checks': Math.round(median(lives.map(({ checks }) => checks))),
    ...(drop > 0 && { 'more, %': setting === ALL_THERE ? '' : Math.round(100 * more) + 0 }),
    ...(drop === 0 && { goal: TARGET[n] ?? '', 'Flower’s client': FLOWER[n] ?? '' }),
    '+ accept, commit': ms(sumUs + agreedUs),
  };
}

/** Percent by kind of work, a column for each size of the roster. */
async function profileOf(layout: Layout): Promise<Record<string, Record<string, number>>> {
  const table = Object.fromEntries(WORK_KINDS.map((kind) => [kind, {} as Record<string, number>]));
  for (const [n, crowd] of crowds) {
    const others = othersOf(crowd, layout, ALL_THERE);
    const lives = (times: number) => {
      for (let i = 0; i < times; i++) liveThrough(others);
    };
    lives(1 + Math.ceil(60 / n));
    const percent = await whereTimeGoes(() => lives(Math.max(runs, Math.ceil(160 / n))));
    for (const [kind, share] of percent) (table[kind] ??= {})[`n = ${n}`] = Math.round(share);
  }
  return table;
}

const KEY = keyFrom('figures');
const PUBLIC_KEY = createPublicKey(KEY);
const TEXT = Buffer.alloc(200);
const SIGNATURE = sign(null, TEXT, KEY);

/** What nearly all of it is made of: an Ed25519 check, here and now. */
function checkUs(times: number): number {
  const all = cpuUs(() => {
    for (let i = 0; i < times; i++) verify(null, TEXT, PUBLIC_KEY, SIGNATURE);
  });
  return all / times;
}

const crowds = new Map(sizes.map((n) => [n, crowdOf(n)]));
for (const layout of LAYOUTS.filter(({ lanes }) => lengths.includes(lanes))) {
  console.log(
    `\n${layout.lanes} lanes (${layout.id}): CPU ms of one org, median of ${runs} runs or more`,
  );
  const rows = [...crowds].flatMap(([n, crowd]) => {
    const settings = settingsOf(n);
    const all = runsOf(crowd, layout, settings);
    return settings.map((one, i) => rowOf(n, one, all[i] as Run[], all[0] as Run[]));
  });
  console.table(rows);
  if (!profile) continue;
  console.log('\nWhere it goes, percent of the samples of a profile');
  console.table(await profileOf(layout));
}

console.log(`
On this machine, now, one check of a signature (Ed25519) takes ${checkUs(1000).toFixed(0)} µs.
Ours: an org as contributor, voter, aggregator and verifier, node and vault together; every statement signed and checked.
Flower's, on an idle machine: its client's functions only, in Python; no signatures, no server; 32-bit ring, other curve.`);
