/**
 * Mutation testing (docs/mutation.md): each rule is broken in turn, and the specs must notice.
 * `npm run mutate -- --mutate 'protocol/round/*.ts'`: one folder or file, held by the specs of the folder of the same name,
 * or by those in MUTATE_SPECS (file names, with commas): a first look in minutes, whose score is a lower bound.
 */
import { dirname } from 'node:path';
import process from 'node:process';

/** Whole rounds take seconds: what is quick comes first, for the first spec that fails is the last that runs. */
const QUICK = [
  'certificate',
  'contributing',
  'deadlines',
  'ends',
  'hear',
  'locking',
  'refusals',
  'step',
  'views',
  'voting',
  'closing',
  'two-stories',
  'reveals',
  'superseded',
  'implausible',
  'selective-abort',
  'rebuilding',
];

/** folder of the product -> what holds it */
const SPECS = {
  aggregation: ['test/aggregation/*.spec.ts', 'test/vectors/*.spec.ts'],
  protocol: [
    ...['test/protocol/*.spec.ts', 'test/vectors/*.spec.ts', 'test/golden/*.spec.ts'],
    // what becomes of a sum that can not be true, and of what was rebuilt
    ...['implausible', 'recovery', 'lies'].map((name) => `test/protocol/round/${name}.spec.ts`),
  ],
  'protocol/schema': ['test/protocol/*.spec.ts', 'test/golden/*.spec.ts'],
  'protocol/evidence': [
    ...['slots', 'frames', 'lies', '*'].map((name) => `test/protocol/evidence/${name}.spec.ts`),
    'test/golden/evidence.spec.ts',
  ],
  'protocol/round': [
    ...[...QUICK, '*'].map((name) => `test/protocol/round/${name}.spec.ts`),
    // a candidate with votes in it, and a restart in the midst of votes, on the node that surrounds the machine
    ...['carried', 'stale-vote'].map((name) => `test/node/round/${name}.spec.ts`),
  ],
};
const globs = process.argv[process.argv.indexOf('--mutate') + 1]?.split(',') ?? [];
const chosen = new Set(globs.map(dirname).filter((folder) => folder in SPECS));
const folders = chosen.size > 0 ? [...chosen] : Object.keys(SPECS);
const report = `reports/mutation/${folders.join('-').replaceAll('/', '-')}`;

export default {
  mutate: [
    ...['aggregation/*.ts', 'protocol/**/*.ts'],
    ...['!**/*.d.ts', '!**/index.ts', '!protocol/round/checked-once.ts'],
  ],
  testRunner: 'mocha',
  mochaOptions: {
    require: ['./test/mutation/one-process.ts'],
    spec: process.env.MUTATE_SPECS?.split(',') ?? folders.flatMap((folder) => SPECS[folder]),
    // generates the schema's code: it holds nothing that is mutated
    ignore: ['test/protocol/schema.spec.ts'],
    // reads the sources, which are not the same once they are mutated
    grep: '^(?!a shape is the same on the two floors)',
  },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // what only runs while a spec file loads would cost a process and all specs for each mutant
  ignoreStatic: true,
  // other work on the machine must not look like an endless loop
  timeoutMS: 10_000,
  timeoutFactor: 1,
  plugins: ['@stryker-mutator/mocha-runner', './test/mutation/texts-for-people.ts'],
  ignorers: ['texts-for-people'],
  // nothing here is type-checked, and the sources run as they are
  disableTypeChecks: false,
  ignorePatterns: ['dist', 'docs', 'coverage'],
  reporters: ['progress-append-only', 'clear-text', 'html'],
  htmlReporter: { fileName: `${report}.html` },
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false, logTests: false },
  incremental: true,
  incrementalFile: `${report}.json`,
};
