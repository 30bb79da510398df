/**
 * `npm run bench:aggregation [-- --n 4,16,64,256 --drop 0.1 --runs 5]`: CPU time of one org for one sum, in this process,
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
import { ALL_THERE, crowdOf, othersOf, type Crowd, type Setting } from './others.ts';

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
} = flagsOf<{ n: number[]; runs: number; drop: number; lanes: number[] }>(
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
      .option('--lanes <lengths>', 'of the vectors: 1024, 1461', listOf(lengthOf), [1024, 1461]),
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

interface Measured {
  readonly spentUs: Record<PhaseName, number>;
  /** all of the sum, as so many checks of a signature: other load on the machine weighs on both */
  readonly checks: number;
}

/** Enough runs that the code is compiled, and the median of the others. */
function measure({ world, self, ...rest }: Crowd, layout: Layout, setting: Setting): Measured {
  const counted = Math.max(runs, Math.ceil(((runs - 1) * 40) / world.orgs.length));
  const lives = Array.from({ length: counted + Math.ceil(counted / 2) + 1 }, () => {
    const { life } = liveThrough(othersOf({ world, self, ...rest }, layout, setting));
    return { life, checks: sumUsOf(life) / checkUs(100) };
  }).slice(-counted);
  const each = PHASES.map((name) => [name, median(lives.map(({ life }) => life[name].cpuUs))]);
  return {
    spentUs: Object.fromEntries(each) as Record<PhaseName, number>,
    checks: median(lives.map(({ checks }) => checks)),
  };
}

const sumUsOf = (life: Life) => PHASES.slice(1).reduce((sum, name) => sum + life[name].cpuUs, 0);

function rowOf(n: number, setting: Setting, { spentUs, checks }: Measured) {
  const { 'accept, commit': agreedUs, ...ofSum } = spentUs;
  const sumUs = Object.values(ofSum).reduce((a, b) => a + b, 0);
  return {
    n,
    what: setting.name,
    ...Object.fromEntries(Object.entries(ofSum).map(([name, us]) => [name, ms(us)])),
    'one sum': ms(sumUs),
    'per member': ms(sumUs / n),
    'as checks': Math.round(checks),
    goal: setting === ALL_THERE ? (TARGET[n] ?? '') : '',
    'Flower’s client': setting === ALL_THERE ? (FLOWER[n] ?? '') : '',
    '+ accept, commit': ms(sumUs + agreedUs),
  };
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
  const rows = [...crowds].flatMap(([n, crowd]) =>
    settingsOf(n).map((setting) => rowOf(n, setting, measure(crowd, layout, setting))),
  );
  console.table(rows);
}

console.log(`
On this machine, now, one check of a signature (Ed25519) takes ${checkUs(1000).toFixed(0)} µs.
Ours: an org as contributor, voter, aggregator and verifier, node and vault together; every statement signed and checked.
Flower's, on an idle machine: its client's functions only, in Python; no signatures, no server; 32-bit ring, other curve.`);
