/**
 * `npm run bench:audit [-- --n 4,16,64,256 --runs 5]`: what an auditor spends on a bundle, and how large it is. The whole
 * of audit(): the bundle is opened, every signature checked, the transcript replayed, the contributions added up again.
 */
import { mainLayout } from '../../aggregation/index.ts';
import { openStatements } from '../../protocol/audit-signatures.ts';
import { audit } from '../../protocol/audit.ts';
import { openConsortium, parseManifestFile } from '../../protocol/manifest.ts';
import { bundleOf } from '../../protocol/publish.ts';
import { decode } from '../../protocol/schema/codec.ts';
import { between, flagsOf, listOf } from '../flags.ts';
import { medianUs, ms } from './cpu-time.ts';
import { liveThrough } from './one-member.ts';
import { ALL_THERE, crowdOf, othersOf } from './others.ts';

const flags = flagsOf<{ n: number[]; runs: number }>(
  'npm run bench:audit --',
  'What an auditor spends on a bundle, and how large it is.',
  '--n 4,16 --runs 3',
  (command) =>
    command
      .option('--n <sizes>', 'orgs, from 4 to 256 each', listOf(between(4, 256)), [4, 16, 64])
      .option('--runs <n>', 'of which the median is taken', between(1, 1000), 5),
);

const GOAL_MS: Readonly<Record<number, number>> = { 16: 10, 64: 30 };

function rowOf(n: number) {
  const crowd = crowdOf(n);
  const { consortium, text } = crowd.world;
  const { state } = liveThrough(othersOf(crowd, mainLayout(), ALL_THERE));
  const bundle = bundleOf(consortium, text, state);
  const content = decode('Bundle', bundle);
  const verdict = audit(bundle, text);
  if (!verdict.ok) throw new Error(verdict.checks.at(-1)?.detail);
  const runs = Math.max(flags.runs, Math.ceil(64 / n));
  const allUs = medianUs(runs, () => audit(bundle, text));
  const manifestUs = medianUs(runs, () => openConsortium(parseManifestFile(text)));
  const statementsUs = medianUs(runs, () => openStatements(consortium, content));
  const masked = state.sums[0]?.contributions.values().next().value?.bytes.length ?? 0;
  return {
    n,
    statements: content.envelopes.length,
    'bundle KiB': Number((bundle.length / 1024).toFixed(1)),
    'of it contributions KiB': Number(((masked * n) / 1024).toFixed(1)),
    'audit ms': ms(allUs),
    goal: GOAL_MS[n] ?? '',
    'manifest ms': ms(manifestUs),
    'signatures ms': ms(statementsUs),
    'replay and sum ms': ms(Math.max(0, allUs - manifestUs - statementsUs)),
  };
}

console.log(`CPU ms of one audit, median of ${flags.runs} runs or more`);
console.table(flags.n.map(rowOf));
