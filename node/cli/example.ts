/** `bench-node example`: fills the workspace of a home with the sample workload, for a first round. */
import { existsSync, readdirSync } from 'node:fs';
import { NodeError } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readSettings } from '../home/settings.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';
import { existingHome } from './reach-peer.ts';
import { runScenario } from './scenario-program.ts';

type Sut = 'ledger' | 'ethereum';
type Options = GlobalOptions & {
  readonly endpoint: string;
  readonly tps: number;
  readonly seed?: number;
  readonly fund?: boolean;
};

export async function run(
  [sut]: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const { endpoint, tps, seed, fund, json } = options;
  checkEndpoint(sut as Sut, endpoint);
  const home = existingHome(options);
  const { config } = await readSettings(home, options);
  const scenario = `${home.dir}/scenario.yaml`;
  refuseFilled(config.workspace, scenario);
  const flags = Object.entries({
    ...{ sut, org: config.org, endpoint, tps, seed, scenario },
    workspace: config.workspace,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`]));
  const switches = [...(fund ? ['--fund'] : []), ...(json ? ['--json'] : [])];
  const { code } = await runScenario('asset-transfer/main', [...flags, ...switches]);
  if (code === EXIT.ok)
    output.note(`\`bench-node doctor --org ${config.org}\` looks whether it can work.`);
  return code;
}

/** What is slipped into a network file is found out much later, and by others too. @throws NodeError E_USAGE */
function checkEndpoint(sut: Sut, endpoint: string): void {
  const form =
    sut === 'ledger'
      ? { pattern: /^[^\s/:]+:\d{1,5}$/, example: '127.0.0.1:7051' }
      : { pattern: /^(wss?|https?):\/\/[^\s/]+/, example: 'ws://127.0.0.1:8545' };
  if (!form.pattern.test(endpoint))
    throw new NodeError(
      'E_USAGE',
      `"${endpoint}" is no endpoint of a ${sut} node: write it as ${form.example}.`,
    );
}

/** Somebody's own workload is never replaced. @throws NodeError E_FILE_EXISTS */
function refuseFilled(workspace: string, scenario: string): void {
  const filled = existsSync(workspace) && readdirSync(workspace).length > 0;
  const path = filled ? workspace : scenario;
  if (filled || existsSync(scenario))
    throw new NodeError('E_FILE_EXISTS', `${path} is there already`, { path });
}
