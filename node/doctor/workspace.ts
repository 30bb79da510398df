/** The workspace: its files parse, and what they name is there. No code of it is run. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Home } from '../home/paths.ts';
import { checkedWorkspace } from '../worker/confinement.ts';
import {
  readBenchmarkLabels,
  readBenchmarkRound,
  readNetworkFile,
} from '../worker/workspace-files.ts';
import { fail, failed, ok, warn, type Check } from './check.ts';

export interface Workspace {
  readonly checks: readonly Check[];
  /** that benchmark.yaml asks for; 1 when it cannot be read */
  readonly workers: number;
  /** network.yaml; null when it cannot be read */
  readonly network: unknown;
  /** whether its connector talks to anything at all */
  readonly drives: boolean;
}

export function lookAtWorkspace(workspace: string, home: Home): Workspace {
  try {
    checkedWorkspace(workspace, [home.vault.dir, home.node.dir]);
  } catch (error) {
    return { checks: [failed('workspace', error)], workers: 1, network: null, drives: false };
  }
  const benchmark = benchmarkCheck(workspace);
  const network = networkCheck(workspace);
  return {
    checks: [folderCheck(workspace), network.check, benchmark.check],
    workers: benchmark.workers,
    network: network.network,
    drives: network.drives,
  };
}

function folderCheck(workspace: string): Check {
  const open = (statSync(workspace).mode & 0o007) !== 0;
  return open
    ? warn(
        'workspace',
        `every user of this machine can look into ${workspace}`,
        `\`chmod o= ${workspace}\` keeps workload, contracts and accounts private.`,
      )
    : ok('workspace', workspace);
}

interface NetworkCheck extends Pick<Workspace, 'network' | 'drives'> {
  readonly check: Check;
}

function networkCheck(workspace: string): NetworkCheck {
  try {
    const { connector, network } = readNetworkFile(workspace);
    const check = ok('network.yaml', `for the connector ${connector}`);
    return { check, network, drives: connector !== 'null' };
  } catch (error) {
    return { check: failed('network.yaml', error), network: null, drives: false };
  }
}

function benchmarkCheck(workspace: string): { check: Check; workers: number } {
  const name = 'benchmark.yaml';
  try {
    const labels = readBenchmarkLabels(workspace);
    const rounds = labels.map((label) => readBenchmarkRound(workspace, label));
    const missing = rounds.find(
      ({ module }) => /^[./]/.test(module) && !existsSync(resolve(workspace, module)),
    );
    const workers = Math.max(...rounds.map((round) => round.workers));
    const check = missing
      ? fail(name, `${missing.module} is not in the workspace`, 'Correct workload.module.')
      : ok(name, `for rounds of ${labels.join(', ')}`);
    return { check, workers };
  } catch (error) {
    return { check: failed(name, error), workers: 1 };
  }
}
