/** The two files that a workspace must have, read and parsed: `network.yaml` and `benchmark.yaml`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNetworkFile, type NetworkFile } from '../../connectors/network-file.ts';
import { benchmarkLabels, benchmarkRound, type BenchmarkRound } from './benchmark-file.ts';
import { parseYaml, type ParsedYaml } from '../yaml-lines.ts';
import { named, WorkerError, type WorkerErrorCode } from './errors.ts';

export const NETWORK_FILE = 'network.yaml';
const BENCHMARK_FILE = 'benchmark.yaml';

/** @throws WorkerError E_NETWORK_FILE */
export function readNetworkFile(workspace: string): NetworkFile {
  const file = readYaml(workspace, NETWORK_FILE, 'E_NETWORK_FILE');
  try {
    return parseNetworkFile(file.value);
  } catch (error) {
    throw placed(named(error, 'connector'), NETWORK_FILE, file);
  }
}

/** An error about the network file, from whoever read it, with the line of its key; any other as it is. */
export function inNetworkFile(workspace: string, error: unknown): unknown {
  if (!(error instanceof WorkerError) || error.code !== 'E_NETWORK_FILE') return error;
  return placed(error, NETWORK_FILE, readYaml(workspace, NETWORK_FILE, 'E_NETWORK_FILE'));
}

/** @throws WorkerError E_BENCHMARK_FILE */
export function readBenchmarkRound(workspace: string, label: string): BenchmarkRound {
  return inBenchmarkFile(workspace, (file) => benchmarkRound(file, label));
}

/** The labels of all rounds. @throws WorkerError E_BENCHMARK_FILE */
export function readBenchmarkLabels(workspace: string): string[] {
  return inBenchmarkFile(workspace, benchmarkLabels);
}

function inBenchmarkFile<T>(workspace: string, read: (file: unknown) => T): T {
  const file = readYaml(workspace, BENCHMARK_FILE, 'E_BENCHMARK_FILE');
  try {
    return read(file.value);
  } catch (error) {
    throw error instanceof WorkerError ? placed(error, BENCHMARK_FILE, file) : error;
  }
}

/** Names the line of the key that is wrong. Messages about a file begin with it. */
function placed(error: WorkerError, name: string, { lineOf }: ParsedYaml): WorkerError {
  const { code, message, details } = error;
  const key = details?.['key'];
  if (typeof key !== 'string' || details?.['line'] !== undefined) return error;
  const line = lineOf(
    key.split(/[.[\]]+/).map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
  );
  const what = message.replace(/^(benchmark\.yaml|network file)[,:] /, '');
  return new WorkerError(code, `${name}, line ${line}: ${what}`, { ...details, line });
}

function readYaml(workspace: string, name: string, code: WorkerErrorCode): ParsedYaml {
  const file = parseYaml(readText(workspace, name, code));
  if (!file.broken) return file;
  const { line, why } = file.broken;
  throw new WorkerError(code, `${name}, line ${line}: this is no YAML: ${why}`, { line });
}

function readText(workspace: string, name: string, code: WorkerErrorCode): string {
  try {
    return readFileSync(join(workspace, name), 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new WorkerError(code, `${name} cannot be read (${reason}). Put it into the workspace.`, {
      file: name,
      reason,
    });
  }
}
