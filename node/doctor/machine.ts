/** The machine: Node, cores, memory, free disk. Thresholds in bytes. */
import { statfsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { fail, ok, warn, type Check } from './check.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;

export interface Machine {
  readonly nodeVersion: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly availableBytes: number;
  readonly freeDiskBytes: number;
}

/** @param path - on the disk that is meant */
export function lookAtMachine(path: string): Machine {
  const { bavail, bsize } = statfsSync(path);
  return {
    nodeVersion: process.versions.node,
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    availableBytes: process.availableMemory(),
    freeDiskBytes: bavail * bsize,
  };
}

/** @param workers - that benchmark.yaml asks for; each keeps a core busy */
export function machineChecks(machine: Machine, workers: number): Check[] {
  return [nodeCheck(machine), coresCheck(machine, workers), memoryCheck(machine), disk(machine)];
}

function nodeCheck({ nodeVersion }: Machine): Check {
  const [major = 0] = nodeVersion.split('.').map(Number);
  return major >= 24
    ? ok('node', `Node ${nodeVersion}`)
    : warn('node', `Node ${nodeVersion} works`, 'Node 24 is what this release was measured with.');
}

function coresCheck({ cores }: Machine, workers: number): Check {
  const finding = `${cores} ${cores === 1 ? 'core' : 'cores'}, ${workers} ${workers === 1 ? 'worker' : 'workers'}`;
  return cores > workers
    ? ok('cores', finding)
    : warn(
        'cores',
        finding,
        'Give the machine a core more than it has workers, or lower test.workers.number: late sends are the harness then, not the ledger.',
      );
}

function memoryCheck({ memoryBytes, availableBytes }: Machine): Check {
  const finding = `${mebibytes(availableBytes)} of ${mebibytes(memoryBytes)} available`;
  const fix = 'End other programs: peer, vault and a worker take about 400 MiB.';
  if (availableBytes < 256 * MIB) return fail('memory', finding, fix);
  return availableBytes < 512 * MIB ? warn('memory', finding, fix) : ok('memory', finding);
}

function disk({ freeDiskBytes }: Machine): Check {
  const finding = `${mebibytes(freeDiskBytes)} free where the home is`;
  const fix = 'Make room: `bench-node purge` deletes private logs of old rounds.';
  if (freeDiskBytes < 100 * MIB) return fail('disk', finding, fix);
  return freeDiskBytes < GIB ? warn('disk', finding, fix) : ok('disk', finding);
}

const mebibytes = (bytes: number) => `${Math.floor(bytes / MIB)} MiB`;
