/** The two files that a workspace must have, read and parsed: `network.yaml` and `benchmark.yaml`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { parseNetworkFile, type NetworkFile } from '../../connectors/network-file.ts';
import { benchmarkLabels, benchmarkRound, type BenchmarkRound } from './benchmark-file.ts';
import { named, WorkerError, type WorkerErrorCode } from './errors.ts';

export const NETWORK_FILE = 'network.yaml';
const BENCHMARK_FILE = 'benchmark.yaml';

/** @throws WorkerError E_NETWORK_FILE */
export function readNetworkFile(workspace: string): NetworkFile {
  const value = readYaml(workspace, NETWORK_FILE, 'E_NETWORK_FILE');
  try {
    return parseNetworkFile(value);
  } catch (error) {
    throw named(error, 'connector');
  }
}

/** @throws WorkerError E_BENCHMARK_FILE */
export function readBenchmarkRound(workspace: string, label: string): BenchmarkRound {
  return benchmarkRound(readYaml(workspace, BENCHMARK_FILE, 'E_BENCHMARK_FILE'), label);
}

/** The labels of all rounds. @throws WorkerError E_BENCHMARK_FILE */
export function readBenchmarkLabels(workspace: string): string[] {
  return benchmarkLabels(readYaml(workspace, BENCHMARK_FILE, 'E_BENCHMARK_FILE'));
}

function readYaml(workspace: string, name: string, code: WorkerErrorCode): unknown {
  const document = parseDocument(readText(workspace, name, code));
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line;
    throw new WorkerError(code, `${name} is no YAML: ${error.message}`, { line: line ?? null });
  }
  return document.toJS();
}

function readText(workspace: string, name: string, code: WorkerErrorCode): string {
  try {
    return readFileSync(join(workspace, name), 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new WorkerError(code, `${name} cannot be read (${reason}): put it into the workspace`, {
      file: name,
      reason,
    });
  }
}
