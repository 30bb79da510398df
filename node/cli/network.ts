/** `bench-node network`: starts a ledger to try things on, and stays until Ctrl-C. */
import type { ExitCode } from '../exit-codes.ts';
import type { GlobalOptions } from './command.ts';
import { runScenario } from './scenario-program.ts';

export interface NetworkOptions extends GlobalOptions {
  readonly orgs?: string;
  readonly port: number;
  readonly seed?: number;
  readonly delays?: string;
}

export async function run(type: 'ledger' | 'anvil', options: NetworkOptions): Promise<ExitCode> {
  const { orgs, port, seed, delays, json } = options;
  const typed = Object.entries({ orgs, port, seed, delays });
  const flags = typed.flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}=${value}`],
  );
  return (await runScenario('networks/main', [type, ...flags, ...(json ? ['--json'] : [])])).code;
}
